import rdkitPackage from "@rdkit/rdkit";
import type {RDKit} from "../src/chem/molecule.js";

/** A new RDKit engine for Node: one wasm instance; share it within a thread, it is never freed. */
export function loadRDKit(): Promise<RDKit> {
  return rdkitPackage.default();
}
