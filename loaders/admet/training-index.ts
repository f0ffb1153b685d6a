import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {RawIndex} from "../../src/admet/index-format.js";
import {fingerprintOf, type Measured} from "../../src/admet/training-index.js";
import type {AdmetEndpoint} from "../../src/tables/admet-endpoints.js";
import type {TrainingStore} from "./training-store.js";

interface Row {
  readonly molecule: number;
  readonly value: number;
}

/** The training molecules of the given endpoints with their measured values, for search by similarity. */
export function trainingIndex(folder: string, store: TrainingStore, endpoints: readonly AdmetEndpoint[]): RawIndex {
  const measured = endpoints.map((endpoint) => measuredOf(folder, endpoint));
  return {
    smiles: store.smiles,
    fingerprints: store.smiles.map((_, molecule) => fingerprintOf(store.features(molecule).bits)),
    measured
  };
}

/** Mean of repeated measurements by molecule, on the model's scale, ascending by molecule. */
function measuredOf(folder: string, {id, scale}: AdmetEndpoint): Measured {
  const rows = JSON.parse(readFileSync(join(folder, "datasets", `${id}.json`), "utf8")) as readonly Row[];
  const positive = rows.map(({value}) => value).filter((value) => value > 0);
  const least = positive.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  const byMolecule = new Map<number, number[]>();
  for (const {molecule, value} of rows) {
    const scaled = scale === "log10" ? Math.log10(Math.max(value, least)) : value;
    byMolecule.set(molecule, [...(byMolecule.get(molecule) ?? []), scaled]);
  }
  const molecules = [...byMolecule.keys()].sort((a, b) => a - b);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    molecules: Uint32Array.from(molecules),
    values: Float32Array.from(molecules, (molecule) => mean(byMolecule.get(molecule) ?? []))
  };
}
