/**
 * Structures with more atoms than this are not given to RDKit's wasm build: its stack of 64 kB overflows on chains of
 * about 600 atoms and the engine is corrupt from then on, often without a word.
 */
export const MOST_ATOMS = 400;
/** Texts longer than this are not read at all, whatever they hold. */
const LONGEST_SMILES = 20 * MOST_ATOMS;

const SMILES_ATOM = /\[[^\]]*\]|Cl|Br|[BCNOSPFIbcnosp*]/g;
const V2000_ATOMS = /^([ \d]{3})[ \d]{3}.*V2000/m;
const V3000_ATOMS = /^M {2}V30 COUNTS (\d+)/m;

/** Number of atoms written in a SMILES or molblock, hydrogens counted where they are written as atoms; by the text alone. */
export function writtenAtoms(text: string): number {
  if (!text.includes("\n")) return text.match(SMILES_ATOM)?.length ?? 0;
  const [, count = "0"] = V3000_ATOMS.exec(text) ?? V2000_ATOMS.exec(text) ?? [];
  return Number(count);
}

/** True when a text must not be given to RDKit: more than `MOST_ATOMS` atoms, or too long to be a SMILES. */
export function isTooLarge(text: string): boolean {
  if (text.length <= MOST_ATOMS) return false;
  if (!text.includes("\n") && text.length > LONGEST_SMILES) return true;
  return writtenAtoms(text) > MOST_ATOMS;
}
