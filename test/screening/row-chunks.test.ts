import {describe, expect, it} from "vitest";
import {inSlices, RowChunks} from "../../src/screening/row-chunks.js";
import {optional, required} from "../../src/tables/table.js";

const columns = {id: required("VARCHAR", "Id", "."), x: optional("DOUBLE", "x", ".")};
const now = (): Promise<void> => Promise.resolve();
const ROWS = 40_000;

function filled(): RowChunks {
  const rows = new RowChunks(columns);
  rows.append(Array.from({length: ROWS}, (_, row) => ({id: `E${String(row)}`, x: row % 2 ? row : null, other: 1})));
  return rows;
}

describe("RowChunks", () => {
  it("gives a column back in any order of rows, across its pieces", async () => {
    const rows = filled();
    const order = Uint32Array.of(39_999, 1, 16_384, 0);
    expect(await rows.cells("id", order, now)).toEqual(["E39999", "E1", "E16384", "E0"]);
    expect([...(await rows.numbers("x", order, now))]).toEqual([39_999, 1, NaN, NaN]);
  });
  it("gives nothing of a column that was forgotten", async () => {
    const rows = filled();
    rows.forget("x");
    expect([...(await rows.numbers("x", Uint32Array.of(1), now))]).toEqual([NaN]);
  });
  it("throws for a text among numbers", () => {
    expect(() => {
      new RowChunks(columns).append([{id: "a", x: "b"}]);
    }).toThrow("invalid x: b");
  });
  it("throws for a column that it does not keep", () => {
    expect(() => filled().isNumeric("other")).toThrow("invalid column: other");
  });
});

describe("inSlices(count, pause, work)", () => {
  it("works on every number once, with a pause after each slice", async () => {
    let [seen, pauses] = [0, 0];
    await inSlices(
      100_000,
      () => Promise.resolve(void pauses++),
      (from, to) => (seen += to - from)
    );
    expect([seen, pauses]).toEqual([100_000, 4]);
  });
  it("does nothing for none", async () => {
    await expect(inSlices(0, now, () => expect.fail())).resolves.toBeUndefined();
  });
});
