import type {MatchTarget} from "./match-target.js";

const ATOM_BYTES = 6;
const BOND_BYTES = 3;
const IN_RING = 0x80;
const MOST = {atoms: 255, bonds: 510, nibble: 15} as const;

/**
 * A target in few bytes (6 an atom, 3 a bond), to be kept by the million; null for one that does not fit: more than 255
 * atoms or an isotope above 255.
 */
export function packTarget(target: MatchTarget): Uint8Array | null {
  const {count, neighbour} = target;
  const bonds = (target.first[count] ?? 0) / 2;
  if (count > MOST.atoms || bonds > MOST.bonds || target.isotope.some((isotope) => isotope > 255)) return null;
  const bytes = new Uint8Array(1 + count * ATOM_BYTES + bonds * BOND_BYTES);
  bytes[0] = count;
  let at = 1;
  for (let atom = 0; atom < count; atom++) {
    const hydrogens = target.hydrogens[atom] ?? 0;
    const implicit = target.implicitHydrogens[atom] ?? 0;
    const rings = target.ringCount[atom] ?? 0;
    const charge = (target.charge[atom] ?? 0) + 8;
    const radicals = target.radicals[atom] ?? 0;
    if (Math.max(hydrogens, implicit, rings, charge) > MOST.nibble || charge < 0 || radicals > 7) return null;
    bytes[at] = target.element[atom] ?? 0;
    bytes[at + 1] = ((target.aromatic[atom] ?? 0) << 7) | (radicals << 4) | rings;
    bytes[at + 2] = (hydrogens << 4) | implicit;
    bytes[at + 3] = (charge << 4) | Math.min(MOST.nibble, target.ringBonds[atom] ?? 0);
    bytes[at + 4] = target.smallestRing[atom] ?? 0;
    bytes[at + 5] = target.isotope[atom] ?? 0;
    at += ATOM_BYTES;
  }
  for (let atom = 0; atom < count; atom++)
    for (let place = target.first[atom] ?? 0; place < (target.first[atom + 1] ?? 0); place++) {
      const other = neighbour[place] ?? 0;
      if (other < atom) continue;
      bytes[at] = atom;
      bytes[at + 1] = other;
      bytes[at + 2] = (target.order[place] ?? 0) | (target.inRing[place] === 1 ? IN_RING : 0);
      at += BOND_BYTES;
    }
  return bytes;
}

const NEIGHBOURS = 2 * MOST.bonds;
type Arrays = {-readonly [Name in keyof MatchTarget]: MatchTarget[Name]};

/** Room for one unpacked target, used again and again: making one for each of a million molecules costs more than matching. */
export function unpackedTarget(): MatchTarget {
  const all = new Uint8Array(MOST.atoms * 10);
  const part = (index: number): Uint8Array => all.subarray(index * MOST.atoms, (index + 1) * MOST.atoms);
  return {
    count: 0,
    ...{element: part(0), aromatic: part(1), radicals: part(2), hydrogens: part(3), implicitHydrogens: part(4)},
    ...{degree: part(5), valence: part(6), ringCount: part(7), smallestRing: part(8), ringBonds: part(9)},
    ...{
      charge: new Int8Array(MOST.atoms),
      isotope: new Uint16Array(MOST.atoms),
      first: new Uint16Array(MOST.atoms + 1)
    },
    ...{neighbour: new Uint16Array(NEIGHBOURS), order: new Uint8Array(NEIGHBOURS), inRing: new Uint8Array(NEIGHBOURS)}
  };
}

/**
 * Reads what `packTarget` wrote. Valences are not kept and are 0: a query that asks for one is answered in another way.
 *
 * @param room of `unpackedTarget`, which is filled and given back; what it held is lost
 */
export function unpackTarget(bytes: Uint8Array, room: MatchTarget = unpackedTarget()): MatchTarget {
  const target: Arrays = room;
  const count = bytes[0] ?? 0;
  target.count = count;
  for (let atom = 0, at = 1; atom < count; atom++, at += ATOM_BYTES) {
    const flags = bytes[at + 1] ?? 0;
    const hydrogens = bytes[at + 2] ?? 0;
    const charge = bytes[at + 3] ?? 0;
    target.element[atom] = bytes[at] ?? 0;
    target.aromatic[atom] = flags >> 7;
    target.radicals[atom] = (flags >> 4) & 7;
    target.ringCount[atom] = flags & MOST.nibble;
    target.hydrogens[atom] = hydrogens >> 4;
    target.implicitHydrogens[atom] = hydrogens & MOST.nibble;
    target.charge[atom] = (charge >> 4) - 8;
    target.ringBonds[atom] = charge & MOST.nibble;
    target.smallestRing[atom] = bytes[at + 4] ?? 0;
    target.isotope[atom] = bytes[at + 5] ?? 0;
    target.degree[atom] = 0;
  }
  fillBonds(bytes, 1 + count * ATOM_BYTES, target);
  return target;
}

/** Fills the neighbours of each atom; `first` moves up as its neighbours come and is set back afterwards. */
function fillBonds(bytes: Uint8Array, start: number, target: MatchTarget): void {
  const {count, degree, first, neighbour, order, inRing} = target;
  for (let at = start; at < bytes.length; at += BOND_BYTES) {
    const [a, b] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    degree[a] = (degree[a] ?? 0) + 1;
    degree[b] = (degree[b] ?? 0) + 1;
  }
  first[0] = 0;
  for (let atom = 0; atom < count; atom++) first[atom + 1] = (first[atom] ?? 0) + (degree[atom] ?? 0);
  const put = (from: number, to: number, code: number): void => {
    const place = first[from] ?? 0;
    first[from] = place + 1;
    neighbour[place] = to;
    order[place] = code & ~IN_RING;
    inRing[place] = code >> 7;
  };
  for (let at = start; at < bytes.length; at += BOND_BYTES) {
    const code = bytes[at + 2] ?? 0;
    put(bytes[at] ?? 0, bytes[at + 1] ?? 0, code);
    put(bytes[at + 1] ?? 0, bytes[at] ?? 0, code);
  }
  for (let atom = count; atom > 0; atom--) first[atom] = first[atom - 1] ?? 0;
  first[0] = 0;
}
