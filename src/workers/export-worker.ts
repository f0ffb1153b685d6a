import {flatMolblock} from "../chem/flat-molblock.js";
import type {RDKit} from "../chem/molecule.js";
import {openParquetSheet, type ParquetSheet} from "./parquet-sheet.js";
import type {ExportReply, ExportTask} from "./export-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
let engine: RDKit | undefined;
let sheet: ParquetSheet | undefined;

const reply = (message: ExportReply): void => {
  globalThis.postMessage(message);
};

async function answer(task: ExportTask): Promise<ExportReply> {
  if (task.kind === "start") {
    engine = await loadRDKit(task.urls);
    return {kind: "ready"};
  }
  if (task.kind === "sheet") {
    // The browser takes each part as it is written: the page would hold it twice, and copy it all at the end.
    sheet = await openParquetSheet(task.contract, (part) => new Blob([part]));
    return {kind: "ready"};
  }
  if (task.kind !== "molblocks") return answerSheet(task);
  const rdkit = engine;
  if (!rdkit) throw new Error("the chemistry engine has not been started");
  return {kind: "molblocks", molblocks: task.smiles.map((smiles) => flatMolblock(rdkit, smiles))};
}

async function answerSheet(task: Extract<ExportTask, {kind: "rows" | "finish"}>): Promise<ExportReply> {
  if (!sheet) throw new Error("no sheet has been opened");
  if (task.kind === "finish") return {kind: "file", file: new Blob(await sheet.finish())};
  await sheet.add(task.columns);
  return {kind: "ready"};
}

globalThis.onmessage = ({data}: MessageEvent<ExportTask>) => {
  answer(data).then(reply, (error: unknown) => {
    reply({kind: "failed", reason: error instanceof Error ? error.message : String(error)});
  });
};
