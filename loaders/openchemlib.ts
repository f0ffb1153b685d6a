import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import * as library from "openchemlib";
import type {OpenChemLibrary} from "../src/chem/conformers.js";

/** The tables of force field and torsions as OpenChemLib ships them: its package does not export the file by name. */
export function readOpenChemLibResources(): string {
  const entry = createRequire(import.meta.url).resolve("openchemlib");
  return readFileSync(join(dirname(entry), "resources.json"), "utf8");
}

/** OpenChemLib for Node with its force-field and torsion tables registered. */
export function loadOpenChemLib(): OpenChemLibrary {
  library.Resources.register(readOpenChemLibResources());
  return library;
}
