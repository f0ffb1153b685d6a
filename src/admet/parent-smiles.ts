/** Common charged forms and the neutral form that stands for them. */
const NEUTRAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\[NH[23]\+\](?!\])/g, "N"],
  [/\[NH\+\]/g, "N"],
  [/\[nH\+\]/g, "n"],
  [/C\(=O\)\[O-\]/g, "C(=O)O"],
  [/^\[O-\]C\(=O\)/g, "OC(=O)"],
  [/^O=C\(\[O-\]\)/g, "O=C(O)"],
  [/C\(\[O-\]\)=O/g, "C(O)=O"],
  [/S\(=O\)\(=O\)\[O-\]/g, "S(=O)(=O)O"],
  [/^O=S\(=O\)\(\[O-\]\)/g, "O=S(=O)(O)"]
];

/**
 * SMILES of the part of a salt or mixture that a model is about: the part with most atoms (the first of equals),
 * with protonated amines and ionised acids written neutral. A single neutral molecule comes back as it was;
 * an empty text stays empty.
 */
export function parentSmiles(smiles: string): string {
  const parts = smiles.split(".");
  let parent = parts[0] ?? "";
  for (const part of parts) if (countAtoms(part) > countAtoms(parent)) parent = part;
  return NEUTRAL_FORMS.reduce((text, [charged, neutral]) => text.replace(charged, neutral), parent);
}

/** Number of atoms written in a SMILES, not counting hydrogens inside brackets. */
function countAtoms(smiles: string): number {
  return smiles.match(/\[[^\]]*\]|Br|Cl|[BCNOPSFIbcnops]/g)?.length ?? 0;
}
