import type {Descriptors} from "../tables/descriptor-columns.js";

/** Terms of the published regression: constant, and factors of logP, weight, rotatable bonds and aromatic share. */
const TERMS = {constant: 0.16, clogp: -0.63, mw_da: -0.0062, n_rotatable_bonds: 0.066, aromatic: -0.74} as const;

/**
 * Solubility in water by ESOL: log10 of mol/L, for the neutral compound at room temperature; the author's error is about
 * one log unit. The published factors are used with RDKit's Crippen logP, where the author had Daylight's ClogP.
 *
 * @param aromatic share of the heavy atoms that are aromatic, 0-1: see `aromaticProportion`
 * @see Delaney 2004 doi:10.1021/ci034243x
 */
export function esol(
  {clogp, mw_da, n_rotatable_bonds}: Pick<Descriptors, "clogp" | "mw_da" | "n_rotatable_bonds">,
  aromatic: number
): number {
  return (
    TERMS.constant +
    TERMS.clogp * clogp +
    TERMS.mw_da * mw_da +
    TERMS.n_rotatable_bonds * n_rotatable_bonds +
    TERMS.aromatic * aromatic
  );
}

const ATOM = /\[\d*(\*|[A-Z][a-z]?|[a-z]{1,2})[^\]]*\]|Br|Cl|[BCNOPSFI]|[bcnops]/g;

/**
 * Share of the heavy atoms of a SMILES that are aromatic, 0-1, as it is written: atoms in lower case. RDKit's canonical
 * SMILES is meant; hydrogens and wildcards do not count, and without heavy atoms it is 0.
 */
export function aromaticProportion(smiles: string): number {
  let heavy = 0;
  let aromatic = 0;
  for (const [atom, bracket] of smiles.matchAll(ATOM)) {
    const symbol = bracket ?? atom;
    if (symbol === "H" || symbol === "*") continue;
    heavy++;
    if (symbol === symbol.toLowerCase()) aromatic++;
  }
  return heavy === 0 ? 0 : aromatic / heavy;
}
