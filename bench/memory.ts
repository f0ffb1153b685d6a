import {createReadStream, existsSync} from "node:fs";
import {loadavg} from "node:os";
import {createInterface} from "node:readline";
import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import {createGunzip} from "node:zlib";
import {compileKernels} from "../loaders/compile-kernels.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {rowNumbers} from "../src/base/row-numbers.js";
import {descriptors} from "../src/chem/descriptors.js";
import {withMolecule} from "../src/chem/molecule.js";
import type {RDKit} from "../src/chem/molecule.js";
import {Crossfilter} from "../src/kernels/crossfilter.js";
import {RowPile} from "../src/screening/row-pile.js";
import {compileQuery, releaseQuery} from "../src/search/compiled-query.js";
import {RowBlockBuilder} from "../src/search/row-block.js";
import {rowParts} from "../src/search/row-parts.js";
import {SearchShard} from "../src/search/search-shard.js";
import {structureQuery} from "../src/search/structure-query.js";
import {ColumnSet} from "../src/tables/column-set.js";
import {type DescriptorName, descriptorColumns} from "../src/tables/descriptor-columns.js";
import {defineTable, required} from "../src/tables/table.js";
import {TextPack} from "../src/tables/text-pack.js";

const SET = new URL("../../shared/data/compounds/mcule_sample_1M.csv.gz", import.meta.url);
const MILLION = 1_000_000;
/** What is asked of a million molecules with 20 columns, fingerprints and search index. */
const MOST_BYTES = 2e9;
const COLUMNS = (Object.keys(descriptorColumns) as DescriptorName[]).slice(0, 20);
/** Rows made at a time, as a screening worker does. */
const BATCH = 250;
/** As many search workers as a machine of two cores has. */
const SHARDS = 2;
const MB = 1e6;

/** One part of what is held. */
interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** Rows wanted: `--rows=N`, else a million. */
function wantedRows(): number {
  const option = process.argv.find((argument) => argument.startsWith("--rows="));
  return option === undefined ? MILLION : Number(option.slice("--rows=".length));
}

/** Memory of a set as the page holds it: 20 columns with their bins, both fingerprints and the search index. */
export async function memoryBench(): Promise<void> {
  if (!existsSync(SET)) {
    console.log("\nMemory: skipped, mcule_sample_1M.csv.gz is not on this machine");
    return;
  }
  const rdkit = await loadRDKit();
  rdkit.disable_logging();
  const kernels = await WebAssembly.compile(await compileKernels());
  const before = await heldNow();
  const {set, pile, texts} = await readSet(rdkit, wantedRows());
  const columns = COLUMNS.map((name) => ({name, values: set.numbers(name)}));
  const filter = await Crossfilter.open(kernels, columns, set.rowCount);
  const shards = await openShards(rdkit, kernels, pile, set.rowCount);
  const hits = countHits(rdkit, shards);
  const after = await heldNow();
  const parts: Part[] = [
    {name: `${String(COLUMNS.length)} columns of numbers`, bytes: 8 * COLUMNS.length * set.rowCount},
    {name: "names and structures as text", bytes: texts},
    {name: "bins, masks and histograms", bytes: filter.byteLength},
    {name: "fingerprints of both kinds, packed structures", bytes: shards.reduce((sum, one) => sum + one.byteLength, 0)}
  ];
  report(set.rowCount, parts, after, before, hits);
}

function report(
  rows: number,
  parts: readonly Part[],
  after: NodeJS.MemoryUsage,
  before: NodeJS.MemoryUsage,
  hits: number
): void {
  const line = (name: string, bytes: number): string =>
    `  ${name.padEnd(48)} ${(bytes / MB).toFixed(0).padStart(6)} MB ${(bytes / rows).toFixed(0).padStart(6)} bytes a molecule`;
  const sum = parts.reduce((total, {bytes}) => total + bytes, 0);
  const million = (bytes: number): number => (bytes * MILLION) / rows;
  console.log(
    `\nMemory of ${String(rows)} molecules, load ${(loadavg()[0] ?? 0).toFixed(1)}; ${String(hits)} hits of indole found in them`
  );
  for (const {name, bytes} of parts) console.log(line(name, bytes));
  console.log(line("together", sum));
  console.log(line("process: resident set", after.rss));
  console.log(line("  of it before the first molecule", before.rss));
  console.log(
    line(
      "process: heap and external memory since then",
      after.heapUsed + after.external - before.heapUsed - before.external
    )
  );
  const worst = before.rss + million(Math.max(sum, after.rss - before.rss));
  const verdict = worst <= MOST_BYTES ? "pass" : "FAIL";
  console.log(
    `  limit for a million, engine and all: ${String(MOST_BYTES / MB)} MB: ${verdict} (${(worst / MB).toFixed(0)} MB${rows === MILLION ? "" : ", in proportion"})`
  );
}

/** What the process holds once garbage is gone. */
async function heldNow(): Promise<NodeJS.MemoryUsage> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((done) => setTimeout(done, 100));
  }
  return process.memoryUsage();
}

interface ReadSet {
  readonly set: ColumnSet;
  readonly pile: RowPile;
  /** Bytes of the texts. */
  readonly texts: number;
}

/** Reads the molecules, as screening does: columns, and what searches need, batch by batch. */
async function readSet(rdkit: RDKit, rows: number): Promise<ReadSet> {
  const numbers = COLUMNS.map(() => new Float64Array(rows));
  const names = new TextPack();
  const structures = new TextPack();
  const pile = new RowPile();
  const builder = new RowBlockBuilder();
  const flush = (): void => {
    pile.append(builder.take(), batched);
    batched = 0;
  };
  let [count, batched] = [0, 0];
  for await (const line of createInterface({input: createReadStream(SET).pipe(createGunzip())})) {
    const [smiles = "", ...name] = line.split(",");
    if (count >= rows) break;
    withMolecule(rdkit, smiles, (molecule) => {
      const values = descriptors(molecule);
      COLUMNS.forEach((column, at) => ((numbers[at] ?? new Float64Array())[count] = values[column]));
      builder.add(rowParts(molecule, smiles));
      names.push(name.join("-"));
      structures.push(smiles);
      count++;
      if (++batched === BATCH) flush();
    });
  }
  flush();
  const columns = Object.fromEntries(
    COLUMNS.map((name, at) => [name, (numbers[at] ?? new Float64Array()).slice(0, count)])
  );
  const texts = {compound_id: names.texts, smiles: structures.texts};
  const contract = {
    compound_id: required("VARCHAR", "Compound", "Name in the file."),
    smiles: required("VARCHAR", "Structure", "SMILES."),
    ...Object.fromEntries(COLUMNS.map((name) => [name, descriptorColumns[name]]))
  };
  const set = ColumnSet.of(defineTable("measured", "What is measured.", contract), count, columns, texts);
  const bytes = Object.values(texts).reduce((sum, text) => sum + text.bytes.byteLength + text.ends.byteLength, 0);
  return {set, pile, texts: bytes};
}

/** The rows in the shards of two workers, as the page deals them. */
async function openShards(
  rdkit: RDKit,
  kernels: WebAssembly.Module,
  pile: RowPile,
  rowCount: number
): Promise<SearchShard[]> {
  const shards = Array.from({length: SHARDS}, () => new SearchShard(rdkit, kernels));
  const pieces = pile.take(rowNumbers(rowCount)) ?? [];
  for (const [turn, {rows, blocks}] of pieces.entries()) await shards[turn % SHARDS]?.addBlocks(rows, blocks);
  return shards;
}

function countHits(rdkit: RDKit, shards: readonly SearchShard[]): number {
  const query = compileQuery(rdkit, structureQuery({structure: "c1ccc2[nH]ccc2c1", mode: "contains"}));
  let hits = 0;
  for (const shard of shards) for (const {keys} of shard.search(query)) hits += keys.length;
  releaseQuery(query);
  return hits;
}
