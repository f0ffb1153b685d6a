import {statSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {quantilesOf} from "../../src/admet/drug-reference.js";
import {FEATURE_VERSION, N_BITS, type AdmetFeatures} from "../../src/admet/features.js";
import {ForestKernel} from "../../src/admet/forest-kernel.js";
import {bitBlock, blockLength, LANES, type BitBlock, type NumericEdges} from "../../src/admet/forest.js";
import {encodeIndex} from "../../src/admet/index-format.js";
import {isClassDoubt, type ModelCard} from "../../src/admet/model-card.js";
import {decodeForest, encodeForest} from "../../src/admet/model-format.js";
import {encodeModelSet} from "../../src/admet/model-set.js";
import {toUnit} from "../../src/admet/prediction.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";
import {compileKernels} from "../compile-kernels.js";
import {writeAtomic} from "../write-atomic.js";
import {librarySample} from "./library-sample.js";
import {readNumericEdges} from "./numeric-edges.js";
import {trainingIndex} from "./training-index.js";
import {readTrained, readTrainingStore, type Trained, type TrainingStore} from "./training-store.js";

const LICENCE = "model: CC BY 4.0; measured values: terms of the data set named here";
const N_QUANTILES = 100;
/** One checked molecule in this many is kept, with the library's scores, for the tests. */
const SAMPLE_STEP = 25;
/** Our scores must be the training library's to this difference. */
const LARGEST_DIFFERENCE = 1e-5;

/** A card with the bytes of its forest. */
export interface Exported {
  readonly card: ModelCard;
  readonly bytes: Uint8Array;
}

/**
 * Writes trained models to `outFolder`: `models.bin.gz` (all forests and cards), `neighbours.bin.gz` (training
 * molecules with measured values), a readable card per endpoint, and `library-scores.json` (the training library's own
 * scores of 40 molecules, for the tests). Endpoints without a trained model are left out.
 * @returns cards in the order of the endpoint table
 * @throws when a score differs from the training library's by more than 1e-5
 */
export async function exportModels(
  workFolder: string,
  outFolder: string,
  drugs: readonly AdmetFeatures[]
): Promise<ModelCard[]> {
  const store = readTrainingStore(workFolder);
  const rawEdges = readNumericEdges(workFolder);
  const edges = rawEdges.map((cuts) => Float32Array.from(cuts));
  const drugBlocks = blocksOf(drugs, edges);
  const exported: Exported[] = [];
  for (const endpoint of ADMET_ENDPOINTS) {
    const trained = readTrained(workFolder, endpoint.id);
    if (trained === null) continue;
    const date = statSync(join(workFolder, "trained", `${endpoint.id}.json`))
      .mtime.toISOString()
      .slice(0, 10);
    exported.push(await exportModel({...trained, endpoint}, date, store, edges, {n: drugs.length, blocks: drugBlocks}));
  }
  const cards = exported.map(({card}) => card);
  const forests = exported.map(({bytes}) => bytes);
  const index = trainingIndex(
    workFolder,
    store,
    cards.map(({endpoint}) => endpoint)
  );
  await writeAtomic(join(outFolder, "models.bin.gz"), gzipSync(encodeModelSet(rawEdges, cards, forests), {level: 9}));
  await writeAtomic(join(outFolder, "neighbours.bin.gz"), gzipSync(encodeIndex(index), {level: 9}));
  const sample = librarySample(
    cards.flatMap(({endpoint}) => readTrained(workFolder, endpoint.id) ?? []),
    store,
    SAMPLE_STEP
  );
  await writeAtomic(join(outFolder, "library-scores.json"), `${JSON.stringify(sample)}\n`);
  for (const card of cards)
    await writeAtomic(join(outFolder, `${card.endpoint.id}.json`), `${JSON.stringify(card, null, 2)}\n`);
  return cards;
}

/**
 * Card and bytes of one trained model, checked against the training library.
 * @throws when a score differs by more than 1e-5
 */
export async function exportModel(
  trained: Trained,
  date: string,
  store: TrainingStore,
  edges: NumericEdges,
  drugs: {readonly n: number; readonly blocks: readonly BitBlock[]}
): Promise<Exported> {
  const {endpoint, check} = trained;
  const bytes = encodeForest(trained.forest, FEATURE_VERSION);
  const forest = decodeForest(bytes, FEATURE_VERSION, endpoint.id);
  const kernel = await ForestKernel.open(await kernels(), [forest], blockLength(edges, N_BITS));
  const scores = scoresOf(kernel, blocksOf(check.molecules.map(store.features), edges)).slice(
    0,
    check.molecules.length
  );
  const differences = scores.map((score, place) => Math.abs(score - (check.margins[place] ?? NaN)));
  const libraryDifference = Math.max(...differences);
  if (!(libraryDifference <= LARGEST_DIFFERENCE))
    throw new Error(`${endpoint.id}: differs from the training library by ${String(libraryDifference)}`);
  const base: ModelCard = {
    ...trained.card,
    endpoint,
    version: trained.key,
    date,
    licence: LICENCE,
    libraryDifference,
    modelBytes: gzipSync(bytes, {level: 9}).length,
    drugQuantiles: []
  };
  const drugValues = scoresOf(kernel, drugs.blocks)
    .slice(0, drugs.n)
    .map((score) => shownValue(base, score));
  return {card: {...base, drugQuantiles: quantilesOf(drugValues, N_QUANTILES)}, bytes};
}

function shownValue({doubt, endpoint}: ModelCard, score: number): number {
  return isClassDoubt(doubt) ? 1 / (1 + Math.exp(-(doubt.slope * score + doubt.intercept))) : toUnit(endpoint, score);
}

/** Molecules in blocks of 128 for the forests. */
export function blocksOf(molecules: readonly AdmetFeatures[], edges: NumericEdges): BitBlock[] {
  return Array.from({length: Math.ceil(molecules.length / LANES)}, (_, block) =>
    bitBlock(molecules.slice(block * LANES, (block + 1) * LANES), edges, N_BITS)
  );
}

/** Scores of whole blocks: the last may have lanes without a molecule. */
function scoresOf(kernel: ForestKernel, blocks: readonly BitBlock[]): number[] {
  return blocks.flatMap((block) => {
    kernel.load(block);
    return [...kernel.scores(0)];
  });
}

const kernels = async (): Promise<WebAssembly.Module> => WebAssembly.compile(await compileKernels());
