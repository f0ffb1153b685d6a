import {describe, expect, it} from "vitest";
import {funnelSteps} from "../../src/components/compounds-funnel.js";

describe("funnelSteps(filters, rowCount, countOf, wordsOf)", () => {
  const left: Readonly<Record<string, number>> = {a: 80, "a,b": 30, "a,b,c": 30};
  const countOf = (names: readonly string[]): number => left[names.join(",")] ?? NaN;

  it("tells what each filter takes after the ones before it", () => {
    expect(funnelSteps(["a", "b", "c"], 100, countOf, (name) => name.toUpperCase())).toEqual([
      {name: "a", words: "A", left: 80, lost: 20},
      {name: "b", words: "B", left: 30, lost: 50},
      {name: "c", words: "C", left: 30, lost: 0}
    ]);
  });
  it("has no step without a filter", () => expect(funnelSteps([], 100, countOf, String)).toEqual([]));
});
