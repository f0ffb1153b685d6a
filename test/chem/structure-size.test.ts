import {describe, expect, it} from "vitest";
import {isTooLarge, MOST_ATOMS, writtenAtoms} from "../../src/chem/structure-size.js";

describe("writtenAtoms(text)", () => {
  it("counts the atoms of a SMILES", () => {
    expect(writtenAtoms("C[C@H](Br)c1ccccc1Cl")).toBe(10);
  });

  it("reads the counts line of a V2000 molblock", () => {
    expect(writtenAtoms("x\n\n\n 12 11  0  0  0  0  0  0  0  0999 V2000\n")).toBe(12);
  });

  it("reads the counts line of a V3000 molblock", () => {
    expect(writtenAtoms("x\n\n\n  0  0  0     0  0            999 V3000\nM  V30 COUNTS 512 511 0 0 0\n")).toBe(512);
  });

  it("of an empty text is 0", () => {
    expect(writtenAtoms("")).toBe(0);
  });
});

describe("isTooLarge(text)", () => {
  it("lets through as many atoms as the engine stands", () => {
    expect(isTooLarge("C".repeat(MOST_ATOMS))).toBe(false);
    expect(isTooLarge("C".repeat(MOST_ATOMS + 1))).toBe(true);
  });

  it("refuses a very long text without atoms", () => {
    expect(isTooLarge("(".repeat(100_000))).toBe(true);
  });
});
