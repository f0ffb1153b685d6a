import {readFile} from "node:fs/promises";
import {describe, expect, it} from "vitest";
import {parsePropertyRules} from "../../src/alerts/property-rules.js";
import {alertsNamed, atomWords, LEDGER_COLUMNS, ledgerRows} from "../../src/filters/failure-ledger.js";
import {failures, type ToldAlert} from "../../src/filters/failures.js";
import type {FilterNode} from "../../src/filters/filter-node.js";
import {methodsParagraph} from "../../src/filters/methods-paragraph.js";
import {alertColumns} from "../../src/tables/alert-columns.js";
import {smallSet} from "./small-set.js";

const rules = parsePropertyRules(JSON.parse(await readFile("data/curated/property-rules.json", "utf8")));
const ground = {set: smallSet, rules, outside: () => Uint8Array.of(0b1010), alerts: new Map<string, ToldAlert>()};
const veber: FilterNode = {kind: "range", column: "veber_violations", min: null, max: 0, keepMissing: false};
const light: FilterNode = {kind: "range", column: "mw_da", min: null, max: 400.5, keepMissing: false};
const named: FilterNode = {kind: "text", column: "name", how: "contains", text: "nib", keepMissing: false};
const search: FilterNode = {kind: "search", how: "contains", query: "c1ccccc1", least: 0.5, metric: "tanimoto"};

describe("failures(node, row, ground)", () => {
  it("is empty for a compound that passes", () => expect(failures(light, 0, ground)).toEqual([]));
  it("names value and limit", () => {
    expect(failures(light, 1, ground)).toEqual([
      {rule: "MW at most 400.5 Da", property: "mw_da", value: 450, limit: "at most 400.5"}
    ]);
  });
  it("takes a rule set apart into the limits broken", () => {
    expect(failures(veber, 2, ground).map(({property, value, limit}) => [property, value, limit])).toEqual([
      ["n_rotatable_bonds", 15, "at most 10"],
      ["tpsa_a2", 278.8, "at most 140"]
    ]);
  });
  it("says that a value is missing", () => {
    const logp: FilterNode = {kind: "range", column: "clogp", min: 0, max: 1, keepMissing: false};
    expect(failures(logp, 1, ground)[0]).toMatchObject({value: null, limit: "0 to 1"});
    expect(failures(named, 1, ground)[0]).toMatchObject({value: null, limit: "contains nib"});
  });
  it("gives the failing parts of an and, all parts of an or, the holding parts of a not", () => {
    expect(failures({kind: "all", of: [light, named]}, 0, ground)).toHaveLength(0);
    expect(failures({kind: "all", of: [light, named]}, 1, ground)).toHaveLength(2);
    expect(failures({kind: "any", of: [light, named]}, 2, ground)).toHaveLength(2);
    expect(failures({kind: "any", of: [light, search]}, 1, ground)).toHaveLength(0);
    expect(failures({kind: "none", of: [light, named]}, 0, ground).map(({rule}) => rule)).toEqual([
      "not MW at most 400.5 Da",
      "not Name contains “nib”"
    ]);
    expect(failures({kind: "none", of: [search]}, 1, ground)[0]).toMatchObject({property: "structure"});
  });
  it("names the alerts that a count counts, with pattern and share of drugs", () => {
    const set = smallSet.withColumns([
      {name: "brenk_alerts", column: alertColumns.brenk_alerts, values: Float64Array.of(2, 0, 0, 0)},
      {name: "alerts", column: alertColumns.alerts, values: ["brenk:3,pains_a:1,brenk:4", null, null, null]}
    ]);
    const told = {set_name: "Brenk", name: "aniline", smarts: "c[NH2]", drug_share: 0.081};
    const node: FilterNode = {kind: "range", column: "brenk_alerts", min: null, max: 0, keepMissing: false};
    expect(failures(node, 0, {...ground, set, alerts: new Map([["brenk:3", told]])})).toEqual([
      {
        ...{rule: "Brenk: no alert", limit: "at most 0", property: "Brenk alert", value: "aniline"},
        ...{pattern: "c[NH2]", alert: "brenk:3", drugShare: 0.081}
      },
      {rule: "Brenk: no alert", limit: "at most 0", property: "alert", value: "brenk:4", alert: "brenk:4"}
    ]);
  });
  it("names a structure that does not match", () => {
    expect(failures(search, 0, ground)[0]).toMatchObject({property: "structure", rule: "structure contains c1ccccc1"});
  });
});

describe("ledgerRows(row, steps, ground)", () => {
  const step = (node: FilterNode, approvedFailing: number | null) => ({
    ...{node, words: "step", approvedFailing, nApproved: 200}
  });
  it("has a line for every reason, and marks the step at which a compound fell", () => {
    const rows = ledgerRows(2, [step(light, 0.1234), step(named, null), step(veber, 0)], ground);
    const cells = rows.map((cells) => Object.fromEntries(LEDGER_COLUMNS.map((name, at) => [name, cells[at]])));
    expect(cells.map(({step: number, fell_here}) => [number, fell_here])).toEqual([
      ...[
        [1, true],
        [2, false]
      ],
      ...[
        [3, false],
        [3, false]
      ]
    ]);
    expect(cells[0]).toMatchObject({
      ...{compound_id: "C3", smiles: null, property: "mw_da", value: 1202.6},
      ...{approved_drugs_failing_percent: 12.3, approved_drugs_judged: 200}
    });
    expect(cells[1]).toMatchObject({approved_drugs_failing_percent: null, approved_drugs_judged: null});
  });
  it("gives the atoms of an alert that is named, and of nothing else", () => {
    const set = smallSet.withColumns([
      {name: "brenk_alerts", column: alertColumns.brenk_alerts, values: Float64Array.of(1, 0, 0, 0)},
      {name: "alerts", column: alertColumns.alerts, values: ["brenk:3", null, null, null]}
    ]);
    const brenk: FilterNode = {kind: "range", column: "brenk_alerts", min: null, max: 0, keepMissing: false};
    const steps = [step(brenk, null), step({...light, max: 1} as FilterNode, null)];
    const within = {...ground, set};
    expect(alertsNamed(0, steps, within)).toEqual(["brenk:3"]);
    const atomsOf = (alert: string) => (alert === "brenk:3" ? atomWords([[2, 3], [8]]) : null);
    const at = LEDGER_COLUMNS.indexOf("atoms");
    expect(ledgerRows(0, steps, within, atomsOf).map((cells) => cells[at])).toEqual(["3 4; 9", null]);
    expect(ledgerRows(0, steps, within).map((cells) => cells[at])).toEqual([null, null]);
  });
  it("has no line for a compound that passes", () => expect(ledgerRows(0, [step(light, 0)], ground)).toEqual([]));
});

describe("methodsParagraph(source)", () => {
  const source = {set: "the file a.smi", rowCount: 1000, rules, ranking: "", programs: "RDKit"};
  it("tells the steps in order with what each took, and cites the rule sets used", () => {
    const steps = [
      {words: "MW at most 400 Da", node: light, left: 700, lost: 300},
      {words: "Veber 0", node: veber, left: 30, lost: 670}
    ];
    expect(methodsParagraph({...source, steps, ranking: "CNS MPO"})).toBe(
      "Compounds were taken from the file a.smi (1,000 compounds after standardisation) and described with RDKit. " +
        "Filters were applied in this order: (1) MW at most 400 Da: 300 removed, 700 left; (2) Veber 0: 670 removed, 30 left. " +
        "30 of 1,000 compounds (3 %) passed all of them. Compounds were ranked by CNS MPO. " +
        "Rule sets: Veber's rule (Veber et al. 2002, J. Med. Chem. 45, 2615-2623, doi:10.1021/jm020017n)."
    );
  });
  it("says that nothing was filtered", () => {
    expect(methodsParagraph({...source, steps: []})).toContain("No filter was applied.");
  });
});
