import {describe, expect, it} from "vitest";
import {memoryPlan} from "../../src/components/memory-plan.js";
import {compounds} from "../../src/tables/compounds.js";

describe("memoryPlan(need, gigabytes)", () => {
  it("keeps everything of what fits, and says nothing", () => {
    const {omitted, words} = memoryPlan({rows: 1_000_000}, 8);
    expect([omitted.names.size, omitted.own, words]).toEqual([0, false, ""]);
  });
  it("leaves out the least missed columns first, and names them", () => {
    const {omitted, words, mostRows} = memoryPlan({rows: 1_000_000}, 4);
    expect(omitted.own).toBe(false);
    expect(omitted.names.has("chi0v")).toBe(true);
    expect(omitted.names.has("qed")).toBe(false);
    expect(words).toContain("this is left out: structures as they were given, connectivity and shape indices.");
    expect(mostRows).toBeGreaterThan(1_000_000);
  });
  it("says how many compounds are read when no choice of columns fits", () => {
    const {omitted, words, mostRows} = memoryPlan({rows: 5_000_000}, 4);
    expect(omitted.own).toBe(true);
    expect(mostRows).toBeLessThan(2_000_000);
    expect(words).toContain("It is read up to some 1,");
  });
  it("has room for nothing on a machine that is smaller than the engines", () =>
    expect(memoryPlan({rows: 10}, 0.5).mostRows).toBe(0));
  it("tries everything where the browser tells nothing", () =>
    expect(memoryPlan({rows: 1e9}, null)).toMatchObject({mostRows: Infinity, words: ""}));
  it("names columns of the compound table only", () => {
    const names = [...memoryPlan({rows: 5_000_000}, 4).omitted.names];
    expect(names.filter((name) => !(name in compounds.columns))).toEqual([]);
  });
});
