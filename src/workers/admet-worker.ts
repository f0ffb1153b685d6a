import {openAdmetEngine, type AdmetEngine} from "../admet/admet-engine.js";
import {explainAdmet} from "../admet/explain.js";
import {decodeIndex} from "../admet/index-format.js";
import {decodeModelSet} from "../admet/model-set.js";
import {unpackDescriptors} from "../admet/known-descriptors.js";
import {predictAdmet, type AdmetInput} from "../admet/predict.js";
import {predictionColumns} from "../admet/prediction-columns.js";
import {reasonsFor} from "../admet/reasons.js";
import type {RDKit} from "../chem/molecule.js";
import type {AdmetReply, AdmetRequest, AdmetUrls} from "./admet-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();

interface Engines {
  readonly rdkit: RDKit;
  readonly admet: AdmetEngine;
}

let engines: Promise<Engines> | undefined;

async function start({rdkit, kernels, models, neighbours}: AdmetUrls): Promise<Engines> {
  const [engineOfRdkit, module, modelBytes, neighbourBytes] = await Promise.all([
    loadRDKit(rdkit),
    fetchChecked(kernels).then(async (response) => WebAssembly.compile(await response.arrayBuffer())),
    fetchCompressed(models),
    fetchCompressed(neighbours)
  ]);
  const set = decodeModelSet(modelBytes, models);
  const index = decodeIndex(neighbourBytes, neighbours);
  return {rdkit: engineOfRdkit, admet: await openAdmetEngine(module, set, index)};
}

async function fetchCompressed(url: string): Promise<Uint8Array> {
  const {body} = await fetchChecked(url);
  if (body === null) throw new Error(`${url} answered with nothing`);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

async function fetchChecked(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return response;
}

async function answer(request: AdmetRequest): Promise<AdmetReply> {
  const {id} = request;
  if (request.kind === "start") engines = start(request.urls);
  if (engines === undefined) throw new Error("the ADMET worker was asked before it was started");
  const {rdkit, admet} = await engines;
  const {models} = admet.set;
  if (request.kind === "start") return {id, kind: "started", cards: models.map(({card}) => card)};
  if (request.kind === "explain")
    return {id, kind: "explained", explanation: explainAdmet(rdkit, admet, request.smiles)};
  if (request.kind === "why")
    return {id, kind: "reasoned", reasons: reasonsFor(rdkit, admet, request.smiles, request.model)};
  const verdicts = predictAdmet(
    rdkit,
    admet,
    request.smiles.map((smiles, row) => inputOf(smiles, request.descriptors, row)),
    request.models === null ? null : new Set(request.models)
  );
  const columns = predictionColumns(verdicts, models.length);
  return {id, kind: "predicted", batch: {columns, refused: verdicts.map(({refused}) => refused)}};
}

function inputOf(smiles: string, known: Float64Array | null, row: number): AdmetInput {
  const descriptors = known === null ? undefined : unpackDescriptors(known, row);
  return descriptors === undefined ? {smiles} : {smiles, descriptors};
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
