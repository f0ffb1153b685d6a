import {describe, expect, it} from "vitest";
import {molOfV3000} from "../../src/structures/parse-v3000.js";

const block = (atoms: string, bonds = "") =>
  molOfV3000(
    `name\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS 2 1 0 0 0\nM  V30 BEGIN ATOM\n${atoms}\nM  V30 END ATOM\nM  V30 BEGIN BOND\n${bonds}\nM  V30 END BOND\nM  V30 END CTAB\nM  END`.split(
      "\n"
    )
  );
const TWO = "M  V30 1 C 0 0 0.5 0\nM  V30 7 O 1.2 0 0.5 0 CHG=-1";

describe("molOfV3000(lines)", () => {
  it("reads atoms with their places and bonds by their own numbers", () => {
    expect(block(TWO, "M  V30 1 2 1 7")).toEqual({
      atoms: [
        {x: 0, y: 0, z: 0.5, element: "C", name: "C1"},
        {x: 1.2, y: 0, z: 0.5, element: "O", name: "O7"}
      ],
      bonds: [{from: "C1", to: "O7", order: 2}]
    });
  });

  it("reads a line that goes on in the next", () => {
    expect(block("M  V30 1 C 0 0 -\nM  V30 0.5 0")).toMatchObject({atoms: [{z: 0.5}]});
  });

  it("says of an atom without coordinates which it is", () => {
    expect(block("M  V30 1 C 0 0 zero 0")).toBe("atom 1 has no coordinates or element");
  });

  it("says of a bond to nowhere which it is", () => {
    expect(block(TWO, "M  V30 1 1 1 3")).toBe("bond 1 names an atom that is not there");
  });

  it("says that there is no atom", () => {
    expect(block("")).toBe("it has no block of atoms (V3000)");
  });
});
