import type {Random} from "../../src/base/random.js";
import type {GraphAtom, MoleculeGraph} from "../../src/chem/molecule-graph.js";

/** A connected part of a molecule with some of its bonds left out: it occurs in the molecule, whatever is asked of bonds. */
export function randomPart({atoms, bonds}: MoleculeGraph, random: Random): MoleculeGraph {
  const size = 1 + Math.floor(random() * Math.min(12, atoms.length));
  const places = new Map<number, number>([[Math.floor(random() * atoms.length), 0]]);
  const kept = new Set<number>();
  for (let turn = 0; turn < 4 * size && places.size < size; turn++) {
    const near = bonds.flatMap(({from, to}, bond) => (places.has(from) !== places.has(to) ? [bond] : []));
    const chosen = near[Math.floor(random() * near.length)];
    const bond = chosen === undefined ? undefined : bonds[chosen];
    if (chosen === undefined || !bond) break;
    kept.add(chosen);
    places.set(places.has(bond.from) ? bond.to : bond.from, places.size);
  }
  bonds.forEach(({from, to}, bond) => {
    if (places.has(from) && places.has(to) && random() < 0.8) kept.add(bond);
  });
  return graphOf({atoms, bonds, rings: []}, [...places.keys()], kept);
}

/** The molecule with its atoms in another order. */
export function shuffled(graph: MoleculeGraph, random: Random): MoleculeGraph {
  const order = graph.atoms.map((_, atom) => atom);
  order.forEach((_, at) => {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  });
  return graphOf(graph, order, new Set(graph.bonds.keys()));
}

/** The graph of some atoms, in their order, and of some of the bonds between them; without rings. */
function graphOf({atoms, bonds}: MoleculeGraph, order: readonly number[], kept: ReadonlySet<number>): MoleculeGraph {
  const places = new Map(order.map((atom, place) => [atom, place]));
  const own = [...kept].flatMap((bond) => bonds[bond] ?? []);
  const moved = own.map((bond) => ({...bond, from: places.get(bond.from) ?? 0, to: places.get(bond.to) ?? 0}));
  const atomAt = (atom: number, place: number): GraphAtom[] => {
    const old = atoms[atom];
    return old
      ? [{...old, bonds: moved.flatMap(({from, to}, at) => (from === place || to === place ? [at] : []))}]
      : [];
  };
  return {atoms: order.flatMap(atomAt), bonds: moved, rings: []};
}
