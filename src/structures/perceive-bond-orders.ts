import {bondLength, type BondableAtom} from "./atom-bonds.js";
import {angleAt, apart, torsionOf} from "./geometry.js";

/** A bond between two atoms, by index. */
export interface OrderedBond {
  readonly from: number;
  readonly to: number;
  readonly order: 1 | 2 | 3;
}

/** Mean angles in degrees above which an atom is taken for linear, and for flat. @see Hendlich et al. 1997, doi:10.1021/ci9603487 */
const LINEAR = 155;
const FLAT = 115;
/** A bond whose other ends are turned by more degrees than this out of the plane is no double bond. */
const MOST_TWIST = 35;
/** Share of the single-bond length below which a bond may be multiple, and below which it is triple. */
const DOUBLE_SHARE = 0.965;
const TRIPLE_SHARE = 0.835;
/** What it costs to leave a flat carbon without a double bond, against what a bond gains by being short. */
const LONELY_CARBON = 4;
const SHORTNESS = 12;
/** What it gains to give a nitrogen of a six-membered ring its double bond: of two tautomers the usual one. */
const SIX_RING_NITROGEN = 3;
/** What a short bond to an end oxygen gains (carbonyl), and how short it is. */
const CARBONYL = 3.5;
const CARBONYL_SHARE = 0.93;
/** Nodes of the search in one conjugated system; beyond, the best so far is taken. */
const MOST_STEPS = 20_000;

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/**
 * Orders of the bonds of a small molecule from its heavy atoms alone: angles tell flat and linear atoms, lengths and
 * twist which of their bonds are double; in each conjugated system the set of double bonds is taken that leaves the
 * fewest flat carbons without one. Charges are not guessed.
 *
 * @param neighbours indices of the neighbours of each atom
 * @see Hendlich, Rippmann & Barnickel 1997, doi:10.1021/ci9603487 (BALI)
 */
export function perceiveBondOrders(
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): OrderedBond[] {
  const pairs = neighbours.flatMap((of, from) => of.filter((to) => to > from).map((to) => ({from, to})));
  const triple = new Set(
    pairs.filter((pair) => isTriple(pair.from, pair.to, atoms, neighbours)).map(({from, to}) => key(from, to))
  );
  const taken = new Set([...triple].flatMap((each) => each.split("-").map(Number)));
  const canBeDouble = atoms.map((_, i) => !taken.has(i) && isFlat(i, atoms, neighbours));
  const candidates = pairs.flatMap(({from, to}): Candidate[] =>
    canBeDouble[from] &&
    canBeDouble[to] &&
    (share(from, to, atoms) < DOUBLE_SHARE || isInRing([from, to], neighbours)) &&
    !isTwisted(from, to, atoms, neighbours)
      ? [{from, to, gain: gainOf(from, to, atoms, neighbours)}]
      : []
  );
  const double = new Set(
    systemsOf(candidates)
      .flatMap((system) => bestMatching(system, atoms))
      .map(({from, to}) => key(from, to))
  );
  for (const bond of hypervalent(atoms, neighbours)) double.add(bond);
  return pairs.map(({from, to}) => ({
    ...{from, to},
    order: triple.has(key(from, to)) ? 3 : double.has(key(from, to)) ? 2 : 1
  }));
}

const key = (a: number, b: number): string => `${String(Math.min(a, b))}-${String(Math.max(a, b))}`;
const symbol = (atom: BondableAtom | undefined): string => atom?.element.toUpperCase() ?? "";

/** Length as a share of that of a single bond. */
function share(from: number, to: number, atoms: readonly BondableAtom[]): number {
  const [a, b] = [atoms[from], atoms[to]];
  return a && b ? apart(a, b) / bondLength(a.element, b.element) : NaN;
}

function meanAngle(index: number, atoms: readonly BondableAtom[], neighbours: readonly (readonly number[])[]): number {
  const own = atoms[index];
  const around = (neighbours[index] ?? []).flatMap((other) => atoms[other] ?? []);
  if (!own) return NaN;
  const angles = around.flatMap((a, i) => around.slice(i + 1).map((b) => angleAt(a, own, b)));
  return angles.reduce((sum, angle) => sum + angle, 0) / angles.length;
}

function isTriple(
  from: number,
  to: number,
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): boolean {
  const ends = [from, to];
  const isLinear = (i: number): boolean =>
    neighbours[i]?.length === 1 || (neighbours[i]?.length === 2 && meanAngle(i, atoms, neighbours) > LINEAR);
  const some = ends.some((i) => neighbours[i]?.length === 2);
  const known = ends.every((i) => ["C", "N"].includes(symbol(atoms[i])) && isLinear(i));
  return known && some && share(from, to, atoms) < TRIPLE_SHARE + (neighbours[from]?.length === 2 ? 0.02 : 0);
}

/** True of an atom that may have a double bond: flat, or an end whose length is judged. */
function isFlat(index: number, atoms: readonly BondableAtom[], neighbours: readonly (readonly number[])[]): boolean {
  const own = symbol(atoms[index]);
  const around = neighbours[index] ?? [];
  const most: Readonly<Record<string, number>> = {C: 3, N: 3, O: 1, S: 1};
  if (around.length === 0 || around.length > (most[own] ?? 0)) return false;
  if (own === "N" && around.length === 3) return isNitro(around, atoms, neighbours);
  if (around.length === 1) return share(around[0] ?? index, index, atoms) < DOUBLE_SHARE;
  const isInFlatRing = own !== "O" && inFlatRing(index, atoms, neighbours);
  return isInFlatRing || meanAngle(index, atoms, neighbours) > FLAT;
}

const isNitro = (
  around: readonly number[],
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): boolean => around.filter((i) => symbol(atoms[i]) === "O" && neighbours[i]?.length === 1).length === 2;

/** Angles of a flat ring of five atoms, and at a nitrogen of one of six, are below the limit: the ring tells. */
const inFlatRing = (
  index: number,
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): boolean => [5, 6].some((size) => ringsThrough([index], size, neighbours).some((ring) => isPlane(ring, atoms)));

/** Rings of a size that begin with the path given. */
function ringsThrough(path: readonly number[], size: number, neighbours: readonly (readonly number[])[]): number[][] {
  const [first = -1] = path;
  const next = neighbours[path[path.length - 1] ?? -1] ?? [];
  if (path.length === size) return next.includes(first) ? [[...path]] : [];
  return next.flatMap((atom) => (path.includes(atom) ? [] : ringsThrough([...path, atom], size, neighbours)));
}

const isInRing = (path: readonly number[], neighbours: readonly (readonly number[])[]): boolean =>
  [5, 6, 7].some((size) => ringsThrough(path, size, neighbours).length > 0);

const FLAT_RING_TORSION = 12;
function isPlane(ring: readonly number[], atoms: readonly BondableAtom[]): boolean {
  return ring.every((_, i) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((step) => atoms[ring[(i + step) % ring.length] ?? -1]);
    return a && b && c && d ? Math.abs(torsionOf(a, b, c, d)) < FLAT_RING_TORSION : false;
  });
}

function isTwisted(
  from: number,
  to: number,
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): boolean {
  const twists = (neighbours[from] ?? []).flatMap((a) =>
    (neighbours[to] ?? []).map((d) => {
      const [p, q, r, s] = [atoms[a], atoms[from], atoms[to], atoms[d]];
      if (a === to || d === from || !p || !q || !r || !s) return 0;
      const turn = Math.abs(torsionOf(p, q, r, s));
      return Math.min(turn, 180 - turn);
    })
  );
  return Math.max(0, ...twists) > MOST_TWIST;
}

function gainOf(
  from: number,
  to: number,
  atoms: readonly BondableAtom[],
  neighbours: readonly (readonly number[])[]
): number {
  const isEnd = [from, to].some((i) => neighbours[i]?.length === 1 && symbol(atoms[i]) === "O");
  const carbonyl = isEnd && share(from, to, atoms) < CARBONYL_SHARE ? CARBONYL : 0;
  const carbons = [from, to].filter((i) => symbol(atoms[i]) === "C").length;
  const nitrogens = [from, to].filter((i) => symbol(atoms[i]) === "N" && ringsThrough([i], 6, neighbours).length > 0);
  return (
    (0.95 - share(from, to, atoms)) * SHORTNESS +
    LONELY_CARBON * carbons +
    SIX_RING_NITROGEN * nitrogens.length +
    carbonyl
  );
}

/** Candidates that share atoms, directly or by others. */
function systemsOf(candidates: readonly Candidate[]): Candidate[][] {
  const group = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const [a, b] = [group.get(candidate.from), group.get(candidate.to)];
    const joined = [...new Set([...(a ?? []), ...(b ?? []), candidate])];
    for (const {from, to} of joined) for (const atom of [from, to]) group.set(atom, joined);
  }
  return [...new Set(group.values())];
}

/** The set of candidates without a common atom whose gains are greatest, by branch and bound. */
function bestMatching(system: readonly Candidate[], atoms: readonly BondableAtom[]): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let bestGain = 0;
  let steps = 0;
  const visit = (chosen: readonly Candidate[], gain: number, left: readonly Candidate[]): void => {
    if (gain > bestGain) [best, bestGain] = [chosen, gain];
    if (left.length === 0 || ++steps > MOST_STEPS || gain + mostGain(left) <= bestGain) return;
    const atom = scarcest(left, atoms);
    const own = left.filter(({from, to}) => from === atom || to === atom).sort((a, b) => b.gain - a.gain);
    for (const each of own) {
      const rest = left.filter(({from, to}) => ![from, to].some((i) => i === each.from || i === each.to));
      visit([...chosen, each], gain + each.gain, rest);
    }
    const others = left.filter((each) => !own.includes(each));
    visit(chosen, gain, others);
  };
  visit([], 0, system);
  return best;
}

/** No choice among these gains more: half of the best of each atom. */
function mostGain(left: readonly Candidate[]): number {
  const best = new Map<number, number>();
  for (const {from, to, gain} of left) for (const i of [from, to]) best.set(i, Math.max(best.get(i) ?? 0, gain));
  return [...best.values()].reduce((sum, gain) => sum + gain, 0) / 2;
}

/** The atom with the fewest choices, carbon first: what must be so is tried first. */
function scarcest(left: readonly Candidate[], atoms: readonly BondableAtom[]): number {
  const counts = new Map<number, number>();
  for (const {from, to} of left) for (const i of [from, to]) counts.set(i, (counts.get(i) ?? 0) + 1);
  const rank = (i: number): number => (counts.get(i) ?? 0) + (symbol(atoms[i]) === "C" ? 0 : 0.5);
  return [...counts.keys()].reduce((least, i) => (rank(i) < rank(least) ? i : least));
}

/** Double bonds to single oxygens of S and P: all but one each of phosphorus, two of sulphur. */
function hypervalent(atoms: readonly BondableAtom[], neighbours: readonly (readonly number[])[]): string[] {
  return atoms.flatMap((atom, i) => {
    const around = neighbours[i] ?? [];
    const most = symbol(atom) === "S" && around.length >= 3 ? around.length - 2 : symbol(atom) === "P" ? 1 : 0;
    const ends = around
      .filter((other) => symbol(atoms[other]) === "O" && neighbours[other]?.length === 1)
      .sort((a, b) => share(i, a, atoms) - share(i, b, atoms));
    return ends.slice(0, most).map((end) => key(i, end));
  });
}
