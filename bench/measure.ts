/** Median time in milliseconds of `repeats` runs after one warm-up; `prepare` is not timed. */
export async function medianMs(
  repeats: number,
  work: (turn: number) => unknown,
  prepare: (turn: number) => unknown = () => undefined
): Promise<number> {
  const times: number[] = [];
  for (let turn = -1; turn < repeats; turn++) {
    await prepare(turn);
    const start = performance.now();
    await work(turn);
    if (turn >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

/** One line of the report: what was done, in how many milliseconds. */
export interface Figure {
  readonly who: string;
  readonly ms: number;
}

/** Prints the figures of one task, each rival with its ratio to ours (the first). */
export function printFigures(task: string, figures: readonly Figure[], notes: readonly string[] = []): void {
  console.log(`\n${task}`);
  const ours = figures[0];
  for (const {who, ms} of figures) {
    const ratio = ours && ours.who !== who ? `${(ms / ours.ms).toPrecision(3)}×` : "";
    console.log(`  ${who.padEnd(58)} ${ms.toPrecision(3).padStart(9)} ms  ${ratio}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}
