import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";
import {type SeriesEngine, seriesItemJobs, seriesSetJobs, type Tell} from "./series-jobs.js";
import type {SeriesCommand, SeriesReply, SeriesUrls} from "./series-protocol.js";

sealWorker();
const reply = (message: SeriesReply): void => {
  globalThis.postMessage(message);
};

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 80;

let engine: Promise<SeriesEngine> | undefined;

async function start({rdkit, kernels}: SeriesUrls): Promise<SeriesEngine> {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return {
    rdkit: await loadRDKit(rdkit),
    kernels: () => (compiled ??= compile(kernels)),
    hydrogenated: new Map(),
    parents: new Map()
  };
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

function reporter(): Tell {
  let last = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY) return;
    last = now;
    reply({kind: "progress", done, total});
  };
}

async function work(command: Exclude<SeriesCommand, {kind: "start"}>): Promise<unknown> {
  if (engine === undefined) throw new Error("the worker was asked before it was started");
  const engines = await engine;
  // The command's own types are those of the job that it names; the page side checks them.
  if (command.kind === "set") return seriesSetJobs[command.job](engines, command.ask as never, reporter());
  const handle = seriesItemJobs[command.job];
  return command.items.map((item) => handle(engines, item as never));
}

globalThis.addEventListener("message", ({data}: MessageEvent<SeriesCommand>) => {
  if (data.kind === "start") {
    engine = start(data.urls);
    // Said with the first job that needs it.
    engine.catch(() => undefined);
    return;
  }
  work(data).then(
    (answer) => {
      reply({kind: "done", answer});
    },
    (error: unknown) => {
      const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : "";
      const reason = (error instanceof Error ? error.message : String(error)) + cause;
      reply({kind: "failed", reason, isFatal: error instanceof WebAssembly.RuntimeError});
    }
  );
});
