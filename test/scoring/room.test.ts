import {describe, expect, it} from "vitest";
import {ROOM_PARTS, roomOf} from "../../src/scoring/room.js";
import {isSoundCurve} from "../../src/scoring/desirability.js";
import {TARGET_FACTS} from "../../src/tables/target-facts.js";

describe("roomOf(facts)", () => {
  it("is a point where all parts are known", () => {
    const {low, high, nKnown} = roomOf({
      n_potent: 100,
      n_with_ligand: 5,
      n_candidates: 0,
      share_unselective: 0,
      paper_growth: 2
    });
    expect([low, high, nKnown]).toEqual([1, 1, 5]);
  });

  it("is a range where some are not", () => {
    const {low, high, nKnown} = roomOf({n_potent: 100, n_candidates: null});
    expect([low, high, nKnown]).toEqual([0.2, 1, 1]);
  });

  it("of nothing known is 0 to 1", () => {
    expect(roomOf({})).toMatchObject({low: 0, high: 1, nKnown: 0});
  });
});

describe("ROOM_PARTS", () => {
  it("judge known facts by sound curves", () => {
    const ids: string[] = TARGET_FACTS.map(({id}) => id);
    expect(ROOM_PARTS.filter(({fact, curve}) => !ids.includes(fact) || !isSoundCurve(curve))).toEqual([]);
  });
});
