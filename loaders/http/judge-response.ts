/** What the caller expects of a reply, and how its source reports a failure inside a good one. */
export interface Expectation {
  readonly expect: "json" | "text";
  /** Statuses that mean "there is nothing", e.g. 204 or 404. */
  readonly absent?: readonly number[];
  /** Finds a failure inside a parsed body; null when there is none. */
  readonly findFailure?: (body: unknown) => InBandFailure | null;
}

export interface InBandFailure {
  readonly reason: string;
  /** True when the same request may succeed later. */
  readonly transient: boolean;
}

export type Verdict =
  | {readonly kind: "good"; readonly body: unknown}
  | {readonly kind: "absent"}
  | {readonly kind: "transient"; readonly reason: string}
  | {readonly kind: "fatal"; readonly reason: string};

const TRANSIENT_STATUSES = [408, 425, 429, 500, 502, 503, 504];

/** Decides what a reply is worth. Bodies are judged too: several sources report failures with status 200. */
export function judgeResponse(status: number, text: string, expectation: Expectation): Verdict {
  if (expectation.absent?.includes(status)) return {kind: "absent"};
  if (TRANSIENT_STATUSES.includes(status)) return {kind: "transient", reason: `HTTP ${String(status)}`};
  if (status >= 400) return {kind: "fatal", reason: `HTTP ${String(status)}${quote(text)}`};
  if (text.trim() === "") return {kind: "transient", reason: `an empty reply with HTTP ${String(status)}`};
  return expectation.expect === "text" ? {kind: "good", body: text} : judgeJson(text, expectation);
}

function judgeJson(text: string, {findFailure}: Expectation): Verdict {
  if (text.trimStart().startsWith("<?xml")) return {kind: "fatal", reason: "XML where JSON was expected"};
  if (text.trimStart().startsWith("<")) return {kind: "transient", reason: "a web page where JSON was expected"};
  const body = parseJson(text);
  if (body === undefined) return {kind: "transient", reason: "incomplete or invalid JSON"};
  const failure = findFailure?.(body) ?? null;
  if (failure === null) return {kind: "good", body};
  return {kind: failure.transient ? "transient" : "fatal", reason: failure.reason};
}

/** Parses JSON; one source puts raw line breaks into its error texts, so control characters are forgiven. */
function parseJson(text: string): unknown {
  for (const candidate of [text, text.replace(/\p{Cc}+/gu, " ")]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}

const LONGEST_QUOTE = 200;
function quote(text: string): string {
  const words = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? "" : `: ${words.slice(0, LONGEST_QUOTE)}`;
}
