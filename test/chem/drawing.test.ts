import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {describeStructure, makeVocabulary, releaseVocabulary} from "../../src/chem/describe-structure.js";
import {drawingRequest, drawStructure} from "../../src/chem/drawing.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";

const TOFACITINIB = "C[C@@H]1CCN(C(=O)CC#N)C[C@@H]1N(C)c1ncnc2[nH]ccc12";
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

/** Height of the tallest letter of a drawing; a bond is 14.4 long. */
function letterHeight(smiles: string): number {
  const paths = drawStructure(rdkit, drawingRequest(smiles))?.paths.match(/M[^M"]*/g) ?? [];
  const heights = paths.map((path) => {
    const heights = [...path.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
    // Lines have two points, letters more.
    return heights.length > 2 ? Math.max(...heights) - Math.min(...heights) : 0;
  });
  return Math.max(...heights);
}

describe("drawStructure(rdkit, request)", () => {
  it("gives paths by class, cut to the ink", () => {
    const drawing = drawStructure(rdkit, drawingRequest(TOFACITINIB));
    expect(drawing?.paths).toContain('class="el-n"');
    expect(drawing?.paths).toContain('class="ink line"');
    expect(drawing?.width).toBeGreaterThan(50);
    expect(drawing?.paths).not.toMatch(/<(script|image|foreignObject|use)|on\w+=|#[0-9A-F]{6}/i);
  });

  it("draws a bond at the same length whatever the molecule", () => {
    const ethane = drawStructure(rdkit, drawingRequest("CC"));
    const decane = drawStructure(rdkit, drawingRequest("CCCCCCCCCC"));
    expect(decane?.width).toBeGreaterThan(6 * (ethane?.width ?? Infinity) * 0.8);
  });

  it.each(["O", "[Na+]", "[Na+].[Cl-]"])("writes the letters of %s as large as those of atoms with bonds", (smiles) => {
    expect(letterHeight(smiles)).toBeGreaterThan(7);
    expect(letterHeight(smiles) / letterHeight("CCO")).toBeCloseTo(1, 1);
  });

  it("marks what matches and says how much", () => {
    const highlights = [{kind: "match", smarts: "C#N"}] as const;
    const drawing = drawStructure(rdkit, drawingRequest(TOFACITINIB, {highlights}));
    expect(drawing?.marked).toEqual([2]);
    expect(drawing?.paths).toContain("halo-match");
  });

  it("shades atoms by the size and sign of their contribution, each step as its own class", () => {
    const values = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
    const highlights = [{kind: "contribution", values}] as const;
    const {paths} = drawStructure(rdkit, drawingRequest("CCCCCCCCC", {highlights}))!;
    const classes = [...new Set(paths.match(/halo-[a-z]+(-\d)?/g))].sort();
    const steps = [1, 2, 3, 4].map(String);
    expect(classes).toEqual([...steps.map((step) => `halo-neg-${step}`), ...steps.map((step) => `halo-pos-${step}`)]);
  });

  it("marks nothing for a SMARTS that does not parse", () => {
    const highlights = [{kind: "match", smarts: "C(("}] as const;
    expect(drawStructure(rdkit, drawingRequest(TOFACITINIB, {highlights}))?.marked).toEqual([0]);
  });

  it("marks a whole structure as search finds it: its hydrogens are no condition, those of a pattern are", () => {
    const marks = (query: string, isPattern: boolean) =>
      drawStructure(rdkit, drawingRequest("Cn1ccc2ccccc21", {highlights: [{kind: "match", query, isPattern}]}))?.marked;
    expect(marks("c1ccc2[nH]ccc2c1", false)).toEqual([9]);
    expect(marks("c1ccc2[nH]ccc2c1", true)).toEqual([0]);
    expect(marks("[#6]~[#7]", true)?.[0]).toBeGreaterThan(2);
    expect(marks("C1CC(", false)).toEqual([0]);
  });

  it("lays a structure over a scaffold", () => {
    expect(drawStructure(rdkit, drawingRequest(TOFACITINIB, {alignTo: "c1ncnc2[nH]ccc12"}))?.layout).toBe("aligned");
  });

  it("falls back to its own layout when the scaffold is not there", () => {
    expect(drawStructure(rdkit, drawingRequest("CCO", {alignTo: "c1ccccc1"}))?.layout).toBe("rdkit");
  });

  it.each(["", "not a molecule", "C1CC"])("gives null for %j", (text) => {
    expect(drawStructure(rdkit, drawingRequest(text))).toBeNull();
  });
});

describe("describeStructure(rdkit, vocabulary, molecule)", () => {
  it("says formula, rings, groups and stereocentres", () => {
    const vocabulary = makeVocabulary(rdkit);
    const {text, formula} = withMolecule(rdkit, TOFACITINIB, (molecule) =>
      describeStructure(rdkit, vocabulary, molecule)
    ) ?? {
      text: "",
      formula: ""
    };
    releaseVocabulary(vocabulary);
    expect(formula).toBe("C16H20N6O");
    expect(text).toMatch(/piperidine/);
    expect(text).toMatch(/2 stereocentres/);
  });
});
