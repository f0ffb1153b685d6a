import type {ColumnSet} from "../tables/column-set.js";
import {compoundTitle} from "./compound-title.js";
import {type Cell, columnCell, type TextColumn} from "../tables/text-column.js";
import {textsAt} from "../tables/text-pack.js";
import {
  type FilePart,
  openParquetSheet,
  type ParquetSheet,
  type SheetColumn,
  type SheetContract
} from "../workers/parquet-sheet.js";
import {sdfRecord} from "../tables/sdf-record.js";
import {csvLine} from "../tables/to-csv.js";
import type {MolblockMaker} from "../workers/export-client.js";

/** Rows of a set to write, and how the writing is watched and stopped. */
export interface FileJob {
  readonly set: ColumnSet;
  readonly rows: Uint32Array;
  /** Columns of a CSV file, in order; all when left out. */
  readonly columns?: readonly string[];
  /** Where the compounds come from, in a line for each record of an SDF file. */
  readonly comment?: string;
  /** Told after each piece; awaited, so that a page can answer meanwhile. @throws to stop */
  readonly onPiece: (done: number) => Promise<void>;
}

const PIECE = 500;
const SDF_PIECE = 100;
const PARQUET_PIECE = 1000;

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

/** The rows as CSV, in pieces. */
export async function compoundsCsv(job: FileJob): Promise<string[]> {
  const {set} = job;
  const names = job.columns ?? Object.keys(set.table.columns);
  const line = (row: number): string => `${csvLine(names.map((name) => set.cell(name, row)))}\r\n`;
  const pieces = await inPieces(job, PIECE, (piece) => Array.from(piece, line).join(""));
  return [`${csvLine(names)}\r\n`, ...pieces];
}

/** A SMILES file, in pieces: structure, tab, id (the name where the file gave no id). */
export function compoundsSmiles(job: FileJob): Promise<string[]> {
  const {set} = job;
  const line = (row: number): string => `${oneWord(set.cell("smiles", row))}\t${oneLine(compoundTitle(set, row))}\n`;
  return inPieces(job, PIECE, (piece) => Array.from(piece, line).join(""));
}

const oneLine = (cell: Cell): string => String(cell ?? "").replace(/\s+/g, " ");
const oneWord = (cell: Cell): string => String(cell ?? "").split(/\s/)[0] ?? "";

/** Provenance as `CompoundsReport` gives it, shortened to a line: programs, source, how many of how many, day. */
export function provenanceLine(provenance: string): string {
  const said = JSON.parse(provenance) as Readonly<Record<string, unknown>>;
  const [programs, source, rows, of, at] = ["programs", "source", "rows", "of", "written_at"].map((key) =>
    String(said[key] ?? "")
  );
  return `${programs ?? ""}; ${source ?? ""}; ${rows ?? ""} of ${of ?? ""}; ${(at ?? "").slice(0, 10)}`;
}

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
      return sdfRecord(compoundTitle(set, row), molblock, fields, job.comment);
    }).join("");
  });
}

/**
 * A Parquet file, in parts; what is said in `provenance` is kept in its metadata under "fumehood".
 *
 * @param open makes the sheet that is written: here, or in a worker
 */
export async function compoundsParquet(
  {set, rows, onPiece}: FileJob,
  provenance: string,
  open: (contract: SheetContract) => Promise<ParquetSheet> = openParquetSheet
): Promise<FilePart[]> {
  const names = Object.keys(set.table.columns);
  const numeric = new Set(set.numericNames);
  const sheet = await open({columns: set.table.columns, provenance});
  for (let from = 0; from < rows.length; from += PARQUET_PIECE) {
    const piece = rows.subarray(from, from + PARQUET_PIECE);
    await sheet.add(
      names.map((name) =>
        numeric.has(name) ? numbersOf(set.numbers(name), piece) : textsOf(set.textColumn(name), piece)
      )
    );
    await onPiece(from + piece.length);
  }
  return sheet.finish();
}

function numbersOf(values: Float64Array, rows: Uint32Array): Float64Array<ArrayBuffer> {
  const taken = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    taken[at] = values[row] ?? NaN;
  });
  return taken;
}

/** Cells of their own: what is sent to a worker is handed over. */
function textsOf(column: TextColumn, rows: Uint32Array): SheetColumn {
  return "ends" in column ? textsAt(column, rows) : Array.from(rows, (row) => columnCell(column, row));
}
