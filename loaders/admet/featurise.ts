import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {admetFeatures, FEATURE_VERSION, N_BITS, NUMERIC_NAMES, type AdmetFeatures} from "../../src/admet/features.js";
import {parentSmiles} from "../../src/admet/parent-smiles.js";
import type {AdmetEndpoint} from "../../src/tables/admet-endpoints.js";
import {loadRDKit} from "../rdkit.js";
import {readMeasurements} from "./read-measurements.js";

interface FeatureStore {
  readonly smiles: string[];
  readonly indexOf: Map<string, number>;
  readonly offsets: number[];
  readonly bits: Uint16Array[];
  readonly values: Float32Array[];
}

/**
 * Writes what the trainer reads: the features of every training molecule once (made by the code that runs in the
 * page), and per endpoint its rows in the order of the source file, each pointing at its molecule.
 * @returns number of distinct molecules and of rows RDKit could not read
 */
export async function featurise(
  dataFolder: string,
  workFolder: string,
  endpoints: readonly AdmetEndpoint[],
  log: (text: string) => void
): Promise<{molecules: number; unreadable: number}> {
  const rdkit = await loadRDKit();
  const store: FeatureStore = {smiles: [], indexOf: new Map(), offsets: [0], bits: [], values: []};
  let unreadable = 0;
  const describe = (smiles: string): AdmetFeatures | null => {
    const mol = rdkit.get_mol(parentSmiles(smiles));
    if (mol === null) return null;
    const features = mol.get_num_atoms() > 0 ? admetFeatures(mol) : null;
    mol.delete();
    return features;
  };
  mkdirSync(join(workFolder, "datasets"), {recursive: true});
  const found: AdmetEndpoint[] = [];
  for (const endpoint of endpoints) {
    const measurements = readMeasurements(dataFolder, endpoint.dataset);
    if (measurements === null) {
      log(`${endpoint.id}: no file ${endpoint.dataset} in ${dataFolder}, left out`);
      continue;
    }
    const rows = measurements.map((row) => ({...row, molecule: indexOf(store, row.smiles, describe)}));
    const readable = rows.filter(({molecule}) => molecule >= 0);
    unreadable += rows.length - readable.length;
    writeFileSync(join(workFolder, "datasets", `${endpoint.id}.json`), JSON.stringify(readable));
    found.push(endpoint);
    log(`${endpoint.id}: ${String(readable.length)} rows, ${String(store.smiles.length)} molecules so far`);
  }
  writeStore(workFolder, store, found);
  return {molecules: store.smiles.length, unreadable};
}

/** Index of the molecule's features, computing them on first sight; -1 when RDKit cannot read it. */
function indexOf(store: FeatureStore, smiles: string, describe: (smiles: string) => AdmetFeatures | null): number {
  const key = parentSmiles(smiles);
  const known = store.indexOf.get(key);
  if (known !== undefined) return known;
  const features = describe(smiles);
  const index = features === null ? -1 : store.smiles.length;
  store.indexOf.set(key, index);
  if (features === null) return index;
  store.smiles.push(key);
  store.bits.push(features.bits);
  store.values.push(features.values);
  store.offsets.push((store.offsets.at(-1) ?? 0) + features.bits.length);
  return index;
}

function writeStore(folder: string, store: FeatureStore, endpoints: readonly AdmetEndpoint[]): void {
  const bits = new Uint16Array(store.offsets.at(-1) ?? 0);
  store.bits.forEach((set, index) => {
    bits.set(set, store.offsets[index]);
  });
  const values = new Float32Array(store.smiles.length * NUMERIC_NAMES.length);
  store.values.forEach((row, index) => {
    values.set(row, index * NUMERIC_NAMES.length);
  });
  writeFileSync(join(folder, "offsets.u32"), new Uint8Array(Uint32Array.from(store.offsets).buffer));
  writeFileSync(join(folder, "bits.u16"), new Uint8Array(bits.buffer));
  writeFileSync(join(folder, "values.f32"), new Uint8Array(values.buffer));
  writeFileSync(join(folder, "smiles.txt"), store.smiles.join("\n"));
  const layout = {featureVersion: FEATURE_VERSION, nBits: N_BITS, numericNames: NUMERIC_NAMES, endpoints};
  writeFileSync(join(folder, "layout.json"), JSON.stringify(layout, null, 1));
}
