import {elementSymbol} from "./element.js";
import {formulaOf} from "./formula.js";
import {GROUP_NAMES} from "./group-names.js";
import {type GraphBond, type MoleculeGraph, moleculeGraph} from "./molecule-graph.js";
import type {Mol, RDKit} from "./molecule.js";
import {RING_NAMES} from "./ring-names.js";

/** What can be said of a structure in words. */
export interface StructureDescription {
  /** Hill formula, e.g. "C16H20N6O". */
  readonly formula: string;
  /** Ring systems, largest first, e.g. ["pyrrolo[2,3-d]pyrimidine", "piperidine"]. */
  readonly rings: readonly string[];
  /** Functional groups with their number where above one, e.g. ["amide", "2 nitriles"]. */
  readonly groups: readonly string[];
  readonly stereocentres: number;
  readonly openStereocentres: number;
  /** All of it in one sentence, for a reader who does not see the drawing. */
  readonly text: string;
}

/** Names of rings and groups made ready for one engine; release with `releaseVocabulary`. */
export interface Vocabulary {
  readonly rings: ReadonlyMap<string, string>;
  readonly groups: readonly {readonly query: Mol; readonly name: string}[];
}

/** Prepares the names once per engine. @throws `invalid SMARTS: …` or `invalid SMILES: …` for a bad table. */
export function makeVocabulary(rdkit: RDKit): Vocabulary {
  const rings = new Map<string, string>();
  for (const [smiles, name] of RING_NAMES) {
    const molecule = rdkit.get_mol(smiles);
    if (molecule === null) throw new Error(`invalid SMILES: ${smiles}`);
    rings.set(molecule.get_smiles(), name);
    molecule.delete();
  }
  const groups = GROUP_NAMES.map(([smarts, name]) => {
    const query = rdkit.get_qmol(smarts);
    if (query === null) throw new Error(`invalid SMARTS: ${smarts}`);
    return {query, name};
  });
  return {rings, groups};
}

/** Frees the queries; the vocabulary is dead afterwards. */
export function releaseVocabulary({groups}: Vocabulary): void {
  for (const {query} of groups) query.delete();
}

/** Describes a molecule; an empty molecule gives empty lists and the text "no atoms". */
export function describeStructure(rdkit: RDKit, vocabulary: Vocabulary, molecule: Mol): StructureDescription {
  const graph = moleculeGraph(molecule);
  const rings = ringSystems(graph).map((system) => nameRings(rdkit, vocabulary, graph, system));
  const groups = countGroups(vocabulary, molecule);
  const centres = stereoCentres(molecule);
  const parts = {formula: formulaOf(graph), rings: countNames(rings), groups, ...centres};
  return {...parts, text: sentence(parts)};
}

function sentence(parts: Omit<StructureDescription, "text">): string {
  if (parts.formula === "") return "no atoms";
  const list = [
    parts.rings.length > 0 ? `ring systems: ${parts.rings.join(", ")}` : "no ring",
    parts.groups.length > 0 ? `groups: ${parts.groups.join(", ")}` : "",
    parts.stereocentres > 0
      ? `${plural(parts.stereocentres, "stereocentre")}${parts.openStereocentres > 0 ? `, ${String(parts.openStereocentres)} of them open` : ""}`
      : ""
  ];
  return [parts.formula, ...list.filter((part) => part !== "")].join("; ");
}

const plural = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? "" : "s"}`;

function countNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => (n > 1 ? `${String(n)} × ${name}` : name));
}

function stereoCentres(molecule: Mol): {stereocentres: number; openStereocentres: number} {
  const {CIP_atoms: atoms = []} = JSON.parse(molecule.get_stereo_tags()) as {CIP_atoms?: [number, string][]};
  return {stereocentres: atoms.length, openStereocentres: atoms.filter(([, tag]) => tag === "(?)").length};
}

function countGroups({groups}: Vocabulary, molecule: Mol): string[] {
  const taken = new Set<number>();
  const found: string[] = [];
  for (const {query, name} of groups) {
    const text = molecule.get_substruct_matches(query);
    if (text === "{}") continue;
    const matches = JSON.parse(text) as readonly {readonly atoms: readonly number[]}[];
    const fresh = matches.filter(({atoms}) => {
      const isNew = !atoms.some((atom) => taken.has(atom));
      if (isNew) for (const atom of atoms) taken.add(atom);
      return isNew;
    });
    if (fresh.length > 0) found.push(fresh.length > 1 ? `${String(fresh.length)} × ${name}` : name);
  }
  return found;
}

/** Rings that share atoms belong to one system; largest system first. */
function ringSystems({rings}: MoleculeGraph): number[][] {
  let systems: Set<number>[] = [];
  for (const ring of rings) {
    const touching = systems.filter((system) => ring.some((atom) => system.has(atom)));
    const merged = new Set([...ring, ...touching.flatMap((system) => [...system])]);
    systems = [...systems.filter((system) => !touching.includes(system)), merged];
  }
  return systems.map((system) => [...system]).sort((a, b) => b.length - a.length);
}

function nameRings(rdkit: RDKit, {rings}: Vocabulary, graph: MoleculeGraph, system: readonly number[]): string {
  const fragment = rdkit.get_mol(fragmentBlock(graph, withDoubleBonded(graph, system)));
  const smiles = fragment?.get_smiles() ?? "";
  fragment?.delete();
  return rings.get(smiles) ?? shapeOf(graph, system);
}

/** "fused 5-6 ring system with 2 N", for rings with no name in the table. */
function shapeOf({rings, atoms}: MoleculeGraph, system: readonly number[]): string {
  const inside = new Set(system);
  const sizes = rings
    .filter((ring) => ring.every((atom) => inside.has(atom)))
    .map(({length}) => length)
    .sort((a, b) => a - b);
  const others = new Map<string, number>();
  for (const atom of system) {
    const element = atoms[atom]?.element ?? 6;
    if (element !== 6) others.set(elementSymbol(element), (others.get(elementSymbol(element)) ?? 0) + 1);
  }
  const kind = sizes.length > 1 ? `${sizes.join("-")} ring system` : `${String(sizes[0] ?? 0)}-membered ring`;
  return others.size === 0
    ? kind
    : `${kind} with ${[...others].map(([symbol, n]) => `${String(n)} ${symbol}`).join(", ")}`;
}

function withDoubleBonded({bonds}: MoleculeGraph, system: readonly number[]): number[] {
  const inside = new Set(system);
  const outside = bonds.flatMap(({from, to, order}) =>
    order === 2 && inside.has(from) !== inside.has(to) ? [inside.has(from) ? to : from] : []
  );
  return [...system, ...outside];
}

/** A molblock of some atoms of a graph in Kekulé form; bonds to the rest become hydrogens. */
function fragmentBlock({atoms, bonds}: MoleculeGraph, chosen: readonly number[]): string {
  const place = new Map(chosen.map((atom, i) => [atom, i + 1]));
  const kept = bonds.filter(({from, to}: GraphBond) => place.has(from) && place.has(to));
  const pad = (n: number): string => String(n).padStart(3);
  const atomLines = chosen.map((atom) => {
    const symbol = elementSymbol(atoms[atom]?.element ?? 6).padEnd(3);
    return `    0.0000    0.0000    0.0000 ${symbol} 0  0  0  0  0  0  0  0  0  0  0  0`;
  });
  const bondLines = kept.map(
    ({from, to, order}) => `${pad(place.get(from) ?? 0)}${pad(place.get(to) ?? 0)}${pad(order)}  0`
  );
  const charges = chosen
    .map((atom, i) => ({i: i + 1, charge: atoms[atom]?.charge ?? 0}))
    .filter(({charge}) => charge !== 0)
    .map(({i, charge}) => `M  CHG  1 ${pad(i)} ${pad(charge)}`);
  const head = ["", "", "", `${pad(chosen.length)}${pad(kept.length)}  0  0  0  0  0  0  0  0999 V2000`];
  return [...head, ...atomLines, ...bondLines, ...charges, "M  END"].join("\n");
}
