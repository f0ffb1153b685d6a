import {alertAtoms, compileAlerts, findAlerts} from "../alerts/structural-alerts.js";
import {withMolecule} from "../chem/molecule.js";
import type {AlertsReply, AlertsTask} from "./alerts-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: AlertsReply): void => {
  globalThis.postMessage(message);
};

async function find({urls, sets, smiles}: AlertsTask): Promise<void> {
  const rdkit = await loadRDKit(urls);
  const catalogue = compileAlerts(rdkit, sets);
  const alerts = withMolecule(rdkit, smiles, (molecule) =>
    findAlerts(catalogue, molecule).map((hit) => ({
      ...{set: hit.set, name: hit.name, atoms: alertAtoms(catalogue, hit, molecule)}
    }))
  );
  reply(alerts ? {kind: "found", alerts} : {kind: "failed", reason: "the structure could not be read"});
}

globalThis.onmessage = ({data}: MessageEvent<AlertsTask>) => {
  find(data).catch((error: unknown) => {
    reply({kind: "failed", reason: String(error)});
  });
};
