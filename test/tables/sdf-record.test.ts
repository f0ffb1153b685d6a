import {describe, expect, it} from "vitest";
import {sdfRecord} from "../../src/tables/sdf-record.js";

const molblock = "\n     RDKit          2D\n\n  1  0  0  0\nM  END\n";

describe("sdfRecord(name, molblock, fields)", () => {
  it("writes name, molfile, data items and the end mark", () => {
    const text = sdfRecord("aspirin", molblock, [
      ["mw_da", 180.2],
      ["own_note", "good one"]
    ]);
    expect(text).toBe(
      "aspirin\n     RDKit          2D\n\n  1  0  0  0\nM  END\n>  <mw_da>\n180.2\n\n>  <own_note>\ngood one\n\n$$$$\n"
    );
  });
  it("says in the third line where it comes from, in 80 letters at most", () => {
    const [name, program, comment, counts] = sdfRecord("a", molblock, [], `Fumehood\n${"x".repeat(90)}`).split("\n");
    expect([name, program, counts]).toEqual(["a", "     RDKit          2D", "  1  0  0  0"]);
    expect(comment).toBe(`Fumehood ${"x".repeat(71)}`);
  });
  it("leaves missing values out", () => {
    expect(sdfRecord("a", molblock, [["x", null], ["y", NaN], ["z", ""]])).not.toContain("<"); // prettier-ignore
  });
  it("keeps a value from ending its item or the record", () => {
    const text = sdfRecord("a", molblock, [["note", "one\n\n$$$$\n> <b>\ntwo"]]);
    expect(text.match(/\$\$\$\$/g)).toHaveLength(1);
    expect(text).toContain("one\n > <b>\ntwo\n\n");
  });
  it("keeps names on one line and field names without brackets", () => {
    const text = sdfRecord("a\nb", molblock, [["IC50 <nM>", 3]]);
    expect(text.split("\n")[0]).toBe("a b");
    expect(text).toContain(">  <IC50_nM_>");
  });
});
