import {unpackRow} from "../screening/packed-rows.js";
import type {CompoundRow} from "../tables/compounds.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {screenInBrowser} from "../workers/screening-client.js";
import {loadScreeningTables} from "./load-screening-tables.js";

/** A structure screened on its own, or why it could not be. */
export type ScreenedOne = {readonly row: CompoundRow} | {readonly reason: string};

/** Screens one typed structure by the same pipeline as a file. @throws when no engine starts */
export async function screenOne(smiles: string, signal: AbortSignal): Promise<ScreenedOne> {
  const tables = await loadScreeningTables();
  let outcome: ScreenedOne = {reason: "no structure"};
  await screenInBrowser([new File([`${smiles.trim()}\n`], "typed structure")], {
    urls: rdkitUrls,
    tables,
    labels: {setId: "typed", sourceId: "typed"},
    signal,
    threads: 1,
    onBatch: ({rows: [rows], issues: [issue]}) => {
      if (rows && rows.count > 0) outcome = {row: unpackRow(rows, 0)};
      else if (issue) outcome = {reason: issue.reason};
    }
  });
  return outcome;
}
