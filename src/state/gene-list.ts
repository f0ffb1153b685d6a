/** What a list of genes names among known targets. */
export interface GeneMatches {
  /** Indices of the targets named, in the order of the list, once each. */
  readonly found: readonly number[];
  /** Names that no target has, in the order of the list. */
  readonly unmatched: readonly string[];
}

/** Names by which a target is known. */
export interface NamedTargets {
  readonly target_id: readonly string[];
  readonly symbol: readonly string[];
}

const HEADINGS = new Set([
  "symbol",
  "gene",
  "genes",
  "target",
  "targets",
  "gene symbol",
  "ensembl",
  "ensembl id",
  "id"
]);

/**
 * Gene names of a pasted or opened list: one a line, or separated by commas, semicolons or tabs; of a table with a
 * heading the first column. Versions of Ensembl ids are dropped. Each name once.
 */
export function parseGeneList(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isTable = HEADINGS.has(
    (lines[0] ?? "")
      .split(/[,;\t]/)[0]
      ?.trim()
      .toLowerCase() ?? ""
  );
  const names = lines
    .slice(isTable ? 1 : 0)
    .flatMap((line) => (isTable ? line.split(/[,;\t]/).slice(0, 1) : line.split(/[\s,;]+/)))
    .map((name) => name.trim().replace(/^["'[]+|["'\]]+$/g, ""))
    .map((name) => name.replace(/^(ENSG\d{11})\.\d+$/i, "$1"))
    .filter((name) => name !== "");
  return [...new Map(names.map((name) => [name.toUpperCase(), name])).values()];
}

/** Looks names up as symbols or target ids, whatever their case; a symbol that two genes have finds both. */
export function matchGenes(names: readonly string[], {target_id, symbol}: NamedTargets): GeneMatches {
  const places = new Map<string, Set<number>>();
  for (const [i, id] of target_id.entries())
    for (const name of [id, symbol[i] ?? id].map((each) => each.toUpperCase()))
      places.set(name, (places.get(name) ?? new Set()).add(i));
  const found = names.flatMap((name) => [...(places.get(name.toUpperCase()) ?? [])]);
  return {
    found: [...new Set(found)],
    unmatched: names.filter((name) => !places.has(name.toUpperCase()))
  };
}
