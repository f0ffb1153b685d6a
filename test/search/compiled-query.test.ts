import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {matchTarget} from "../../src/chem/match-target.js";
import type {Mol, RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {pathFingerprint} from "../../src/chem/path-fingerprint.js";
import {compileQuery, releaseQuery} from "../../src/search/compiled-query.js";
import {type SearchMode, structureQuery} from "../../src/search/structure-query.js";
import {readNativeRows} from "../chem/native-rdkit.js";

const SHARED = new URL("../../../shared/data/compounds/mcule_sample_250k.smi.gz", import.meta.url);
/** What the molecules of a vendor do not have; wildcards, which RDKit lets match anything. */
const ODD =
  "[2H]C([2H])([2H])O [13CH3]C(=O)O [O-][n+]1ccccc1 [Na+].[Cl-] Cl.NCCO C[Si](C)(C)C [H][H] N->[Fe] *C *c1ccccc1 * C[Se]C c1cc[se]c1 OB(O)c1ccccc1 F/C=C/F F/C=C\\F N[C@@H](C)C(=O)O N[C@H](C)C(=O)O".split(
    " "
  );
const alerts = JSON.parse(readFileSync(new URL("../../data/curated/alerts.json", import.meta.url), "utf8")) as {
  readonly sets: readonly {readonly alerts: readonly {readonly smarts: string}[]}[];
};
const ALERTS = [...new Set(alerts.sets.flatMap((set) => set.alerts.map(({smarts}) => smarts)))];
const PATTERNS = [
  ..."[C,N]C=O [!#6]~C [#7;R] [$(C(=O)O)]C c~*~n C-,=O C!-O C@N C!@C c:c c-c cc C=,#N [C;R]1CCCC1 [#8;$([#8]~[#6])]C [OX2H1]C".split(
    " "
  ),
  ..."[#7]-[#1] C(-[#1])(-[#1])-[#1] [2H]C [13C]~O [N+](C)C [O-]C [v4]C [#6]1~[#6]~[#6]~[#6]~[#6]~[#6]~1 a1aaaaa1 N.O [Cl,Br,F]c".split(
    " "
  ),
  // What our own reading of SMARTS leaves to RDKit, and is relaxed for the fingerprint.
  ..."N[C@H](C)C=O N[C@@H](C)C(=O)O F/C=C/F [C^3][O^3] [c;^2]c [r{5-6}]1~*~*~*~*1 [C;$(N[C@H])]C [C@;R]1CC1".split(" ")
];
const WHOLES =
  "c1ccccc1 C1=CC=CC=C1 c1ccncc1 C1CCNCC1 CC(=O)N CS(=O)(=O)N c1ccc2[nH]ccc2c1 FC(F)F C#N [NH3+]C [O-]C=O C[N+](=O)[O-] [13CH3] *C *c1ccccc1 N->[Fe] Cl.N [2H]C C[Se]C F/C=C/F N[C@H](C)C(=O)O".split(
    " "
  );

interface Row {
  readonly smiles: string;
  readonly molecule: Mol;
  readonly paths: Uint8Array;
}

let rdkit: RDKit;
let rows: Row[];
beforeAll(async () => {
  rdkit = await loadRDKit();
  rdkit.disable_logging();
  const own = [...readNativeRows().map(({smiles}) => smiles), ...ODD];
  rows = own.map(readRow);
  return () => {
    for (const {molecule} of rows) molecule.delete();
  };
});

function readRow(smiles: string): Row {
  const molecule = rdkit.get_mol(smiles)!;
  return {smiles, molecule, paths: pathFingerprint(matchTarget(moleculeGraph(molecule)))};
}

const isWithin = (part: Uint8Array, whole: Uint8Array): boolean =>
  part.every((bits, at) => (bits & ~(whole[at] ?? 0)) === 0);

/** Rows that RDKit says a query hits, and those of them that the fingerprint rules out. */
function judge(
  structure: string,
  {mode = "contains", among = rows}: {mode?: SearchMode; among?: readonly Row[]} = {}
): {hits: number; lost: string[]} {
  const compiled = compileQuery(rdkit, structureQuery({structure, mode}));
  const isContained = mode === "contained in";
  const hits = among.filter(
    ({molecule}) =>
      (isContained
        ? compiled.pattern.get_substruct_match(molecule)
        : molecule.get_substruct_match(compiled.pattern)) !== "{}"
  );
  const isKept = (paths: Uint8Array): boolean =>
    isContained ? isWithin(paths, compiled.screen) : isWithin(compiled.screen, paths);
  releaseQuery(compiled);
  return {hits: hits.length, lost: hits.filter(({paths}) => !isKept(paths)).map(({smiles}) => smiles)};
}

describe("compileQuery(rdkit, query).screen", () => {
  it.each([...PATTERNS, ...WHOLES])("rules out no molecule that RDKit finds by %s", (structure) => {
    expect(judge(structure).lost).toEqual([]);
  });
  it("rules out no molecule that RDKit finds by an alert of the 13 sets", () => {
    let found = 0;
    for (const smarts of ALERTS) {
      const {hits, lost} = judge(smarts);
      found += hits;
      expect([smarts, ...lost]).toEqual([smarts]);
    }
    expect(found).toBeGreaterThan(1000);
  });
  it("rules out no molecule that is contained in one of ours, wildcards and dative bonds too", () => {
    let found = 0;
    for (const {smiles} of rows.filter(({smiles}) => !smiles.includes("*")).slice(-60)) {
      const {hits, lost} = judge(smiles, {mode: "contained in"});
      found += hits;
      expect([smiles, ...lost]).toEqual([smiles]);
    }
    expect(found).toBeGreaterThanOrEqual(60);
  });
  it("finds the same compound however it is written", () => {
    for (const [structure, same] of [
      ["[Na+].[O-]C(C)=O", "CC(=O)O"],
      ["C1=CC=CC=C1", "c1ccccc1"]
    ] as const) {
      const compiled = compileQuery(rdkit, structureQuery({structure, mode: "exact"}));
      const molecule = rdkit.get_mol(same)!;
      expect(compiled.screen).toEqual(pathFingerprint(matchTarget(moleculeGraph(molecule))));
      molecule.delete();
      releaseQuery(compiled);
    }
  });
  it.skipIf(!existsSync(SHARED))("rules out no hit among molecules of a vendor (needs ../shared/data)", () => {
    const lines = gunzipSync(readFileSync(SHARED)).toString().split("\n");
    const among = lines.flatMap((line, at) =>
      at % 1000 === 0 && line !== "" ? readRow(line.split(/\s/)[0] ?? "") : []
    );
    for (const structure of [...PATTERNS, ...WHOLES])
      expect([structure, ...judge(structure, {among}).lost]).toEqual([structure]);
    for (const {molecule} of among) molecule.delete();
  });
});
