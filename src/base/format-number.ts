const WHOLE = new Intl.NumberFormat("en-US", {maximumFractionDigits: 0});
const REAL = new Intl.NumberFormat("en-US", {maximumSignificantDigits: 3});
const SMALLEST_PLAIN = 1e-4;

/** A whole number with thousands separated, e.g. "16,027". */
export const formatCount = (count: number): string => WHOLE.format(count);

/** A count with its noun, e.g. "1 compound", "2,000 compounds". @param noun takes an s in the plural */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A year, without a mark between thousands. */
export const formatYear = (year: number): string => String(Math.round(year));

/**
 * A number to be read in a table: whole numbers in full, others with three significant digits (four digits before the
 * point stay), tiny ones as powers of ten. NaN and infinite numbers are an em dash: say what is missing beside it.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "—";
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return WHOLE.format(value);
  return size < SMALLEST_PLAIN ? value.toExponential(1) : REAL.format(value);
}
