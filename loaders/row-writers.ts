import {createWriteStream} from "node:fs";
import {rename} from "node:fs/promises";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {fileWriter, parquetWriteRows} from "hyparquet-writer";
import {withMolecule} from "../src/chem/molecule.js";
import type {Column, SqlType} from "../src/tables/table.js";
import {type CsvValue, csvLine} from "../src/tables/to-csv.js";
import {loadRDKit} from "./rdkit.js";

/** A row to write, under the names of its columns. */
export type WrittenRow = Readonly<Record<string, CsvValue | undefined>>;

/** Columns of what is written, in order; `smiles` and `compound_id` are what SMILES files and SDF are made from. */
export type WrittenColumns = Readonly<Record<string, Pick<Column, "type">>>;

type Rows = AsyncIterable<WrittenRow>;
/** Writes rows into the file that it was asked for. */
export type RowWriter = (file: string, columns: WrittenColumns, rows: Rows) => Promise<void>;

/**
 * Writes rows as they come, in the format that the file's name asks for: .parquet, .csv, .smi or .sdf, the latter three
 * also with .gz. The file has its name only when it is whole.
 *
 * @throws when the name asks for none of these, before anything is read
 */
export function rowWriter(file: string): RowWriter {
  const [, ending = "", gzip] = /\.(parquet|csv|smi|smiles|sdf)(\.gz)?$/.exec(file) ?? [];
  const write = WRITERS[ending];
  if (!write || (ending === "parquet" && gzip !== undefined))
    throw new Error(
      `invalid output: ${file}; name a file that ends in .parquet, .csv, .smi or .sdf (the latter three also .gz)`
    );
  return async (_, columns, rows) => {
    const partial = `${file}.partial`;
    await write(partial, columns, rows, gzip !== undefined);
    await rename(partial, file);
  };
}

type PartialWriter = (file: string, columns: WrittenColumns, rows: Rows, isGzip: boolean) => Promise<void>;

const WRITERS: Readonly<Record<string, PartialWriter>> = {
  parquet: writeParquetRows,
  csv: (file, columns, rows, isGzip) => writeLines(file, csvLines(columns, rows), isGzip),
  smi: (file, _, rows, isGzip) => writeLines(file, smilesLines(rows), isGzip),
  smiles: (file, _, rows, isGzip) => writeLines(file, smilesLines(rows), isGzip),
  sdf: (file, columns, rows, isGzip) => writeLines(file, sdfRecords(columns, rows), isGzip)
};

const PARQUET_TYPES = {
  VARCHAR: "STRING",
  DOUBLE: "DOUBLE",
  FLOAT: "FLOAT",
  INTEGER: "INT32",
  UTINYINT: "INT32",
  BOOLEAN: "BOOLEAN"
} as const satisfies Record<SqlType, string>;
const ROW_GROUP = 50_000;

async function writeParquetRows(file: string, columns: WrittenColumns, rows: Rows): Promise<void> {
  const specs = Object.entries(columns).map(([name, {type}]) => ({name, type: PARQUET_TYPES[type], nullable: true}));
  await parquetWriteRows({writer: fileWriter(file), columns: specs, rows, rowGroupSize: ROW_GROUP});
}

async function* csvLines(columns: WrittenColumns, rows: Rows): AsyncGenerator<string> {
  const names = Object.keys(columns);
  yield `${csvLine(names)}\n`;
  for await (const row of rows) yield `${csvLine(names.map((name) => row[name] ?? null))}\n`;
}

async function* smilesLines(rows: Rows): AsyncGenerator<string> {
  for await (const row of rows) yield `${String(row["smiles"])}\t${String(row["compound_id"])}\n`;
}

/** Records with RDKit's own layout, title and every column that has a value as data. */
async function* sdfRecords(columns: WrittenColumns, rows: Rows): AsyncGenerator<string> {
  const rdkit = await loadRDKit();
  const names = Object.keys(columns).filter((name) => name !== "smiles");
  for await (const row of rows) {
    const block = withMolecule(rdkit, String(row["smiles"]), (molecule) => {
      molecule.set_new_coords();
      return molecule.get_molblock();
    });
    const title = oneLine(String(row["compound_id"]));
    const data = names.flatMap((name) => {
      const value = row[name];
      return value === null || value === undefined ? [] : [`>  <${name}>\n${oneItem(String(value))}\n\n`];
    });
    yield `${title}\n${(block ?? "\n\n\n").slice((block ?? "\n").indexOf("\n") + 1)}${data.join("")}$$$$\n`;
  }
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");
/** A data item may have lines, but no blank one and none that ends the record. */
const oneItem = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\n\s*\n/g, "\n")
    .replace(/^(\$\$\$\$|> )/gm, " $1");

async function writeLines(file: string, lines: AsyncIterable<string>, isGzip: boolean): Promise<void> {
  const source = Readable.from(lines);
  if (isGzip) await pipeline(source, createGzip(), createWriteStream(file));
  else await pipeline(source, createWriteStream(file));
}
