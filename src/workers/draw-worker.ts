import {describeStructure, makeVocabulary, type Vocabulary} from "../chem/describe-structure.js";
import {drawStructure, type DrawingRequest} from "../chem/drawing.js";
import {withMolecule, type RDKit} from "../chem/molecule.js";
import type {DrawAnswer, DrawCommand, Picture} from "./draw-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();

interface Engine {
  readonly rdkit: RDKit;
  readonly vocabulary: Vocabulary;
}

let engine: Engine | undefined;

const answer = (message: DrawAnswer): void => {
  globalThis.postMessage(message);
};

function draw({rdkit, vocabulary}: Engine, request: DrawingRequest): Picture | null {
  const drawing = drawStructure(rdkit, request);
  if (drawing === null) return null;
  const words = request.isQuery
    ? null
    : withMolecule(rdkit, request.structure, (molecule) => describeStructure(rdkit, vocabulary, molecule).text);
  return {drawing, text: words ?? `query ${request.structure}`};
}

globalThis.onmessage = async ({data}: MessageEvent<DrawCommand>) => {
  try {
    if (data.kind === "start") {
      const rdkit = await loadRDKit(data.urls);
      engine = {rdkit, vocabulary: makeVocabulary(rdkit)};
      answer({kind: "ready"});
    } else if (engine) {
      answer({kind: "drawn", id: data.id, picture: draw(engine, data.request)});
    }
  } catch (error) {
    answer({kind: "failed", reason: error instanceof Error ? error.message : String(error)});
  }
};
