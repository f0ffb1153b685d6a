const EVERY_MS = 2000;

/** How far it is, in words; how long it will take only where something is done, from which that can be told. */
export function progressLine(done: number, total: number, seconds: number): string {
  const of = `${String(done)} of ${String(Math.round(total))} records`;
  if (done === 0 || seconds <= 0) return of;
  const rate = done / seconds;
  const left = Math.max(0, Math.round((total - done) / rate));
  return `${of}, ${String(Math.round(rate))} per second, ${String(left)} s left`;
}

/** Says on standard error now and then how many records are done, how fast, and how long it will take. */
export function reportProgress(total: number): (done: number) => void {
  const start = Date.now();
  let next = start + EVERY_MS;
  return (done) => {
    const now = Date.now();
    if (now < next) return;
    next = now + EVERY_MS;
    console.error(progressLine(done, total, (now - start) / 1000));
  };
}
