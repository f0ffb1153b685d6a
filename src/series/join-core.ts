import {type RDKit, withMolecule} from "../chem/molecule.js";

/**
 * The compound of a core and its parts, as canonical SMILES; null when they do not go together. Texts are joined: each
 * point becomes a ring closure, so that its bond is what the part says it is, an aromatic or a double one too.
 *
 * @param core with "[*:n]" at its positions
 * @param parts with "[*:n]" where they stand: one that closes a ring is given once or at both its positions, one of
 *   several pieces ("C[*:4].O[*:4]") hangs all of them on one atom; empty texts are left out
 */
export function joinCore(rdkit: RDKit, core: string, parts: readonly string[]): string | null {
  const whole = [...new Set(parts)].filter((part) => part !== "");
  const claimed = whole.flatMap((part) => [...new Set(labelsOf(part))]);
  const offered = new Set(labelsOf(core));
  if (new Set(claimed).size < claimed.length || !claimed.every((label) => offered.has(label))) return null;
  // An atom whose stereochemistry is written says how many hydrogens it has: another piece would be one too many.
  const isCrowded = whole.some((part) => part.includes("."));
  const open = isCrowded ? withMolecule(rdkit, core.replace(/@/g, ""), (molecule) => molecule.get_smiles()) : core;
  const closures = new Map<string, string[]>();
  let next = LAST_CLOSURE;
  const pieces = whole.map((part) =>
    closePoints(part, (label, bond) => {
      const closure = `%${String(next--)}`;
      closures.set(label, [...(closures.get(label) ?? []), closure]);
      return bond + closure;
    })
  );
  if (open === null || next < FIRST_CLOSURE) return null;
  const rings = closePoints(open, (label) => (closures.get(label) ?? []).join(""));
  return withMolecule(rdkit, [rings, ...pieces].join("."), (molecule) => molecule.get_smiles());
}

/** Ring closures with two digits that RDKit itself does not come to use in a SMILES. */
const [FIRST_CLOSURE, LAST_CLOSURE] = [40, 99];

const labelsOf = (text: string): string[] => [...text.matchAll(/\[\*:(\d+)\]/g)].map(([, label]) => label ?? "");

const BOND = "[-=#:/\\\\]?";
/** A point that the text begins with, its bond, and the atom behind with its ring closures. */
const LEADING = new RegExp(`^\\[\\*:(\\d+)\\](${BOND})((?:\\[[^\\]]+\\]|Br|Cl|[A-Za-z])(?:%\\d{2}|\\d)*)`);
/** A point behind its bond, with the branch that holds nothing else. */
const TRAILING = new RegExp(`\\((${BOND})\\[\\*:(\\d+)\\]\\)|(${BOND})\\[\\*:(\\d+)\\]`, "g");
/** A direction, seen from the other end. */
const TURNED: Readonly<Record<string, string>> = {"/": "\\", "\\": "/"};

/** A text with each of its points replaced, at the atom that holds it. */
function closePoints(text: string, closure: (label: string, bond: string) => string): string {
  return text
    .replace(LEADING, (_, label: string, bond: string, atom: string) => atom + closure(label, TURNED[bond] ?? bond))
    .replace(TRAILING, (_, branch?: string, inBranch?: string, bond?: string, label?: string) =>
      closure(inBranch ?? label ?? "", branch ?? bond ?? "")
    );
}
