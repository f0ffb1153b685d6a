import type {MatchTarget} from "./match-target.js";
import type {Descriptors} from "../tables/descriptor-columns.js";
import type {Mol, RDKit} from "./molecule.js";
import type {GraphAtom, MoleculeGraph} from "./molecule-graph.js";
import {QED_ALERTS} from "./qed-alerts.js";
import {compileQuerySet, countMatchingAtoms, matchingQueries, releaseQuerySet, type QuerySet} from "./query-set.js";

/** The eight properties QED weighs. */
export interface QedProperties {
  /** Average molecular weight, Da. */
  readonly mw: number;
  readonly clogp: number;
  readonly acceptors: number;
  readonly donors: number;
  /** Å², N and O only. */
  readonly tpsa: number;
  readonly rotatableBonds: number;
  readonly aromaticRings: number;
  readonly alerts: number;
}

interface DesirabilityCurve {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly highest: number;
  /** Mean weight of the property over the thousand best weightings. */
  readonly weight: number;
}

/**
 * Asymmetric double sigmoids and mean weights.
 *
 * @see Bickerton 2012 doi:10.1038/nchem.1243, supplementary table 1 and the "QED weighted, mean" row
 */
const CURVES: Readonly<Record<keyof QedProperties, DesirabilityCurve>> = {
  mw: curve([2.817065973, 392.5754953, 290.7489764, 2.419764353, 49.22325677, 65.37051707], 104.9805561, 0.66),
  clogp: curve([3.172690585, 137.8624751, 2.534937431, 4.581497897, 0.822739154, 0.576295591], 131.3186604, 0.46),
  acceptors: curve([2.948620388, 160.4605972, 3.615294657, 4.435986202, 0.290141953, 1.300669958], 148.7763046, 0.05),
  donors: curve([1.618662227, 1010.051101, 0.985094388, 0.000000001, 0.713820843, 0.920922555], 258.1632616, 0.61),
  tpsa: curve([1.876861559, 125.2232657, 62.90773554, 87.83366614, 12.01999824, 28.51324732], 104.5686167, 0.06),
  rotatableBonds: curve([0.01, 272.4121427, 2.55837997, 1.565547684, 1.271567166, 2.758063707], 105.4420403, 0.65),
  aromaticRings: curve([3.21778897, 957.7374108, 2.274627939, 0.000000001, 1.317690384, 0.375760881], 312.337261, 0.48),
  alerts: curve([0.01, 1199.094025, -0.09002883, 0.000000001, 0.185904477, 0.875193782], 417.725314, 0.95)
};
const PROPERTY_NAMES = Object.keys(CURVES) as readonly (keyof QedProperties)[];

/** Hydrogen-bond acceptor atoms as QED counts them (fewer than RDKit's own count), one atom each, none twice. */
const ACCEPTORS = [
  "[oH0X2,OH1X2v2,OH0X2v2,OH0X1v2,SH0X2v2,SH0X1v2,nH0X2,NH0X1v3,$([N;+0;X3;v3;!$(N[C,S]=O)])]",
  "[O-X1,S-X1]"
];

/** The compiled queries QED needs; release with `releaseQedQueries`. */
export interface QedQueries {
  readonly alerts: QuerySet;
  readonly acceptors: QuerySet;
}

/** Compiles the queries QED needs, once per engine. */
export function compileQedQueries(rdkit: RDKit): QedQueries {
  return {alerts: compileQuerySet(rdkit, QED_ALERTS), acceptors: compileQuerySet(rdkit, ACCEPTORS)};
}

/** Frees the queries; they are dead afterwards. */
export function releaseQedQueries({alerts, acceptors}: QedQueries): void {
  releaseQuerySet(alerts);
  releaseQuerySet(acceptors);
}

/** What `qedProperties` reads of one molecule; each part is computed once and shared with other steps. */
export interface QedInput {
  readonly molecule: Mol;
  readonly graph: MoleculeGraph;
  /** Of the graph. */
  readonly target: MatchTarget;
  readonly descriptors: Descriptors;
}

/** The eight properties of a molecule, defined as in RDKit's QED. */
export function qedProperties(queries: QedQueries, input: QedInput): QedProperties {
  const {molecule, graph, target, descriptors} = input;
  return {
    mw: descriptors.mw_da,
    clogp: descriptors.clogp,
    acceptors: countMatchingAtoms(queries.acceptors, target),
    donors: descriptors.n_hbd,
    tpsa: descriptors.tpsa_a2,
    rotatableBonds: descriptors.n_rotatable_bonds,
    aromaticRings: countRingsWithoutAliphaticAtoms(graph),
    alerts: matchingQueries(queries.alerts, molecule, target).length
  };
}

/**
 * Quantitative estimate of drug-likeness, 0-1, higher is more like the oral drugs of 2012: the weighted geometric mean
 * of eight desirabilities. An empty molecule has a value too (that of eight zeros).
 *
 * @see Bickerton 2012 doi:10.1038/nchem.1243
 */
export function qed(properties: QedProperties): number {
  let sum = 0;
  let weights = 0;
  for (const name of PROPERTY_NAMES) {
    const {weight} = CURVES[name];
    sum += weight * Math.log(desirability(CURVES[name], properties[name]));
    weights += weight;
  }
  return Math.exp(sum / weights);
}

function desirability({a, b, c, d, e, f, highest}: DesirabilityCurve, x: number): number {
  const rise = 1 + Math.exp(-(x - c + d / 2) / e);
  const fall = 1 + Math.exp(-(x - c - d / 2) / f);
  return (a + (b / rise) * (1 - 1 / fall)) / highest;
}

/**
 * Rings left when every aliphatic ring atom with a single bond to a non-aromatic neighbour is taken away: how RDKit's
 * QED counts aromatic rings. Phenothiazine's sulfur and anthraquinone's carbonyls stay, and so do their middle rings.
 */
function countRingsWithoutAliphaticAtoms(graph: MoleculeGraph): number {
  const ringAtoms = new Set(graph.rings.flat());
  const kept = graph.atoms.map((atom, index) => !ringAtoms.has(index) || isKept(graph, atom, index));
  return countCycles(
    kept,
    graph.bonds.filter(({from, to}) => kept[from] === true && kept[to] === true)
  );
}

function isKept({atoms, bonds}: MoleculeGraph, atom: GraphAtom, index: number): boolean {
  return (
    atom.isAromatic ||
    atom.bonds.every((own) => {
      const bond = bonds[own];
      if (bond?.order !== 1) return true;
      return atoms[bond.from === index ? bond.to : bond.from]?.isAromatic;
    })
  );
}

/** Independent cycles of a graph: bonds − atoms + fragments. */
function countCycles(kept: readonly boolean[], bonds: readonly {readonly from: number; readonly to: number}[]): number {
  const parents = kept.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  let cycles = 0;
  for (const {from, to} of bonds) {
    const [a, b] = [root(from), root(to)];
    if (a === b) cycles++;
    else parents[a] = b;
  }
  return cycles;
}

function curve(
  [a, b, c, d, e, f]: readonly [number, number, number, number, number, number],
  highest: number,
  weight: number
): DesirabilityCurve {
  return {a, b, c, d, e, f, highest, weight};
}
