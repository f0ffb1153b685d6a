import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findPython} from "../loaders/find-python.js";
import {admetFeatures, N_BITS} from "../src/admet/features.js";
import type {AdmetEngine} from "../src/admet/admet-engine.js";
import {bitBlock, EDGES_PER_FEATURE, LANES, WORDS_PER_BIT} from "../src/admet/forest.js";
import {withMolecule, type RDKit} from "../src/chem/molecule.js";

/** What the training library took for the same trees, and how far its scores are from ours. */
export interface LibraryRun {
  readonly seconds: number;
  /** Largest difference of a score. */
  readonly difference: number;
  readonly library: string;
}

/** The same forests and molecules in Python with XGBoost and RDKit, one thread; null where they are not installed. */
export function libraryRun(rdkit: RDKit, engine: AdmetEngine, smiles: readonly string[]): LibraryRun | null {
  const folder = mkdtempSync(join(tmpdir(), "fumehood-admet-"));
  try {
    const file = join(folder, "work.json");
    writeFileSync(file, JSON.stringify(workOf(rdkit, engine, smiles)));
    const options = {
      encoding: "utf8" as const,
      maxBuffer: 1e8,
      stdio: ["ignore" as const, "pipe" as const, "inherit" as const]
    };
    return JSON.parse(
      execFileSync(findPython("rdkit", "xgboost") ?? "python3", ["bench/admet_library.py", file], options)
    ) as LibraryRun;
  } catch {
    return null;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function workOf(rdkit: RDKit, {set: {models, edges}, forests}: AdmetEngine, smiles: readonly string[]): object {
  const shown = models.flatMap((model, place) => (model.card.skill.shown ? [{...model, place}] : []));
  const checked = smiles
    .slice(0, LANES)
    .flatMap((text) => withMolecule(rdkit, text, (mol) => admetFeatures(mol)) ?? []);
  const block = bitBlock(checked, edges, N_BITS);
  const nFeatures = N_BITS + edges.length * EDGES_PER_FEATURE;
  const has = (bit: number, lane: number): boolean =>
    (((block[bit * WORDS_PER_BIT + (lane >> 5)] ?? 0) >>> (lane & 31)) & 1) === 1;
  forests.load(block);
  return {
    smiles,
    nBits: N_BITS,
    nFeatures,
    edges: edges.map((cuts) => [...cuts]),
    forests: shown.map(({forest}) => ({base: forest.base, nodes: [...forest.nodes], leaves: [...forest.leaves]})),
    rows: checked.map((_, lane) => Array.from({length: nFeatures}, (_, bit) => bit).filter((bit) => has(bit, lane))),
    scores: shown.map(({place}) => [...forests.scores(place)].slice(0, checked.length))
  };
}
