import {seededRandom} from "../base/random.js";
import {commonSubstructure, type CommonSubstructure} from "../chem/common-substructure.js";
import {withMolecule, type RDKit} from "../chem/molecule.js";
import {genericFramework} from "../chem/generic-framework.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {MORGAN_BYTES, morganFingerprint, splitRows} from "../chem/morgan-fingerprint.js";
import {murckoScaffold} from "../chem/murcko-scaffold.js";
import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {activityCliffs, type CliffLimits, type CliffPair} from "../series/activity-cliffs.js";
import {applyTransformation} from "../series/apply-transformation.js";
import {joinCore} from "../series/join-core.js";
import {butinaClusters} from "../series/butina-clusters.js";
import {type ChemicalMap, principalMap, setBits} from "../series/chemical-map.js";
import {cutMolecule} from "../series/cut-molecule.js";
import {readCuts, writeCuts} from "../series/cut-text.js";
import {freeWilson, type FreeWilson} from "../series/free-wilson.js";
import {matchedPairs, type PairTable} from "../series/matched-pairs.js";
import {maxMin} from "../series/max-min.js";
import {neighbourLists} from "../series/neighbour-lists.js";
import {scaffoldLineage} from "../series/parent-scaffold.js";
import {rGroupTable, type RGroupTable} from "../series/r-groups.js";
import {eachText, type PackedTexts} from "../tables/packed-texts.js";

/** What a series job works with. */
export interface SeriesEngine {
  readonly rdkit: RDKit;
  /** Compiled kernels; asked for by the jobs that need them. */
  readonly kernels: () => Promise<WebAssembly.Module>;
  /** Contexts with a hydrogen in the cut's place, met before. */
  readonly hydrogenated: Map<string, string | null>;
  /** Parents of scaffolds met before. */
  readonly parents: Map<string, string | null>;
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
  /** SMILES, of a scaffold or of a molecule → generic framework. */
  readonly frameworks: Job<string, string | null>;
  /** Scaffold → its parent in the scaffold tree, the parent's, and so on to the root. */
  readonly lineages: Job<string, readonly string[]>;
  /** SMILES → Morgan fingerprint; null when it cannot be read. */
  readonly fingerprints: Job<string, Uint8Array | null>;
  /** SMILES → cuts at one bond, as `writeCuts` writes them. */
  readonly singleCuts: Job<string, string | null>;
  /** SMILES → cuts at one bond and at two. */
  readonly doubleCuts: Job<string, string | null>;
}

/** Jobs about a whole set. */
export interface SeriesSetJobs {
  /** Rows of each Butina cluster; see `butinaClusters`. A row without fingerprint is in none. */
  readonly clusters: Job<
    {readonly fingerprints: readonly (Uint8Array | null)[]; readonly threshold: number},
    readonly (readonly number[])[]
  >;
  /** Morgan fingerprints of SMILES, row after row; zeros for what cannot be read. */
  readonly fingerprintRows: Job<{readonly smiles: PackedTexts}, Uint8Array>;
  /** Rows that are unlike each other, in the order chosen; see `maxMin`. A fingerprint of zeros is not chosen. */
  readonly diverse: Job<{readonly fingerprints: Uint8Array; readonly count: number}, readonly number[]>;
  /** Cliffs; rows are places in the lists. A row without fingerprint is in none. */
  readonly cliffs: Job<
    {
      readonly fingerprints: readonly (Uint8Array | null)[];
      readonly activities: Float64Array;
      readonly limits: CliffLimits;
    },
    readonly CliffPair[]
  >;
  /** A map of rows by their fingerprints, row after row: principal components, or neighbours kept together. */
  readonly map: Job<
    {readonly fingerprints: Uint8Array; readonly seed: number; readonly kind: "pca" | "umap"},
    ChemicalMap
  >;
  /** The part that all, or a share of them, have in common. */
  readonly core: Job<{readonly smiles: readonly string[]; readonly share: number}, CommonSubstructure | null>;
  readonly rGroups: Job<{readonly smiles: readonly string[]; readonly core: string}, RGroupTable>;
  /** An additive model of values, one for each input row of the table; see `freeWilson`. */
  readonly additivity: Job<{readonly table: RGroupTable; readonly values: Float64Array}, FreeWilson | null>;
  /** Matched pairs of rows, from the text of their cuts; null where there are none. */
  readonly pairs: Job<{readonly smiles: readonly string[]; readonly cuts: readonly (string | null)[]}, PairTable>;
  /** What a transformation makes of a compound. */
  readonly apply: Job<
    {readonly smiles: string; readonly from: string; readonly to: string},
    {readonly smiles: string | null; readonly products: readonly string[]}
  >;
  /** Compounds from a core and its groups: each SMILES, or null when RDKit refuses it. */
  readonly assemble: Job<
    {readonly core: string; readonly parts: readonly (readonly string[])[]},
    readonly (string | null)[]
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
  lineages: ({rdkit, parents}, scaffold) => scaffoldLineage(rdkit, scaffold, parents),
  fingerprints: ({rdkit}, smiles) => withMolecule(rdkit, smiles, morganFingerprint),
  singleCuts: ({rdkit, hydrogenated}, smiles) =>
    withMolecule(rdkit, smiles, (molecule) => writeCuts(cutMolecule(rdkit, molecule, false, hydrogenated))),
  doubleCuts: ({rdkit, hydrogenated}, smiles) =>
    withMolecule(rdkit, smiles, (molecule) => writeCuts(cutMolecule(rdkit, molecule, true, hydrogenated)))
};

/** How each job about a set is done. */
export const seriesSetJobs: SetHandlers = {
  clusters: async (engine, {fingerprints, threshold}, tell) => {
    const {index, bytes, known} = await indexOf(engine, fingerprints);
    const clusters = butinaClusters(neighbourLists(index, bytes, threshold, tell));
    return clusters.map((places) => places.map((place) => known[place] ?? -1));
  },
  fingerprintRows: ({rdkit}, {smiles}) => {
    const rows = new Uint8Array(smiles.ends.length * MORGAN_BYTES);
    eachText(smiles, (text, row) => {
      const fingerprint = text === null ? null : withMolecule(rdkit, text, morganFingerprint);
      if (fingerprint) rows.set(fingerprint, row * MORGAN_BYTES);
    });
    return Promise.resolve(rows);
  },
  diverse: (_, {fingerprints, count}, tell) => {
    const {known, bytes} = joinKnown(splitRows(fingerprints));
    const {rows} = maxMin(bytes, MORGAN_BYTES, count, tell);
    return Promise.resolve(Array.from(rows, (place) => known[place] ?? -1));
  },
  cliffs: async (engine, {fingerprints, activities, limits}, tell) => {
    const {index, bytes, known} = await indexOf(engine, fingerprints);
    const values = known.map((row) => activities[row] ?? NaN);
    const pairs = activityCliffs(index, bytes, values, limits, tell);
    return pairs.map((pair) => ({...pair, low: known[pair.low] ?? -1, high: known[pair.high] ?? -1}));
  },
  map: async (engine, {fingerprints, seed, kind}, tell) => {
    const random = seededRandom(seed);
    if (kind === "pca") {
      const rows = Array.from({length: fingerprints.length / MORGAN_BYTES}, (_, row) => row * MORGAN_BYTES);
      const bits = rows.map((from) => setBits(fingerprints.subarray(from, from + MORGAN_BYTES)));
      return principalMap(bits, MORGAN_BYTES * 8, random, tell);
    }
    const index = await FingerprintIndex.build(await engine.kernels(), [fingerprints], MORGAN_BYTES);
    const {neighbourMap} = await import("../series/neighbour-map.js");
    return neighbourMap(index, fingerprints, random, tell);
  },
  core: ({rdkit}, {smiles, share}) =>
    Promise.resolve(commonSubstructure(rdkit, smiles, {seconds: CORE_SECONDS, share})),
  rGroups: ({rdkit}, {smiles, core}, tell) => Promise.resolve(rGroupTable(rdkit, core, smiles, tell)),
  additivity: (_, {table, values}) => Promise.resolve(freeWilson(table, values)),
  pairs: (_, {smiles, cuts}, tell) => {
    const rows = smiles.map((own, row) => ({smiles: own, cuts: readCuts(cuts[row] ?? "")}));
    return Promise.resolve(matchedPairs(rows, tell));
  },
  apply: ({rdkit}, {smiles, from, to}) =>
    Promise.resolve({
      smiles: withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles()),
      products: applyTransformation(rdkit, smiles, from, to)
    }),
  assemble: ({rdkit}, {core, parts}) => Promise.resolve(parts.map((groups) => joinCore(rdkit, core, groups)))
};

async function indexOf(
  engine: SeriesEngine,
  fingerprints: readonly (Uint8Array | null)[]
): Promise<{readonly index: FingerprintIndex; readonly bytes: Uint8Array; readonly known: readonly number[]}> {
  const {known, bytes} = joinKnown(fingerprints);
  return {index: await FingerprintIndex.build(await engine.kernels(), [bytes], MORGAN_BYTES), bytes, known};
}

/** The fingerprints that there are, row after row, and the row of each. */
function joinKnown(fingerprints: readonly (Uint8Array | null)[]): {
  readonly known: readonly number[];
  readonly bytes: Uint8Array;
} {
  const known = [...fingerprints.keys()].filter((row) => fingerprints[row] !== null);
  const bytes = new Uint8Array(known.length * MORGAN_BYTES);
  known.forEach((row, place) => {
    bytes.set(fingerprints[row] ?? [], place * MORGAN_BYTES);
  });
  return {known, bytes};
}

/** A search for a core ends after so many seconds with the largest found. */
const CORE_SECONDS = 20;
