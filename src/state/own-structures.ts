/** A structure of the reader's own on its way from one page to another. */
export interface OwnStructure {
  readonly smiles: string;
  /** Name or id given in the file; empty when there is none. */
  readonly label: string;
}

const KEY = "fumehood:own-structures";
const PREFIX = "own:";
/** Structures kept at most; the oldest make room. */
const MOST_KEPT = 1000;

interface Kept extends OwnStructure {
  readonly place: number;
}

type Memory = Pick<Storage, "getItem" | "setItem">;

/** True of a word that stands for a structure of the reader's own in an address. */
export const isOwnWord = (word: string): boolean => word.startsWith(PREFIX);

/**
 * Words that stand for structures in the addresses of this tab. The structures themselves stay in the tab: an address
 * is sent to whoever serves the site, and what a reader brought is not.
 *
 * @throws when the browser keeps nothing for a tab
 */
export function keepOwnStructures(given: readonly OwnStructure[], memory: Memory = sessionStorage): string[] {
  const kept = read(memory);
  const words = given.map(({smiles, label}) => {
    const known = kept.find((each) => each.smiles === smiles && each.label === label);
    const place = known?.place ?? (kept.at(-1)?.place ?? 0) + 1;
    if (!known) kept.push({smiles, label, place});
    return `${PREFIX}${String(place)}`;
  });
  memory.setItem(KEY, JSON.stringify(kept.slice(-MOST_KEPT)));
  return words;
}

/** The structure that a word stands for in this tab; null when it is of another tab, or forgotten. */
export function ownStructure(word: string, memory: Memory = sessionStorage): OwnStructure | null {
  const place = Number(word.slice(PREFIX.length));
  return (isOwnWord(word) && read(memory).find((each) => each.place === place)) || null;
}

function read(memory: Memory): Kept[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}
