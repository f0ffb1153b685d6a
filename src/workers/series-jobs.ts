import {withMolecule, type RDKit} from "../chem/molecule.js";
import {genericFramework} from "../chem/generic-framework.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {MORGAN_BYTES, morganFingerprint} from "../chem/morgan-fingerprint.js";
import {murckoScaffold} from "../chem/murcko-scaffold.js";
import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {butinaClusters} from "../series/butina-clusters.js";
import {neighbourLists} from "../series/neighbour-lists.js";
import {parentScaffold} from "../series/parent-scaffold.js";

/** What a series job works with. */
export interface SeriesEngine {
  readonly rdkit: RDKit;
  /** Compiled kernels; asked for by the jobs that need them. */
  readonly kernels: () => Promise<WebAssembly.Module>;
}

/** Told how much of a job is done. */
export type Tell = (done: number, total: number) => void;

interface Job<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

/** Jobs about one molecule or scaffold at a time: a list is answered by a list as long. */
export interface SeriesItemJobs {
  /** SMILES → Bemis-Murcko scaffold. */
  readonly scaffolds: Job<string, string | null>;
  /** SMILES → generic framework. */
  readonly frameworks: Job<string, string | null>;
  /** Scaffold → its parent in the scaffold tree. */
  readonly parents: Job<string, string | null>;
  /** SMILES → Morgan fingerprint; null when it cannot be read. */
  readonly fingerprints: Job<string, Uint8Array | null>;
}

/** Jobs about a whole set. */
export interface SeriesSetJobs {
  /** Rows of each Butina cluster; see `butinaClusters`. A row without fingerprint is in none. */
  readonly clusters: Job<
    {readonly fingerprints: readonly (Uint8Array | null)[]; readonly threshold: number},
    readonly (readonly number[])[]
  >;
}

type ItemHandlers = {
  readonly [Name in keyof SeriesItemJobs]: (
    engine: SeriesEngine,
    item: SeriesItemJobs[Name]["ask"]
  ) => SeriesItemJobs[Name]["answer"];
};

type SetHandlers = {
  readonly [Name in keyof SeriesSetJobs]: (
    engine: SeriesEngine,
    ask: SeriesSetJobs[Name]["ask"],
    tell: Tell
  ) => Promise<SeriesSetJobs[Name]["answer"]>;
};

/** How each job about one item is done. */
export const seriesItemJobs: ItemHandlers = {
  scaffolds: ({rdkit}, smiles) => withMolecule(rdkit, smiles, (molecule) => murckoScaffold(rdkit, molecule)),
  frameworks: ({rdkit}, smiles) =>
    withMolecule(rdkit, smiles, (molecule) => genericFramework(rdkit, moleculeGraph(molecule))),
  parents: ({rdkit}, scaffold) => parentScaffold(rdkit, scaffold),
  fingerprints: ({rdkit}, smiles) => withMolecule(rdkit, smiles, morganFingerprint)
};

/** How each job about a set is done. */
export const seriesSetJobs: SetHandlers = {
  clusters: async (engine, {fingerprints, threshold}, tell) => {
    const known = [...fingerprints.keys()].filter((row) => fingerprints[row] !== null);
    const bytes = new Uint8Array(known.length * MORGAN_BYTES);
    known.forEach((row, place) => {
      bytes.set(fingerprints[row] ?? [], place * MORGAN_BYTES);
    });
    const index = await FingerprintIndex.build(await engine.kernels(), [bytes], MORGAN_BYTES);
    const clusters = butinaClusters(neighbourLists(index, bytes, threshold, tell));
    return clusters.map((places) => places.map((place) => known[place] ?? -1));
  }
};
