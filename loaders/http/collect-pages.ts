import {SourceError} from "./source-error.js";

/** One page of a list as its source gives it. */
export interface Page<Item, Cursor> {
  readonly items: readonly Item[];
  /** Where the next page starts; null after the last. */
  readonly next: Cursor | null;
  /** How many items the source says there are; null when it does not say on this page. */
  readonly total: number | null;
}

export interface Walk<Item, Cursor> {
  /** What is collected, for messages, e.g. "activities of CHEMBL203". */
  readonly what: string;
  readonly first: Cursor;
  /** Gets one page; `fresh` forbids a kept reply. */
  readonly fetchPage: (cursor: Cursor, fresh: boolean) => Promise<Page<Item, Cursor>>;
  readonly idOf: (item: Item) => string;
  readonly onPage?: (done: number, total: number | null) => void;
}

export interface Collected<Item> {
  /** Each item once, in the order first seen. */
  readonly items: readonly Item[];
  readonly total: number | null;
  /** What the reader of the data must know: here, a count that does not agree. */
  readonly warnings: readonly string[];
}

/** A list that lacks more than this share of what its source counts is refused. */
export const LARGEST_SHORTFALL = 0.1;

/**
 * Walks all pages. It ends by two conditions (no next page and everything counted received, or an empty page), takes
 * each item once, and compares the number with the source's own count: a short list is walked a second time, and the
 * union is kept with a warning, or refused when it still lacks more than a tenth.
 *
 * @throws SourceError for a list that is far too short, or a page that only repeats others
 */
export async function collectPages<Item, Cursor>(walk: Walk<Item, Cursor>): Promise<Collected<Item>> {
  const found = new Map<string, Item>();
  let total = await walkOnce(walk, found, false);
  if (total !== null && found.size < total) total = await walkOnce(walk, found, true);
  const count = `the source counts ${String(total)} ${walk.what}, ${String(found.size)} different ones came`;
  if (total !== null && found.size < total * (1 - LARGEST_SHORTFALL))
    throw new SourceError(`${count}; the incomplete list was not used`, null);
  const warnings = total === null || total === found.size ? [] : [count];
  return {items: [...found.values()], total, warnings};
}

async function walkOnce<Item, Cursor>(
  walk: Walk<Item, Cursor>,
  found: Map<string, Item>,
  fresh: boolean
): Promise<number | null> {
  const seen = new Set<string>();
  let total: number | null = null;
  for (let cursor: Cursor | null = walk.first, number = 1; cursor !== null; number++) {
    const page: Page<Item, Cursor> = await fetchNewPage(walk, cursor, fresh, seen, number);
    total ??= page.total;
    if (page.items.length === 0) break;
    for (const item of page.items) {
      seen.add(walk.idOf(item));
      if (!found.has(walk.idOf(item))) found.set(walk.idOf(item), item);
    }
    walk.onPage?.(found.size, total);
    cursor = page.next;
  }
  return total;
}

/** Gets a page; one that holds only items already seen is asked for once more, past the cache. */
async function fetchNewPage<Item, Cursor>(
  {what, fetchPage, idOf}: Walk<Item, Cursor>,
  cursor: Cursor,
  fresh: boolean,
  seen: ReadonlySet<string>,
  number: number
): Promise<Page<Item, Cursor>> {
  const isRepeat = ({items}: Page<Item, Cursor>): boolean =>
    items.length > 0 && items.every((item) => seen.has(idOf(item)));
  const page = await fetchPage(cursor, fresh);
  if (!isRepeat(page)) return page;
  const again = await fetchPage(cursor, true);
  if (isRepeat(again))
    throw new SourceError(`page ${String(number)} of ${what} only repeats earlier ones; the list was not used`, null);
  return again;
}
