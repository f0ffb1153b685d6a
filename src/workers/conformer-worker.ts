import * as library from "openchemlib";
import {type Conformer, generateConformers} from "../chem/conformers.js";
import type {RDKit} from "../chem/molecule.js";
import {isomerOf, stereoVerdict} from "../chem/stereo-verdict.js";
import {sharedCore, layConformer, layOnCore} from "../structures/overlay.js";
import {layByShape} from "../structures/shape-overlay.js";
import type {
  ConformerReply,
  ConformerTask,
  MoleculeOverlay,
  OverlaidMolecule,
  RankedConformer
} from "./conformer-protocol.js";
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

interface Made {
  readonly conformers: Conformer[];
  /** The one isomer of all, where the SMILES leaves it open; null else. */
  readonly isomer: string | null;
}

/** Every conformer is read back from its places, and given only with the configuration of the SMILES. */
function make(rdkit: RDKit, smiles: string, count: number, onMade: (made: number) => void): Made {
  const conformers: Conformer[] = [];
  let isomer: string | null = null;
  const refused = new Set<string>();
  const accepts = (molblock: string): boolean => {
    const verdict = stereoVerdict(rdkit, smiles, molblock);
    const own = verdict === "same" ? null : isomerOf(rdkit, molblock);
    if (verdict === "other" && own !== null) refused.add(own);
    if (verdict !== "open") return verdict === "same";
    isomer ??= own;
    return own === isomer;
  };
  try {
    for (const conformer of generateConformers(library, smiles, {count, accepts})) {
      conformers.push(conformer);
      onMade(conformers.length);
    }
  } catch (cause) {
    throw new Error(`${wordsOf(cause)}${isomersWords([...refused])}`, {cause});
  }
  return {conformers: conformers.sort((a, b) => a.energy - b.energy), isomer};
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Which isomer the arrangements are instead, where they are all of one. */
const isomersWords = ([only, ...others]: readonly string[]): string =>
  only === undefined || others.length > 0 ? "" : `. All that were tried are ${only} instead`;

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

type OverlayTask = Extract<ConformerTask, {readonly kind: "overlay"}>;

function overlay(rdkit: RDKit, {smiles, count, by}: OverlayTask): MoleculeOverlay {
  const total = smiles.length * count;
  const sets = smiles.map((each, i) => {
    try {
      return make(rdkit, each, count, (done) => {
        reply({kind: "progress", done: i * count + done, total});
      }).conformers;
    } catch {
      return [];
    }
  });
  const core = by === "core" ? sharedCore(rdkit, smiles) : null;
  const [reference] = sets[0] ?? [];
  const molecules = sets.map((conformers, i) => {
    const [lowest] = conformers;
    if (!lowest || !reference) return null;
    if (i === 0) return {molblock: lowest.molblock, above: 0, rmsd: null, tanimoto: null};
    const molblocks = conformers.map(({molblock}) => molblock);
    if (by === "shape") return placedAmong(conformers, layByShape(molblocks, reference.molblock));
    return core === null ? null : placedAmong(conformers, layOnCore(rdkit, core, molblocks, reference.molblock));
  });
  return {by, core, molecules};
}

interface Laid {
  readonly molblock: string;
  readonly index: number;
  readonly rmsd?: number;
  readonly tanimoto?: number;
}

function placedAmong(conformers: readonly Conformer[], laid: Laid | null): OverlaidMolecule | null {
  if (!laid) return null;
  const {molblock, index, rmsd = null, tanimoto = null} = laid;
  const [lowest, own] = [conformers[0]?.energy ?? NaN, conformers[index]?.energy ?? NaN];
  return {molblock, above: own - lowest, rmsd, tanimoto};
}

async function act(task: ConformerTask): Promise<void> {
  const [rdkit] = await Promise.all([loadRDKit(task.urls), readResources(task.resources)]);
  if (task.kind === "overlay") {
    reply({kind: "overlay", overlay: overlay(rdkit, task)});
    return;
  }
  const {smiles, count} = task;
  const {conformers, isomer} = make(rdkit, smiles, count, (done) => {
    reply({kind: "progress", done, total: count});
  });
  reply({kind: "conformers", conformers: rank(conformers), isomer});
}

globalThis.onmessage = ({data}: MessageEvent<ConformerTask>) => {
  act(data).catch((error: unknown) => {
    reply({kind: "failed", reason: wordsOf(error)});
  });
};
