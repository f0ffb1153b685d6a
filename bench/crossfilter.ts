import {DuckDBInstance} from "@duckdb/node-api";
import {compileKernels} from "../loaders/compile-kernels.js";
import {seededRandom} from "../src/base/random.js";
import type {NumericColumn} from "../src/kernels/binned-column.js";
import {Crossfilter} from "../src/kernels/crossfilter.js";
import {type Figure, medianMs, printFigures} from "./measure.js";

const ROWS = 1_000_000;
const COLUMNS = 20;
const MOVES = 30;

/** A bell-shaped column, one value in fifty missing. */
function makeColumns(): NumericColumn[] {
  const random = seededRandom(1);
  return Array.from({length: COLUMNS}, (_, i) => ({
    name: `c${String(i)}`,
    values: Float64Array.from({length: ROWS}, () =>
      random() < 0.02 ? NaN : (random() + random() + random() - 1.5) * 10 * (i + 1)
    )
  }));
}

/** Brush of the given column that moves by one bar a turn, over about half of the rows. */
function brushOf(filter: Crossfilter, name: string, turn: number): {min: number; max: number; keepMissing: boolean} {
  const {edges} = filter.bins(name);
  const half = Math.floor(edges.length / 2);
  const first = 2 + (Math.abs(turn) % Math.max(half - 4, 1));
  return {min: edges[first] ?? 0, max: edges[first + half] ?? 0, keepMissing: false};
}

const readAll = (filter: Crossfilter): number =>
  filter.names.reduce((sum, name) => sum + (filter.bars(name).counts[0] ?? 0), filter.count);

async function ours(columns: readonly NumericColumn[]): Promise<{figures: Figure[]; filter: Crossfilter}> {
  const module = await WebAssembly.compile(await compileKernels());
  const start = performance.now();
  const filter = await Crossfilter.open(module, columns, ROWS);
  const opened = performance.now() - start;
  const everyRow = new Uint8Array(ROWS / 8).fill(255);
  const alternate = new Uint8Array(ROWS / 8).fill(0b10101010);
  const full = await medianMs(MOVES, (turn) => {
    filter.setMask("outside", turn % 2 ? everyRow : alternate);
    return readAll(filter);
  });
  filter.setMask("outside", null);
  const first = await medianMs(
    MOVES,
    (turn) => {
      filter.setRange("c3", brushOf(filter, "c3", turn));
      return readAll(filter);
    },
    () => filter.setMask("outside", null)
  );
  const move = await medianMs(MOVES, (turn) => {
    filter.setRange("c3", brushOf(filter, "c3", turn));
    return readAll(filter);
  });
  const typed = await medianMs(MOVES, (turn) => {
    filter.setRange("c3", {min: -3.21 - turn / 100, max: 12.345, keepMissing: false});
    return readAll(filter);
  });
  const page = await medianMs(
    MOVES,
    () => filter.rows(1000, 50),
    (turn) => filter.setRange("c3", brushOf(filter, "c3", turn))
  );
  filter.setRange("c3", brushOf(filter, "c3", 3));
  const figures = [
    {who: "Fumehood: change of half of the rows, all histograms", ms: full},
    {who: "Fumehood: first move of a brush on a new column", ms: first},
    {who: "Fumehood: each further move (prefix cube)", ms: move},
    {who: "Fumehood: typed limits off the bin edges", ms: typed},
    {who: "Fumehood: masks and a page of 50 rows after a move", ms: page},
    {who: `Fumehood: opening (${(filter.byteLength / 1e6).toFixed(0)} MB)`, ms: opened}
  ];
  return {figures, filter};
}

/** The same question in DuckDB: one grouped count per column over the rows that pass, one thread. */
async function duckdb(columns: readonly NumericColumn[], filter: Crossfilter): Promise<{ms: number; count: number}> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const names = columns.map(({name}) => name);
  await connection.run(`create table t (${names.map((name) => `${name} double`).join(", ")})`);
  const appender = await connection.createAppender("t");
  for (let row = 0; row < ROWS; row++) {
    for (const {values} of columns) {
      const value = values[row] ?? NaN;
      if (Number.isNaN(value)) appender.appendNull();
      else appender.appendDouble(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  const {min, max} = brushOf(filter, "c3", 3);
  const passes = `c3 between ${String(min)} and ${String(max)}`;
  const ms = await medianMs(5, async () => {
    for (const name of names) {
      const {edges} = filter.bins(name);
      const step = (edges[1] ?? 1) - (edges[0] ?? 0);
      const where = name === "c3" ? "true" : passes;
      await connection.runAndReadAll(
        `select floor(${name} / ${String(step)}) b, count(*) from t where ${where} group by b`
      );
    }
  });
  const answer = await connection.runAndReadAll(`select count(*)::int from t where ${passes}`);
  connection.closeSync();
  instance.closeSync();
  return {ms, count: Number(answer.getRows()[0]?.[0])};
}

/** Brush to all 20 histograms and the count over a million rows, against native DuckDB running the 20 queries. */
export async function crossfilterBench(): Promise<void> {
  const columns = makeColumns();
  const {figures, filter} = await ours(columns);
  const rival = await duckdb(columns, filter);
  const same =
    rival.count === filter.count ? "same count" : `COUNTS DIFFER: ${String(rival.count)} ${String(filter.count)}`;
  printFigures(
    `Crossfilter, ${String(ROWS)} rows × ${String(COLUMNS)} columns: brush to all histograms and the count`,
    [...figures, {who: "native DuckDB, one thread, 20 queries", ms: rival.ms}],
    [`${same} in both`]
  );
}
