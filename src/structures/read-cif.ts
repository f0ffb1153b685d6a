import {CIF_CATEGORIES, type CifTable, type CifTables} from "./cif-table.js";

const SPACE = /[\s]/;

/** Cuts a CIF into its words; a quoted word or text field keeps its spaces and is marked as quoted. */
class CifWords {
  readonly #text: string;
  #at = 0;
  isQuoted = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next word; null at the end. */
  next(): string | null {
    const text = this.#text;
    this.isQuoted = false;
    for (;;) {
      while (this.#at < text.length && text.charCodeAt(this.#at) <= 32) this.#at++;
      if (this.#at >= text.length) return null;
      if (text[this.#at] !== "#") break;
      this.#at = endOfLine(text, this.#at);
    }
    const first = text[this.#at];
    const isLineStart = this.#at === 0 || text[this.#at - 1] === "\n";
    if (first === ";" && isLineStart) return this.#field();
    if (first === "'" || first === '"') return this.#quoted(first);
    const start = this.#at;
    while (this.#at < text.length && text.charCodeAt(this.#at) > 32) this.#at++;
    return text.slice(start, this.#at);
  }

  #field(): string {
    const start = this.#at + 1;
    const end = this.#text.indexOf("\n;", start);
    this.isQuoted = true;
    this.#at = end === -1 ? this.#text.length : end + 2;
    return this.#text.slice(start, end === -1 ? undefined : end);
  }

  /** A quote ends a word only before space: 'O5'' is O5'. */
  #quoted(mark: string): string {
    const start = this.#at + 1;
    let end = start;
    for (;;) {
      end = this.#text.indexOf(mark, end);
      const after = this.#text[end + 1];
      if (end === -1 || after === undefined || SPACE.test(after)) break;
      end += 1;
    }
    this.isQuoted = true;
    this.#at = end === -1 ? this.#text.length : end + 1;
    return this.#text.slice(start, end === -1 ? undefined : end);
  }
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
};

/** Reads the wanted categories of the first block of a CIF. A row that the end of the file cuts is left out. */
export function readCif(text: string): CifTables {
  const words = new CifWords(text);
  const columns = new Map<string, Map<string, string[]>>();
  let word = words.next();
  let blocks = 0;
  while (word !== null) {
    if (!words.isQuoted && /^data_/i.test(word) && ++blocks > 1) break;
    if (!words.isQuoted && word.toLowerCase() === "loop_") word = readLoop(words, columns);
    else if (!words.isQuoted && word.startsWith("_")) word = readItem(word, words, columns);
    else word = words.next();
  }
  return new Map([...columns].map(([name, cells]) => [name, tableOf(cells)]));
}

type Columns = Map<string, Map<string, string[]>>;

/** The column to fill; null for a category that is passed over. */
function columnOf(columns: Columns, item: string): string[] | null {
  const dot = item.indexOf(".");
  const category = item.slice(0, dot).toLowerCase();
  if (!CIF_CATEGORIES.has(category)) return null;
  const table = columns.get(category) ?? new Map<string, string[]>();
  columns.set(category, table);
  const cells: string[] = [];
  table.set(item.slice(dot + 1).toLowerCase(), cells);
  return cells;
}

const isKeyword = (word: string): boolean => /^(_|loop_$|data_|save_|stop_$|global_$)/i.test(word);

const valueOf = (word: string, isQuoted: boolean): string => (!isQuoted && (word === "." || word === "?") ? "" : word);

function readItem(item: string, words: CifWords, columns: Columns): string | null {
  const value = words.next();
  if (value !== null) columnOf(columns, item)?.push(valueOf(value, words.isQuoted));
  return words.next();
}

function readLoop(words: CifWords, columns: Columns): string | null {
  const targets: (string[] | null)[] = [];
  let word = words.next();
  while (word !== null && !words.isQuoted && word.startsWith("_")) {
    targets.push(columnOf(columns, word));
    word = words.next();
  }
  let column = 0;
  while (word !== null && (words.isQuoted || !isKeyword(word))) {
    targets[column]?.push(valueOf(word, words.isQuoted));
    column = (column + 1) % Math.max(1, targets.length);
    word = words.next();
  }
  return word;
}

function tableOf(columns: ReadonlyMap<string, readonly string[]>): CifTable {
  const text = (column: string, row: number): string => columns.get(column.toLowerCase())?.[row] ?? "";
  return {
    rowCount: Math.min(...[...columns.values()].map((cells) => cells.length)),
    text,
    cells: (column) => {
      const cells = columns.get(column.toLowerCase()) ?? [];
      return (row) => cells[row] ?? "";
    },
    number: (column, row) => {
      const cell = text(column, row);
      return cell === "" ? NaN : Number(cell);
    }
  };
}
