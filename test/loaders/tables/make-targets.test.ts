import {describe, expect, it} from "vitest";
import {readProject} from "../../../loaders/project.js";
import {makeTargets, targetIds} from "../../../loaders/tables/make-targets.js";
import {targets, type TargetRow} from "../../../src/tables/targets.js";
import {blankRow} from "../../small-store.js";

const project = await readProject();
const [first, ...others] = project.targets;
const row = (fields: Partial<TargetRow>): TargetRow => blankRow<TargetRow>(targets, fields);

describe("makeTargets(rows, project)", () => {
  it("marks and completes a target of the project, found by symbol", () => {
    const [made] = makeTargets([row({target_id: first!.symbol, symbol: first!.symbol})], project);
    expect(made).toMatchObject({in_project: true, uniprot_accession: first!.uniprot, chembl_target_id: first!.chembl});
  });

  it("finds it by Ensembl id too, and keeps that key", () => {
    const rows = makeTargets([row({target_id: first!.ensembl!, symbol: "other"})], project);
    expect(rows[0]).toMatchObject({in_project: true, target_id: first!.ensembl});
  });

  it("keeps other targets as they are", () => {
    const other = row({target_id: "X", symbol: "X", in_project: true});
    expect(makeTargets([other], project)[0]).toEqual({...other, in_project: false});
  });

  it("adds a target of the project that the disease's table lacks, without a score", () => {
    const rows = makeTargets([row({target_id: first!.symbol, symbol: first!.symbol})], project);
    expect(rows.slice(1).map((target) => [target.symbol, target.platform_score])).toEqual(
      others.map(({symbol}) => [symbol, null])
    );
  });
});

describe("targetIds(rows)", () => {
  it("gives the keys of the project's targets by symbol", () => {
    expect(targetIds(makeTargets([], project)).get(first!.symbol)).toBe(first!.ensembl);
  });
});
