import type {Cell} from "../tables/column-set.js";
import type {Column} from "../tables/table.js";

/** Awaited now and then in long work, so that a page can answer meanwhile. */
export type Pause = () => Promise<void>;

/** Rows between two pauses: some milliseconds of work. */
const ROWS_A_PAUSE = 1 << 15;
const SHIFT = 14;
const CHUNK_ROWS = 1 << SHIFT;
const REST = CHUNK_ROWS - 1;
/** Values of a text column that are kept once however often they come, while they are few. */
const MOST_SHARED = 1024;

/** One column: its values in pieces of 16,384 rows, so that growing never copies what is there. */
interface Piled {
  readonly name: string;
  readonly numbers: Float64Array[] | null;
  readonly cells: Cell[][] | null;
  readonly shared: Map<Cell, Cell>;
}

/** Rows as they come, by column; none is moved when more come. */
export class RowChunks {
  readonly #columns: readonly Piled[];
  #rowCount = 0;

  /** @param columns those to keep; others of a row are let go */
  constructor(columns: Readonly<Record<string, Column>>) {
    this.#columns = Object.entries(columns).map(([name, {type}]) => {
      const isText = type === "VARCHAR" || type === "BOOLEAN";
      return {name, numbers: isText ? null : [], cells: isText ? [] : null, shared: new Map()};
    });
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Adds rows. @throws when a numeric cell is neither a number nor null */
  append(rows: readonly Readonly<Record<string, Cell>>[]): void {
    for (const row of rows) {
      const at = this.#rowCount++;
      if ((at & REST) === 0) this.#addChunk();
      for (const column of this.#columns) put(column, at, row[column.name] ?? null);
    }
  }

  #addChunk(): void {
    for (const {numbers, cells} of this.#columns) {
      numbers?.push(new Float64Array(CHUNK_ROWS));
      cells?.push([]);
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

  /** A column's cells in an order of rows. @throws when it holds numbers */
  async cells(name: string, order: Uint32Array, pause: Pause): Promise<Cell[]> {
    const {cells} = this.#column(name);
    if (cells === null) throw new Error(`invalid text column: ${name}`);
    const taken: Cell[] = [];
    await inSlices(order.length, pause, (from, to) => {
      for (let i = from; i < to; i++) {
        const row = order[i] ?? 0;
        taken.push(cells[row >> SHIFT]?.[row & REST] ?? null);
      }
    });
    return taken;
  }

  /** Lets the values of a column go: it is read no more. */
  forget(name: string): void {
    const {numbers, cells} = this.#column(name);
    numbers?.splice(0);
    cells?.splice(0);
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

function put({name, numbers, cells, shared}: Piled, row: number, value: Cell): void {
  if (numbers) {
    const chunk = numbers[row >> SHIFT];
    if (typeof value !== "number" && value !== null) throw new Error(`invalid ${name}: ${String(value)}`);
    if (chunk) chunk[row & REST] = value ?? NaN;
    return;
  }
  const known = shared.get(value);
  if (known === undefined && shared.size < MOST_SHARED) shared.set(value, value);
  cells?.[row >> SHIFT]?.push(known ?? value);
}
