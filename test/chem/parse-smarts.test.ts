import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {compileSmarts} from "../../src/chem/compile-smarts.js";
import {type MatchTarget, matchTarget} from "../../src/chem/match-target.js";
import type {Mol, RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {parseSmarts, relaxedSmarts} from "../../src/chem/parse-smarts.js";
import {QED_ALERTS} from "../../src/chem/qed-alerts.js";
import {matchState} from "../../src/chem/match-state.js";
import {occursIn, planQuery} from "../../src/chem/smarts-query.js";
import {readNativeRows} from "./native-rdkit.js";

const curated = JSON.parse(readFileSync(new URL("../../data/curated/alerts.json", import.meta.url), "utf8")) as {
  readonly sets: readonly {readonly alerts: readonly {readonly smarts: string}[]}[];
};
const ALERTS = [...new Set(curated.sets.flatMap(({alerts}) => alerts.map(({smarts}) => smarts)))];
/** Shapes that alerts do not have: charges, isotopes, counts, rings, pieces. */
const OTHERS = [
  ..."[#6] [!#6] [C,N] [C;R] [R2] [r5] [r] [x3] [D3] [X4] [H2] [h1] [h] [v4] [+] [-] [--] [+0] [2H] [13C] [13#6] [#1]".split(
    " "
  ),
  ..."a A * c:c c-c c~c C=,#C C!-C C@C C!@C c1ccccc1 C1CC1 C%11CC%11 [$(C=O)] [!$(C=O)] [$([NX3][CX3]=O)] N.O C.C.C".split(
    " "
  ),
  ..."[C&R0] [C;H1,H2] [N;!H0] [O-X1] C(-[#1])(-[#1])-[#1] [#7]-[#1] [nH] [se] [Si] [c,n;R1] [#8;$([#8]~[#6])]".split(
    " "
  )
];
const TARGETS = [
  ...readNativeRows().map(({smiles}) => smiles),
  ..."[2H]C([2H])([2H])O [13CH3]C(=O)O C[N+](C)(C)C [O-][n+]1ccccc1 [Na+].[Cl-] C C1CC2(C1)CCC2 c1cc[se]c1 C[Si](C)C [H][H]".split(
    " "
  )
];

let rdkit: RDKit;
let molecules: Mol[];
let targets: MatchTarget[];
beforeAll(async () => {
  rdkit = await loadRDKit();
  molecules = TARGETS.map((smiles) => rdkit.get_mol(smiles)!);
  targets = molecules.map((molecule) => matchTarget(moleculeGraph(molecule)));
  return () => {
    for (const molecule of molecules) molecule.delete();
  };
});
const ours = (smarts: string): boolean[] => {
  const graph = parseSmarts(smarts);
  const plan = graph && planQuery(graph);
  if (!plan) throw new Error(`not read: ${smarts}`);
  return targets.map((target) => occursIn(plan, matchState(target)));
};
function rdkits(smarts: string): boolean[] {
  const pattern = compileSmarts(rdkit, smarts);
  const found = molecules.map((molecule) => molecule.get_substruct_match(pattern) !== "{}");
  pattern.delete();
  return found;
}

describe("parseSmarts(smarts)", () => {
  it("reads every alert of the 13 sets and of QED, and finds each where RDKit finds it, and nowhere else", () => {
    for (const smarts of [...ALERTS, ...QED_ALERTS]) expect([smarts, ours(smarts)]).toEqual([smarts, rdkits(smarts)]);
  });
  it.each(OTHERS)("means by %s what RDKit means", (smarts) => {
    expect(ours(smarts)).toEqual(rdkits(smarts));
  });
  it.each([
    ["stereochemistry at an atom", "N[C@H](C)C=O"],
    ["stereochemistry at a bond", "F/C=C/F"],
    ["grouped pieces", "(C).(N)"],
    ["hybridisation", "[^2]"],
    ["a range", "[r{5-6}]"],
    ["an open ring", "C1CC"],
    ["an open branch", "C(C"],
    ["an open bracket", "[C"],
    ["nothing", ""],
    ["a bond to nothing", "CC-"],
    ["two bonds at once", "C(=)C"],
    ["what is no SMARTS", "xyz"]
  ])("leaves %s to RDKit", (_, smarts) => expect(parseSmarts(smarts)).toBeNull());
});

describe("relaxedSmarts(smarts)", () => {
  const boundAtoms = (smarts: string): unknown => relaxedSmarts(smarts)?.atoms.map(({element}) => element);
  it("asks nothing where the SMARTS cannot be read, and keeps the rest", () => {
    expect(boundAtoms("N[C@H](C)C=O")).toEqual([7, 6, 6, 6, 8]);
    expect(boundAtoms("[C^3]/O")).toEqual([null, 8]);
    expect(boundAtoms("[C,N]O")).toEqual(boundAtoms("[^2]O"));
  });
  it.each([
    ["an open ring", "C1CC"],
    ["an open branch", "C(C"],
    ["an open bracket", "[C"],
    ["nothing", ""]
  ])("is null for %s", (_, smarts) => expect(relaxedSmarts(smarts)).toBeNull());
});

describe("occursIn(plan, state, at)", () => {
  it("begins at the atom it is told", () => {
    const plan = planQuery(parseSmarts("CO")!, 0)!;
    const state = matchState(matchTarget(moleculeGraph(rdkit.get_mol("CCO")!)));
    expect([0, 1, 2].map((atom) => occursIn(plan, state, atom))).toEqual([false, true, false]);
  });
  it("is false for a molecule without atoms", () => {
    const plan = planQuery(parseSmarts("*")!)!;
    expect(occursIn(plan, matchState(matchTarget({atoms: [], bonds: [], rings: []})))).toBe(false);
  });
});

describe("planQuery(graph, start)", () => {
  it("is null for a query without atoms", () => expect(planQuery({atoms: [], bonds: []})).toBeNull());
});
