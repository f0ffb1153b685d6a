import {codeTexts} from "../tables/coded-cells.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import {columnCell, type TextColumn} from "../tables/text-column.js";
import {TextPack} from "../tables/text-pack.js";
import {numberNames, type PackedRows, textNames} from "./packed-rows.js";

/** Awaited now and then in long work, so that a page can answer meanwhile. */
export type Pause = () => Promise<void>;

/** Rows between two pauses: some milliseconds of work. */
const ROWS_A_PAUSE = 1 << 15;
const SHIFT = 14;
const CHUNK_ROWS = 1 << SHIFT;
const REST = CHUNK_ROWS - 1;

/** One column: its values in pieces of 16,384 rows, so that growing never copies what is there. */
interface Piled {
  readonly name: string;
  /** Its place among the numbers, or the texts, of packed rows. */
  readonly place: number;
  readonly numbers: Float64Array[] | null;
  readonly texts: TextChunks | null;
}

/** Texts in pieces: those that are full in as little memory as they need, as codes where few are different. */
interface TextChunks {
  readonly full: TextColumn[];
  growing: TextPack;
}

/** Screened rows as they come, by column; none is moved when more come. */
export class RowChunks {
  readonly #columns: readonly Piled[];
  #rowCount = 0;

  /** @param keeps tells which columns are kept; the others of a row are let go */
  constructor(keeps: (name: string) => boolean = () => true) {
    const numbers = numberNames.map((name, place): Piled => ({name, place, numbers: [], texts: null}));
    const texts = textNames.map((name, place): Piled => ({
      ...{name, place, numbers: null, texts: {full: [], growing: new TextPack()}}
    }));
    this.#columns = [...numbers, ...texts].filter(({name}) => keeps(name));
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  append(rows: PackedRows): void {
    for (let from = 0; from < rows.count;) {
      const room = CHUNK_ROWS - (this.#rowCount & REST);
      const to = Math.min(rows.count, from + room);
      if (room === CHUNK_ROWS) this.#addChunk();
      for (const column of this.#columns) put(column, this.#rowCount, rows, from, to);
      this.#rowCount += to - from;
      from = to;
    }
  }

  #addChunk(): void {
    for (const {numbers, texts} of this.#columns) {
      numbers?.push(new Float64Array(CHUNK_ROWS));
      if (!texts || this.#rowCount === 0) continue;
      texts.full.push(codeTexts(texts.growing.texts) ?? texts.growing.trimmed());
      texts.growing = new TextPack(CHUNK_ROWS);
    }
  }

  /** True of a column of numbers. @throws when there is no such column */
  isNumeric(name: string): boolean {
    return this.#column(name).numbers !== null;
  }

  /** A column's numbers in an order of rows, NaN where missing. @throws when it has none */
  async numbers(name: string, order: Uint32Array, pause: Pause): Promise<Float64Array> {
    const {numbers} = this.#column(name);
    if (numbers === null) throw new Error(`invalid numeric column: ${name}`);
    const taken = new Float64Array(order.length);
    await inSlices(order.length, pause, (from, to) => {
      for (let i = from; i < to; i++) {
        const row = order[i] ?? 0;
        taken[i] = numbers[row >> SHIFT]?.[row & REST] ?? NaN;
      }
    });
    return taken;
  }

  /** A column's texts in an order of rows. @throws when it holds numbers */
  async texts(name: string, order: Uint32Array, pause: Pause): Promise<PackedTexts> {
    const {texts} = this.#column(name);
    if (texts === null) throw new Error(`invalid text column: ${name}`);
    const chunks = [...texts.full, texts.growing.texts];
    const taken = new TextPack(
      order.length,
      chunks.reduce((sum, chunk) => sum + bytesOf(chunk), 0)
    );
    await inSlices(order.length, pause, (from, to) => {
      for (let i = from; i < to;) {
        const row = order[i] ?? 0;
        const most = Math.min(to - i, CHUNK_ROWS - (row & REST));
        let run = 1;
        while (run < most && order[i + run] === row + run) run++;
        pushRun(taken, chunks[row >> SHIFT] ?? [], row & REST, run);
        i += run;
      }
    });
    return taken.texts;
  }

  /** Lets the values of a column go: it is read no more. */
  forget(name: string): void {
    const {numbers, texts} = this.#column(name);
    numbers?.splice(0);
    if (!texts) return;
    texts.full.length = 0;
    texts.growing = new TextPack();
  }

  #column(name: string): Piled {
    const column = this.#columns.find((each) => each.name === name);
    if (!column) throw new Error(`invalid column: ${name}`);
    return column;
  }
}

/** Works on 0..count-1 in slices, with a pause after each. */
export async function inSlices(count: number, pause: Pause, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += ROWS_A_PAUSE) {
    work(from, Math.min(count, from + ROWS_A_PAUSE));
    await pause();
  }
}

function put({place, numbers, texts}: Piled, row: number, rows: PackedRows, from: number, to: number): void {
  const first = place * rows.count;
  numbers?.[row >> SHIFT]?.set(rows.numbers.subarray(first + from, first + to), row & REST);
  texts?.growing.pushRows(rows.texts, first + from, first + to);
}

/** Bytes of the texts of a chunk, about. */
function bytesOf(chunk: TextColumn): number {
  if ("ends" in chunk) return chunk.bytes.length;
  return Array.isArray(chunk) ? 0 : chunk.codes.length;
}

function pushRun(taken: TextPack, chunk: TextColumn, from: number, count: number): void {
  if ("ends" in chunk) taken.pushRows(chunk, from, from + count);
  else
    for (let row = from; row < from + count; row++) {
      const cell = columnCell(chunk, row);
      taken.push(cell === null ? null : String(cell));
    }
}
