import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {seededRandom} from "../../src/base/random.js";
import {matchTarget} from "../../src/chem/match-target.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {type MoleculeGraph, moleculeGraph} from "../../src/chem/molecule-graph.js";
import {packTarget, unpackTarget} from "../../src/chem/packed-target.js";
import {PATH_BYTES, pathFingerprint} from "../../src/chem/path-fingerprint.js";
import {countBits} from "../../src/search/count-bits.js";
import {readNativeRows} from "./native-rdkit.js";
import {randomPart, shuffled} from "./random-parts.js";

const EXTRA = "[2H]C([2H])([2H])O C[N+](C)(C)C [Na+].[Cl-] N->[Fe] C1CC2(C1)CCC2 C12C3C4C1C5C2C3C45 [H][H]".split(" ");
let rdkit: RDKit;
let graphs: MoleculeGraph[];
beforeAll(async () => {
  rdkit = await loadRDKit();
  graphs = [...readNativeRows().map(({smiles}) => smiles), ...EXTRA].map(graphOf);
});

const graphOf = (smiles: string): MoleculeGraph => withMolecule(rdkit, smiles, moleculeGraph)!;
const bitsOf = (graph: MoleculeGraph): Uint8Array => pathFingerprint(matchTarget(graph));
const ofSmiles = (smiles: string): Uint8Array => bitsOf(graphOf(smiles));
const isWithin = (part: Uint8Array, whole: Uint8Array): boolean =>
  part.every((bits, at) => (bits & ~(whole[at] ?? 0)) === 0);

describe("pathFingerprint(graph)", () => {
  it("of a part is a subset of the whole's, for every part", () => {
    const random = seededRandom(7);
    for (const graph of graphs) {
      const whole = bitsOf(graph);
      for (let turn = 0; turn < 40; turn++) {
        const part = bitsOf(randomPart(graph, random));
        expect(countBits(part) > 0 && isWithin(part, whole)).toBe(true);
      }
    }
  });
  it("is the same however the atoms are ordered", () => {
    const random = seededRandom(11);
    for (const graph of graphs) expect(bitsOf(shuffled(graph, random))).toEqual(bitsOf(graph));
  });
  it("is the same for a structure that was packed", () => {
    for (const graph of graphs)
      expect(pathFingerprint(unpackTarget(packTarget(matchTarget(graph))!))).toEqual(bitsOf(graph));
  });
  it.each([
    ["elements", "CCO", "CCS"],
    ["bonds", "CC=O", "CCO"],
    ["aromatic rings", "C1CCNCC1", "c1ccncc1"],
    ["a ring from a chain", "C1CCCCC1", "CCCCCCCCCCCC"],
    ["a branching from chains", "CC(C)(C)C", "CCCCCCCC"],
    ["rings of two elements in another order", "c1ncncn1", "c1nnccn1"]
  ])("tells %s apart", (_, query, other) => {
    expect(isWithin(ofSmiles(query), ofSmiles(other))).toBe(false);
  });
  it("leaves out what RDKit lets match others: wildcards, and bonds that are not single, double, triple or aromatic", () => {
    expect(countBits(ofSmiles("*"))).toBe(0);
    expect(isWithin(ofSmiles("*CC"), ofSmiles("CC"))).toBe(true);
    const ends = [ofSmiles("N"), ofSmiles("[Fe]")];
    expect(ofSmiles("N->[Fe]")).toEqual(ends[0]!.map((bits, at) => bits | (ends[1]![at] ?? 0)));
  });
  it("has no bits for a molecule without atoms", () => {
    expect(bitsOf({atoms: [], bonds: [], rings: []})).toEqual(new Uint8Array(PATH_BYTES));
  });
});
