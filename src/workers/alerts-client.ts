import type {AlertSet} from "../alerts/structural-alerts.js";
import type {AlertsReply, AlertsTask, FoundAlert} from "./alerts-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";
import {workerReply} from "./worker-reply.js";

/** Finds the structural alerts of structures, with their atoms, in a worker. */
export interface AlertFinder {
  /** The alerts of each SMILES, null where it cannot be read. @throws when the engine fails or the signal ends it */
  find(smiles: readonly string[]): Promise<readonly (readonly FoundAlert[] | null)[]>;
  dispose(): void;
}

/** Starts a worker that finds alerts. @throws when the chemistry engine does not start */
export async function openAlertFinder(sets: readonly AlertSet[], signal: AbortSignal): Promise<AlertFinder> {
  const worker = new Worker(import.meta.resolve("./alerts-worker.js"), {type: "module"});
  const ask = (task: AlertsTask): Promise<Exclude<AlertsReply, {kind: "failed"}>> => {
    const reply = workerReply<AlertsReply>(worker, signal);
    worker.postMessage(task);
    return reply;
  };
  const dispose = (): void => {
    worker.terminate();
  };
  try {
    await ask({kind: "start", urls: rdkitUrls, sets});
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    find: async (smiles) => {
      const answer = await ask({kind: "find", smiles});
      return answer.kind === "found" ? answer.alerts : [];
    },
    dispose
  };
}

/** Finds the alerts of one structure in a worker of its own, which is gone afterwards. @throws when it fails or is stopped */
export async function findAlertsOf(
  sets: readonly AlertSet[],
  smiles: string,
  signal: AbortSignal
): Promise<readonly FoundAlert[]> {
  const finder = await openAlertFinder(sets, signal);
  try {
    const [alerts = null] = await finder.find([smiles]);
    if (alerts === null) throw new Error("the structure could not be read");
    return alerts;
  } finally {
    finder.dispose();
  }
}
