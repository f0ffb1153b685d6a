import {buffersOfBlock, type RowBlock} from "../search/row-block.js";
import {type CompoundRow, compounds} from "../tables/compounds.js";
import {buffersOfTexts, type PackedTexts, textAt} from "../tables/packed-texts.js";
import {TextPack} from "../tables/text-pack.js";

/**
 * Screened rows as three blocks of memory: a worker hands them over, and the page makes no object of them. Columns one
 * after another, each with all rows: numbers at the places of `numberNames`, texts at those of `textNames`.
 */
export interface PackedRows {
  readonly count: number;
  /** Line of each row in its input. */
  readonly lines: Float64Array<ArrayBuffer>;
  /** NaN is missing. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly texts: PackedTexts;
  /** What searches need of each row's parent; null when nothing was made for them. */
  readonly forSearches: RowBlock | null;
}

const namesOf = (isText: boolean): readonly (keyof CompoundRow)[] =>
  (Object.keys(compounds.columns) as (keyof CompoundRow)[]).filter(
    (name) => (compounds.columns[name].type === "VARCHAR") === isText
  );

/** Columns of numbers, in the order of the table. */
export const numberNames = namesOf(false);
/** Columns of texts, in the order of the table. */
export const textNames = namesOf(true);

/** Packs rows. @param forSearches of the same rows; null for nothing @throws when a cell is not of its column's type */
export function packRows(rows: readonly CompoundRow[], forSearches: RowBlock | null = null): PackedRows {
  const count = rows.length;
  const numbers = new Float64Array(numberNames.length * count);
  numberNames.forEach((name, place) => {
    rows.forEach((row, at) => {
      numbers[place * count + at] = numberOf(name, row[name]);
    });
  });
  const texts = new TextPack(textNames.length * count, textNames.length * count * TYPICAL_BYTES);
  for (const name of textNames) for (const row of rows) texts.push(textOf(name, row[name]));
  const lines = Float64Array.from(rows, ({line}) => line);
  return {count, lines, numbers, texts: texts.texts, forSearches};
}

/** One row as an object. @throws when there is no such row */
export function unpackRow({count, numbers, texts}: PackedRows, row: number): CompoundRow {
  if (!(row >= 0 && row < count)) throw new Error(`invalid row: ${String(row)}`);
  const number = (place: number): number | null => {
    const value = numbers[place * count + row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  return Object.fromEntries([
    ...numberNames.map((name, place) => [name, number(place)]),
    ...textNames.map((name, place) => [name, textAt(texts, place * count + row)])
  ]) as CompoundRow;
}

/** Buffers that are handed over, not copied, when packed rows are sent. */
export const buffersOfRows = ({lines, numbers, texts, forSearches}: PackedRows): ArrayBuffer[] => [
  ...[lines.buffer, numbers.buffer],
  ...buffersOfTexts(texts),
  ...(forSearches ? buffersOfBlock(forSearches) : [])
];

const TYPICAL_BYTES = 32;

function numberOf(name: string, cell: unknown): number {
  if (typeof cell !== "number" && cell !== null) throw new Error(`invalid ${name}: ${String(cell)}`);
  return cell ?? NaN;
}

function textOf(name: string, cell: unknown): string | null {
  if (typeof cell !== "string" && cell !== null) throw new Error(`invalid ${name}: ${String(cell)}`);
  return cell;
}
