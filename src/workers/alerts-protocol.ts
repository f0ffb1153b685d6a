import type {AlertSet} from "../alerts/structural-alerts.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page asks of an alerts worker: how to start, then structures against all sets. */
export type AlertsTask =
  | {readonly kind: "start"; readonly urls: RDKitUrls; readonly sets: readonly AlertSet[]}
  | {readonly kind: "find"; readonly smiles: readonly string[]};

/** An alert found, with the atoms of each occurrence. */
export interface FoundAlert {
  readonly set: string;
  readonly name: string;
  readonly atoms: readonly (readonly number[])[];
}

/** What the worker answers; null for a structure that cannot be read. */
export type AlertsReply =
  | {readonly kind: "ready"}
  | {readonly kind: "found"; readonly alerts: readonly (readonly FoundAlert[] | null)[]}
  | {readonly kind: "failed"; readonly reason: string};
