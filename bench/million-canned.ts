import {readFileSync} from "node:fs";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import {gunzipSync} from "node:zlib";
import {loadRDKit} from "../loaders/rdkit.js";
import {readScreeningTables} from "../loaders/screening-tables.js";
import {screen} from "../src/screening/screen.js";
import {openScreening} from "../src/screening/screening-context.js";

const ROWS = 1000;

/**
 * A screening worker that answers at once with rows of a few molecules again and again, so that what the page itself does
 * with a million rows can be watched without an hour of chemistry. Only for rehearsals; the figures are the page's alone.
 */
export async function cannedWorker(file: string): Promise<string> {
  const text = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const records: {line: number; structure: string; id: null; name: null}[] = [];
  for await (const line of createInterface({input: Readable.from(text.subarray(0, 2_000_000))})) {
    if (records.length > ROWS) break;
    records.push({line: records.length, structure: line.split(",")[0] ?? "", id: null, name: null});
  }
  const context = openScreening(await loadRDKit(), await readScreeningTables());
  const {rows} = screen(records.slice(1), context, {setId: "dropped", sourceId: "dropped", source: "canned"});
  return `const canned = ${JSON.stringify(rows)};
let asked = 0;
onmessage = ({data}) => {
  if (!asked++) { postMessage({kind: "ready"}); return; }
  const rows = data.records.map(({line, structure, id, name}) => {
    const key = (line % 997 === 0 ? line - 1 : line).toString(36).toUpperCase().padStart(14, "A");
    const row = canned[(line * 7919) % canned.length];
    return {...row, line, source_row: line, compound_id: id ?? "dropped:" + line, name,
      input_smiles: structure, smiles: structure, inchikey: key + "-UHFFFAOYSA-N", mw_da: row.mw_da + (line % 1000) / 1e4};
  });
  postMessage({kind: "screened", rows, issues: []});
};`;
}
