import {expect, describe, it} from "vitest";
import {rowNumbers} from "../../src/base/row-numbers.js";

describe("rowNumbers(count)", () => {
  it("counts up from 0", () => expect([...rowNumbers(3)]).toEqual([0, 1, 2]));
  it("is empty for none", () => expect(rowNumbers(0)).toHaveLength(0));
});
