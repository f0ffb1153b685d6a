import {describe, expect, it} from "vitest";
import {associationScores} from "../../src/scoring/association-scores.js";
import {leaveOneOut} from "../../src/scoring/leave-one-out.js";
import {findOvertakes} from "../../src/scoring/overtake.js";
import {paretoFront} from "../../src/scoring/pareto-front.js";

const scores = {a: [0.9, 0.5, null, null], b: [null, 0.5, 0.6, null], c: [0.1, 0.4, 0.1, null]};
const options = {weights: {c: 0.5}};

describe("leaveOneOut(count, scores, options)", () => {
  const {best, worst, decisive} = leaveOneOut(4, scores, options);

  it("spans the ranks without each source, and names the source that costs most", () => {
    expect([...best]).toEqual([1, 2, 1, NaN]);
    expect([...worst]).toEqual([3, 2, 3, NaN]);
    expect(decisive[0]).toBe("a");
  });

  it("is unbounded where all evidence is of one source", () => {
    expect(leaveOneOut(2, {a: [0.5, 0.4], b: [null, 0.1]}, {weights: {}}).worst[0]).toBe(Infinity);
  });

  it("leaves out nothing that has no weight", () => {
    const {worst} = leaveOneOut(2, {a: [0.5, 0.4], b: [0.1, 0.2]}, {weights: {a: 0}});
    expect([...worst]).toEqual([Infinity, Infinity]);
  });
});

describe("findOvertakes(scores, options, behind, ahead)", () => {
  it("gives changes each of which suffices, and no smaller evidence does", () => {
    const found = findOvertakes(scores, options, 2, 0);
    expect(found.length).toBeGreaterThan(1);
    for (const {source, kind, to} of found) {
      const changed = (value: number) => {
        const weights = kind === "weight" ? {...options.weights, [source]: value} : options.weights;
        const column = [...scores[source as "a"]];
        if (kind === "evidence") column[2] = value;
        const [x0 = NaN, , x2 = NaN] = associationScores(4, {...scores, [source]: column}, {weights});
        return x2 >= x0;
      };
      expect(changed(to)).toBe(true);
      if (kind === "evidence") expect(changed(to - 2e-4)).toBe(false);
    }
  });

  it("counts a weight that leaves the other without a score", () => {
    const found = findOvertakes({a: [null, 0.9], b: [0.1, null]}, {weights: {}}, 0, 1);
    expect(found).toContainEqual({source: "a", kind: "weight", from: 1, to: 0.1});
    expect(findOvertakes({a: [null, 0.9], b: [0, null]}, {weights: {}}, 0, 1)).toContainEqual({
      ...{source: "a", kind: "weight", from: 1, to: 0}
    });
  });

  it("is empty for a target that is level or ahead", () => {
    expect(findOvertakes(scores, options, 0, 2)).toEqual([]);
    expect(findOvertakes(scores, options, 0, 0)).toEqual([]);
  });

  it("lists the smallest change first", () => {
    const sizes = findOvertakes(scores, options, 2, 0).map(({from, to}) => Math.abs(to - (from ?? 0)));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });
});

describe("paretoFront(count, criteria)", () => {
  it("keeps what nothing beats in every criterion, best first", () => {
    const {front} = paretoFront(4, [{values: [1, 2, 3, 2]}, {values: [3, 2, 1, 1]}]);
    expect(front).toEqual([2, 1, 0]);
  });

  it("turns a criterion round where low is better", () => {
    expect(paretoFront(2, [{values: [1, 2], isLowBetter: true}]).front).toEqual([0]);
  });

  it("leaves out what lacks a criterion, and keeps equals together", () => {
    const {front, compared} = paretoFront(4, [{values: [1, null, 1, NaN]}, {values: [1, 9, 1, 9]}]);
    expect([front, compared]).toEqual([
      [0, 2],
      [0, 2]
    ]);
  });

  it("works with three criteria, and with no items", () => {
    const {front} = paretoFront(3, [{values: [1, 0, 0]}, {values: [0, 1, 0]}, {values: [0, 0, 1]}]);
    expect(front).toHaveLength(3);
    expect(paretoFront(0, [{values: []}]).front).toEqual([]);
  });

  it("wants a criterion", () => {
    expect(() => paretoFront(1, [])).toThrow("invalid criteria");
  });
});
