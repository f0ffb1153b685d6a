import {describe, expect, it} from "vitest";
import {findPython} from "../../loaders/find-python.js";

describe("findPython(...modules)", () => {
  it("is undefined where no Python has a module", () => {
    expect(findPython("json", "no_such_module_anywhere")).toBeUndefined();
  });

  it.skipIf(findPython("sys") === undefined)("names a Python that has them (needs any Python 3)", () => {
    expect(findPython("json", "sys")).toMatch(/python3$/);
  });
});
