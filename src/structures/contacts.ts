import {HALOGEN_BOND, isHalogenBond} from "./halogen-bond.js";
import {distance, type Residue, type StructureAtom} from "./residues.js";

/** Kinds of contact between a ligand and its surroundings. */
export type ContactKind = "polar" | "charged residue" | "hydrophobic" | "halogen" | "metal" | "water bridge";

/** One contact: the nearest pair of atoms of its kind between the ligand and a residue. */
export interface Contact {
  readonly kind: ContactKind;
  readonly residue: Residue;
  readonly ligandAtom: StructureAtom;
  readonly otherAtom: StructureAtom;
  /** Å; of a water bridge the longer of its two legs. */
  readonly distance: number;
}

/**
 * Longest distances in Å. Hydrophobic contacts, halogen bonds and metal complexes as in PLIP; polar contacts and the legs
 * of water bridges by heavy atoms alone (hydrogens are not in a crystal structure), with the usual 3.5 where PLIP, which
 * judges the angles at the hydrogens too, allows 4.1; 4.0 where a side chain is charged.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315 (PLIP); Barlow & Thornton 1983, doi:10.1016/s0022-2836(83)80079-5 (ion pairs)
 */
export const CONTACT_LIMITS: Readonly<Record<ContactKind, number>> = {
  polar: 3.5,
  "charged residue": 4,
  hydrophobic: 4,
  halogen: HALOGEN_BOND.longest,
  metal: 3,
  "water bridge": 3.5
};

const METALS = new Set(["MG", "CA", "ZN", "MN", "FE", "CU", "NI", "CO", "NA", "K"]);
const CHARGED: Readonly<Record<string, ReadonlySet<string>>> = {
  ASP: new Set(["OD1", "OD2"]),
  GLU: new Set(["OE1", "OE2"]),
  LYS: new Set(["NZ"]),
  ARG: new Set(["NE", "NH1", "NH2"])
};
const BOND = 1.9;

const element = (atom: StructureAtom): string => atom.element.toUpperCase();
const isPolar = (atom: StructureAtom): boolean => ["N", "O"].includes(element(atom));

/** Carbon that is bonded to carbon and hydrogen only. */
function isHydrophobic(atom: StructureAtom, residue: Residue): boolean {
  if (element(atom) !== "C") return false;
  return residue.atoms
    .filter((other) => other !== atom && distance(atom, other) <= BOND)
    .every((other) => ["C", "H", "D"].includes(element(other)));
}

type Test = (ligandAtom: StructureAtom, other: StructureAtom, residue: Residue) => boolean;

const isCharged = (atom: StructureAtom, residue: Residue): boolean => CHARGED[residue.name]?.has(atom.name) ?? false;

const testsOf = (ligand: Residue): readonly (readonly [ContactKind, Test])[] => [
  ["charged residue", (own, other, residue) => isPolar(own) && isCharged(other, residue)],
  ["polar", (own, other) => isPolar(own) && isPolar(other)],
  ["halogen", (own, other, residue) => isHalogenBond(own, ligand, other, residue)],
  ["metal", (own, other) => isPolar(own) && METALS.has(element(other))],
  ["hydrophobic", (own, other, residue) => isHydrophobic(own, ligand) && isHydrophobic(other, residue)]
];

/**
 * Contacts of a ligand: for each residue and kind the nearest pair of atoms, in the order of the chain. A polar contact
 * with a charged side chain is named so, and not listed as polar again: whether it is a salt bridge depends on the
 * charge of the ligand, which coordinates do not tell. Stacking of rings is not looked for.
 */
export function contactsOf(ligand: Residue, residues: readonly Residue[]): Contact[] {
  const others = residues.filter(({id, role}) => id !== ligand.id && (role === "polymer" || role === "ion"));
  const direct = others.flatMap((residue) => {
    const found = testsOf(ligand).flatMap(([kind, test]) => nearestPair(kind, ligand, residue, test) ?? []);
    return found.some(({kind}) => kind === "charged residue") ? found.filter(({kind}) => kind !== "polar") : found;
  });
  return [...direct, ...waterBridges(ligand, residues)].sort(
    (a, b) =>
      a.residue.chain.localeCompare(b.residue.chain) || a.residue.number - b.residue.number || a.distance - b.distance
  );
}

function nearestPair(kind: ContactKind, ligand: Residue, residue: Residue, test: Test): Contact | null {
  let best: Contact | null = null;
  for (const ligandAtom of ligand.atoms)
    for (const otherAtom of residue.atoms) {
      const at = distance(ligandAtom, otherAtom);
      if (at > CONTACT_LIMITS[kind] || at >= (best?.distance ?? Infinity) || !test(ligandAtom, otherAtom, residue))
        continue;
      best = {kind, residue, ligandAtom, otherAtom, distance: at};
    }
  return best;
}

/** Residues that a water molecule joins to the ligand, by its two polar contacts. */
function waterBridges(ligand: Residue, residues: readonly Residue[]): Contact[] {
  const limit = CONTACT_LIMITS["water bridge"];
  const found = new Map<string, Contact>();
  for (const {atoms: water} of residues.filter(({role}) => role === "water")) {
    const [oxygen] = water;
    const own = oxygen && nearestPolar(oxygen, ligand, limit);
    if (!oxygen || !own) continue;
    for (const residue of residues.filter(({role}) => role === "polymer")) {
      const other = nearestPolar(oxygen, residue, limit);
      if (!other) continue;
      const long = Math.max(distance(oxygen, own), distance(oxygen, other));
      if (long >= (found.get(residue.id)?.distance ?? Infinity)) continue;
      found.set(residue.id, {kind: "water bridge", residue, ligandAtom: own, otherAtom: other, distance: long});
    }
  }
  return [...found.values()];
}

function nearestPolar(from: StructureAtom, residue: Residue, limit: number): StructureAtom | null {
  const near = residue.atoms.filter((atom) => isPolar(atom) && distance(from, atom) <= limit);
  return near.sort((a, b) => distance(from, a) - distance(from, b))[0] ?? null;
}
