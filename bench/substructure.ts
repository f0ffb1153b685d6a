import {execFileSync} from "node:child_process";
import {createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {createGunzip} from "node:zlib";
import {findPython} from "../loaders/find-python.js";
import {compileKernels} from "../loaders/compile-kernels.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {compileQuery, releaseQuery} from "../src/search/compiled-query.js";
import {SearchShard} from "../src/search/search-shard.js";
import {queryKind, structureQuery} from "../src/search/structure-query.js";
import {printFigures} from "./measure.js";

const MOLECULES = Number(process.env["BENCH_MOLECULES"] ?? 1_000_000);
const SET = new URL("../../shared/data/compounds/mcule_sample_1M.csv.gz", import.meta.url);
const QUERIES = [
  ..."c1ccccc1 c1ccncc1 C1CCNCC1 C(=O)N S(=O)(=O)N c1ccc2[nH]ccc2c1 C(F)(F)F C#N C1COCCN1".split(" "),
  "[CX3](=O)[OX2H1]"
];
const FIRST_HITS = 100;
/** What is asked of every query. */
const LEAST_RATIO = 1;
const MOST_FIRST_MS = 50;

async function readSet(): Promise<string[]> {
  if (!existsSync(SET)) throw new Error("mcule_sample_1M.csv.gz is not on this machine");
  const smiles: string[] = [];
  for await (const line of createInterface({input: createReadStream(SET).pipe(createGunzip())})) {
    if (smiles.length >= MOLECULES + 1) break;
    smiles.push(line.split(",")[0] ?? "");
  }
  return smiles.slice(1);
}

interface Answer {
  readonly all: number;
  readonly first: number;
  readonly hits: number;
  /** Sum of row numbers: the same rows give the same. */
  readonly rows: number;
}

/** Ten everyday substructures in a million molecules, one thread, against RDKit's SubstructLibrary. */
export async function substructureBench(): Promise<void> {
  const smiles = await readSet();
  const folder = mkdtempSync(join(tmpdir(), "fumehood-bench-"));
  try {
    const {answers, built, bytes} = await ours(smiles);
    const native = rival(folder, smiles);
    const sum = (list: readonly Answer[], part: "all" | "first"): number =>
      list.reduce((total, one) => total + one[part], 0);
    printFigures(
      `Substructure, ${String(smiles.length)} molecules, ten queries together, one thread, CPU time, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
      [
        {who: "Fumehood: all hits", ms: sum(answers, "all")},
        ...(native ? [{who: "RDKit SubstructLibrary: all hits", ms: sum(native.answers, "all")}] : [])
      ],
      [
        `first ${String(FIRST_HITS)} hits: slowest query ${Math.max(...answers.map(({first}) => first)).toFixed(1)} ms` +
          (native ? `, RDKit ${Math.max(...native.answers.map(({first}) => first)).toFixed(1)} ms` : ""),
        `reading the set: ${(built / 1000).toFixed(0)} s` +
          (native ? `, RDKit ${(native.built / 1000).toFixed(0)} s` : ""),
        `held: ${(bytes / 1e6).toFixed(0)} MB, ${(bytes / smiles.length).toFixed(0)} bytes a molecule (fingerprints of both kinds, structures, SMILES)`,
        ...QUERIES.map((query, at) => describeAnswer(query, answers[at], native?.answers[at]))
      ]
    );
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function describeAnswer(query: string, own: Answer | undefined, native: Answer | undefined): string {
  const {all = NaN, first = NaN, hits = NaN, rows = NaN} = own ?? {};
  const words = `${query.padEnd(20)} ${String(hits).padStart(7)} hits ${all.toFixed(1).padStart(8)} ms, first ${first.toFixed(1)} ms`;
  if (!native) return words;
  const isSame = native.hits === hits && native.rows === rows;
  const ratio = native.all / all;
  const faults = [
    ...(isSame ? [] : [`OTHER ROWS (${String(native.hits)})`]),
    ...(ratio < LEAST_RATIO ? [`under ${String(LEAST_RATIO)}x`] : []),
    ...(first > MOST_FIRST_MS ? [`first hits over ${String(MOST_FIRST_MS)} ms`] : [])
  ];
  return `${words}; RDKit ${native.all.toFixed(1)} ms, ${ratio.toFixed(2)}x, ${faults.length === 0 ? "the same rows, pass" : `FAIL: ${faults.join(", ")}`}`;
}

const cpu = (): number => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
};

async function ours(smiles: readonly string[]): Promise<{answers: Answer[]; built: number; bytes: number}> {
  const rdkit = await loadRDKit();
  rdkit.disable_logging();
  const shard = new SearchShard(rdkit, await WebAssembly.compile(await compileKernels()));
  const start = cpu();
  await shard.addSmiles([...smiles.keys()], smiles);
  await shard.seal();
  const built = cpu() - start;
  const answers = QUERIES.map((structure): Answer => {
    const compiled = compileQuery(rdkit, structureQuery({structure, mode: "contains"}));
    const begin = cpu();
    let [first, hits, rows] = [NaN, 0, 0];
    for (const {keys} of shard.search(compiled)) {
      hits += keys.length;
      for (const key of keys) rows += key;
      if (hits >= FIRST_HITS && Number.isNaN(first)) first = cpu() - begin;
    }
    const all = cpu() - begin;
    releaseQuery(compiled);
    return {all, first: Number.isNaN(first) ? all : first, hits, rows};
  });
  return {answers, built, bytes: shard.byteLength};
}

function rival(folder: string, smiles: readonly string[]): {answers: Answer[]; built: number} | null {
  const python = findPython("rdkit");
  if (python === undefined) return null;
  writeFileSync(join(folder, "set.smi"), smiles.join("\n"));
  writeFileSync(join(folder, "queries.json"), JSON.stringify(QUERIES.map((query) => [query, queryKind(query)])));
  const script = new URL("substructure.py", import.meta.url).pathname;
  const output = execFileSync(python, [script, join(folder, "set.smi"), join(folder, "queries.json")], {
    encoding: "utf8"
  });
  const [first = "", ...lines] = output.trim().split("\n");
  const answers = lines.map((line) => {
    const [all = NaN, hundred = NaN, hits = NaN, rows = NaN] = line.split(" ").map(Number);
    return {all, first: hundred, hits, rows};
  });
  return {answers, built: Number(first.split(" ")[1])};
}
