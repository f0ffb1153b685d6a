import {type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, parquetSchema} from "hyparquet";
import {compressors} from "hyparquet-compressors";
import type {DataFields} from "./data-fields.js";
import {recordData} from "./data-fields.js";
import {findColumns} from "./delimited-layout.js";
import type {InputRecord} from "./input-record.js";

type Row = Readonly<Record<string, unknown>>;

/** Rows looked at to find the column of structures. */
const SAMPLE_ROWS = 100;

/** A group of rows of a Parquet file, and where the group ends. */
export interface ParquetPart {
  readonly records: readonly InputRecord[];
  /** Bytes of the file up to the end of the group; all of them after the last. */
  readonly bytesRead: number;
}

/**
 * Reads the records of a Parquet file one row group after another. A record's line is its row, from 1. Nested values
 * become JSON.
 *
 * @throws when it is no Parquet file or no column holds structures
 */
export async function* parquetRecords(file: AsyncBuffer, fields: DataFields): AsyncGenerator<ParquetPart> {
  const metadata = await parquetMetadataAsync(file);
  const header = parquetSchema(metadata).children.map(({element}) => element.name);
  const read = (rowStart: number, rowEnd: number): Promise<Row[]> =>
    parquetReadObjects({file, metadata, compressors, rowStart, rowEnd});
  const rowCount = Number(metadata.num_rows);
  const sample = (await read(0, Math.min(SAMPLE_ROWS, rowCount))).map((row) =>
    header.map((name) => text(row[name]) ?? "")
  );
  const columns = findColumns(header, sample);
  if (columns === null) throw new Error(`no column holds structures: there are ${header.join(", ")}`);
  const nameOf = (index: number | null): string | null => (index === null ? null : (header[index] ?? null));
  const [structure, id, name] = [columns.structure, columns.id, columns.name].map(nameOf);
  const own = header.filter((_, index) => !Object.values(columns).includes(index));
  const places = fields.placesOf(own);
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = await read(first, first + Number(group.num_rows));
    const line = first + 1;
    first += rows.length;
    yield {
      bytesRead: first >= rowCount ? file.byteLength : (file.byteLength * first) / rowCount,
      records: rows.map((row, index) => toRecord(row, line + index, {structure, id, name}, own, places))
    };
  }
}

interface Names {
  readonly structure: string | null | undefined;
  readonly id: string | null | undefined;
  readonly name: string | null | undefined;
}

function toRecord(
  row: Row,
  line: number,
  names: Names,
  own: readonly string[],
  places: readonly (number | null)[]
): InputRecord {
  const cell = (name: string | null | undefined): string | null =>
    name == null ? null : text(row[name])?.trim() || null;
  const data = recordData(own.map((name, index) => [places[index] ?? null, text(row[name]) ?? undefined]));
  const record = {line, structure: cell(names.structure) ?? "", id: cell(names.id), name: cell(names.name)};
  return data === undefined ? record : {...record, data};
}

/** What a date without a time ends with. */
const MIDNIGHT = /T00:00:00\.000Z$/;

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString().replace(MIDNIGHT, "");
  if (typeof value === "object")
    return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
  return String(value as number | bigint | boolean);
}
