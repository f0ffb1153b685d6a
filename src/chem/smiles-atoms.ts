/** A change to one atom of a SMILES: its new charge and number of hydrogens. */
export interface AtomEdit {
  readonly charge: number;
  readonly hydrogens: number;
}

const ATOM = /\[([^\]]*)\]|Br|Cl|[BCNOSPFIbcnosp*]/g;
const BRACKET = /^(\d*)([A-Za-z][a-z]?|\*)(@@?(?:(?:TH|AL|SP|TB|OH)\d+)?)?(H\d*)?([+-]+\d*)?(:\d+)?$/;

/**
 * Rewrites charge and hydrogens of atoms of a SMILES, leaving bonds and stereochemistry as written; an atom whose
 * number of hydrogens changes loses its own chirality mark. Atoms are numbered as RDKit numbers them on reading.
 *
 * @throws when an atom to edit is not written in brackets, as every charged atom is
 */
export function editAtoms(smiles: string, edits: ReadonlyMap<number, AtomEdit>): string {
  let index = -1;
  return smiles.replace(ATOM, (atom: string, bracket: string | undefined) => {
    index++;
    const edit = edits.get(index);
    if (edit === undefined) return atom;
    if (bracket === undefined) throw new Error(`invalid atom to edit: ${atom} at ${String(index)} of ${smiles}`);
    return rewrite(bracket, edit);
  });
}

function rewrite(bracket: string, {charge, hydrogens}: AtomEdit): string {
  const [, isotope = "", symbol = "", chirality = "", hydrogen = "", , map = ""] = BRACKET.exec(bracket) ?? [];
  if (symbol === "") throw new Error(`invalid atom: [${bracket}]`);
  const before = hydrogen === "" ? 0 : Number(hydrogen.slice(1) || 1);
  const kept = before === hydrogens ? chirality : "";
  const h = hydrogens === 0 ? "" : hydrogens === 1 ? "H" : `H${String(hydrogens)}`;
  const sign = charge === 0 ? "" : charge > 0 ? `+${String(charge)}` : String(charge);
  return `[${isotope}${symbol}${kept}${h}${sign}${map}]`;
}
