import {describe, expect, it} from "vitest";
import {normaliseAssociation, unknownColumns, wrappedColumns} from "../../../loaders/normalise/association-export.js";

const record = {symbol: "ABC1", globalScore: "0.5", gwasCredibleSets: "0.25", eva: "No data", hasLigand: "0"};

describe("normaliseAssociation(record, line, sourceId)", () => {
  it("gives the target, its evidence and its factors, with the platform's ids", () => {
    const {target, evidence, factors, issues} = normaliseAssociation(record, 7, "s");
    expect(target).toMatchObject({target_id: "ABC1", platform_score: 0.5, source_id: "s", source_row: 7});
    expect(evidence).toEqual([{target_id: "ABC1", datasource_id: "gwas_credible_sets", score: 0.25}]);
    expect(factors).toEqual([{target_id: "ABC1", factor_id: "hasLigand", value: 0}]);
    expect(issues).toEqual([]);
  });

  it("gives no row for 'No data': not assessed is not zero", () => {
    const {evidence} = normaliseAssociation({...record, gwasCredibleSets: "No data"}, 1, "s");
    expect(evidence).toEqual([]);
  });

  it("reads 255 as -1", () => {
    const {factors} = normaliseAssociation({...record, isCancerDriverGene: "255"}, 1, "s");
    expect(factors).toContainEqual({target_id: "ABC1", factor_id: "isCancerDriverGene", value: -1});
  });

  it("keeps a symbol that looks like a number as text", () => {
    expect(normaliseAssociation({...record, symbol: 7}, 1, "s").target?.symbol).toBe("7");
  });

  it("refuses a factor out of range, with an issue", () => {
    const {factors, issues} = normaliseAssociation({...record, hasLigand: "3"}, 4, "s");
    expect(factors).toEqual([]);
    expect(issues).toEqual([
      {
        table_name: "target_factors",
        source: "s",
        line: 4,
        input: "ABC1 hasLigand 3",
        reason: "must lie between -1 and 1"
      }
    ]);
  });

  it("refuses a score that is no number", () => {
    expect(normaliseAssociation({...record, eva: "high"}, 1, "s").issues[0]?.input).toBe("ABC1 eva NaN");
  });

  it("refuses a record without symbol", () => {
    const {target, issues} = normaliseAssociation({globalScore: "0.1"}, 2, "s");
    expect(target).toBeNull();
    expect(issues[0]?.reason).toBe("needs a symbol and a score between 0 and 1");
  });

  it("refuses a record without overall score", () => {
    expect(normaliseAssociation({symbol: "A"}, 2, "s").target).toBeNull();
  });

  it("refuses a record whose overall score is no number", () => {
    expect(normaliseAssociation({symbol: "A", globalScore: "x"}, 2, "s").target).toBeNull();
  });
});

describe("unknownColumns(record)", () => {
  it("names what it does not know", () => {
    expect(unknownColumns({...record, newScore: "1"})).toEqual(["newScore"]);
  });
});

describe("wrappedColumns(record)", () => {
  it("names the factors written as 255", () => {
    expect(wrappedColumns({...record, hasSafetyEvent: "255", eva: "255"})).toEqual(["hasSafetyEvent"]);
  });
});
