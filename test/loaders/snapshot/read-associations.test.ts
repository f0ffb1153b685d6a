import {describe, expect, it} from "vitest";
import {readAssociations} from "../../../loaders/snapshot/read-associations.js";
import type {SnapshotSource} from "../../../loaders/sources-file.js";
import {smallProject} from "../world/project.js";

const source: SnapshotSource = {
  ...{source_id: "x", name: "x", release: null, retrieved_on: null, url: "x", query: "x", licence: "x"},
  ...{citation: "x", doi: null, sha256: "", row_count: 0, note: null, file: "x", reader: "associations", subject: null}
};
const read = (records: readonly object[]) =>
  readAssociations({
    ...{source, project: smallProject, path: "x.json"},
    bytes: new TextEncoder().encode(JSON.stringify(records))
  });

describe("readAssociations(file)", () => {
  it("keeps two genes of one symbol apart, each with its own evidence", () => {
    const {targets, evidence, issues} = read([
      {symbol: "CAST", globalScore: 0.5, impc: 0.4},
      {symbol: "CAST", globalScore: 0.2, impc: 0.1}
    ]);
    expect(targets.map(({target_id, symbol}) => [target_id, symbol])).toEqual([
      ["CAST", "CAST"],
      ["CAST (2)", "CAST"]
    ]);
    expect(evidence.map(({target_id, score}) => [target_id, score])).toEqual([
      ["CAST", 0.4],
      ["CAST (2)", 0.1]
    ]);
    expect(issues.map(({line, reason}) => [line, reason])).toContainEqual([2, expect.stringMatching(/another gene/)]);
  });

  it("takes a row that is there twice once, and says so", () => {
    const row = {symbol: "TF", globalScore: 0.5, impc: 0.4};
    const {targets, issues} = read([row, row]);
    expect(targets).toHaveLength(1);
    expect(issues[0]).toMatchObject({line: 2, input: "TF"});
  });

  it("reads a symbol that is a number as text", () => {
    expect(read([{symbol: 7157, globalScore: 0.5}]).targets[0]?.symbol).toBe("7157");
  });

  it("reads 255 as -1 and 'No data' as missing", () => {
    const {factors} = read([{symbol: "A", globalScore: 0.5, hasSafetyEvent: 255, geneticConstraint: "No data"}]);
    expect(factors).toEqual([{target_id: "A", factor_id: "hasSafetyEvent", value: -1}]);
  });

  it("of an empty export has no rows", () => {
    expect(read([]).targets).toEqual([]);
  });
});
