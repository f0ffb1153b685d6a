/** How exactly a date is known. */
export type DatePrecision = "day" | "month" | "year";

export interface PartialDate {
  /** ISO date; the first of the month or year where no more is known. */
  readonly date: string;
  readonly precision: DatePrecision;
}

/** Reads "2028", "2028-08", "2028-08-11" and "2028/08/11 00:00"; null for anything else. */
export function parsePartialDate(value: string | null): PartialDate | null {
  const match = /^(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?:[ T].*)?$/.exec(value?.trim() ?? "");
  if (!match?.[1]) return null;
  const [, year, month, day] = match;
  const date = `${year}-${month ?? "01"}-${day ?? "01"}`;
  if (Number.isNaN(Date.parse(date))) return null;
  return {date, precision: day ? "day" : month ? "month" : "year"};
}
