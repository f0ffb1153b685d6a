import {describe, expect, it} from "vitest";
import {makeTargetBoard} from "../../../loaders/tables/make-target-board.js";
import {targets, type TargetRow} from "../../../src/tables/targets.js";
import {blankRow} from "../../small-store.js";

const rows = ["A", "B"].map((id) => blankRow<TargetRow>(targets, {target_id: id, symbol: id}));

describe("makeTargetBoard(targets, evidence, factors)", () => {
  it("spreads scores and factors over the targets, missing as null", () => {
    const board = makeTargetBoard(
      rows,
      [{target_id: "B", datasource_id: "eva", score: 0.5}],
      [{target_id: "A", factor_id: "hasLigand", value: 0}]
    );
    expect(board.scores).toEqual({eva: [null, 0.5]});
    expect(board.factors).toEqual({hasLigand: [0, null]});
    expect(board.targets.symbol).toEqual(["A", "B"]);
  });

  it("leaves out evidence on a target that is not there", () => {
    expect(makeTargetBoard(rows, [{target_id: "C", datasource_id: "eva", score: 1}], []).scores).toEqual({
      eva: [null, null]
    });
  });

  it("gives empty columns for no targets", () => {
    expect(makeTargetBoard([], [], []).targets.target_id).toEqual([]);
  });
});
