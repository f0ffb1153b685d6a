import * as library from "openchemlib";
import {type Conformer, generateConformers} from "../chem/conformers.js";
import {keepsStereo} from "../chem/keeps-stereo.js";
import type {RDKit} from "../chem/molecule.js";
import {sharedCore, layConformer, layOnCore} from "../structures/overlay.js";
import type {ConformerReply, ConformerTask, MoleculeOverlay, RankedConformer} from "./conformer-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: ConformerReply): void => {
  globalThis.postMessage(message);
};

/** Conformers nearer than this to one of lower energy, in Å, are the same. */
const SAME = 0.3;

async function readResources(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be read: ${String(response.status)}`);
  library.Resources.register(await response.text());
}

function make(smiles: string, count: number, onMade: (made: number) => void): Conformer[] {
  const found: Conformer[] = [];
  for (const conformer of generateConformers(library, smiles, {count})) {
    found.push(conformer);
    onMade(found.length);
  }
  return found.sort((a, b) => a.energy - b.energy);
}

/** The lowest first, all laid on it, without repeats. */
function rank(conformers: readonly Conformer[]): RankedConformer[] {
  const [lowest] = conformers;
  if (!lowest) return [];
  const kept: RankedConformer[] = [];
  for (const conformer of conformers) {
    const isRepeat = kept.some(({molblock}) => layConformer(conformer.molblock, molblock).rmsd < SAME);
    if (isRepeat) continue;
    const laid = layConformer(conformer.molblock, lowest.molblock);
    kept.push({...conformer, ...laid, above: conformer.energy - lowest.energy});
  }
  return kept;
}

function overlay(rdkit: RDKit, smiles: readonly string[], count: number): MoleculeOverlay {
  const total = smiles.length * count;
  const sets = smiles.map((each, i) => {
    try {
      const made = make(each, count, (done) => {
        reply({kind: "progress", done: i * count + done, total});
      });
      return made.map(({molblock}) => molblock);
    } catch {
      return [];
    }
  });
  const core = sharedCore(rdkit, smiles);
  const [reference] = sets[0] ?? [];
  const molecules = sets.map((conformers, i) => {
    const [lowest] = conformers;
    if (lowest === undefined) return null;
    if (i === 0 || reference === undefined) return {molblock: lowest, rmsd: 0};
    return core === null ? null : layOnCore(rdkit, core, conformers, reference);
  });
  return {core, molecules};
}

async function act(task: ConformerTask): Promise<void> {
  const [rdkit] = await Promise.all([loadRDKit(task.urls), readResources(task.resources)]);
  if (task.kind === "overlay") {
    reply({kind: "overlay", overlay: overlay(rdkit, task.smiles, task.count)});
    return;
  }
  const {smiles, count} = task;
  const conformers = rank(
    make(smiles, count, (done) => {
      reply({kind: "progress", done, total: count});
    })
  );
  const isKept = conformers.every(({molblock}) => keepsStereo(rdkit, smiles, molblock));
  reply({kind: "conformers", conformers, keepsStereo: isKept});
}

globalThis.onmessage = ({data}: MessageEvent<ConformerTask>) => {
  act(data).catch((error: unknown) => {
    reply({kind: "failed", reason: error instanceof Error ? error.message : String(error)});
  });
};
