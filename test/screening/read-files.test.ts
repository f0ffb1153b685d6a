import {gzipSync} from "node:zlib";
import {parquetWriteBuffer} from "hyparquet-writer";
import {describe, expect, it} from "vitest";
import {DataFields} from "../../src/screening/data-fields.js";
import type {InputRecord} from "../../src/screening/input-record.js";
import type {RecordFile} from "../../src/screening/read-file.js";
import {readFiles} from "../../src/screening/read-files.js";

function file(bytes: Uint8Array | string, piece = 1000): RecordFile {
  const buffer = new Uint8Array(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  return {
    byteLength: buffer.length,
    slice: (start, end) => Promise.resolve(buffer.slice(start, end).buffer),
    async *chunks() {
      for (let at = 0; at < buffer.length; at += piece) yield await Promise.resolve(buffer.slice(at, at + piece));
    }
  };
}

async function read(
  ...files: RecordFile[]
): Promise<{records: InputRecord[]; names: readonly string[]; reasons: string[]}> {
  const fields = new DataFields();
  const records: InputRecord[] = [];
  const reasons: string[] = [];
  const named = files.map((one, index) => ({name: `f${String(index + 1)}`, file: one}));
  for await (const part of readFiles(named, fields)) {
    records.push(...part.records);
    reasons.push(...part.issues.map(({source, reason}) => `${source}: ${reason}`));
  }
  return {records, names: fields.names, reasons};
}

const CSV = "id,smiles,IC50 (nM),Vendor\nE1,CCO,12.5,Acme\nE2,CC,,Beta\n";
const EXPECTED = [
  {line: 2, structure: "CCO", id: "E1", name: null, data: ["12.5", "Acme"]},
  {line: 3, structure: "CC", id: "E2", name: null, data: [null, "Beta"]}
];
const parquet = (): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      rowGroupSize: [1],
      columnData: [
        {name: "id", data: ["E1", "E2"], type: "STRING"},
        {name: "smiles", data: ["CCO", "CC"], type: "STRING"},
        {name: "IC50 (nM)", data: [12.5, null], type: "DOUBLE"},
        {name: "Vendor", data: ["Acme", "Beta"], type: "STRING"}
      ]
    })
  );

describe("readFiles(files, fields)", () => {
  it("keeps the user's own columns of a CSV", async () => {
    expect(await read(file(CSV))).toEqual({records: EXPECTED, names: ["IC50 (nM)", "Vendor"], reasons: []});
  });
  it("reads the same from Parquet, row group by row group, with rows for lines", async () => {
    const {records, names} = await read(file(parquet()));
    expect(names).toEqual(["IC50 (nM)", "Vendor"]);
    expect(records).toEqual(EXPECTED.map((record) => ({...record, line: record.line - 1})));
  });
  it("writes a date of Parquet without a time, and a time with it", async () => {
    const data = [new Date("2026-03-01T00:00:00Z"), new Date("2026-03-01T08:30:00Z")];
    const columnData = [
      {name: "smiles", data: ["CCO", "CC"], type: "STRING" as const},
      {name: "measured", data, type: "TIMESTAMP" as const}
    ];
    const {records} = await read(file(new Uint8Array(parquetWriteBuffer({columnData}))));
    expect(records.map((record) => record.data)).toEqual([["2026-03-01"], ["2026-03-01T08:30:00.000Z"]]);
  });
  it.each([
    ["a CSV", () => gzipSync(CSV)],
    ["Parquet", () => gzipSync(parquet())]
  ])("reads gzip of %s, told by its content", async (_, bytes) => {
    expect((await read(file(bytes(), 7))).records.map(({data}) => data)).toEqual(EXPECTED.map(({data}) => data));
  });
  it("tells how far it is by what it gave, though a packed file comes in one piece", async () => {
    const lines = Array.from(
      {length: 200_000},
      (_, index) => `${"C".repeat(1 + (index % 37))} n${String(index * 7919)}`
    );
    const packed = gzipSync(lines.join("\n"));
    const fields = new DataFields();
    let given = 0;
    const errors: number[] = [];
    for await (const part of readFiles([{name: "f", file: file(packed, packed.length)}], fields)) {
      given += part.records.length;
      errors.push(Math.abs(given / lines.length - part.bytesRead / packed.length));
    }
    expect(given).toBe(lines.length);
    expect(Math.max(...errors)).toBeLessThan(0.15);
  });
  it("reads UTF-16 with its mark, as spreadsheets write it", async () => {
    const text = Buffer.from(`\ufeff${CSV.replaceAll(",", "\t")}`, "utf16le");
    expect((await read(file(new Uint8Array(text), 5))).records).toEqual(EXPECTED);
  });
  it("keeps all data fields of an SDF, several lines of one too", async () => {
    const sdf = "m\n\n\n  1  0  0  0  0  0            999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n";
    const {records, names} = await read(file(`${sdf}>  <IC50>  (1)\n12.5\n\n> <Note>\none\ntwo\n\n$$$$\n`));
    expect([names, records[0]?.data]).toEqual([
      ["IC50", "Note"],
      ["12.5", "one\ntwo"]
    ]);
  });
  it("reads several files as one set that says which file a row is of", async () => {
    const {records, names} = await read(file("smiles,A\nC,1\n"), file("smiles,B\nCC,2\n"));
    expect(names).toEqual(["file", "A", "B"]);
    expect(records.map(({id, data}) => [id, data])).toEqual([
      ["f1:2", ["f1", "1"]],
      ["f2:2", ["f2", null, "2"]]
    ]);
  });
  it("goes on behind a file of several that cannot be read", async () => {
    const {records, reasons} = await read(file("PK\u0003\u0004xxxx"), file("CCO\n"));
    expect(records).toHaveLength(1);
    expect(reasons[0]).toContain("f1: the file could not be read to its end: it is a zip archive or an Excel workbook");
  });
  it.each([
    ["a zip archive", "PK\u0003\u0004xxxx", "zip archive or an Excel workbook"],
    ["Parquet that is cut off", "PAR1xxxxxxxxxxxx", "parquet"]
  ])("throws for %s alone", async (_, text, words) => {
    await expect(read(file(text))).rejects.toThrow(words);
  });
  it("throws for Parquet without structures", async () => {
    const bytes = parquetWriteBuffer({columnData: [{name: "n", data: [1, 2], type: "DOUBLE"}]});
    await expect(read(file(new Uint8Array(bytes)))).rejects.toThrow("no column holds structures: there are n");
  });
  it("throws for gzip that is cut off", async () => {
    await expect(read(file(gzipSync(CSV).subarray(0, 30)))).rejects.toThrow();
  });
  it("has no record for an empty file", async () => expect((await read(file(""))).records).toEqual([]));
  it("has no record for no files", async () => expect((await read()).records).toEqual([]));
});
