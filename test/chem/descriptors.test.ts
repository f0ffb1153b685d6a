import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {descriptorColumns, type DescriptorName} from "../../src/tables/descriptor-columns.js";
import {readNativeRows} from "./native-rdkit.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const NAMES = Object.keys(descriptorColumns) as DescriptorName[];
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

describe("descriptors(molecule)", () => {
  it("gives the 43 columns in their order", () => {
    expect(withMolecule(rdkit, "CCO", (molecule) => Object.keys(descriptors(molecule)))).toEqual(NAMES);
  });

  it("equals native RDKit 2022.09 on 264 molecules within 1e-6, except acceptors, redefined in 2023", () => {
    const rows = readNativeRows();
    const differing = new Set<string>();
    for (const row of rows) {
      const found = withMolecule(rdkit, row.smiles, descriptors);
      for (const name of NAMES) if (!isClose(found?.[name] ?? NaN, row.descriptors[name])) differing.add(name);
    }
    expect(rows).toHaveLength(264);
    expect([...differing]).toEqual(["n_hba"]);
  });

  it("counts acceptors as native RDKit did, less the substituted pyrrole-type nitrogens", () => {
    for (const {smiles, descriptors: native} of readNativeRows()) {
      const found = withMolecule(rdkit, smiles, descriptors);
      expect(native.n_hba - (found?.n_hba ?? NaN)).toBeGreaterThanOrEqual(0);
    }
    expect(withMolecule(rdkit, "Cn1cccc1", descriptors)?.n_hba).toBe(0);
  });

  it("does not depend on how the SMILES is written", () => {
    for (const {smiles, canonicalSmiles} of readNativeRows()) {
      const [one, two] = [smiles, canonicalSmiles].map((text) => withMolecule(rdkit, text, descriptors));
      expect(NAMES.filter((name) => !isClose(one?.[name] ?? NaN, two?.[name] ?? NaN))).toEqual([]);
    }
  });

  it.each([
    ["an empty molecule", ""],
    ["an attachment point", "*"],
    ["a metal ion", "[Fe+2]"],
    ["a noble gas", "[He]"],
    ["hydrogen", "[H][H]"]
  ])("of %s are finite", (_, smiles) => {
    const values = Object.values(withMolecule(rdkit, smiles, descriptors) ?? {});
    expect(values).toHaveLength(43);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});
