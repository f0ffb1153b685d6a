/**
 * 2.303·R·T at 300 K in kcal/mol: one log unit of affinity as free energy.
 *
 * @see Hopkins, Groom & Alex 2004, doi:10.1016/S1359-6446(04)03069-7
 */
export const KCAL_PER_LOG_UNIT = 1.37;

/**
 * Ligand efficiency: free energy of binding per heavy atom, kcal/mol; NaN without a value or atom. Potencies that are
 * not affinities (an IC50) make it an approximation.
 *
 * @param pPotency −log10 of the molar value
 * @see Hopkins, Groom & Alex 2004, doi:10.1016/S1359-6446(04)03069-7
 */
export const ligandEfficiency = (pPotency: number, heavyAtoms: number): number =>
  heavyAtoms > 0 ? (KCAL_PER_LOG_UNIT * pPotency) / heavyAtoms : NaN;

/**
 * Lipophilic ligand efficiency: potency less logP; NaN where either is unknown.
 *
 * @param pPotency −log10 of the molar value
 * @see Leeson & Springthorpe 2007, doi:10.1038/nrd2445
 */
export const lipophilicEfficiency = (pPotency: number, logP: number): number => pPotency - logP;
