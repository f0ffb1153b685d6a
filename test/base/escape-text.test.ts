import {describe, expect, it} from "vitest";
import {escapeText} from "../../src/base/escape-text.js";

describe("escapeText(text)", () => {
  it("escapes what would open an element, an entity or end an attribute", () => {
    expect(escapeText('a < b & "c"')).toBe("a &lt; b &amp; &quot;c&quot;");
  });
  it("leaves other texts, and nothing, as they are", () => {
    expect([escapeText("C[N+](C)=O, 5′ µM"), escapeText("")]).toEqual(["C[N+](C)=O, 5′ µM", ""]);
  });
});
