import type {MatchTarget} from "./match-target.js";

const ATOM_BYTES = 6;
const BOND_BYTES = 3;
const IN_RING = 0x80;
const MOST = {atoms: 255, nibble: 15} as const;

/**
 * A target in few bytes (6 an atom, 3 a bond), to be kept by the million; null for one that does not fit: more than 255
 * atoms or an isotope above 255.
 */
export function packTarget(target: MatchTarget): Uint8Array | null {
  const {count, neighbour} = target;
  if (count > MOST.atoms || target.isotope.some((isotope) => isotope > 255)) return null;
  const bonds = neighbour.length / 2;
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

/**
 * Reads what `packTarget` wrote. Valences are not kept and are 0: a query that asks for one is answered in another way.
 */
export function unpackTarget(bytes: Uint8Array): MatchTarget {
  const count = bytes[0] ?? 0;
  const bondsAt = 1 + count * ATOM_BYTES;
  const places = ((bytes.length - bondsAt) / BOND_BYTES) * 2;
  const all = new Uint8Array(count * 10);
  const part = (index: number): Uint8Array => all.subarray(index * count, (index + 1) * count);
  const target = {
    count,
    ...{element: part(0), aromatic: part(1), radicals: part(2), hydrogens: part(3), implicitHydrogens: part(4)},
    ...{degree: part(5), valence: part(6), ringCount: part(7), smallestRing: part(8), ringBonds: part(9)},
    ...{charge: new Int8Array(count), isotope: new Uint16Array(count), first: new Uint16Array(count + 1)},
    ...{neighbour: new Uint16Array(places), order: new Uint8Array(places), inRing: new Uint8Array(places)}
  };
  for (let atom = 0, at = 1; atom < count; atom++, at += ATOM_BYTES) {
    const [flags = 0, hydrogens = 0, charge = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
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
  }
  fillBonds(bytes, bondsAt, target);
  return target;
}

type Mutable = ReturnType<typeof unpackTarget>;

function fillBonds(bytes: Uint8Array, start: number, {count, degree, first, neighbour, order, inRing}: Mutable): void {
  for (let at = start; at < bytes.length; at += BOND_BYTES)
    for (const atom of [bytes[at] ?? 0, bytes[at + 1] ?? 0]) degree[atom] = (degree[atom] ?? 0) + 1;
  for (let atom = 0; atom < count; atom++) first[atom + 1] = (first[atom] ?? 0) + (degree[atom] ?? 0);
  const next = first.slice();
  const put = (from: number, to: number, code: number): void => {
    const place = next[from] ?? 0;
    next[from] = place + 1;
    neighbour[place] = to;
    order[place] = code & ~IN_RING;
    inRing[place] = code >> 7;
  };
  for (let at = start; at < bytes.length; at += BOND_BYTES) {
    const [a = 0, b = 0, code = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    put(a, b, code);
    put(b, a, code);
  }
}
