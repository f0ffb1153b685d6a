import {DelimitedSplitter} from "./delimited-splitter.js";

/** How a text file of structures is laid out. */
export interface DelimitedLayout {
  /** Comma, semicolon or tab; empty for SMILES followed by blanks and a name. */
  readonly delimiter: "," | ";" | "\t" | "";
  readonly hasHeader: boolean;
  /** Index of the column of structures. */
  readonly structure: number;
  /** Index of the column of ids; null when there is none. */
  readonly id: number | null;
  /** Index of the column of names; null when there is none. */
  readonly name: number | null;
}

/** Names of columns, as people write them, best first. */
const STRUCTURE_NAMES = [
  /^(canonical|isomeric|standardi[sz]ed?|std)[ _-]?smiles$/i,
  /^(cx)?smiles$/i,
  /smiles/i,
  /^(structure|mol|molecule)$/i
];
const ID_NAMES = [
  /^(molecule|compound)[ _-]?(chembl[ _-]?)?id$/i,
  /^chembl[ _-]?id$/i,
  /^(id|identifier|catalog.*|code)$/i,
  /[ _-]id$/i
];
const NAME_NAMES = [/^(name|title|compound|pref[ _-]?name|compound[ _-]?name|drug)$/i, /name$/i];
const SMILES_TOKEN = /\[[^[\]\s]+\]|Cl|Br|[BCNOSPFIbcnosp*]|[-=#$:/\\.()@+]|%\d\d|\d/g;
const SMILES_ATOM = /\[|[BCNOSPFIbcnosp*]/;
const EXTENSION = /\s\|[^|]*\|/g;

/** True when a text is made of SMILES tokens only and has an atom; nothing is said of its chemistry. */
export function looksLikeSmiles(text: string): boolean {
  const bare = text.trim();
  return SMILES_ATOM.test(bare) && bare.replace(SMILES_TOKEN, "") === "";
}

/**
 * Finds the layout from the first lines of a text: the delimiter from the first line, the column of structures by its
 * header's name, else the column in which most cells look like SMILES. A first line that holds no structure where the
 * others do is a header.
 */
export function findLayout(sample: string): DelimitedLayout {
  const delimiter = findDelimiter(sample.trimStart().split(/\r?\n|\r/, 1)[0] ?? "");
  if (delimiter === "") return {...PLAIN, hasHeader: isPlainHeader(sample)};
  const splitter = new DelimitedSplitter(delimiter);
  const rows = [...splitter.push(sample), ...splitter.end()].map(({cells}) => cells);
  const [first = [], ...others] = rows;
  const named = findColumns(first, others);
  if (named !== null) return {delimiter, hasHeader: true, ...named};
  const best = bestColumn(others.length > 0 ? others : rows);
  const id = first.length > 1 ? (best === 0 ? 1 : 0) : null;
  return {delimiter, hasHeader: false, structure: best, id, name: null};
}

/** Where structure, id and name stand in a table. */
export type StructureColumns = Pick<DelimitedLayout, "structure" | "id" | "name">;

/**
 * Finds structure, id and name by the names in a header, else the structures by what the rows hold; null when the header
 * itself holds a structure, so that it is none.
 */
export function findColumns(header: readonly string[], rows: readonly (readonly string[])[]): StructureColumns | null {
  const named = findNamed(header, STRUCTURE_NAMES);
  if (named !== null && !looksLikeSmiles(header[named] ?? "")) return beside(header, named);
  const best = bestColumn(rows.length > 0 ? rows : [header]);
  return !looksLikeSmiles(header[best] ?? "") && rows.length > 0 ? beside(header, best) : null;
}

const PLAIN: DelimitedLayout = {delimiter: "", hasHeader: false, structure: 0, id: null, name: null};

function beside(header: readonly string[], structure: number): StructureColumns {
  const id = findNamed(header, ID_NAMES, [structure]);
  return {structure, id, name: findNamed(header, NAME_NAMES, [structure, id])};
}

function findDelimiter(line: string): DelimitedLayout["delimiter"] {
  const bare = line.replace(EXTENSION, "");
  return ([",", ";", "\t"] as const).find((delimiter) => bare.includes(delimiter)) ?? "";
}

function isPlainHeader(sample: string): boolean {
  const first = sample.trim().split(/\s+/, 1)[0] ?? "";
  return findNamed([first], STRUCTURE_NAMES) !== null && !looksLikeSmiles(first);
}

function findNamed(
  header: readonly string[],
  patterns: readonly RegExp[],
  taken: readonly (number | null)[] = []
): number | null {
  for (const pattern of patterns) {
    const index = header.findIndex((cell, at) => !taken.includes(at) && pattern.test(cell.trim()));
    if (index !== -1) return index;
  }
  return null;
}

function bestColumn(rows: readonly (readonly string[])[]): number {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const score = (column: number): number =>
    rows.reduce((sum, row) => sum + (looksLikeSmiles(row[column] ?? "") ? 1 + (row[column]?.length ?? 0) / 1e6 : 0), 0);
  const scores = Array.from({length: width}, (_, column) => score(column));
  return scores.indexOf(Math.max(...scores));
}
