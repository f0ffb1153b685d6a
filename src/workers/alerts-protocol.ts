import type {AlertSet} from "../alerts/structural-alerts.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page asks of an alerts worker: one structure against all sets. */
export interface AlertsTask {
  readonly urls: RDKitUrls;
  readonly sets: readonly AlertSet[];
  readonly smiles: string;
}

/** An alert found, with the atoms of each occurrence. */
export interface FoundAlert {
  readonly set: string;
  readonly name: string;
  readonly atoms: readonly (readonly number[])[];
}

export type AlertsReply =
  {readonly kind: "found"; readonly alerts: readonly FoundAlert[]} | {readonly kind: "failed"; readonly reason: string};
