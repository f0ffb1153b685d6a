import {describe, expect, it} from "vitest";
import {makeIssue} from "../../src/base/issue.js";

describe("makeIssue(source, line, input, reason)", () => {
  it("keeps a short input as it was given", () => {
    expect(makeIssue("a.smi", 3, "C1CC", "ring 1 is not closed")).toEqual({
      source: "a.smi",
      line: 3,
      input: "C1CC",
      reason: "ring 1 is not closed"
    });
  });

  it("shortens an input of more than 200 characters", () => {
    expect(makeIssue("a.smi", 1, "C".repeat(500), "too long").input).toBe(`${"C".repeat(200)}…`);
  });
});
