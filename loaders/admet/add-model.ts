import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {decodeContainer} from "../../src/admet/container.js";
import {decodeIndex, encodeIndex, type RawIndex} from "../../src/admet/index-format.js";
import type {ModelCard} from "../../src/admet/model-card.js";
import {encodeModelSet} from "../../src/admet/model-set.js";
import {FINGERPRINT_BYTES, N_FINGERPRINT_BITS, type TrainingIndex} from "../../src/admet/training-index.js";
import {rowsOf} from "../../src/admet/training-rows.js";
import type {AdmetEndpoint} from "../../src/tables/admet-endpoints.js";
import {writeAtomic} from "../write-atomic.js";
import {drugFeatures} from "./drug-features.js";
import {blocksOf, exportModel} from "./export-models.js";
import {MODEL_FOLDER} from "./read-cards.js";
import {trainingIndex} from "./training-index.js";
import {readTrained, readTrainingStore} from "./training-store.js";

interface SetHeader {
  readonly edges: readonly (readonly number[])[];
  readonly cards: readonly ModelCard[];
}

/** Cut points of the numeric features of the models in a folder: a model that joins them must use the same. */
export function edgesOfModels(folder: string = MODEL_FOLDER): SetHeader["edges"] {
  return readSet(folder).header.edges;
}

/**
 * Adds one trained endpoint to the models of a folder, in the place of one of the same id, and its molecules to the
 * neighbours; writes its card.
 * @throws when it has not been trained
 */
export async function addModel(workFolder: string, outFolder: string, endpoint: AdmetEndpoint): Promise<ModelCard> {
  const trained = readTrained(workFolder, endpoint.id);
  if (trained === null) throw new Error(`${endpoint.id} has not been trained in ${workFolder}`);
  const {header, parts} = readSet(outFolder);
  const edges = header.edges.map((cuts) => Float32Array.from(cuts));
  const store = readTrainingStore(workFolder);
  const drugs = await drugFeatures();
  const reference = {n: drugs.length, blocks: blocksOf(drugs, edges)};
  const date = statSync(join(workFolder, "trained", `${endpoint.id}.json`))
    .mtime.toISOString()
    .slice(0, 10);
  const {card, bytes} = await exportModel({...trained, endpoint}, date, store, edges, reference);
  const kept = header.cards.flatMap((one, place) => (one.endpoint.id === endpoint.id ? [] : [place]));
  const cards = [...kept.map((place) => header.cards[place] as ModelCard), {...card, licence: "your own"}];
  const forests = [...kept.map((place) => parts[place] ?? new Uint8Array()), bytes];
  const index = joinIndexes(
    decodeIndex(gunzipSync(readFileSync(join(outFolder, "neighbours.bin.gz"))), "neighbours.bin.gz"),
    kept,
    trainingIndex(workFolder, store, [endpoint])
  );
  await writeAtomic(
    join(outFolder, "models.bin.gz"),
    gzipSync(encodeModelSet(header.edges, cards, forests), {level: 9})
  );
  await writeAtomic(join(outFolder, "neighbours.bin.gz"), gzipSync(encodeIndex(index), {level: 9}));
  await writeAtomic(join(outFolder, `${endpoint.id}.json`), `${JSON.stringify(cards.at(-1), null, 2)}\n`);
  return card;
}

function readSet(folder: string): {readonly header: SetHeader; readonly parts: readonly Uint8Array[]} {
  const path = join(folder, "models.bin.gz");
  const {header, parts} = decodeContainer(gunzipSync(readFileSync(path)), path);
  return {header: header as SetHeader, parts};
}

/** The measured molecules of `kept` endpoints of one index, then those of another. */
export function joinIndexes(index: TrainingIndex, kept: readonly number[], added: RawIndex): RawIndex {
  const offset = index.smiles.length;
  const rows = rowsOf(index);
  return {
    smiles: [...index.smiles, ...added.smiles],
    fingerprints: [...index.smiles.map((_, molecule) => bitsOf(rows, molecule)), ...added.fingerprints],
    measured: [
      ...kept.flatMap((place) => index.measured[place] ?? []),
      ...added.measured.map(({molecules, values}) => ({
        molecules: molecules.map((molecule) => molecule + offset),
        values
      }))
    ]
  };
}

function bitsOf(rows: Uint8Array, molecule: number): Uint16Array {
  const row = rows.subarray(molecule * FINGERPRINT_BYTES, (molecule + 1) * FINGERPRINT_BYTES);
  const bits = Array.from({length: N_FINGERPRINT_BITS}, (_, bit) => bit);
  return Uint16Array.from(bits.filter((bit) => (((row[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1));
}
