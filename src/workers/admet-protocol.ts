import type {AdmetExplanation} from "../admet/explain.js";
import type {ModelCard} from "../admet/model-card.js";
import type {PredictionColumns} from "../admet/prediction-columns.js";
import type {PredictionReasons} from "../admet/reasons.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** Addresses of what an ADMET worker loads once. */
export interface AdmetUrls {
  readonly rdkit: RDKitUrls;
  readonly kernels: string;
  readonly models: string;
  readonly neighbours: string;
}

/** One request to a worker, answered by a reply with the same `id`. */
export type AdmetRequest =
  | {readonly id: number; readonly kind: "start"; readonly urls: AdmetUrls}
  | {
      readonly id: number;
      readonly kind: "predict";
      readonly smiles: readonly string[];
      readonly models: readonly number[] | null;
      /** What is known of the molecules, from `packDescriptors`; null when nothing is. */
      readonly descriptors: Float64Array | null;
    }
  | {readonly id: number; readonly kind: "explain"; readonly smiles: string}
  | {readonly id: number; readonly kind: "why"; readonly smiles: string; readonly model: number};

/** Predictions of a batch: columns per model, and per row why no model was asked. */
export interface AdmetBatch {
  readonly columns: readonly PredictionColumns[];
  readonly refused: readonly (string | null)[];
}

export type AdmetReply =
  | {readonly id: number; readonly kind: "started"; readonly cards: readonly ModelCard[]}
  | {readonly id: number; readonly kind: "predicted"; readonly batch: AdmetBatch}
  | {readonly id: number; readonly kind: "explained"; readonly explanation: AdmetExplanation}
  | {readonly id: number; readonly kind: "reasoned"; readonly reasons: PredictionReasons | null}
  | {readonly id: number; readonly kind: "failed"; readonly message: string};
