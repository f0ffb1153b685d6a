import {describe, expect, it} from "vitest";
import type {Interaction} from "../../src/structures/interactions.js";
import {agreementCounts, residueAgreement} from "../../src/structures/published-agreement.js";
import type {Residue} from "../../src/structures/residues.js";

const residue = (name: string, number: number, x: number, role: Residue["role"] = "polymer"): Residue => ({
  ...{id: `A:${String(number)}`, chain: "A", number, name, role},
  atoms: [
    ...[
      {serial: number, element: "C", name: "C", residueName: name, residueNumber: number, insertionCode: "", chain: "A"}
    ]
  ].map((atom) => ({...atom, x, y: 0, z: 0}))
});
const ligand = residue("LIG", 900, 0, "ligand");
const glu = residue("GLU", 7, 3);
const leu = residue("LEU", 9, 3.5);
const far = residue("VAL", 5, 9);
const bond = (own: Residue, kind: Interaction["kind"]) => ({kind, residue: own}) as Interaction;
const complex = {
  ...{entry: "0XXX", target: "a target", site: ["VAL5", "GLU7", "SER99"]},
  statements: [
    {residue: "GLU7", kind: "hydrogen bond" as const, words: "a bond", read: "abstract, read", doi: "10.1/x"},
    {residue: "VAL5", kind: null, words: "touches", read: "paper, from knowledge of it", doi: "10.1/x"}
  ]
};
const rows = residueAgreement(
  complex,
  ligand,
  [ligand, glu, leu, far],
  [...[bond(glu, "hydrogen bond"), bond(leu, "hydrophobic"), bond(residue("HOH", 20, 2, "water"), "metal")]]
);

describe("residueAgreement(complex, ligand, residues, interactions)", () => {
  it("has a row for every residue that is published or found, in order, without water", () => {
    expect(rows.map((row) => row.residue)).toEqual(["VAL5", "GLU7", "LEU9", "SER99"]);
  });

  it("finds a statement by its kind, and one without a kind by any", () => {
    expect(rows.flatMap((row) => row.statements.map((each) => each.is_found))).toEqual([false, true]);
  });

  it("says how near a residue is, null of one that is not there", () => {
    expect(rows.map((row) => row.nearest_a)).toEqual([9, 3, 3.5, null]);
  });
});

describe("agreementCounts(rows)", () => {
  it("counts both ways", () => {
    expect(agreementCounts(rows)).toEqual({
      ...{statements: 2, statements_found: 1, statements_read: 1, statements_read_found: 1},
      ...{site: 3, site_near: 1, site_found: 1, only_found: {hydrophobic: 1}}
    });
  });

  it("of nothing are zero", () => {
    expect(agreementCounts([])).toMatchObject({statements: 0, site: 0, only_found: {}});
  });
});
