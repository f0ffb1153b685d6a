/** Work in a row that a page is not felt to be held by, though the machine does other things too. */
const SLICE_MS = 8;

/** Lets the browser paint and answer before it goes on. */
export function breathe(): Promise<void> {
  return new Promise((done) => {
    const {port1, port2} = new MessageChannel();
    port2.onmessage = () => {
      port1.close();
      done();
    };
    port1.postMessage(null);
  });
}

/**
 * A pause for long work in the page, to be awaited as often as one likes: it goes on at once until the work has held the
 * page for some milliseconds.
 */
export function pagePause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await breathe();
    since = performance.now();
  };
}

/** Sets of so many rows are worked on in slices; smaller ones at once. */
export const LARGE_ROWS = 50_000;
