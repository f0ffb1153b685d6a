/** A worker's next message. @throws with what it says when it fails, and when it dies or `signal` ends first */
export function workerReply<Reply extends {readonly kind: string}>(
  worker: Worker,
  signal: AbortSignal
): Promise<Exclude<Reply, {readonly kind: "failed"}>> {
  return new Promise((resolve, reject) => {
    const once = new AbortController();
    const options = {signal: once.signal, once: true};
    const fail = (reason: unknown): void => {
      once.abort();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    worker.addEventListener(
      "message",
      ({data}: MessageEvent<Reply & {reason?: string}>) => {
        if (data.kind === "failed") {
          fail(data.reason);
          return;
        }
        once.abort();
        resolve(data as Exclude<Reply, {readonly kind: "failed"}>);
      },
      options
    );
    worker.addEventListener(
      "error",
      (event) => {
        event.preventDefault();
        fail(event.message || "the worker stopped");
      },
      options
    );
    signal.addEventListener(
      "abort",
      () => {
        fail(signal.reason);
      },
      options
    );
    if (signal.aborted) fail(signal.reason);
  });
}
