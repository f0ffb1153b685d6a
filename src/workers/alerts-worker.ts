import {type AlertCatalogue, alertAtoms, compileAlerts, findAlerts} from "../alerts/structural-alerts.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";
import type {AlertsReply, AlertsTask, FoundAlert} from "./alerts-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
let engine: {readonly rdkit: RDKit; readonly catalogue: AlertCatalogue} | undefined;

const reply = (message: AlertsReply): void => {
  globalThis.postMessage(message);
};

async function answer(task: AlertsTask): Promise<AlertsReply> {
  if (task.kind === "start") {
    const rdkit = await loadRDKit(task.urls);
    engine = {rdkit, catalogue: compileAlerts(rdkit, task.sets)};
    return {kind: "ready"};
  }
  return {kind: "found", alerts: task.smiles.map(find)};
}

function find(smiles: string): readonly FoundAlert[] | null {
  if (!engine) throw new Error("the chemistry engine has not been started");
  const {rdkit, catalogue} = engine;
  return withMolecule(rdkit, smiles, (molecule) =>
    findAlerts(catalogue, molecule).map((hit) => ({
      ...{set: hit.set, name: hit.name, atoms: alertAtoms(catalogue, hit, molecule)}
    }))
  );
}

globalThis.onmessage = ({data}: MessageEvent<AlertsTask>) => {
  answer(data).then(reply, (error: unknown) => {
    reply({kind: "failed", reason: error instanceof Error ? error.message : String(error)});
  });
};
