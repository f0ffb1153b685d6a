import {explainAdmet} from "../admet/explain.js";
import {decodeIndex} from "../admet/index-format.js";
import {decodeModelSet, type ModelSet} from "../admet/model-set.js";
import {predictAdmet} from "../admet/predict.js";
import {predictionColumns} from "../admet/prediction-columns.js";
import {reasonsFor} from "../admet/reasons.js";
import type {TrainingIndex} from "../admet/training-index.js";
import type {RDKit} from "../chem/molecule.js";
import type {AdmetReply, AdmetRequest, AdmetUrls} from "./admet-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();

interface Engine {
  readonly rdkit: RDKit;
  readonly set: ModelSet;
  readonly index: TrainingIndex;
}

let engine: Promise<Engine> | undefined;

async function start({rdkit, models, neighbours}: AdmetUrls): Promise<Engine> {
  const [engineOfRdkit, modelBytes, neighbourBytes] = await Promise.all([
    loadRDKit(rdkit),
    fetchCompressed(models),
    fetchCompressed(neighbours)
  ]);
  return {
    rdkit: engineOfRdkit,
    set: decodeModelSet(modelBytes, models),
    index: decodeIndex(neighbourBytes, neighbours)
  };
}

async function fetchCompressed(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${String(response.status)}`);
  const bytes = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  return new Uint8Array(bytes);
}

async function answer(request: AdmetRequest): Promise<AdmetReply> {
  const {id} = request;
  if (request.kind === "start") engine = start(request.urls);
  if (engine === undefined) throw new Error("the ADMET worker was asked before it was started");
  const {rdkit, set, index} = await engine;
  if (request.kind === "start") return {id, kind: "started", cards: set.models.map(({card}) => card)};
  if (request.kind === "explain")
    return {id, kind: "explained", explanation: explainAdmet(rdkit, set, index, request.smiles)};
  if (request.kind === "why")
    return {id, kind: "reasoned", reasons: reasonsFor(rdkit, set, index, request.smiles, request.model)};
  const verdicts = predictAdmet(
    rdkit,
    set,
    index,
    request.smiles.map((smiles) => ({smiles})),
    request.models === null ? null : new Set(request.models)
  );
  const columns = predictionColumns(verdicts, set.models.length);
  return {id, kind: "predicted", batch: {columns, refused: verdicts.map(({refused}) => refused)}};
}

globalThis.addEventListener("message", ({data}: MessageEvent<AdmetRequest>) => {
  answer(data).then(
    (reply) => {
      globalThis.postMessage(reply);
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      globalThis.postMessage({id: data.id, kind: "failed", message} satisfies AdmetReply);
    }
  );
});
