import {unpackRecords} from "../screening/packed-records.js";
import {buffersOfRows, packRows} from "../screening/packed-rows.js";
import {screen} from "../screening/screen.js";
import {openScreening} from "../screening/screening-context.js";
import {RowBlockBuilder} from "../search/row-block.js";
import {rowParts} from "../search/row-parts.js";
import {loadRDKit} from "./load-rdkit.js";
import type {ScreeningReply, ScreeningSetup, ScreeningTask} from "./screening-protocol.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: ScreeningReply, handed: ArrayBuffer[] = []): void => {
  globalThis.postMessage(message, {transfer: handed});
};

async function start({urls, tables, labels}: ScreeningSetup): Promise<void> {
  const context = openScreening(await loadRDKit(urls), tables);
  globalThis.onmessage = ({data}: MessageEvent<ScreeningTask>) => {
    try {
      const forSearches = new RowBlockBuilder();
      const own = {...labels, source: data.source};
      const {rows, issues} = screen(unpackRecords(data.records), context, own, ({smiles}, parent, target) => {
        forSearches.add(rowParts(parent, smiles, target));
      });
      const packed = packRows(rows, forSearches.take());
      reply({kind: "screened", rows: packed, issues}, buffersOfRows(packed));
    } catch (error) {
      reply({kind: "failed", reason: String(error)});
    }
  };
  reply({kind: "ready"});
}

globalThis.onmessage = ({data}: MessageEvent<ScreeningSetup>) => {
  start(data).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : "";
    reply({kind: "failed", reason: `${String(error)}${cause}`});
  });
};
