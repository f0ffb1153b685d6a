import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {seededRandom} from "../../src/base/random.js";
import {type MatchTarget, matchTarget} from "../../src/chem/match-target.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {type MoleculeGraph, moleculeGraph} from "../../src/chem/molecule-graph.js";
import {packTarget, unpackedTarget, unpackTarget} from "../../src/chem/packed-target.js";
import {readNativeRows} from "./native-rdkit.js";
import {shuffled} from "./random-parts.js";

const ODD = [
  ..."[2H]C([2H])([2H])O [13CH3]C(=O)O C[N+](C)(C)C [O-][n+]1ccccc1 [Na+].[Cl-] C[O] [CH2] N->[Fe] *C [H][H] [Fe+3] C1CC2(C1)CCC2".split(
    " "
  ),
  `C1${"C".repeat(39)}1`,
  `C1${"C".repeat(14)}1.C1${"C".repeat(15)}1`
];
const PROPERTIES = [
  ...(["element", "aromatic", "charge", "isotope", "radicals", "hydrogens", "implicitHydrogens"] as const),
  ...(["degree", "ringCount", "smallestRing", "ringBonds"] as const)
];

let rdkit: RDKit;
let graphs: MoleculeGraph[];
beforeAll(async () => {
  rdkit = await loadRDKit();
  graphs = [...readNativeRows().map(({smiles}) => smiles), ...ODD].map(graphOf);
});

const graphOf = (smiles: string): MoleculeGraph => withMolecule(rdkit, smiles, moleculeGraph)!;
const targetOf = (smiles: string): MatchTarget => matchTarget(graphOf(smiles));

const neighbours = ({first, neighbour, order, inRing}: MatchTarget, atom: number): string[] =>
  Array.from(neighbour.subarray(first[atom], first[atom + 1]), (other, i) => {
    const at = (first[atom] ?? 0) + i;
    return `${String(other)} ${String(order[at])} ${String(inRing[at])}`;
  }).sort();

function expectSame(again: MatchTarget, target: MatchTarget): void {
  expect(again.count).toBe(target.count);
  for (const name of PROPERTIES)
    expect([name, ...again[name].subarray(0, target.count)]).toEqual([name, ...target[name]]);
  for (let atom = 0; atom < target.count; atom++) expect(neighbours(again, atom)).toEqual(neighbours(target, atom));
}

describe("unpackTarget(packTarget(target))", () => {
  it("is the target again, valences aside", () => {
    for (const graph of graphs) {
      const target = matchTarget(graph);
      expectSame(unpackTarget(packTarget(target)!), target);
    }
  });
  it("is the target again in any order of its atoms, where it fits", () => {
    const random = seededRandom(3);
    let fitting = 0;
    for (const graph of graphs) {
      const target = matchTarget(shuffled(graph, random));
      const packed = packTarget(target);
      if (packed === null) continue;
      fitting++;
      expectSame(unpackTarget(packed), target);
    }
    expect(fitting).toBeGreaterThan(graphs.length / 2);
  });
  it("leaves nothing of what was in its room before", () => {
    const room = unpackedTarget();
    for (const graph of [...graphs, ...[...graphs].reverse()]) {
      const target = matchTarget(graph);
      expectSame(unpackTarget(packTarget(target)!, room), target);
    }
  });
  it("keeps nothing of an empty molecule", () => {
    expect(unpackTarget(packTarget(matchTarget({atoms: [], bonds: [], rings: []}))!).count).toBe(0);
  });
});

describe("packTarget(target)", () => {
  it("takes 3 bytes an atom and 1 a bond, and one for their number", () => {
    expect(packTarget(targetOf("CCO"))).toHaveLength(1 + 9 + 2);
    expect(packTarget(targetOf("CC[O-]"))).toHaveLength(1 + 9 + 3 + 2);
  });
  it.each([
    ["256 atoms", "C".repeat(256)],
    ["an isotope above 255", "[293Og]"]
  ])("has no place for %s", (_, smiles) => {
    expect(packTarget(targetOf(smiles))).toBeNull();
  });
  it("has no place for an atom with more than three bonds to earlier ones", () => {
    expect([packTarget(starOf(4)) === null, packTarget(starOf(5)) === null]).toEqual([false, true]);
  });
  it.each([
    ["charge", -9],
    ["charge", 8],
    ["hydrogens", 16],
    ["radicals", 16],
    ["element", 128]
  ] as const)("has no place for %s of %i", (name, value) => {
    const [atom] = graphOf("C").atoms;
    expect(packTarget(matchTarget({atoms: [{...atom!, [name]: value}], bonds: [], rings: []}))).toBeNull();
  });
  it("has no place for a bond of an order that RDKit does not write", () => {
    const {atoms, bonds} = graphOf("CC");
    expect(packTarget(matchTarget({atoms, bonds: bonds.map((bond) => ({...bond, order: 6})), rings: []}))).toBeNull();
  });
});

/** An atom that comes last and is bound to all before it. */
function starOf(count: number): MatchTarget {
  const [atom] = graphOf("C").atoms;
  const bonds = Array.from({length: count - 1}, (_, from) => ({from, to: count - 1, order: 1, isAromatic: false}));
  const atoms = Array.from({length: count}, (_, at) => ({
    ...atom!,
    bonds: at < count - 1 ? [at] : bonds.map((_, bond) => bond)
  }));
  return matchTarget({atoms, bonds, rings: []});
}
