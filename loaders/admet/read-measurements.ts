import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";

/** One measured value of one structure, as its data set words them. */
export interface Measurement {
  readonly smiles: string;
  readonly value: number;
}

const SMILES_COLUMNS = ["Drug", "X", "smiles", "SMILES", "canonical_smiles", "structure"];
const VALUE_COLUMNS = ["Y", "activity", "value"];

/**
 * Measurements of a data set in the order of its file: comma-separated (.csv) or tab-separated (.tab, .tsv), with the
 * structure in a column Drug, X, smiles, SMILES, canonical_smiles or structure and the value in Y, activity, value or the column after `#`.
 * Rows with no value are left out. Null when there is no such file.
 * @param folder training folder
 * @param dataset folder/stem, or folder/stem#column
 * @throws when a column is missing or a value is not a number
 */
export function readMeasurements(folder: string, dataset: string): Measurement[] | null {
  const [stem = "", column] = dataset.split("#");
  const path = [".csv", ".tab", ".tsv"]
    .map((end) => join(folder, stem + end))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) return null;
  const rows = parse(readFileSync(path), {
    columns: true,
    delimiter: path.endsWith(".csv") ? "," : "\t",
    skip_empty_lines: true
  }) as Readonly<Record<string, string>>[];
  const [first] = rows;
  if (!first) return [];
  const smilesColumn = findColumn(path, first, SMILES_COLUMNS);
  const valueColumn = findColumn(path, first, column === undefined ? VALUE_COLUMNS : [column]);
  return rows
    .filter((row) => (row[valueColumn] ?? "") !== "")
    .map((row) => ({smiles: row[smilesColumn] ?? "", value: toNumber(path, row[valueColumn] ?? "")}));
}

function findColumn(path: string, row: Readonly<Record<string, string>>, names: readonly string[]): string {
  const found = names.find((name) => name in row);
  if (found === undefined) throw new Error(`no column ${names.join(" or ")} in ${path}`);
  return found;
}

function toNumber(path: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`invalid value in ${path}: ${text}`);
  return value;
}
