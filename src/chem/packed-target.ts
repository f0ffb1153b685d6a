import {AROMATIC_BOND, type MatchTarget} from "./match-target.js";

const ATOM_BYTES = 3;
/** Further bytes of an atom that is out of the ordinary: charge and radicals, isotope, smallest ring. */
const MORE_BYTES = 3;
const IS_MORE = 0x80;
const IN_RING = 0x10;
const NO_CHARGE = 8;
const MOST = {atoms: 255, bonds: 510, element: 127, nibble: 15, byte: 255, ring: 31, earlier: 3, radicals: 15} as const;
/** Bond orders that are kept, at most eight. */
const ORDERS = Uint8Array.of(1, 2, 3, AROMATIC_BOND, 0, 4, 17);

/**
 * A target in few bytes (mostly 3 an atom, 1 a bond), to be kept by the million. Each atom is followed by its bonds to
 * earlier atoms.
 *
 * @returns null for one that does not fit: more than 255 atoms, an isotope above 255, an atom that closes four rings
 */
export function packTarget(target: MatchTarget): Uint8Array | null {
  const {count, first, neighbour} = target;
  const bonds = (first[count] ?? 0) / 2;
  if (count > MOST.atoms || bonds > MOST.bonds) return null;
  const bytes = new Uint8Array(1 + count * (ATOM_BYTES + MORE_BYTES) + 2 * bonds);
  bytes[0] = count;
  let at = 1;
  for (let atom = 0; atom < count; atom++) {
    const start = at;
    at = packAtom(target, atom, bytes, at);
    if (at < 0) return null;
    let earlier = 0;
    for (let place = first[atom] ?? 0; place < (first[atom + 1] ?? 0); place++) {
      const distance = atom - (neighbour[place] ?? 0);
      if (distance <= 0) continue;
      const order = ORDERS.indexOf(target.order[place] ?? 0);
      if (order < 0 || ++earlier > MOST.earlier) return null;
      const isNear = distance <= MOST.nibble;
      bytes[at++] = (order << 5) | (target.inRing[place] === 1 ? IN_RING : 0) | (isNear ? distance : 0);
      if (!isNear) bytes[at++] = neighbour[place] ?? 0;
    }
    bytes[start + 2] = (bytes[start + 2] ?? 0) | (earlier << 5);
  }
  return bytes.slice(0, at);
}

/** Writes an atom; tells where the next bytes go, -1 when it does not fit. */
function packAtom(target: MatchTarget, atom: number, bytes: Uint8Array, at: number): number {
  const element = target.element[atom] ?? 0;
  const hydrogens = target.implicitHydrogens[atom] ?? 0;
  const rings = target.ringCount[atom] ?? 0;
  const ring = target.smallestRing[atom] ?? 0;
  const charge = (target.charge[atom] ?? 0) + NO_CHARGE;
  const radicals = target.radicals[atom] ?? 0;
  const isotope = target.isotope[atom] ?? 0;
  if (element > MOST.element || isotope > MOST.byte || radicals > MOST.radicals) return -1;
  if (charge < 0 || Math.max(hydrogens, rings, charge) > MOST.nibble) return -1;
  const isMore = charge !== NO_CHARGE || radicals > 0 || isotope > 0 || ring > MOST.ring;
  bytes[at] = element | ((target.aromatic[atom] ?? 0) << 7);
  bytes[at + 1] = (hydrogens << 4) | rings;
  bytes[at + 2] = isMore ? IS_MORE : ring;
  if (!isMore) return at + ATOM_BYTES;
  bytes[at + 3] = (charge << 4) | radicals;
  bytes[at + 4] = isotope;
  bytes[at + 5] = ring;
  return at + ATOM_BYTES + MORE_BYTES;
}

const NEIGHBOURS = 2 * MOST.bonds;

/** Room for one unpacked target. */
export interface TargetRoom extends MatchTarget {
  /** Of each bond its two atoms and its code, as they were read. */
  readonly bonds: Uint8Array;
}

/** Room for one unpacked target, used again and again: making one for each of a million molecules costs more than matching. */
export function unpackedTarget(): TargetRoom {
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
    ...{neighbour: new Uint16Array(NEIGHBOURS), order: new Uint8Array(NEIGHBOURS), inRing: new Uint8Array(NEIGHBOURS)},
    bonds: new Uint8Array(3 * MOST.bonds)
  };
}

/**
 * Reads what `packTarget` wrote. Valences are not kept and are 0: a query that asks for one is answered in another way.
 *
 * @param room of `unpackedTarget`, which is filled and given back; what it held is lost
 */
export function unpackTarget(bytes: Uint8Array, room: TargetRoom = unpackedTarget()): MatchTarget {
  const target: {-readonly [Name in keyof TargetRoom]: TargetRoom[Name]} = room;
  const count = bytes[0] ?? 0;
  target.count = count;
  target.degree.fill(0, 0, count);
  target.ringBonds.fill(0, 0, count);
  let bond = 0;
  for (let atom = 0, at = 1; atom < count; atom++) {
    const flags = unpackAtom(bytes, at, target, atom);
    at += flags & IS_MORE ? ATOM_BYTES + MORE_BYTES : ATOM_BYTES;
    for (let earlier = (flags >> 5) & MOST.earlier; earlier > 0; earlier--) {
      const code = bytes[at++] ?? 0;
      const distance = code & MOST.nibble;
      target.bonds[bond++] = atom;
      target.bonds[bond++] = distance === 0 ? (bytes[at++] ?? 0) : atom - distance;
      target.bonds[bond++] = code;
    }
  }
  fillBonds(target, bond);
  return target;
}

/** Reads an atom; gives back the byte that tells how many bytes follow. */
function unpackAtom(bytes: Uint8Array, at: number, target: MatchTarget, atom: number): number {
  const element = bytes[at] ?? 0;
  const counts = bytes[at + 1] ?? 0;
  const flags = bytes[at + 2] ?? 0;
  const isMore = (flags & IS_MORE) !== 0;
  const electrons = isMore ? (bytes[at + 3] ?? 0) : NO_CHARGE << 4;
  target.element[atom] = element & MOST.element;
  target.aromatic[atom] = element >> 7;
  target.hydrogens[atom] = target.implicitHydrogens[atom] = counts >> 4;
  target.ringCount[atom] = counts & MOST.nibble;
  target.charge[atom] = (electrons >> 4) - NO_CHARGE;
  target.radicals[atom] = electrons & MOST.radicals;
  target.isotope[atom] = isMore ? (bytes[at + 4] ?? 0) : 0;
  target.smallestRing[atom] = isMore ? (bytes[at + 5] ?? 0) : flags & MOST.ring;
  return flags;
}

/** Fills what follows from the bonds; `first` moves up as neighbours come and is set back afterwards. */
function fillBonds(target: TargetRoom, end: number): void {
  const {count, bonds, degree, first} = target;
  for (let at = 0; at < end; at += 3) {
    countBond(target, bonds[at] ?? 0, bonds[at + 1] ?? 0, bonds[at + 2] ?? 0);
    countBond(target, bonds[at + 1] ?? 0, bonds[at] ?? 0, bonds[at + 2] ?? 0);
  }
  first[0] = 0;
  for (let atom = 0; atom < count; atom++) first[atom + 1] = (first[atom] ?? 0) + (degree[atom] ?? 0);
  for (let at = 0; at < end; at += 3) {
    putBond(target, bonds[at] ?? 0, bonds[at + 1] ?? 0, bonds[at + 2] ?? 0);
    putBond(target, bonds[at + 1] ?? 0, bonds[at] ?? 0, bonds[at + 2] ?? 0);
  }
  for (let atom = count; atom > 0; atom--) first[atom] = first[atom - 1] ?? 0;
  first[0] = 0;
}

function countBond(
  {degree, ringBonds, element, hydrogens}: MatchTarget,
  atom: number,
  other: number,
  code: number
): void {
  degree[atom] = (degree[atom] ?? 0) + 1;
  if (code & IN_RING) ringBonds[atom] = (ringBonds[atom] ?? 0) + 1;
  if (element[other] === 1) hydrogens[atom] = (hydrogens[atom] ?? 0) + 1;
}

function putBond({first, neighbour, order, inRing}: MatchTarget, from: number, to: number, code: number): void {
  const place = first[from] ?? 0;
  first[from] = place + 1;
  neighbour[place] = to;
  order[place] = ORDERS[code >> 5] ?? 0;
  inRing[place] = (code & IN_RING) >> 4;
}
