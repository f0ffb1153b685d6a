import {buffersOfTexts} from "../tables/packed-texts.js";
import type {ParquetSheet, SheetColumn, SheetContract} from "./parquet-sheet.js";
import type {ExportReply, ExportTask} from "./export-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";
import {workerReply} from "./worker-reply.js";

/** Structures as molfiles, made in a worker. */
export interface MolblockMaker {
  /** One for each SMILES, null where it cannot be read. @throws when the engine fails or the signal ends it */
  molblocks(smiles: readonly string[]): Promise<readonly (string | null)[]>;
  dispose(): void;
}

/** A worker that writes Parquet files. */
export interface ParquetMaker {
  readonly open: (contract: SheetContract) => Promise<ParquetSheet>;
  dispose(): void;
}

type Answer = Exclude<ExportReply, {kind: "failed"}>;

/** A worker that answers one question after another. @throws from each when it fails or the signal ends it */
function startWorker(signal: AbortSignal): {
  ask(task: ExportTask, transfer?: Transferable[]): Promise<Answer>;
  dispose(): void;
} {
  const worker = new Worker(import.meta.resolve("./export-worker.js"), {type: "module"});
  return {
    ask: (task, transfer = []) => {
      const reply = workerReply<ExportReply>(worker, signal);
      worker.postMessage(task, transfer);
      return reply;
    },
    dispose: () => {
      worker.terminate();
    }
  };
}

/** Starts a worker that makes molfiles. @throws when the chemistry engine does not start */
export async function openMolblockMaker(signal: AbortSignal): Promise<MolblockMaker> {
  const {ask, dispose} = startWorker(signal);
  await ask({kind: "start", urls: rdkitUrls});
  return {
    molblocks: async (smiles) => {
      const answer = await ask({kind: "molblocks", smiles});
      return answer.kind === "molblocks" ? answer.molblocks : [];
    },
    dispose
  };
}

/** Starts a worker that writes Parquet, so that a million rows do not hold the page. */
export function openParquetMaker(signal: AbortSignal): ParquetMaker {
  const {ask, dispose} = startWorker(signal);
  return {
    open: async (contract) => {
      await ask({kind: "sheet", contract});
      return {
        add: async (columns) => {
          await ask({kind: "rows", columns}, columns.flatMap(buffersOf));
        },
        finish: async () => {
          const answer = await ask({kind: "finish"});
          return answer.kind === "file" ? [answer.file] : [];
        }
      };
    },
    dispose
  };
}

/** Memory that is handed over with a column. */
function buffersOf(column: SheetColumn): ArrayBuffer[] {
  if (column instanceof Float64Array) return [column.buffer];
  return "ends" in column ? buffersOfTexts(column) : [];
}
