import {execFileSync} from "node:child_process";
import {createWriteStream, mkdtempSync, rmSync, statSync} from "node:fs";
import {once} from "node:events";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createGzip} from "node:zlib";
import {CHEMREPS_HEADER} from "../loaders/load-chemreps.js";
import {seededRandom} from "../src/base/random.js";
import {type Figure, printFigures} from "./measure.js";

/** Compounds of ChEMBL 37. */
const LINES = 2_900_000;
const PIECES = [
  "c1ccccc1",
  "C(=O)N",
  "CC",
  "N1CCNCC1",
  "O",
  "Cl",
  "F",
  "c1ccncc1",
  "S(=O)(=O)",
  "[C@@H](C)",
  "C#N",
  "OC"
];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A file of the shape and size of ChEMBL's list of all compounds; the text means nothing. */
async function writeFile(file: string): Promise<void> {
  const random = seededRandom(37);
  const pick = (from: string | readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  const text = (length: number): string => Array.from({length}, () => pick(LETTERS)).join("");
  const gzip = createGzip({level: 1});
  const done = once(gzip.pipe(createWriteStream(file)), "close");
  gzip.write(`${CHEMREPS_HEADER}\n`);
  for (let i = 0; i < LINES; i++) {
    const smiles = Array.from({length: 8}, () => pick(PIECES)).join("");
    const line = `CHEMBL${String(i)}\t${smiles}\tInChI=1S/C22H24/${smiles}\t${text(14)}-${text(10)}-N\n`;
    if (!gzip.write(line)) await once(gzip, "drain");
  }
  gzip.end();
  await done;
}

const PYTHON = `
import csv, gzip, sys, time
start = time.perf_counter()
n = -1
with gzip.open(sys.argv[1], 'rt') as f:
    for row in csv.reader(f, delimiter='\\t', quoting=csv.QUOTE_NONE):
        n += 1
print((time.perf_counter() - start) * 1000, n)
`;

/** The file of all ChEMBL compounds into the store, beside a loop that only reads it. */
export async function chemrepsBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fumehood-bench-"));
  try {
    const file = join(folder, "chemreps.txt.gz");
    await writeFile(file);
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const printed = execFileSync(process.execPath, [tsx, "bench/chemreps-load.ts", file, join(folder, "out.parquet")]);
    const {count, ms, mb} = JSON.parse(printed.toString()) as {count: number; ms: number; mb: number};
    const figures: Figure[] = [{who: "loadChemreps, one thread, to Parquet", ms}];
    const notes = [
      `${String(count)} compounds from ${(statSync(file).size / 1e6).toFixed(0)} MB; peak memory ${mb.toFixed(0)} MB`
    ];
    try {
      const [python = NaN] = execFileSync("python3", ["-c", PYTHON, file]).toString().split(" ").map(Number);
      figures.push({who: "Python gzip and csv, reading only", ms: python});
    } catch {
      notes.push("Python: not on this machine");
    }
    printFigures(`All of ChEMBL: ${String(LINES)} compounds into the store`, figures, notes);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
