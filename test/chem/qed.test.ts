import {existsSync, readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {matchTarget} from "../../src/chem/match-target.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {
  compileQedQueries,
  qed,
  qedProperties,
  releaseQedQueries,
  type QedProperties,
  type QedQueries
} from "../../src/chem/qed.js";
import {readNativeRows} from "./native-rdkit.js";

const REFERENCE = new URL("../../../shared/data/reference/qed/NCI_5000_qed.csv", import.meta.url);

let rdkit: RDKit;
let queries: QedQueries;
beforeAll(async () => {
  rdkit = await loadRDKit();
  queries = compileQedQueries(rdkit);
});
afterAll(() => {
  releaseQedQueries(queries);
});

const propertiesOf = (smiles: string): QedProperties | null =>
  withMolecule(rdkit, smiles, (molecule) => {
    const graph = moleculeGraph(molecule);
    return qedProperties(queries, {molecule, graph, target: matchTarget(graph), descriptors: descriptors(molecule)});
  });
const qedOf = (smiles: string): number | null => {
  const properties = propertiesOf(smiles);
  return properties && qed(properties);
};

describe("qed(properties)", () => {
  it("equals native RDKit on 264 molecules within 1e-8", () => {
    const rows = readNativeRows();
    const largest = Math.max(...rows.map((row) => Math.abs((qedOf(row.smiles) ?? NaN) - row.qed)));
    expect(rows).toHaveLength(264);
    expect(largest).toBeLessThan(1e-8);
  });

  it.each([
    ["N=C(CCSCc1csc(N=C(N)N)n1)NS(N)(=O)=O", 0.253],
    ["CNC(=NCCSCc1nc[nH]c1C)NC#N", 0.234],
    ["CCCCCNC(=N)NN=Cc1c[nH]c2ccc(CO)cc12", 0.234]
  ])("of %s is the authors' %d", (smiles, expected) => {
    expect(qedOf(smiles)).toBeCloseTo(expected, 2);
  });

  it("does not depend on how the SMILES is written", () => {
    for (const {smiles, canonicalSmiles} of readNativeRows())
      expect(qedOf(canonicalSmiles)).toBeCloseTo(qedOf(smiles) ?? NaN, 9);
  });

  it("of an empty molecule is a number between 0 and 1", () => {
    expect(qedOf("")).toBeGreaterThan(0);
    expect(qedOf("")).toBeLessThan(1);
  });

  // 4,974 of 4,977 agree. The three others were written by an older RDKit, which perceived one aromatic ring fewer in
  // two polycycles and the porphyrin as aromatic; native RDKit 2022.09 gives our values for all three. Two structures
  // (of 4,979) are refused by the valence model of 2024.
  it.skipIf(!existsSync(REFERENCE))("equals RDKit's regression set (skipped where ../shared is absent)", () => {
    const lines = readFileSync(REFERENCE, "utf8").trim().split("\n").slice(1);
    const found = lines
      .map((line) => line.split(","))
      .map(([smiles = "", expected]) => ({smiles, expected: Number(expected), actual: qedOf(smiles)}));
    const read = found.filter(({actual}) => actual !== null);
    const different = read.filter(({actual, expected}) => Math.abs((actual ?? NaN) - expected) > 1e-9);
    expect(found).toHaveLength(4979);
    expect(read).toHaveLength(4977);
    expect(different.map(({smiles}) => smiles)).toEqual([POLYCYCLE, PORPHYRIN, THIOPHENE]);
  });
});

const POLYCYCLE = "O=C1C2=CC=CC=C2C3=CC=C4C5=CC=C6C7=C(C=CC=C7)C(=O)C8=C6C5=C(C=C8)C9=C4C3=C1C=C9";
const THIOPHENE = "S1C2=C(C3=CC=CC4=C3C2=CC=C4)C5=C1C6=C7C(=CC=C6)C=CC=C57";
const PORPHYRIN = "CC1=C2NC(=C1CCC(O)=O)C=C3N=C(C=C4NC(=CC5=NC(=C2)C(=C5C)C=C)C(=C4C)C=C)C(=C3CCC(O)=O)C";

describe("qedProperties(queries, input)", () => {
  it("keeps aliphatic ring atoms between aromatic ones, as RDKit does", () => {
    expect(propertiesOf("N1C2=CC=CC=C2SC3=C1C=CC4=C3C=CC=C4")?.aromaticRings).toBe(4);
    expect(propertiesOf("O=C1c2ccccc2C(=O)c2ccccc12")?.aromaticRings).toBe(3);
  });

  it("counts no ring in cyclohexane", () => {
    expect(propertiesOf("C1CCCCC1")?.aromaticRings).toBe(0);
  });
});
