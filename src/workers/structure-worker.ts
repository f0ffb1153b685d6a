import {drawPlaced} from "../chem/drawing-places.js";
import type {RDKit} from "../chem/molecule.js";
import {readSite} from "../structures/binding-site.js";
import {type OpenedStructure, openStructure} from "../structures/open-structure.js";
import {buffersOf, packStructure} from "../structures/packed-structure.js";
import {statedBonds} from "../structures/stated-bonds.js";
import {loadRDKit} from "./load-rdkit.js";
import type {RDKitUrls} from "./rdkit-urls.js";
import {sealWorker} from "./seal-worker.js";
import type {SiteView, StructureAnswer, StructureCommand} from "./structure-protocol.js";

sealWorker();
const answer = (message: StructureAnswer): void => {
  globalThis.postMessage(message, {transfer: message.kind === "opened" ? buffersOf(message.structure) : []});
};

const open = new Map<number, OpenedStructure>();
let engine: Promise<RDKit> | undefined;
const startEngine = (urls: RDKitUrls): Promise<RDKit> => (engine ??= loadRDKit(urls));

async function siteOf({slot, ligand: id, smiles, urls}: Extract<StructureCommand, {kind: "site"}>): Promise<SiteView> {
  const structure = open.get(slot);
  const ligand = structure?.residues.find((residue) => residue.id === id && residue.role === "ligand");
  if (!structure || !ligand) throw new Error(`there is no ligand ${id}`);
  const rdkit = await startEngine(urls);
  const bonds = statedBonds(ligand, structure.stated.get(ligand.name));
  const surroundings = structure.isList ? [] : structure.residues;
  const {chemistry, source, interactions} = readSite(rdkit, ligand, surroundings, {
    ...(smiles === "" ? {} : {smiles}),
    ...(bonds ? {bonds} : {})
  });
  const serials = (chemistry?.atoms ?? []).map(({serial}) => serial);
  return {
    ...{source, smiles: chemistry?.smiles ?? null, interactions, serials},
    drawing: chemistry ? drawPlaced(rdkit, chemistry.molblock) : null,
    bonds: (chemistry?.graph.bonds ?? []).map(({from, to, order}) => ({
      ...{from: serials[from] ?? 0, to: serials[to] ?? 0, order}
    }))
  };
}

async function act(command: StructureCommand): Promise<StructureAnswer> {
  if (command.kind === "site") return {kind: "site", id: command.id, site: await siteOf(command)};
  open.delete(command.slot);
  const structure = openStructure(command.name, command.bytes, command.model);
  open.set(command.slot, structure);
  return {kind: "opened", id: command.id, structure: packStructure(structure)};
}

globalThis.onmessage = ({data}: MessageEvent<StructureCommand>) => {
  act(data).then(answer, (error: unknown) => {
    answer({kind: "failed", id: data.id, reason: error instanceof Error ? error.message : String(error)});
  });
};
