import {describe, expect, it} from "vitest";
import {
  compoundKey,
  type Decision,
  formatShortlist,
  joinConflict,
  mergeShortlists,
  parseShortlist,
  rekeyCompounds
} from "../../src/state/shortlist.js";

const decision = (key: string, fields: Partial<Decision> = {}): Decision => ({
  ...{key, label: key, smiles: "", verdict: "keep", note: "", author: "", decided_at: "2026-01-02T00:00:00Z"},
  ...fields
});

describe("compoundKey(compound)", () => {
  const ethane = {compound_id: "1", set_id: "dropped", inchikey: "OTMSDBZUPAUEDD-UHFFFAOYSA-N", smiles: "CC"};
  const methane = {compound_id: "1", set_id: "dropped", inchikey: "VNWKTOKETHGBQD-UHFFFAOYSA-N", smiles: "C"};

  it("is the InChIKey, the same for a compound of the project, of a file and typed", () => {
    const published = compoundKey({...ethane, compound_id: "CHEMBL135626", set_id: "approved"});
    expect(published).toBe("compound:OTMSDBZUPAUEDD-UHFFFAOYSA-N");
    expect(compoundKey(ethane)).toBe(published);
  });

  it("is the published id where InChI has no answer", () => {
    expect(compoundKey({...ethane, compound_id: "CHEMBL1", set_id: "approved", inchikey: ""})).toBe("compound:CHEMBL1");
  });

  it("tells two molecules apart to which two files gave the same id", () => {
    expect(compoundKey(ethane)).toBe("compound:OTMSDBZUPAUEDD-UHFFFAOYSA-N");
    expect(compoundKey(methane)).toBe("compound:VNWKTOKETHGBQD-UHFFFAOYSA-N");
  });

  it("is the same for a structure that was typed and one from a file", () => {
    expect(compoundKey({...ethane, set_id: "typed", compound_id: "typed:1"})).toBe(compoundKey(ethane));
  });

  it("is the structure where there is no InChIKey", () => {
    expect(compoundKey({...ethane, inchikey: ""})).toBe("compound:CC");
  });
});

describe("parseShortlist(text, file)", () => {
  it("reads what formatShortlist writes, unknown fields with it", () => {
    const list = [decision("compound:A"), decision("target:B", {priority: 3})];
    expect(parseShortlist(formatShortlist(list, "p"), "f")).toEqual({project: "p", decisions: list, issues: []});
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
    expect(mergeShortlists(list, list)).toEqual({merged: list, nAdded: 0, changed: [], conflicts: []});
  });

  it("of two who agree keeps both names and the fields of both, however often it is merged", () => {
    const ada = decision("compound:A", {author: "Ada", decided_at: "2026-01-01T00:00:00Z", priority: 1});
    const bo = decision("compound:A", {author: "Bo", batch: "B7"});
    const together = {...ada, author: "Ada, Bo", batch: "B7"};
    expect(mergeShortlists([ada], [bo]).merged).toEqual([together]);
    expect(mergeShortlists([bo], [ada]).merged).toEqual([together]);
    expect(mergeShortlists([together], [bo]).changed).toEqual([]);
  });

  it("names only what is to be written: what is added or completed, not what is in conflict", () => {
    const own = [decision("compound:A"), decision("compound:B")];
    const other = [decision("compound:B", {verdict: "drop"}), decision("compound:C")];
    expect(mergeShortlists(own, other).changed).toEqual([decision("compound:C")]);
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

describe("rekeyCompounds(decisions, inchikeys)", () => {
  const inchikeys = new Map([["CHEMBL1", "KEY1"]]);

  it("brings ids to InChIKeys, and leaves targets and what is not known alone", () => {
    const list = [decision("compound:CHEMBL1"), decision("compound:CHEMBL2"), decision("target:CHEMBL1")];
    const {decisions, gone, conflicts} = rekeyCompounds(list, inchikeys);
    expect(decisions.map(({key}) => key)).toEqual(["compound:CHEMBL2", "target:CHEMBL1", "compound:KEY1"]);
    expect([gone, conflicts]).toEqual([["compound:CHEMBL1"], []]);
  });

  it("joins two decisions on one molecule that say the same, and lists those that do not", () => {
    const same = [decision("compound:CHEMBL1", {author: "A"}), decision("compound:KEY1", {author: "B"})];
    expect(rekeyCompounds(same, inchikeys).decisions.map(({author}) => author)).toEqual(["B, A"]);
    const other = [decision("compound:CHEMBL1", {verdict: "drop"}), decision("compound:KEY1")];
    const {decisions, conflicts} = rekeyCompounds(other, inchikeys);
    expect(decisions.map(({verdict}) => verdict)).toEqual(["keep"]);
    expect(conflicts.map((conflict) => conflict.other.verdict)).toEqual(["drop"]);
  });
});

describe("a reason", () => {
  it("is part of what is said: another reason is a conflict, a file without reasons is not", () => {
    const [own] = [decision("compound:A", {reason: "potency"})];
    expect(mergeShortlists([own!], [decision("compound:A", {reason: "safety"})]).conflicts).toHaveLength(1);
    expect(mergeShortlists([decision("compound:A", {reason: ""})], [decision("compound:A")]).conflicts).toEqual([]);
  });

  it("of both stands in a joined conflict", () => {
    const conflict = {own: decision("a", {reason: "potency"}), other: decision("a", {reason: "safety"})};
    expect(joinConflict(conflict, "maybe", "2026-01-01T00:00:00Z").reason).toBe("potency, safety");
  });
});
