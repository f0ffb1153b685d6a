import type {OrderedBond} from "./perceive-bond-orders.js";
import type {StructureAtom} from "./residues.js";

/** A stretch of a chain in helix or strand; ends included. */
export interface SecondaryRange {
  readonly kind: "helix" | "strand";
  readonly chain: string;
  readonly from: number;
  readonly to: number;
}

/** A bond that the file states between two atoms of a component, by their names. */
export interface NamedBond {
  readonly from: string;
  readonly to: string;
  readonly order: OrderedBond["order"];
}

/** A molecule of a file, its atoms named by element and place. */
export interface ParsedMolecule {
  readonly atoms: readonly Pick<StructureAtom, "x" | "y" | "z" | "element" | "name">[];
  readonly bonds: readonly NamedBond[];
}

/** What a file of a structure holds. */
export interface ParsedStructure {
  /** Molecules of a list lie in one place without being bonded to each other. */
  readonly kind: "macromolecule" | "molecules";
  /** Atoms of one model; of alternative places those of the highest occupancy of the residue. */
  readonly atoms: readonly StructureAtom[];
  readonly models: number;
  /** Which of the models these are, from 1. */
  readonly model: number;
  /** Atoms left out because another place of the same atom is shown. */
  readonly alternates: number;
  /** Null when the file does not say. */
  readonly secondary: readonly SecondaryRange[] | null;
  /** Bonds that the file states, by the name of the component. */
  readonly bonds: ReadonlyMap<string, readonly NamedBond[]>;
  /** Records that could not be read, in words. */
  readonly complaints: readonly string[];
}

/** An atom as read, before one of its places is chosen. */
export interface PlacedRecord extends StructureAtom {
  readonly alternate: string;
  readonly occupancy: number;
}

/**
 * Keeps one place of every atom: in each residue the alternative of the highest occupancy, the first of equals, and what
 * has no alternatives. So no residue is drawn half in one place and half in another.
 */
export function chooseAlternates(records: readonly PlacedRecord[]): {
  atoms: readonly StructureAtom[];
  alternates: number;
} {
  const shares = new Map<string, Map<string, number>>();
  for (const record of records) {
    const {alternate, occupancy} = record;
    if (alternate === "") continue;
    const own = shares.get(residueKey(record)) ?? new Map<string, number>();
    own.set(alternate, Math.max(own.get(alternate) ?? 0, occupancy));
    shares.set(residueKey(record), own);
  }
  const chosen = new Map(
    [...shares].map(([key, own]) => [key, [...own].reduce((best, each) => (each[1] > best[1] ? each : best))[0]])
  );
  const atoms = records.filter(
    (record) => record.alternate === "" || chosen.get(residueKey(record)) === record.alternate
  );
  return {atoms, alternates: records.length - atoms.length};
}

const residueKey = (atom: StructureAtom): string => `${atom.chain} ${String(atom.residueNumber)}${atom.insertionCode}`;
