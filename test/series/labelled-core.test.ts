import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {labelledCore} from "../../src/series/labelled-core.js";

const rdkit = await loadRDKit();

describe("labelledCore(smiles)", () => {
  it("names each position at its own atom", () => {
    expect(labelledCore("c1cc([*:2])cnc1[*:1]")).toBe("c1cc(*)cnc1* |$;;;R2;;;;R1$|");
  });

  it("counts two-letter and bracketed atoms as one", () => {
    expect(labelledCore("Clc1c[nH]c([*:1])c1Br")).toBe("Clc1c[nH]c(*)c1Br |$;;;;;R1;;$|");
  });

  it("stays readable for RDKit", () => {
    const atoms = withMolecule(rdkit, labelledCore("c1cc([*:2])cnc1[*:1]"), (molecule) => molecule.get_num_atoms());
    expect(atoms).toBe(8);
  });

  it.each(["c1ccccc1", ""])("leaves %j as it is", (smiles) => {
    expect(labelledCore(smiles)).toBe(smiles);
  });
});
