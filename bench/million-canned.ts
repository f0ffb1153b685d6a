import {readFileSync} from "node:fs";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import {gunzipSync} from "node:zlib";
import {loadRDKit} from "../loaders/rdkit.js";
import {readScreeningTables} from "../loaders/screening-tables.js";
import {screen} from "../src/screening/screen.js";
import {numberNames, textNames} from "../src/screening/packed-rows.js";
import {type RowBlock, RowBlockBuilder} from "../src/search/row-block.js";
import {rowParts} from "../src/search/row-parts.js";
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
  const builder = new RowBlockBuilder();
  const labels = {setId: "dropped", sourceId: "dropped", source: "canned"};
  const {rows} = screen(records.slice(1), context, labels, ({smiles}, parent, target) => {
    builder.add(rowParts(parent, smiles, target));
  });
  const block = builder.take();
  return `const canned = ${JSON.stringify(rows)};
${blockScript(block)}
const numberNames = ${JSON.stringify(numberNames)}, textNames = ${JSON.stringify(textNames)};
const decoder = new TextDecoder(), encoder = new TextEncoder();
let asked = 0;
onmessage = ({data}) => {
  if (!asked++) { postMessage({kind: "ready"}); return; }
  const {lines, width, texts: {bytes, ends}} = data.records;
  const text = (at) => {
    const start = at === 0 ? 0 : ends[at - 1];
    return ends[at] > start && bytes[start] === 255 ? null : decoder.decode(bytes.subarray(start, ends[at]));
  };
  const rows = Array.from(lines, (line, at) => {
    const structure = text(at * width), id = text(at * width + 1), name = text(at * width + 2);
    const key = (line % 997 === 0 ? line - 1 : line).toString(36).toUpperCase().padStart(14, "A");
    const row = canned[(line * 7919) % canned.length];
    return {...row, line, source_row: line, compound_id: id ?? "dropped:" + line, name,
      input_smiles: structure, smiles: structure, inchikey: key + "-UHFFFAOYSA-N", mw_da: row.mw_da + (line % 1000) / 1e4};
  });
  const numbers = new Float64Array(numberNames.length * rows.length);
  numberNames.forEach((name, place) => rows.forEach((row, at) => { numbers[place * rows.length + at] = row[name] ?? NaN; }));
  const cells = textNames.flatMap((name) => rows.map((row) => row[name] == null ? [255] : encoder.encode(row[name])));
  const packed = {bytes: new Uint8Array(cells.reduce((sum, cell) => sum + cell.length, 0)), ends: new Uint32Array(cells.length)};
  let end = 0;
  cells.forEach((cell, at) => { packed.bytes.set(cell, end); packed.ends[at] = end += cell.length; });
  const forSearches = blockOf(Array.from(lines, (line) => (line * 7919) % canned.length));
  const {paths, morgan, structures, ends: ownEnds} = forSearches;
  const handed = [lines, numbers, packed.bytes, packed.ends, paths, morgan, structures, ownEnds].map(({buffer}) => buffer);
  postMessage({kind: "screened", rows: {count: rows.length, lines, numbers, texts: packed, forSearches}, issues: []}, handed);
};`;
}

/** What searches need of the canned rows, and a function that makes a block of any of them. */
function blockScript({count, paths, morgan, structures, ends}: RowBlock): string {
  const text = (bytes: Uint8Array): string =>
    `Uint8Array.from(atob("${Buffer.from(bytes).toString("base64")}"), (c) => c.charCodeAt(0))`;
  return `const block = {paths: ${text(paths)}, morgan: ${text(morgan)}, structures: ${text(structures)}, ends: ${JSON.stringify([...ends])}};
const joined = (parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
const piece = (name, row) => block[name].subarray(row * block[name].length / ${String(count)}, (row + 1) * block[name].length / ${String(count)});
function blockOf(rows) {
  const own = rows.map((row) => block.structures.subarray(row === 0 ? 0 : block.ends[row - 1], block.ends[row]));
  let end = 0;
  return {count: rows.length, paths: joined(rows.map((row) => piece("paths", row))), morgan: joined(rows.map((row) => piece("morgan", row))),
    structures: joined(own), ends: Uint32Array.from(own, (part) => end += part.length)};
}`;
}
