import type {Range} from "../kernels/column-bins.js";

/** Ranges by column, in the order they were set. */
export type Ranges = ReadonlyMap<string, Range>;

const KEEPS_MISSING = "~";
const PATTERN = /^(\p{L}[\p{L}\p{N}_]*):(-?[\d.eE+-]*)\.\.(-?[\d.eE+-]*?)(~?)$/u;

/** Ranges as they stand in an address: `mw_da:200..500,clogp:..3~`; `~` keeps rows without a value. */
export function formatRanges(ranges: Ranges): string {
  return [...ranges]
    .map(([name, {min, max, keepMissing}]) => `${name}:${limit(min)}..${limit(max)}${keepMissing ? KEEPS_MISSING : ""}`)
    .join(",");
}

const limit = (value: number | null): string => (value === null ? "" : String(value));

/** Ranges from the text of an address; null when any part of it cannot be read. The empty text is no range. */
export function parseRanges(text: string): Ranges | null {
  const ranges = new Map<string, Range>();
  if (text === "") return ranges;
  for (const part of text.split(",")) {
    const [, name, low = "", high = "", keeps] = PATTERN.exec(part) ?? [];
    const min = parseLimit(low);
    const max = parseLimit(high);
    if (name === undefined || min === undefined || max === undefined) return null;
    ranges.set(name, {min, max, keepMissing: keeps === KEEPS_MISSING});
  }
  return ranges;
}

/** null for an open limit, undefined for one that is not a number. */
function parseLimit(text: string): number | null | undefined {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
