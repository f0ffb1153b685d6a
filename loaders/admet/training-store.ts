import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {RawForest} from "../../src/admet/model-format.js";
import type {ModelCard} from "../../src/admet/model-card.js";
import {NUMERIC_NAMES, type AdmetFeatures} from "../../src/admet/features.js";
import type {AdmetEndpoint} from "../../src/tables/admet-endpoints.js";

/** What the trainer leaves behind for one endpoint. */
export interface Trained {
  readonly key: string;
  readonly endpoint: AdmetEndpoint;
  readonly card: Omit<
    ModelCard,
    "endpoint" | "version" | "date" | "licence" | "libraryDifference" | "modelBytes" | "drugQuantiles"
  >;
  readonly forest: RawForest;
  /** Molecules scored by the training library, with its scores. */
  readonly check: {readonly molecules: readonly number[]; readonly margins: readonly number[]};
}

/** Features of all training molecules, as `featurise` wrote them. */
export interface TrainingStore {
  readonly smiles: readonly string[];
  readonly features: (molecule: number) => AdmetFeatures;
}

/** Reads the features that `featurise` wrote. */
export function readTrainingStore(folder: string): TrainingStore {
  const smiles = readFileSync(join(folder, "smiles.txt"), "utf8").split("\n");
  const offsets = new Uint32Array(readBuffer(join(folder, "offsets.u32")));
  const bits = new Uint16Array(readBuffer(join(folder, "bits.u16")));
  const values = new Float32Array(readBuffer(join(folder, "values.f32")));
  const width = NUMERIC_NAMES.length;
  return {
    smiles,
    features: (molecule) => ({
      bits: bits.subarray(offsets[molecule], offsets[molecule + 1]),
      values: values.subarray(molecule * width, (molecule + 1) * width)
    })
  };
}

/** Reads what the trainer wrote for an endpoint; null when it has not been trained. */
export function readTrained(folder: string, id: string): Trained | null {
  try {
    return JSON.parse(readFileSync(join(folder, "trained", `${id}.json`), "utf8")) as Trained;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function readBuffer(path: string): ArrayBuffer {
  const {buffer, byteOffset, byteLength} = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
