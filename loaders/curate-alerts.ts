import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {AlertSet} from "../src/alerts/structural-alerts.js";

/** Where each set of RDKit's filter catalogue comes from; null where the catalogue names no publication. */
const SETS: readonly Omit<AlertSet, "alerts">[] = [
  {id: "pains_a", name: "PAINS A", doi: "10.1021/jm901137j", citation: "Baell & Holloway 2010"},
  {id: "pains_b", name: "PAINS B", doi: "10.1021/jm901137j", citation: "Baell & Holloway 2010"},
  {id: "pains_c", name: "PAINS C", doi: "10.1021/jm901137j", citation: "Baell & Holloway 2010"},
  {id: "brenk", name: "Brenk", doi: "10.1002/cmdc.200700139", citation: "Brenk et al. 2008"},
  {id: "nih", name: "NIH", doi: "10.1021/jm901070c", citation: "Jadhav et al. 2009; Doveston et al. 2014"},
  {id: "zinc", name: "ZINC", doi: null, citation: "ZINC drug-like filters, blaster.docking.org/filtering"},
  {id: "chembl_glaxo", name: "Glaxo", doi: null, citation: "ChEMBL structural alerts, Glaxo set"},
  {id: "chembl_bms", name: "BMS", doi: null, citation: "ChEMBL structural alerts, BMS set"},
  {id: "chembl_dundee", name: "Dundee", doi: null, citation: "ChEMBL structural alerts, Dundee set"},
  {id: "chembl_inpharmatica", name: "Inpharmatica", doi: null, citation: "ChEMBL structural alerts, Inpharmatica set"},
  {id: "chembl_lint", name: "LINT", doi: null, citation: "ChEMBL structural alerts, Pfizer LINT set"},
  {id: "chembl_mlsmr", name: "MLSMR", doi: null, citation: "ChEMBL structural alerts, MLSMR set"},
  {id: "chembl_surechembl", name: "SureChEMBL", doi: null, citation: "ChEMBL structural alerts, SureChEMBL set"}
];
const ENTRY = /\{\s*"((?:[^"\\]|\\.)*)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*(\d+)\s*,/g;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
const unescape = (text: string): string => text.replace(/\\(.)/g, "$1");

/** The alerts of one definition file of RDKit's filter catalogue, in its order. */
export function parseCatalogue(text: string): AlertSet["alerts"] {
  return [...text.matchAll(ENTRY)].map(([, name = "", smarts = "", most = "0"]) => ({
    name: unescape(name),
    smarts: [...smarts.matchAll(QUOTED)].map(([, part = ""]) => unescape(part)).join(""),
    most: Number(most)
  }));
}

/** Writes our table of alerts from a folder of RDKit's definition files (`<set>.in`). */
export async function curateAlerts(folder: string, output: string): Promise<void> {
  const sets = await Promise.all(
    SETS.map(async (set) => ({...set, alerts: parseCatalogue(await readFile(join(folder, `${set.id}.in`), "utf8"))}))
  );
  const about =
    "Structural alerts of RDKit's FilterCatalog: a compound is flagged when a pattern occurs more than `most` times.";
  const source = {name: "RDKit FilterCatalog", url: "https://github.com/rdkit/rdkit", licence: "BSD-3-Clause"};
  await writeFile(output, `${JSON.stringify({about, source, sets}, null, 1)}\n`);
}
