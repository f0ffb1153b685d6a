import {describe, expect, it} from "vitest";
import {packTexts} from "../../src/tables/text-pack.js";
import {handFingerprints, takeFingerprints} from "../../src/workers/handed-fingerprints.js";

const chunks = [{rows: Uint32Array.of(0), fingerprints: new Uint8Array(256)}];

describe("takeFingerprints(structures)", () => {
  it("gives those of a column once", () => {
    const column = packTexts(["C"]);
    handFingerprints(column, chunks);
    expect(takeFingerprints(column)).toBe(chunks);
    expect(takeFingerprints(column)).toBeNull();
  });
  it("is null for a column that has none", () => {
    const column = packTexts(["C"]);
    handFingerprints(column, null);
    expect(takeFingerprints(column)).toBeNull();
  });
});
