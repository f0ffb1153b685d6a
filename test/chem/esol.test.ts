import {describe, expect, it} from "vitest";
import {aromaticProportion, esol} from "../../src/chem/esol.js";

describe("esol(values, aromatic)", () => {
  it("is the published sum for aspirin with RDKit's values", () => {
    const aspirin = {clogp: 1.3101, mw_da: 180.159, n_rotatable_bonds: 2};
    const sum = 0.16 - 0.63 * 1.3101 - 0.0062 * 180.159 + 0.066 * 2 - 0.74 * (6 / 13);
    expect(esol(aspirin, 6 / 13)).toBeCloseTo(sum, 12);
    expect(sum).toBeCloseTo(-1.99, 2);
  });

  it("is lower for what is larger and more lipophilic", () => {
    const benzene = esol({clogp: 1.6866, mw_da: 78.114, n_rotatable_bonds: 0}, 1);
    const anthracene = esol({clogp: 3.993, mw_da: 178.234, n_rotatable_bonds: 0}, 1);
    expect(anthracene).toBeLessThan(benzene - 1);
  });

  it("is NaN where a value is", () => {
    expect(esol({clogp: NaN, mw_da: 100, n_rotatable_bonds: 0}, 0)).toBeNaN();
  });
});

describe("aromaticProportion(smiles)", () => {
  it.each([
    ["c1ccccc1", 1],
    ["CC(=O)Oc1ccccc1C(=O)O", 6 / 13],
    ["CCO", 0],
    ["c1cc[nH]c1", 1],
    ["C[n+]1ccccc1.[Cl-]", 6 / 8],
    ["c1cc[se]c1", 1],
    ["Clc1ccccc1Br", 6 / 8],
    ["[2H]C([2H])[2H]", 0],
    ["C[C@@H](N)c1cnc[nH]1", 5 / 8],
    ["C[Si](C)(C)c1ccccc1", 6 / 10],
    ["[13cH]1ccccc1", 1]
  ])("counts the atoms of %s that are written in lower case", (smiles, share) => {
    expect(aromaticProportion(smiles)).toBeCloseTo(share, 12);
  });

  it("is 0 without heavy atoms", () => {
    expect(aromaticProportion("[H][H]")).toBe(0);
    expect(aromaticProportion("")).toBe(0);
  });
});
