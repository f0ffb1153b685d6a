import type {AlertsReply, AlertsTask, FoundAlert} from "./alerts-protocol.js";
import {workerReply} from "./worker-reply.js";

/** Finds the alerts of one structure in a worker of its own, which is gone afterwards. @throws when it fails or is stopped */
export async function findAlertsOf(task: AlertsTask, signal: AbortSignal): Promise<readonly FoundAlert[]> {
  const worker = new Worker(import.meta.resolve("./alerts-worker.js"), {type: "module"});
  try {
    worker.postMessage(task);
    return (await workerReply<AlertsReply>(worker, signal)).alerts;
  } finally {
    worker.terminate();
  }
}
