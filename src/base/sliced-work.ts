/** Work that may be left for a while at each `yield`. */
export type SlicedWork<T> = Generator<undefined, T, undefined>;

/** Does all of some work at once. */
export function doAtOnce<T>(work: SlicedWork<T>): T {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
  }
}

/** Does some work in slices. @param pause awaited after each, so that a page can answer meanwhile */
export async function doInSlices<T>(work: SlicedWork<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    await pause();
  }
}
