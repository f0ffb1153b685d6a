/** Where progress is written: a terminal gets one line that changes, anything else plain lines. */
export interface ProgressOutput {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

export interface Progress {
  readonly report: (sourceId: string, what: string, done: number, total: number | null) => void;
  /** Ends the line of a source with what became of it. */
  readonly end: (sourceId: string, outcome: string) => void;
}

const PLAIN_EVERY_MS = 5_000;
const ERASE_LINE = "\r\u001b[2K";

interface Count {
  readonly startedAt: number;
  lastAt: number;
}

/** Reports done, total, rate and time left; on a terminal at once, elsewhere a line every five seconds. */
export function makeProgress(output: ProgressOutput, now: () => number): Progress {
  const counts = new Map<string, Count>();
  return {
    report: (sourceId, what, done, total) => {
      const key = `${sourceId}\n${what}`;
      const count = counts.get(key) ?? {startedAt: now(), lastAt: -Infinity};
      counts.set(key, count);
      const line = describeProgress(sourceId, what, done, total, now() - count.startedAt);
      if (output.isTTY) output.write(`${ERASE_LINE}${line}`);
      else if (now() - count.lastAt >= PLAIN_EVERY_MS || done === total) {
        count.lastAt = now();
        output.write(`${line}\n`);
      }
    },
    end: (sourceId, outcome) => {
      output.write(`${output.isTTY ? ERASE_LINE : ""}${sourceId}: ${outcome}\n`);
    }
  };
}

/** "chembl: activities of EGFR 3,000 of 14,032, 420 a second, 26 s left" */
function describeProgress(
  sourceId: string,
  what: string,
  done: number,
  total: number | null,
  elapsedMs: number
): string {
  const of = total === null ? "" : ` of ${total.toLocaleString("en")}`;
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1_000 : 0;
  const speed = rate > 0 ? `, ${rate >= 1 ? Math.round(rate).toLocaleString("en") : rate.toFixed(1)} a second` : "";
  const left =
    total !== null && rate > 0 && done < total
      ? `, ${Math.ceil((total - done) / rate).toLocaleString("en")} s left`
      : "";
  return `${sourceId}: ${what} ${done.toLocaleString("en")}${of}${speed}${left}`;
}
