/** An atom of a SMILES, brackets and all. */
const ATOM = /\[[^\]]+\]|Br|Cl|[BCNOPSFI]|[bcnops]|\*/g;

/**
 * A core whose positions are written as R1, R2, … where it is drawn: "[*:1]" becomes a named point by an extension of
 * SMILES that drawing programs know. A core without positions stays as it is.
 *
 * @param smiles of the core with positions as attachment points, e.g. "c1cc([*:1])ccn1"
 */
export function labelledCore(smiles: string): string {
  const labels = [...smiles.matchAll(ATOM)].map(([atom]) => /^\[\*:(\d+)\]$/.exec(atom)?.[1]);
  if (labels.every((label) => label === undefined)) return smiles;
  const plain = smiles.replace(/\[\*:\d+\]/g, "*");
  return `${plain} |$${labels.map((label) => (label === undefined ? "" : `R${label}`)).join(";")}$|`;
}
