import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findPython} from "../loaders/find-python.js";
import {compileKernels} from "../loaders/compile-kernels.js";
import {readInput} from "../loaders/inputs.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {MORGAN_BYTES} from "../src/chem/morgan-fingerprint.js";
import {withMolecule} from "../src/chem/molecule.js";
import {scaffoldTree} from "../src/series/scaffold-tree.js";
import {molecules} from "../src/tables/molecules.js";
import {type SeriesEngine, seriesItemJobs, seriesSetJobs} from "../src/workers/series-jobs.js";
import {type Figure, printFigures} from "./measure.js";

const COUNT = 5000;
const CORE = "c1ncc2cc[nH]c2n1";
const THRESHOLD = 0.6;
/** What the work may take of native RDKit's time. */
const ALLOWED = 1.5;

interface Measured {
  readonly ms: number;
  readonly count: number;
}

/** CPU time, since others may use the machine meanwhile. */
async function cpuMs(work: () => number | Promise<number>): Promise<Measured> {
  const before = process.cpuUsage();
  const count = await work();
  const {user, system} = process.cpuUsage(before);
  return {ms: (user + system) / 1000, count};
}

/** The project's own molecules, thinned evenly, as this version of RDKit writes them. */
async function readSmiles(engine: SeriesEngine): Promise<string[]> {
  const rows = (await readInput(molecules)).flatMap(({smiles}) =>
    smiles === null || smiles.includes(".") ? [] : [smiles]
  );
  const unique = [...new Set(rows)];
  const step = Math.max(1, unique.length / COUNT);
  const thinned = Array.from({length: Math.min(COUNT, unique.length)}, (_, i) => unique[Math.floor(i * step)] ?? "");
  return thinned.flatMap((smiles) => withMolecule(engine.rdkit, smiles, (molecule) => molecule.get_smiles()) ?? []);
}

type Task = "tree" | "clusters" | "r-groups" | "pairs" | "map";

function runNative(smiles: readonly string[]): Readonly<Record<Task, Measured>> | null {
  const folder = mkdtempSync(join(tmpdir(), "fumehood-bench-"));
  const file = join(folder, "molecules.smi");
  writeFileSync(file, smiles.join("\n"));
  try {
    const script = new URL("series.py", import.meta.url).pathname;
    const answer = execFileSync(findPython("rdkit") ?? "python3", [script, file, CORE, String(THRESHOLD)], {
      encoding: "utf8"
    });
    return JSON.parse(answer) as Record<Task, Measured>;
  } catch (error) {
    console.log(`  native RDKit is not on this machine: ${String(error).split("\n")[0] ?? ""}`);
    return null;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function joined(fingerprints: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(fingerprints.length * MORGAN_BYTES);
  fingerprints.forEach((one, row) => {
    bytes.set(one, row * MORGAN_BYTES);
  });
  return bytes;
}

const nothing = (): void => undefined;

/** What each view of the Series page works out, for 5,000 of the project's molecules, against native Python RDKit: CPU time of one thread. */
export async function seriesBench(): Promise<void> {
  const module = await WebAssembly.compile(await compileKernels());
  const engine: SeriesEngine = {
    ...{rdkit: await loadRDKit(), kernels: () => Promise.resolve(module), hydrogenated: new Map(), parents: new Map()}
  };
  const smiles = await readSmiles(engine);
  const prints = (): Uint8Array[] => smiles.flatMap((text) => seriesItemJobs.fingerprints(engine, text) ?? []);
  const ours: Readonly<Record<Task, Measured>> = {
    tree: await cpuMs(() => {
      const scaffolds = smiles.map((text) => seriesItemJobs.scaffolds(engine, text));
      return scaffoldTree(engine.rdkit, scaffolds).size;
    }),
    clusters: await cpuMs(async () => {
      const ask = {fingerprints: prints(), threshold: THRESHOLD};
      return (await seriesSetJobs.clusters(engine, ask, nothing)).length;
    }),
    "r-groups": await cpuMs(
      async () => (await seriesSetJobs.rGroups(engine, {smiles, core: CORE}, nothing)).rows.length
    ),
    pairs: await cpuMs(async () => {
      const cuts = smiles.map((text) => seriesItemJobs.singleCuts(engine, text));
      return (await seriesSetJobs.pairs(engine, {smiles, cuts}, nothing)).a.length;
    }),
    map: await cpuMs(async () => {
      const ask = {fingerprints: joined(prints()), seed: 1, kind: "pca"} as const;
      return (await seriesSetJobs.map(engine, ask, nothing)).x.length;
    })
  };
  const umap = await cpuMs(async () => {
    const ask = {fingerprints: joined(prints()), seed: 1, kind: "umap"} as const;
    return (await seriesSetJobs.map(engine, ask, nothing)).x.length;
  });
  report(smiles.length, ours, runNative(smiles));
  printFigures("series: UMAP (no native rival here)", [{who: `Fumehood, ${String(umap.count)} rows`, ms: umap.ms}]);
}

/** What is counted where the two count the same thing. */
const COUNTED: Readonly<Record<Task, string>> = {
  tree: "scaffolds of the tree, of the whole network natively",
  clusters: "clusters",
  "r-groups": "rows with the core",
  pairs: "pairs",
  map: "rows"
};

function report(
  count: number,
  ours: Readonly<Record<Task, Measured>>,
  native: Readonly<Record<Task, Measured>> | null
): void {
  for (const task of Object.keys(ours) as Task[]) {
    const figures: Figure[] = [{who: "Fumehood, CPU time", ms: ours[task].ms}];
    const notes = [
      `${COUNTED[task]}: ${String(ours[task].count)}${native ? `, natively ${String(native[task].count)}` : ""}`
    ];
    if (native) {
      figures.push({who: "Python RDKit, CPU time", ms: native[task].ms});
      const share = ours[task].ms / native[task].ms;
      if (share > ALLOWED) process.exitCode = 1;
      notes.push(
        `${share.toFixed(2)} of native, at most ${String(ALLOWED)} is allowed: ${share <= ALLOWED ? "kept" : "FAIL"}`
      );
    }
    printFigures(`series: ${task}, ${String(count)} molecules`, figures, notes);
  }
}
