import {parentPort, workerData} from "node:worker_threads";
import {screen, type Screened, type ScreeningLabels} from "../src/screening/screen.js";
import type {InputRecord} from "../src/screening/input-record.js";
import {openScreening} from "../src/screening/screening-context.js";
import {loadRDKit} from "./rdkit.js";
import {readScreeningTables} from "./screening-tables.js";

/** A batch as the pool sends it to one of its threads; the answer is a `Screened`. */
export interface ScreenTask {
  readonly records: readonly InputRecord[];
  readonly source: string;
}

if (parentPort !== null) {
  const port = parentPort;
  const context = openScreening(await loadRDKit(), await readScreeningTables());
  const {labels} = workerData as {labels: Omit<ScreeningLabels, "source">};
  port.on("message", ({records, source}: ScreenTask) => {
    const answer: Screened = screen(records, context, {...labels, source});
    port.postMessage(answer);
  });
  port.postMessage("ready");
}
