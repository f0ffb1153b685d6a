// A thread's first file is JavaScript, since Node cannot start one in TypeScript; it hands on to `workerData.module`.
import {workerData} from "node:worker_threads";
import {register} from "tsx/esm/api";

register();
await import(workerData.module);
