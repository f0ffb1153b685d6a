const LIMIT = new Intl.NumberFormat("en-US", {maximumSignificantDigits: 7});

/** A limit as it was set: all its digits, at most seven; a filter that is printed rounded could not be repeated. */
export const formatLimit = (value: number): string => LIMIT.format(value);
