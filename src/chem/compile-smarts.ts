import type {Mol, RDKit} from "./molecule.js";

/** A hydrogen written as an atom. */
export const EXPLICIT_HYDROGEN = /#1(?!\d)|\[H\]|\[\d*H[+-]?\]/;
const MERGE = JSON.stringify({mergeQueryHs: true, sanitize: false, removeHs: false});

/**
 * Compiles a SMARTS for molecules whose hydrogens are implicit: hydrogens written as atoms become conditions on their
 * neighbours. Without this 368 of RDKit's 462 PAINS examples would pass unseen.
 *
 * @throws `invalid SMARTS: …` when RDKit cannot read it
 */
export function compileSmarts(rdkit: RDKit, smarts: string): Mol {
  const pattern = rdkit.get_qmol(smarts);
  if (pattern === null) throw new Error(`invalid SMARTS: ${smarts}`);
  if (!EXPLICIT_HYDROGEN.test(smarts)) return pattern;
  const merged = rdkit.get_mol(pattern.get_json(), MERGE);
  if (merged === null) return pattern;
  pattern.delete();
  return merged;
}

const HYDROGEN_BRANCH = /\(-?\[#1\]\)/g;
const HYDROGEN_END = /-?\[#1\](?=$|[.)\]])/g;

/**
 * A SMARTS less its hydrogens: every molecule that matches the SMARTS matches this too, so its fingerprint may be used to
 * rule molecules out. (That of a pattern with merged hydrogens may not: it loses matches.)
 */
export function withoutHydrogens(smarts: string): string {
  return smarts.replace(HYDROGEN_BRANCH, "").replace(HYDROGEN_END, "");
}
