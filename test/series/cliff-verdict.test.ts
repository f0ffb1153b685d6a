import {describe, expect, it} from "vitest";
import {BEYOND_LABORATORIES, type CliffRecord, cliffVerdict} from "../../src/series/cliff-verdict.js";

const record = (value: number, fields: Partial<CliffRecord> = {}): CliffRecord => ({
  ...{assay: "A1", document: "D1", assayType: "B", relation: "=", value},
  ...fields
});
const elsewhere = {assay: "A2", document: "D2"};

describe("cliffVerdict(low, high, difference)", () => {
  it("is chemistry when one assay shows it", () => {
    expect(cliffVerdict([record(6)], [record(8)], 2)).toMatchObject({
      ...{kind: "chemistry", doubts: [], sharedDocuments: ["D1"], sharedAssays: 1, withinAssays: 2}
    });
  });

  it("doubts values of other papers, unless they differ by more than laboratories do", () => {
    expect(cliffVerdict([record(6)], [record(7.5, elsewhere)], 1.5).doubts).toEqual(["other papers"]);
    const far = BEYOND_LABORATORIES + 0.1;
    expect(cliffVerdict([record(6)], [record(6 + far, elsewhere)], far).kind).toBe("chemistry");
  });

  it("doubts values of other assay types", () => {
    const other = {assay: "A2", assayType: "F"};
    expect(cliffVerdict([record(6)], [record(8, other)], 2).doubts).toEqual(["other assay types"]);
  });

  it("doubts a value that is only a limit", () => {
    expect(cliffVerdict([record(5, {relation: ">"})], [record(8)], 3).doubts).toContain("only a limit");
  });

  it("doubts a difference that repeats of one compound show as well", () => {
    const low = [record(6, elsewhere), record(7.2, {assay: "A3", document: "D3"})];
    const verdict = cliffVerdict(low, [record(8, {assay: "A4", document: "D2"})], 1.6);
    expect(verdict).toMatchObject({kind: "possible noise", doubts: ["spread of one compound"], low: {n: 2}});
    expect(verdict.low.spread).toBeCloseTo(1.2, 10);
  });

  it("doubts a difference that the shared assay does not show", () => {
    const verdict = cliffVerdict([record(6.9), record(5, elsewhere)], [record(7)], 1.5);
    expect(verdict.doubts).toEqual(["spread of one compound"]);
  });

  it.each([
    [[], [record(8)]],
    [[record(6)], []],
    [[], []]
  ])("says that nothing is known without records", (low, high) => {
    expect(cliffVerdict(low, high, 3).doubts).toEqual(["unknown"]);
  });
});
