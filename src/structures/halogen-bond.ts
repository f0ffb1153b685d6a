import {distance, type Residue, type StructureAtom} from "./residues.js";

/**
 * Geometry of a halogen bond C–X···A–Y: the longest X···A in Å, the two best angles and how far from them it may be, in
 * degrees. Fluorine makes none.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315 (PLIP); Auffinger et al. 2004, doi:10.1073/pnas.0407607101
 */
export const HALOGEN_BOND = {
  longest: 4,
  donorAngle: 165,
  acceptorAngle: 120,
  deviation: 30,
  donors: new Set(["CL", "BR", "I"]),
  acceptors: new Set(["O", "N", "S"]),
  /** Elements that the acceptor may be bonded to. */
  antecedents: new Set(["C", "N", "P", "S"])
} as const;

/** Longer than C–I and S–C, shorter than any contact, in Å. */
const LONGEST_BOND = 2.2;

/**
 * True when a halogen of the ligand points at an acceptor of a residue as a halogen bond does. An acceptor has one heavy
 * neighbour: the nitrogen of the backbone, which has two, is none. False when an atom's neighbour is not in the file.
 */
export function isHalogenBond(
  halogen: StructureAtom,
  ligand: Residue,
  acceptor: StructureAtom,
  residue: Residue
): boolean {
  const {longest, donorAngle, acceptorAngle, deviation, donors, acceptors, antecedents} = HALOGEN_BOND;
  if (!donors.has(symbol(halogen)) || !acceptors.has(symbol(acceptor))) return false;
  if (distance(halogen, acceptor) > longest || (residue.role === "polymer" && acceptor.name === "N")) return false;
  const carbon = heavyNeighbours(halogen, ligand).find((atom) => symbol(atom) === "C");
  const [antecedent, ...more] = heavyNeighbours(acceptor, residue);
  if (!carbon || !antecedent || more.length > 0 || !antecedents.has(symbol(antecedent))) return false;
  return (
    Math.abs(angle(carbon, halogen, acceptor) - donorAngle) <= deviation &&
    Math.abs(angle(antecedent, acceptor, halogen) - acceptorAngle) <= deviation
  );
}

const symbol = (atom: StructureAtom): string => atom.element.toUpperCase();

function heavyNeighbours(atom: StructureAtom, residue: Residue): StructureAtom[] {
  return residue.atoms.filter(
    (other) => other !== atom && !["H", "D"].includes(symbol(other)) && distance(atom, other) <= LONGEST_BOND
  );
}

/** Degrees at b between a and c. */
function angle(a: StructureAtom, b: StructureAtom, c: StructureAtom): number {
  const cosine =
    ((a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) + (a.z - b.z) * (c.z - b.z)) /
    (distance(a, b) * distance(b, c));
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
}
