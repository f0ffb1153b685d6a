import {describe, expect, it} from "vitest";
import {ownNames} from "../../src/screening/own-names.js";

describe("ownNames(names)", () => {
  it("writes names as columns are written", () => {
    expect(ownNames(["IC50 (nM)", "Größe", "%", "活性"])).toEqual([
      "own_ic50_nm",
      "own_gro_ße",
      "own_column",
      "own_活性"
    ]);
  });
  it("numbers those that come out alike", () => expect(ownNames(["a b", "A-B"])).toEqual(["own_a_b", "own_a_b_2"]));
  it("is empty for none", () => expect(ownNames([])).toEqual([]));
});
