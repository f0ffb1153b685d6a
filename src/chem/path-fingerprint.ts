import {AROMATIC_BOND, type MatchTarget} from "./match-target.js";

/** Bytes of a path fingerprint. */
export const PATH_BYTES = 128;

/** What a fingerprint of paths is made of: a molecule, or what is certain of a query. */
export type PathGraph = Pick<MatchTarget, "count" | "element" | "first" | "neighbour" | "order">;

/** Among the bond orders of a query, the code of a bond that is single or aromatic, but nothing else. */
export const SINGLE_OR_AROMATIC = 200;

/** How bonds are told apart. */
interface Reading {
  /** Code of each bond order; 0 for bonds that are in no path. */
  readonly codes: Uint8Array;
  /** Most atoms of a path. */
  readonly most: number;
  readonly salt: number;
}

const EXACT = Uint8Array.from({length: 256}, (_, order) =>
  (order >= 1 && order <= 3) || order === AROMATIC_BOND ? order : 0
);
const MERGED = EXACT.map((code, order) => (order === AROMATIC_BOND || order === SINGLE_OR_AROMATIC ? 1 : code));
/** Bonds as they are; and with single and aromatic ones the same, for queries that leave the choice. */
const READINGS: readonly Reading[] = [
  {codes: EXACT, most: 6, salt: 0x2c1b3c6d},
  {codes: MERGED, most: 4, salt: 0x297a2d39}
];
const SHAPE = {ring: 0x3c6ef372, branching: 0x1b873593} as const;

/**
 * Fingerprint of the linear paths, small rings and branchings of a molecule, up to six atoms, told by elements and bonds.
 * Whatever a part has is in the whole: the bits of a substructure are a subset of the whole's. Atoms without an element
 * and bonds that are neither single, double, triple nor aromatic are in no path, since RDKit lets them match others.
 *
 * @returns `PATH_BYTES` bytes; bit b is bit b % 8 of byte b / 8
 * @see Daylight theory manual, "Fingerprints: screening and similarity",
 *   https://www.daylight.com/dayhtml/doc/theory/theory.finger.html
 */
export function pathFingerprint(graph: PathGraph): Uint8Array {
  const bits = new Uint8Array(PATH_BYTES);
  for (const reading of READINGS) {
    const walk = new PathWalk(graph, reading, bits);
    for (let atom = 0; atom < graph.count; atom++) {
      if (graph.element[atom] === 0) continue;
      walk.from(atom);
      addBranchings(graph, atom, reading, bits);
    }
  }
  return bits;
}

/** Walks all paths from an atom. What belongs to the atom at each depth stands in arrays, which are used again. */
class PathWalk {
  readonly #atoms: Int32Array;
  /** Place of the next neighbour to be looked at. */
  readonly #next: Int32Array;
  /** Hash of the path read from its beginning, and from its end. */
  readonly #forth: Int32Array;
  readonly #back: Int32Array;
  /** Sum of hashes of its bonds. */
  readonly #sum: Int32Array;

  constructor(
    private readonly graph: PathGraph,
    private readonly reading: Reading,
    private readonly bits: Uint8Array
  ) {
    const {most} = reading;
    const all = new Int32Array(5 * most);
    const part = (index: number): Int32Array => all.subarray(index * most, (index + 1) * most);
    [this.#atoms, this.#next, this.#forth, this.#back, this.#sum] = [part(0), part(1), part(2), part(3), part(4)];
  }

  /** Each path is walked from both its ends: those of most atoms from the lower one only, which is enough. */
  from(start: number): void {
    const {element, first, neighbour, order} = this.graph;
    const {codes, most, salt} = this.reading;
    const last = most - 1;
    const label = element[start] ?? 0;
    this.#atoms[0] = start;
    this.#next[0] = first[start] ?? 0;
    this.#forth[0] = label;
    this.#back[0] = label;
    setBit(this.bits, label ^ salt);
    for (let depth = 0; depth >= 0;) {
      const place = this.#next[depth] ?? 0;
      if (place >= (first[(this.#atoms[depth] ?? 0) + 1] ?? 0)) {
        depth--;
        continue;
      }
      this.#next[depth] = place + 1;
      const other = neighbour[place] ?? 0;
      const code = codes[order[place] ?? 0] ?? 0;
      if (code === 0 || element[other] === 0) continue;
      if (other === start) this.#closeRing(depth, code);
      else if (depth < last && (other > start || depth < last - 1) && !this.#isOnPath(other, depth))
        this.#extend(++depth, other, code);
    }
  }

  #isOnPath(atom: number, depth: number): boolean {
    for (let at = 1; at <= depth; at++) if (this.#atoms[at] === atom) return true;
    return false;
  }

  #extend(depth: number, atom: number, code: number): void {
    const {element, first} = this.graph;
    const label = element[atom] ?? 0;
    const before = depth - 1;
    const forth = Math.imul(Math.imul(this.#forth[before] ?? 0, FACTOR) + code, FACTOR) + label;
    const back = (this.#back[before] ?? 0) + Math.imul(code + Math.imul(label, FACTOR), POWERS[depth] ?? 0);
    this.#atoms[depth] = atom;
    this.#next[depth] = first[atom] ?? 0;
    this.#forth[depth] = forth;
    this.#back[depth] = back;
    this.#sum[depth] = (this.#sum[before] ?? 0) + bondHash(element[this.#atoms[before] ?? 0] ?? 0, code, label);
    if ((this.#atoms[0] ?? 0) < atom) setBit(this.bits, Math.imul(forth, back) ^ (forth + back) ^ this.reading.salt);
  }

  /** The sum over the bonds of a ring is the same wherever it is begun. */
  #closeRing(depth: number, code: number): void {
    if (depth < 2) return;
    const {element} = this.graph;
    const last = bondHash(element[this.#atoms[depth] ?? 0] ?? 0, code, element[this.#atoms[0] ?? 0] ?? 0);
    setBit(this.bits, ((this.#sum[depth] ?? 0) + last) ^ SHAPE.ring ^ this.reading.salt);
  }
}

/** Every three neighbours of an atom, in no order. */
function addBranchings(
  {element, first, neighbour, order}: PathGraph,
  atom: number,
  {codes, salt}: Reading,
  bits: Uint8Array
): void {
  const [start, end] = [first[atom] ?? 0, first[atom + 1] ?? 0];
  if (end - start < 3) return;
  const armOf = (place: number): number => {
    const [code, label] = [codes[order[place] ?? 0] ?? 0, element[neighbour[place] ?? 0] ?? 0];
    return code === 0 || label === 0 ? 0 : mixed(code * 256 + label) | 1;
  };
  for (let a = start; a < end; a++) {
    const one = armOf(a);
    for (let b = one === 0 ? end : a + 1; b < end; b++) {
      const two = armOf(b);
      for (let c = two === 0 ? end : b + 1; c < end; c++) {
        const three = armOf(c);
        if (three !== 0) setBit(bits, (one + two + three) ^ ((element[atom] ?? 0) * SHAPE.branching) ^ salt);
      }
    }
  }
}

const FACTOR = 0x01000193;
/** What an atom at each depth is multiplied with when a path is read from its end. */
const POWERS = Int32Array.from({length: 8}, (_, depth) => {
  let power = 1;
  for (let times = 1; times < 2 * depth; times++) power = Math.imul(power, FACTOR);
  return power;
});

const bondHash = (a: number, code: number, b: number): number =>
  mixed((a < b ? a * 256 + b : b * 256 + a) * 256 + code);

/** Every bit of a number spread over all of the result: the finaliser of MurmurHash3. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function setBit(bits: Uint8Array, hash: number): void {
  const bit = mixed(hash) & (PATH_BYTES * 8 - 1);
  bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
}
