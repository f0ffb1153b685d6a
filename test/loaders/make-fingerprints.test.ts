import {describe, expect, it} from "vitest";
import {makeFingerprints} from "../../loaders/tables/make-fingerprints.js";

const row = (set_id: string, line: number, compound_id: string, smiles: string) => ({
  set_id,
  line,
  compound_id,
  smiles
});

describe("makeFingerprints(compounds)", () => {
  it("puts them by set, line and id, whatever the order given", async () => {
    const rows = [
      row("b", 1, "x", "CCO"),
      row("a", 10, "x", "c1ccccc1"),
      row("a", 9, "y", "CCN"),
      row("a", 9, "x", "CCC")
    ];
    const [bytes, ...alone] = await Promise.all([
      makeFingerprints(rows),
      ...[rows[3]!, rows[2]!, rows[1]!, rows[0]!].map((each) => makeFingerprints([each]))
    ]);
    expect(Buffer.from(bytes)).toEqual(Buffer.concat(alone));
  });

  it("leaves the bits of what cannot be read off", async () => {
    expect((await makeFingerprints([row("a", 1, "x", "not one")])).every((byte) => byte === 0)).toBe(true);
  });

  it("of none is empty", async () => {
    expect(await makeFingerprints([])).toHaveLength(0);
  });
});
