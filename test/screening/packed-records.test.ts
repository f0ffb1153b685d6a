import {describe, expect, it} from "vitest";
import {
  buffersOfRecords,
  dataAt,
  fieldCountOf,
  packRecords,
  unpackRecords
} from "../../src/screening/packed-records.js";

const RECORDS = [
  {line: 7, structure: "CCO", id: "E1", name: null, data: ["1", null, "漢"]},
  {line: 9, structure: "", id: null, name: "", data: ["2"]},
  {line: 2 ** 40, structure: "a\nb", id: null, name: null}
];

describe("packRecords(records, fieldCount)", () => {
  it("keeps line, structure, id and name", () => {
    expect(unpackRecords(packRecords(RECORDS, 3))).toEqual(
      RECORDS.map(({line, structure, id, name}) => ({line, structure, id, name}))
    );
  });
  it("keeps the user's own data at their places, missing where a record has fewer or none", () => {
    const packed = packRecords(RECORDS, 3);
    const data = RECORDS.map((_, record) => [0, 1, 2, 3].map((field) => dataAt(packed, record, field)));
    expect(data).toEqual([
      ["1", null, "漢", null],
      ["2", null, null, null],
      [null, null, null, null]
    ]);
  });
  it("keeps no data when there are no fields, and nothing of no records", () => {
    expect([fieldCountOf(packRecords(RECORDS, 0)), dataAt(packRecords(RECORDS, 0), 0, 0)]).toEqual([0, null]);
    expect(unpackRecords(packRecords([], 2))).toEqual([]);
  });
  it("is handed over whole", () => {
    const packed = packRecords(RECORDS, 3);
    const sent = structuredClone(packed, {transfer: buffersOfRecords(packed)});
    expect([unpackRecords(sent).length, dataAt(sent, 0, 2), packed.lines.length]).toEqual([3, "漢", 0]);
  });
});
