import {RDKIT_NAMES, type DescriptorName, type Descriptors} from "../tables/descriptor-columns.js";
import type {Mol} from "./molecule.js";

const NAMES = Object.entries(RDKIT_NAMES) as readonly [DescriptorName, string][];

/**
 * The 43 descriptors RDKit computes for a molecule, under our column names and in their order; all finite. An empty
 * molecule gives zeros.
 *
 * @throws when RDKit does not answer one of them with a finite number: the engine does not fit this table
 * @see each column's own citation in `descriptorColumns`
 */
export function descriptors(molecule: Mol): Descriptors {
  const values = JSON.parse(molecule.get_descriptors()) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(NAMES.map(([name, key]) => [name, finite(key, values[key])])) as Descriptors;
}

function finite(key: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new Error(`invalid descriptor ${key}: ${String(value)}`);
  return value;
}
