import type {GraphAtom, MoleculeGraph} from "./molecule-graph.js";

/** Standard atomic weights of the elements that come isotope-labelled. */
const WEIGHTS: Readonly<Record<number, number>> = {
  1: 1.008,
  5: 10.812,
  6: 12.011,
  7: 14.007,
  8: 15.999,
  9: 18.998,
  15: 30.974,
  16: 32.067,
  17: 35.453,
  34: 78.96,
  35: 79.904,
  53: 126.904
};
/** Masses where the mass number alone would mislead. */
const HYDROGEN_MASSES: Readonly<Record<number, number>> = {1: 1.0078, 2: 2.0141, 3: 3.016};
const AROMATIC = 12;

/**
 * The circular environments of a molecule and how often each occurs, under the numbers that RDKit's Morgan algorithm
 * gives them: connectivity invariants with ring membership, bond orders, no stereochemistry. An environment that covers
 * the same bonds as another is counted once, the one with the smaller number. An empty molecule has none.
 *
 * @param radius bonds from the centre, at most 2
 * @see Rogers 2010 doi:10.1021/ci100050t
 */
export function morganEnvironments(graph: MoleculeGraph, radius: 0 | 1 | 2): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (number: number): void => {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  };
  const inRing = new Set(graph.rings.flat());
  let numbers = graph.atoms.map((atom, index) =>
    atomInvariant(atom, hydrogensOf(graph, atom, index), inRing.has(index))
  );
  numbers.forEach(count);
  let covered: readonly string[] = graph.atoms.map(() => "");
  const seen = new Set<string>();
  const isDead = graph.atoms.map(({bonds}) => bonds.length === 0);
  for (let layer = 0; layer < radius; layer++) {
    const next = nextLayer(graph, layer, numbers, covered, isDead);
    const order = next.found.sort((a, b) => a.number - b.number || a.atom - b.atom);
    for (const {atom, number} of order) {
      const bonds = next.covered[atom] ?? "";
      if (seen.has(bonds)) {
        isDead[atom] = true;
        continue;
      }
      seen.add(bonds);
      count(number);
    }
    numbers = next.numbers;
    covered = next.covered;
  }
  return counts;
}

interface Layer {
  readonly numbers: number[];
  /** Bonds of each atom's environment, ascending, as text. */
  readonly covered: string[];
  readonly found: {readonly atom: number; readonly number: number}[];
}

function nextLayer(
  graph: MoleculeGraph,
  layer: number,
  numbers: readonly number[],
  covered: readonly string[],
  isDead: readonly boolean[]
): Layer {
  const next: Layer = {numbers: [...numbers], covered: [...covered], found: []};
  graph.atoms.forEach(({bonds}, atom) => {
    if (isDead[atom]) return;
    const around = new Set(bonds);
    const neighbours = bonds.map((own): [number, number] => {
      const bond = graph.bonds[own];
      const other = bond?.from === atom ? bond.to : (bond?.from ?? 0);
      for (const text of (covered[other] ?? "").split(",")) if (text !== "") around.add(Number(text));
      for (const text of (covered[atom] ?? "").split(",")) if (text !== "") around.add(Number(text));
      return [bond?.isAromatic ? AROMATIC : (bond?.order ?? 0), numbers[other] ?? 0];
    });
    neighbours.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let number = combine(layer, numbers[atom] ?? 0);
    for (const [order, other] of neighbours) number = combine(number, combine(combine(0, order), other));
    next.numbers[atom] = number;
    next.covered[atom] = [...around].sort((a, b) => a - b).join();
    next.found.push({atom, number});
  });
  return next;
}

/** Hydrogens of an atom, those written as atoms (deuterium) too. */
function hydrogensOf({atoms, bonds}: MoleculeGraph, atom: GraphAtom, index: number): number {
  const written = atom.bonds.filter((own) => {
    const bond = bonds[own];
    return bond !== undefined && atoms[bond.from === index ? bond.to : bond.from]?.element === 1;
  });
  return atom.hydrogens + written.length;
}

function atomInvariant(atom: GraphAtom, hydrogens: number, isInRing: boolean): number {
  const {element, bonds, charge} = atom;
  const parts = [element, bonds.length + atom.hydrogens, hydrogens, charge, deltaMass(atom)];
  return (isInRing ? [...parts, 1] : parts).reduce(combine, 0);
}

/** Whole daltons between an isotope and the element's mean; 0 without an isotope, or for elements rarely labelled. */
function deltaMass({element, isotope}: GraphAtom): number {
  const weight = WEIGHTS[element];
  if (isotope === 0 || weight === undefined) return 0;
  const mass = element === 1 ? (HYDROGEN_MASSES[isotope] ?? isotope) : isotope;
  return Math.trunc(mass - weight);
}

/** The hash by which RDKit joins numbers of 32 bits (Boost's). */
function combine(seed: number, value: number): number {
  return (seed ^ ((value >>> 0) + 0x9e3779b9 + (seed << 6) + (seed >>> 2))) >>> 0;
}
