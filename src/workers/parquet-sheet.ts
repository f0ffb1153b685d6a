import {type Cell, eachCell, type TextColumn} from "../tables/text-column.js";
import type {Column} from "../tables/table.js";

/** A column of some rows: numbers with NaN for missing, or cells with null. */
export type SheetColumn = Float64Array<ArrayBuffer> | TextColumn;

/** A part of a file: bytes, or what a browser keeps of them outside of the page. */
export type FilePart = Uint8Array<ArrayBuffer> | Blob;

/** A Parquet file that is written some rows at a time. */
export interface ParquetSheet {
  /** Adds rows, column after column in the order of the contract. */
  add(columns: readonly SheetColumn[]): Promise<void>;
  /** The file, in parts to be put one after another; nothing can be added any more. */
  finish(): Promise<FilePart[]>;
}

/** What makes a sheet: its columns, and what is kept in the file's metadata under "fumehood". */
export interface SheetContract {
  readonly columns: Readonly<Record<string, Column>>;
  readonly provenance: string;
}

type ParquetType = "STRING" | "DOUBLE" | "INT32" | "BOOLEAN";
const TYPES: Readonly<Record<Column["type"], ParquetType>> = {
  VARCHAR: "STRING",
  BOOLEAN: "BOOLEAN",
  DOUBLE: "DOUBLE",
  FLOAT: "DOUBLE",
  INTEGER: "INT32",
  UTINYINT: "INT32"
};
/** Rows of a group, unless fewer are added at a time. */
const GROUP_ROWS = 20_000;

/**
 * Opens a sheet. Groups of rows leave the writer as they are full, so that a large file is never copied as a whole.
 *
 * @param keep what becomes of each part as it is written
 */
export async function openParquetSheet(
  {columns, provenance}: SheetContract,
  keep: (part: Uint8Array<ArrayBuffer>) => FilePart = (part) => part
): Promise<ParquetSheet> {
  const {ByteWriter, ParquetWriter, schemaFromColumnData} = await import("hyparquet-writer");
  const parts: FilePart[] = [];
  const bytes = new ByteWriter();
  const takeOut = (): void => {
    parts.push(keep(new Uint8Array(bytes.getBuffer())));
    bytes.index = 0;
  };
  const named = Object.entries(columns).map(([name, {type}]) => ({name, type: TYPES[type], nullable: true}));
  const schema = schemaFromColumnData({columnData: named.map((column) => ({...column, data: []}))});
  const kvMetadata = [{key: "fumehood", value: provenance}];
  const file = new ParquetWriter({writer: bytes, schema, kvMetadata, createdBy: "fumehood 0.1.0"});
  let waiting = named.map((): Cell[] => []);
  const writeGroup = async (): Promise<void> => {
    const columnData = named.map((column, at) => ({...column, data: waiting[at] ?? []}));
    await file.write({columnData, rowGroupSize: Math.max(1, waiting[0]?.length ?? 1)});
    waiting = named.map(() => []);
    takeOut();
  };
  return {
    async add(given) {
      waiting.forEach((cells, at) => {
        const column = given[at] ?? [];
        if (column instanceof Float64Array) for (const value of column) cells.push(Number.isNaN(value) ? null : value);
        else eachCell(column, (cell) => cells.push(cell));
      });
      if ((waiting[0]?.length ?? 0) >= GROUP_ROWS) await writeGroup();
    },
    async finish() {
      if ((waiting[0]?.length ?? 0) > 0) await writeGroup();
      await file.finish();
      takeOut();
      return parts;
    }
  };
}
