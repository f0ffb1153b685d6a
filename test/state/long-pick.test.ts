import {describe, expect, it} from "vitest";
import {fullPick, isKeptPick, LONGEST_PICK, shortPick} from "../../src/state/long-pick.js";

describe("shortPick(pick)", () => {
  it("leaves what fits into an address as it is", () => {
    expect(shortPick("abc.gAAE")).toBe("abc.gAAE");
    expect(isKeptPick("abc.gAAE")).toBe(false);
    expect(fullPick("abc.gAAE")).toBe("abc.gAAE");
  });

  it("names what does not, and gives it back", () => {
    const pick = `abc.b${"A".repeat(LONGEST_PICK)}`;
    const name = shortPick(pick);
    expect(name.length).toBeLessThan(20);
    expect(isKeptPick(name)).toBe(true);
    expect(fullPick(name)).toBe(pick);
  });
});

describe("fullPick(text)", () => {
  it("is null for a name that nobody kept", () => {
    expect(fullPick("kept.nothing")).toBeNull();
  });
});
