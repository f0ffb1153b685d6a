import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {judgeProperties, parsePropertyRules, violationColumns} from "../../src/alerts/property-rules.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {ruleColumns} from "../../src/tables/compounds.js";
import type {Descriptors} from "../../src/tables/descriptor-columns.js";

const content: unknown = JSON.parse(
  readFileSync(new URL("../../data/curated/property-rules.json", import.meta.url), "utf8")
);
const rules = parsePropertyRules(content);
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const describeSmiles = (smiles: string): Descriptors => {
  const values = withMolecule(rdkit, smiles, descriptors);
  if (values === null) throw new Error(`invalid smiles: ${smiles}`);
  return values;
};
const TOFACITINIB = "C[C@@H]1CCN(C(=O)CC#N)C[C@@H]1N(C)c1ncnc2[nH]ccc12";
const CYCLOSPORIN_LIKE = "CCCCCCCCCCCCCCCCCC(=O)OCC(COC(=O)CCCCCCCCCCCCCCCCC)OC(=O)CCCCCCCCCCCCCCCCC";

describe("judgeProperties(rules, values)", () => {
  it("passes an oral drug under the rule of five", () => {
    const [lipinski] = judgeProperties(rules, describeSmiles(TOFACITINIB));
    expect(lipinski).toMatchObject({passes: true, broken: []});
  });

  it("names the property, the value and the bounds of each limit broken", () => {
    const [lipinski] = judgeProperties(rules, describeSmiles(CYCLOSPORIN_LIKE));
    expect(lipinski?.broken.map(({property}) => property)).toEqual(["mw_da", "clogp"]);
    expect(lipinski?.broken[0]).toMatchObject({max: 500, min: null});
    expect(lipinski?.broken[0]?.value).toBeCloseTo(891.5, 1);
    expect(lipinski?.passes).toBe(false);
  });

  it("allows a bound itself", () => {
    const values = {...describeSmiles(TOFACITINIB), mw_da: 500, tpsa_a2: 140};
    expect(violationColumns(judgeProperties(rules, values))).toMatchObject({
      lipinski_violations: 0,
      veber_violations: 0
    });
  });

  it("counts the carbons that Muegge's filter asks for", () => {
    const muegge = judgeProperties(rules, describeSmiles("NCCN")).find(({rule}) => rule.id === "muegge");
    expect(muegge?.broken.map(({property}) => property)).toEqual(["mw_da", "n_carbons"]);
  });

  it("judges an empty molecule without failing", () => {
    expect(judgeProperties(rules, describeSmiles(""))).toHaveLength(rules.length);
  });
});

describe("violationColumns(verdicts)", () => {
  it("has a count for every rule column", () => {
    const counts = violationColumns(judgeProperties(rules, describeSmiles(TOFACITINIB)));
    expect(Object.keys(counts).sort()).toEqual(Object.keys(ruleColumns).sort());
  });
});

describe("parsePropertyRules(content)", () => {
  it("refuses what is no list", () => {
    expect(() => parsePropertyRules({})).toThrow("not a list");
  });

  it("refuses a table that lacks a rule", () => {
    expect(() => parsePropertyRules(rules.slice(1))).toThrow("none for lipinski_violations");
  });

  it("refuses a limit on an unknown property", () => {
    const [first, ...rest] = rules;
    const wrong = {...first, limits: [{property: "mass", min: null, max: 1}]};
    expect(() => parsePropertyRules([wrong, ...rest])).toThrow('"lipinski": unknown property mass');
  });

  it("refuses a limit without a bound", () => {
    const [first, ...rest] = rules;
    const wrong = {...first, limits: [{property: "mw_da", min: null, max: null}]};
    expect(() => parsePropertyRules([wrong, ...rest])).toThrow("mw_da has no bound");
  });
});
