import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import type {RDKit} from "../../src/chem/molecule.js";
import {InvalidCore, rGroupTable} from "../../src/series/r-groups.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("rGroupTable(rdkit, core, smiles)", () => {
  const CORE = "NC(Cc1ccccc1)C(=O)O";
  const left = "N[C@@H](Cc1ccc(F)cc1)C(=O)O";
  const right = "N[C@H](Cc1ccc(Cl)cc1)C(=O)O";
  const open = "NC(Cc1ccc(C)cc1)C(=O)O";

  it("keeps the stereochemistry of the core that all rows have", () =>
    expect(rGroupTable(rdkit, CORE, [left, left.replace("F", "Br")]).core).toMatch(/@/));

  it("leaves it open where rows differ", () => {
    const {core, rows} = rGroupTable(rdkit, CORE, [left, right, open]);
    expect(rows).toHaveLength(3);
    expect(core).not.toMatch(/[@/\\]/);
  });

  it("has no core where no row holds it", () =>
    expect(rGroupTable(rdkit, CORE, ["CCO", "nonsense"])).toMatchObject({core: null, rows: [], unmatched: [0, 1]}));

  it("throws on a core that cannot be read", () => {
    expect(() => rGroupTable(rdkit, "c1cc(", ["CCO"])).toThrow(InvalidCore);
  });
});
