/**
 * Something wrong with one item of input: kept beside the rest, never thrown, never dropped.
 * A reader can find the item again by `source` and `line`.
 */
export interface Issue {
  /** Where it came from: a file name, a table or "pasted text". */
  readonly source: string;
  /** 1-based line or record number in that source; null when the issue concerns the whole source. */
  readonly line: number | null;
  /** The offending value as it was given, shortened to 200 characters. */
  readonly input: string;
  /** What is wrong, in words a user can act on; lower case, no full stop. */
  readonly reason: string;
}

const LONGEST_INPUT = 200;

/** Makes an issue; a longer `input` is cut to 200 characters, with an ellipsis. */
export function makeIssue(source: string, line: number | null, input: string, reason: string): Issue {
  const shortened = input.length > LONGEST_INPUT ? `${input.slice(0, LONGEST_INPUT)}…` : input;
  return {source, line, input: shortened, reason};
}
