/** Begins the name of every column that the user's own file brought. */
export const OWN_PREFIX = "own_";

/** Names of the columns for the user's own, e.g. own_ic50_nm for "IC50 (nM)"; those that come out alike are numbered. */
export function ownNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const plain = name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_+|_+$/g, "");
    const stem = `${OWN_PREFIX}${plain || "column"}`;
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return times === 1 ? stem : `${stem}_${String(times)}`;
  });
}
