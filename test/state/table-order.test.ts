import {describe, expect, it} from "vitest";
import {orderField} from "../../src/state/table-order.js";

describe("orderField()", () => {
  const field = orderField();
  it("writes a minus for descending", () => expect(field.format({key: "qed", descending: true})).toBe("-qed"));
  it("reads what it writes", () => {
    for (const order of [
      {key: "qed", descending: true},
      {key: "mw_da", descending: false}
    ])
      expect(field.parse(field.format(order))).toEqual(order);
  });
  it("has no order for nothing or nonsense", () => {
    expect([field.parse(""), field.parse("--qed"), field.format(null)]).toEqual([null, null, ""]);
  });
});
