import {describe, expect, it} from "vitest";
import {parseSmarts} from "../../src/chem/parse-smarts.js";
import {queryPathFingerprint} from "../../src/chem/query-paths.js";

const bitsOf = (smarts: string): Uint8Array => queryPathFingerprint(parseSmarts(smarts)!);
const isWithin = (part: Uint8Array, whole: Uint8Array): boolean =>
  part.every((bits, at) => (bits & ~(whole[at] ?? 0)) === 0);

describe("queryPathFingerprint(graph)", () => {
  it.each(["*", "[C,N]", "[!#6]", "[#0]", "A~a", "[$(CO)]~*", "[R]", "[#1]"])(
    "is certain of nothing in %s",
    (smarts) => {
      expect(bitsOf(smarts).every((byte) => byte === 0)).toBe(true);
    }
  );
  it.each([
    ["a list of bonds", "C-,=O", "C~O"],
    ["a negated bond", "C!-O", "C~O"],
    ["a ring bond", "C@O", "C~O"],
    ["an atom that leaves a choice", "C[N,O]C", "C.C"]
  ])("takes %s for unknown", (_, smarts, same) => {
    expect(bitsOf(smarts)).toEqual(bitsOf(same));
  });
  it.each([
    ["single or aromatic", "CO", "C-O"],
    ["single or aromatic, in any order of the atoms", "OCN", "N:C:O"],
    ["a single bond in a ring", "C-@O", "C-O"],
    ["what else is asked of an atom", "[C;R;!$(C=O)][O-]", "[C]O"]
  ])("knows of %s", (_, loose, firm) => {
    expect(isWithin(bitsOf(loose), bitsOf(firm))).toBe(true);
    expect(bitsOf(loose)).not.toEqual(bitsOf(loose.replace(/O/g, "*")));
  });
  it("has no bits for a query without atoms", () => {
    expect(queryPathFingerprint({atoms: [], bonds: []}).every((byte) => byte === 0)).toBe(true);
  });
});
