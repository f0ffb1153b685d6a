import {
  Bool,
  Float32,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table as ArrowTable,
  Uint8,
  Utf8,
  type Data
} from "apache-arrow";
import type {Column, SqlType, Table} from "../tables/table.js";

/** Few enough values that making one batch does not hold the page up. */
const VALUES_PER_BATCH = 40_000;
const BITS = 8;

type Values = readonly unknown[];
/** Data are made from buffers: Arrow's own builders compile code at run time, which the page's policy refuses. */
const MAKERS: Readonly<Record<SqlType, (values: Values) => Data>> = {
  VARCHAR: textData,
  DOUBLE: (values) => makeData({type: new Float64(), data: Float64Array.from(values, Number), ...validity(values)}),
  FLOAT: (values) => makeData({type: new Float32(), data: Float32Array.from(values, Number), ...validity(values)}),
  INTEGER: (values) => makeData({type: new Int32(), data: Int32Array.from(values, Number), ...validity(values)}),
  UTINYINT: (values) => makeData({type: new Uint8(), data: Uint8Array.from(values, Number), ...validity(values)}),
  BOOLEAN: (values) => makeData({type: new Bool(), data: packBits(values, Boolean), ...validity(values)})
};

/** Rows of a table as Arrow tables of at most some thousand rows each, in order. No rows, no batch. */
export function* arrowBatches(table: Table, rows: readonly object[]): Generator<ArrowTable> {
  const columns = Object.entries(table.columns);
  const size = Math.max(1, Math.floor(VALUES_PER_BATCH / Math.max(1, columns.length)));
  for (let start = 0; start < rows.length; start += size) {
    yield arrowTable(columns, rows.slice(start, start + size) as readonly Readonly<Record<string, unknown>>[]);
  }
}

function arrowTable(
  columns: readonly (readonly [string, Column])[],
  rows: readonly Readonly<Record<string, unknown>>[]
): ArrowTable {
  const children = columns.map(([name, {type}]) => MAKERS[type](rows.map((row) => row[name] ?? null)));
  const fields = columns.map(([name], index) => new Field(name, children[index]?.type ?? new Utf8(), true));
  const data = makeData({type: new Struct(fields), length: rows.length, nullCount: 0, children});
  return new ArrowTable([new RecordBatch(new Schema(fields), data)]);
}

function textData(values: Values): Data {
  const encoder = new TextEncoder();
  const parts = values.map((value) => encoder.encode(typeof value === "string" ? value : ""));
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + part.length;
  });
  const data = new Uint8Array(valueOffsets[parts.length] ?? 0);
  parts.forEach((part, index) => {
    data.set(part, valueOffsets[index]);
  });
  return makeData({type: new Utf8(), valueOffsets, data, ...validity(values)});
}

function validity(values: Values): {length: number; nullCount: number; nullBitmap: Uint8Array} {
  const nullCount = values.filter((value) => value === null).length;
  return {length: values.length, nullCount, nullBitmap: packBits(values, (value) => value !== null)};
}

function packBits(values: Values, isSet: (value: unknown) => boolean): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / BITS));
  values.forEach((value, index) => {
    if (isSet(value)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bits;
}
