import type {Outcome} from "./run-source.js";

/** The table at the end of a run: what is new, kept, failed, with rows, release and why. */
export function describeOutcomes(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({source, state, reason, copy}) => [
    source.id,
    state,
    copy ? copy.source.row_count.toLocaleString("en") : "-",
    copy?.source.release ?? "-",
    reason
  ]);
  const all = [["source", "state", "rows", "release", "note"], ...lines];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string => {
    const width = widths[i];
    if (width === undefined) return cell;
    return i === 2 ? cell.padStart(width) : cell.padEnd(width);
  };
  return `${all.map((line) => line.map(pad).join("  ").trimEnd()).join("\n")}\n`;
}
