import type {Cell, ColumnSet} from "../tables/column-set.js";
import {sdfRecord} from "../tables/sdf-record.js";
import type {Column} from "../tables/table.js";
import {csvLine} from "../tables/to-csv.js";
import type {MolblockMaker} from "../workers/export-client.js";

/** Rows of a set to write, and how the writing is watched and stopped. */
export interface FileJob {
  readonly set: ColumnSet;
  readonly rows: Uint32Array;
  /** Told after each piece; awaited, so that a page can answer meanwhile. @throws to stop */
  readonly onPiece: (done: number) => Promise<void>;
}

const PIECE = 500;
const SDF_PIECE = 100;
const PARQUET_PIECE = 4000;

async function inPieces(
  {rows, onPiece}: FileJob,
  size: number,
  write: (piece: Uint32Array) => string | Promise<string>
): Promise<string[]> {
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += size) {
    pieces.push(await write(rows.subarray(from, from + size)));
    await onPiece(Math.min(rows.length, from + size));
  }
  return pieces;
}

/** All columns of the rows as CSV, in pieces. */
export async function compoundsCsv(job: FileJob): Promise<string[]> {
  const {set} = job;
  const names = Object.keys(set.table.columns);
  const line = (row: number): string => `${csvLine(names.map((name) => set.cell(name, row)))}\r\n`;
  const pieces = await inPieces(job, PIECE, (piece) => Array.from(piece, line).join(""));
  return [`${csvLine(names)}\r\n`, ...pieces];
}

/** A SMILES file, in pieces: structure, tab, id. */
export function compoundsSmiles(job: FileJob): Promise<string[]> {
  const {set} = job;
  const line = (row: number): string =>
    `${oneWord(set.cell("smiles", row))}\t${oneLine(set.cell("compound_id", row))}\n`;
  return inPieces(job, PIECE, (piece) => Array.from(piece, line).join(""));
}

const oneLine = (cell: Cell): string => String(cell ?? "").replace(/\s+/g, " ");
const oneWord = (cell: Cell): string => String(cell ?? "").split(/\s/)[0] ?? "";

/** An SDF file, in pieces: structures in two dimensions, every other column as a data item. */
export function compoundsSdf(job: FileJob, maker: MolblockMaker): Promise<string[]> {
  const {set} = job;
  const names = Object.keys(set.table.columns);
  return inPieces(job, SDF_PIECE, async (piece) => {
    const molblocks = await maker.molblocks(Array.from(piece, (row) => String(set.cell("smiles", row) ?? "")));
    return Array.from(piece, (row, at) => {
      const molblock = molblocks[at];
      if (molblock == null) return "";
      const fields = names.map((name) => [name, set.cell(name, row)] as const);
      return sdfRecord(String(set.cell("compound_id", row) ?? ""), molblock, fields);
    }).join("");
  });
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

/** A Parquet file; what is said in `provenance` is kept in its metadata under "fumehood". */
export async function compoundsParquet(job: FileJob, provenance: string): Promise<ArrayBuffer> {
  const {ByteWriter, ParquetWriter, schemaFromColumnData} = await import("hyparquet-writer");
  const {set, rows, onPiece} = job;
  const columns = Object.entries(set.table.columns).map(([name, {type}]) => ({name, type: TYPES[type]}));
  const columnData = (piece: Uint32Array) =>
    columns.map(({name, type}) => ({
      name,
      type,
      data: Array.from(piece, (row) => set.cell(name, row)),
      nullable: true
    }));
  const writer = new ByteWriter();
  const kvMetadata = [{key: "fumehood", value: provenance}];
  const schema = schemaFromColumnData({columnData: columnData(new Uint32Array())});
  const file = new ParquetWriter({writer, schema, kvMetadata, createdBy: "fumehood 0.1.0"});
  for (let from = 0; from < rows.length; from += PARQUET_PIECE) {
    const piece = rows.subarray(from, from + PARQUET_PIECE);
    await file.write({columnData: columnData(piece), rowGroupSize: PARQUET_PIECE});
    await onPiece(from + piece.length);
  }
  await file.finish();
  return writer.getBuffer();
}
