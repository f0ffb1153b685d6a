import {parentPort, workerData} from "node:worker_threads";
import {screen, type Screened, type ScreeningLabels} from "../src/screening/screen.js";
import type {InputRecord} from "../src/screening/input-record.js";
import {openScreening} from "../src/screening/screening-context.js";
import {loadRDKit} from "./rdkit.js";
import {readScreeningTables} from "./screening-tables.js";

/** A batch as the pool sends it to one of its threads; the answer is a `Screened`. */
export interface ScreenTask {
  readonly records: readonly InputRecord[];
}

if (parentPort !== null) {
  const port = parentPort;
  const context = openScreening(await loadRDKit(), await readScreeningTables());
  const {labels} = workerData as {labels: ScreeningLabels};
  port.on("message", ({records}: ScreenTask) => {
    const answer: Screened = screen(records, context, labels);
    port.postMessage(answer);
  });
  port.postMessage("ready");
}
