import {compileSmarts} from "../chem/compile-smarts.js";
import {type MatchTarget, matchTarget} from "../chem/match-target.js";
import {type Mol, type RDKit, withMolecule} from "../chem/molecule.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {moleculeQuery} from "../chem/molecule-query.js";
import {parseSmarts, relaxedSmarts} from "../chem/parse-smarts.js";
import {PATH_BYTES, pathFingerprint} from "../chem/path-fingerprint.js";
import {queryPathFingerprint} from "../chem/query-paths.js";
import {planQuery, type QueryPlan} from "../chem/smarts-query.js";
import {standardise} from "../chem/standardise.js";
import {isTooLarge} from "../chem/structure-size.js";
import {dice, type SimilarityMetric, tanimoto, tversky} from "../kernels/similarity-metric.js";
import {morganFingerprint} from "../chem/morgan-fingerprint.js";
import {type QueryKind, queryKind, type StructureQuery} from "./structure-query.js";

/** A query ready for one engine; release with `releaseQuery`. */
export interface CompiledQuery {
  readonly query: StructureQuery;
  /** How the text was read. */
  readonly readAs: QueryKind;
  readonly pattern: Mol;
  /** Our own way of looking for it, as RDKit would; null for what is left to RDKit. */
  readonly plan: QueryPlan | null;
  /** The query itself as something to be searched; null for SMARTS. */
  readonly target: MatchTarget | null;
  /** Path fingerprint: what a row that contains the query must have. */
  readonly screen: Uint8Array;
  /** Morgan fingerprint; null for SMARTS, which has none. */
  readonly morgan: Uint8Array | null;
  /** Canonical SMILES of the query's parent; null for SMARTS. */
  readonly parent: string | null;
  readonly metric: SimilarityMetric;
}

/** The valence of an atom is not among what a set keeps of a molecule. */
const ASKS_VALENCE = /v/;
const COMPARES_PARENTS: ReadonlySet<string> = new Set(["exact", "similar"]);
const WHOLE_ONLY: ReadonlySet<string> = new Set(["contained in", "not contained in", "exact", "similar"]);

/**
 * Compiles a query. A whole structure is searched for as RDKit does for a molecule: elements, bonds and aromaticity must
 * be the same, charges and isotopes where the query has them; hydrogens and stereochemistry are no condition. In SMARTS,
 * hydrogens written as atoms are conditions on their neighbours.
 *
 * @throws in words for the user when the text cannot be read, or is a pattern where a whole structure is needed
 */
export function compileQuery(rdkit: RDKit, query: StructureQuery): CompiledQuery {
  const text = query.structure.includes("\n") ? query.structure : query.structure.trim();
  if (text === "") throw new Error("there is no structure to search for");
  if (isTooLarge(text)) throw new Error("the structure is too large to search for");
  const metric = metricOf(query);
  const whole = queryKind(text) === "SMARTS" ? null : rdkit.get_mol(text);
  if (whole) return compileWhole(rdkit, query, whole, queryKind(text), metric);
  if (queryKind(text) === "molblock") throw new Error("the molfile cannot be read");
  if (WHOLE_ONLY.has(query.mode))
    throw new Error(`“${query.mode}” needs a whole structure; this is not one, or it is a SMARTS pattern: ${text}`);
  return compilePattern(rdkit, query, text, metric);
}

/** Frees what a query holds in the engine; it is dead afterwards. */
export function releaseQuery({pattern}: CompiledQuery): void {
  pattern.delete();
}

function compileWhole(
  rdkit: RDKit,
  query: StructureQuery,
  pattern: Mol,
  readAs: QueryKind,
  metric: SimilarityMetric
): CompiledQuery {
  if (pattern.get_num_atoms() === 0) {
    pattern.delete();
    throw new Error("the structure has no atoms");
  }
  const parent = standardise(rdkit, new Set(), pattern).smiles;
  const screens = (molecule: Mol): Pick<CompiledQuery, "screen" | "morgan"> => ({
    screen: pathFingerprint(matchTarget(moleculeGraph(molecule))),
    morgan: morganFingerprint(molecule)
  });
  // The set holds parents: what is the same as, or like, the query is so to its parent.
  const ofParent = COMPARES_PARENTS.has(query.mode) ? withMolecule(rdkit, parent, screens) : null;
  const target = matchTarget(moleculeGraph(pattern));
  const graph = moleculeQuery(target);
  const plan = graph && planQuery(graph);
  return {query, readAs, pattern, plan, target, metric, parent, ...(ofParent ?? screens(pattern))};
}

function compilePattern(rdkit: RDKit, query: StructureQuery, smarts: string, metric: SimilarityMetric): CompiledQuery {
  const pattern = compileSmarts(rdkit, smarts);
  const relaxed = relaxedSmarts(smarts);
  const screen = relaxed ? queryPathFingerprint(relaxed) : new Uint8Array(PATH_BYTES);
  const graph = ASKS_VALENCE.test(smarts) ? null : parseSmarts(smarts);
  const plan = graph && planQuery(graph);
  return {query, readAs: "SMARTS", pattern, plan, target: null, screen, metric, morgan: null, parent: null};
}

function metricOf({metric, alpha, beta, threshold}: StructureQuery): SimilarityMetric {
  if (!(threshold >= 0 && threshold <= 1)) throw new Error(`invalid threshold: ${String(threshold)}`);
  if (metric === "tversky") return tversky(alpha, beta);
  return metric === "dice" ? dice : tanimoto;
}
