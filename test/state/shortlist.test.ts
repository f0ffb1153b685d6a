import {describe, expect, it} from "vitest";
import {
  type Decision,
  formatShortlist,
  joinConflict,
  mergeShortlists,
  parseShortlist
} from "../../src/state/shortlist.js";

const decision = (key: string, fields: Partial<Decision> = {}): Decision => ({
  ...{key, label: key, smiles: "", verdict: "keep", note: "", author: "", decided_at: "2026-01-02T00:00:00Z"},
  ...fields
});

describe("parseShortlist(text, file)", () => {
  it("reads what formatShortlist writes, unknown fields with it", () => {
    const list = [decision("compound:A"), decision("target:B", {priority: 3})];
    expect(parseShortlist(formatShortlist(list, "p"), "f")).toEqual({decisions: list, issues: []});
  });

  it("takes the sound decisions and names the others", () => {
    const text = JSON.stringify({
      fumehood_shortlist: 1,
      decisions: [decision("compound:A"), {...decision("compound:B"), verdict: "love"}, {key: "x"}]
    });
    const {decisions, issues} = parseShortlist(text, "f.json");
    expect(decisions.map(({key}) => key)).toEqual(["compound:A"]);
    expect(issues.map(({line, reason}) => [line, reason])).toEqual([
      [2, "verdict must be keep, maybe or drop"],
      [3, expect.stringContaining("key must look like")]
    ]);
  });

  it.each([
    ["no JSON", "{", "is not JSON"],
    ["another file", "[]", "is not a shortlist"],
    ["a newer version", '{"fumehood_shortlist": 9, "decisions": []}', "newer version"]
  ])("refuses %s in words", (_, text, words) => {
    expect(parseShortlist(text, "f").issues[0]?.reason).toContain(words);
  });
});

describe("mergeShortlists(own, other)", () => {
  it("loses nothing: what only one has is there, what differs is a conflict", () => {
    const own = [
      decision("compound:A"),
      decision("compound:B", {note: "mine"}),
      decision("compound:C", {verdict: "drop"})
    ];
    const other = [decision("compound:B", {note: "theirs"}), decision("compound:C"), decision("compound:D")];
    const {merged, nAdded, conflicts} = mergeShortlists(own, other);
    expect(merged.map(({key}) => key)).toEqual(["compound:A", "compound:B", "compound:C", "compound:D"]);
    expect(nAdded).toBe(1);
    expect(
      conflicts.map(({own: mine, other: theirs}) => [mine.note, theirs.note, mine.verdict, theirs.verdict])
    ).toEqual([
      ["mine", "theirs", "keep", "keep"],
      ["", "", "drop", "keep"]
    ]);
  });

  it("takes the earlier of two that say the same, and is the same either way round", () => {
    const early = decision("compound:A", {decided_at: "2026-01-01T00:00:00Z"});
    const late = decision("compound:A");
    expect(mergeShortlists([late], [early]).merged).toEqual([early]);
    expect(mergeShortlists([early], [late]).merged).toEqual([early]);
  });

  it("of a shortlist with itself is itself", () => {
    const list = [decision("compound:A"), decision("target:B")];
    expect(mergeShortlists(list, list)).toEqual({merged: list, nAdded: 0, conflicts: []});
  });
});

describe("joinConflict(conflict, verdict, decidedAt)", () => {
  it("keeps what both said, with their names", () => {
    const conflict = {
      own: decision("compound:A", {author: "Ada", note: "potent"}),
      other: decision("compound:A", {author: "Bo", verdict: "drop", note: "greasy"})
    };
    expect(joinConflict(conflict, "maybe", "2026-02-01T00:00:00Z")).toMatchObject({
      verdict: "maybe",
      note: "Ada said keep: potent. Bo said drop: greasy.",
      decided_at: "2026-02-01T00:00:00Z"
    });
  });
});
