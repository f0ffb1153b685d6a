import {describe, expect, it} from "vitest";
import {parseCatalogue} from "../../loaders/curate-alerts.js";

describe("parseCatalogue(text)", () => {
  it("reads name, SMARTS in several parts and the most that may occur", () => {
    const text = 'const FilterData_t X[] = {\n {"acid", "C(=O)"\n "[OH]", 2, "Edited"},\n {"n", "N", 0, ""}};';
    expect(parseCatalogue(text)).toEqual([
      {name: "acid", smarts: "C(=O)[OH]", most: 2},
      {name: "n", smarts: "N", most: 0}
    ]);
  });

  it("of a text without entries is empty", () => {
    expect(parseCatalogue("// nothing")).toEqual([]);
  });
});
