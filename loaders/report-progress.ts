const EVERY_MS = 2000;

/** Says on standard error now and then how many records are done, how fast, and how long it will take. */
export function reportProgress(total: number): (done: number) => void {
  const start = Date.now();
  let next = start + EVERY_MS;
  return (done) => {
    const now = Date.now();
    if (now < next) return;
    next = now + EVERY_MS;
    const rate = done / ((now - start) / 1000);
    const left = Math.max(0, Math.round((total - done) / rate));
    const of = `${String(done)} of ${String(Math.round(total))} records`;
    console.error(`${of}, ${String(Math.round(rate))} per second, ${String(left)} s left`);
  };
}
