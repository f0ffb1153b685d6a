/** One row of a delimited text. */
export interface DelimitedRow {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits delimited text into rows as it arrives, quoted cells as in RFC 4180 (a quote within is doubled; delimiters and
 * line breaks within are kept). LF, CRLF and CR end a line. Blank lines give no row. A quote that is never closed takes
 * the text up to the end of its line only, so that one stray quote cannot swallow a file.
 *
 * @param delimiter one character; the empty string makes each line one cell, quotes left alone
 */
export class DelimitedSplitter {
  readonly #delimiter: string;
  #rest = "";
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows completed by a chunk. */
  push(chunk: string): DelimitedRow[] {
    this.#rest += chunk;
    return this.#take(false);
  }

  /** The last row, when the text does not end with a line break. */
  end(): DelimitedRow[] {
    return this.#take(true);
  }

  #take(isEnd: boolean): DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    let start = 0;
    for (;;) {
      const end = this.#rowEnd(start, isEnd);
      if (end === null) break;
      const text = this.#rest.slice(start, end.at);
      if (text.trim() !== "") rows.push({line: this.#line, cells: this.#cells(text)});
      this.#line += end.lines;
      start = end.next;
      if (start >= this.#rest.length) break;
    }
    this.#rest = this.#rest.slice(start);
    return rows;
  }

  /** Where the row that begins at `start` ends; null when that has not arrived yet. */
  #rowEnd(start: number, isEnd: boolean): {at: number; next: number; lines: number} | null {
    const text = this.#rest;
    if (start >= text.length) return null;
    const first = breakAfter(text, start, isEnd);
    if (first === null || this.#delimiter === "" || isBalanced(text, start, first.at)) return first;
    for (let end: typeof first | null = first, lines = 1; lines <= MOST_LINES_IN_CELL; lines++) {
      end = end.next >= text.length ? null : breakAfter(text, end.next, isEnd);
      if (end === null) return isEnd || lines > MOST_LINES_IN_CELL ? first : null;
      if (isBalanced(text, start, end.at)) return {...end, lines: lines + 1};
    }
    return first;
  }

  #cells(text: string): string[] {
    if (this.#delimiter === "") return [text];
    const cells: string[] = [];
    let cell = "";
    let isQuoted = false;
    for (let at = 0; at < text.length; at++) {
      const character = text.charAt(at);
      if (isQuoted && character === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (character === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
      else if (character === this.#delimiter && !isQuoted) {
        cells.push(cell);
        cell = "";
      } else cell += character;
    }
    cells.push(cell);
    return cells;
  }
}

const MOST_LINES_IN_CELL = 50;

function breakAfter(text: string, start: number, isEnd: boolean): {at: number; next: number; lines: number} | null {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return {at, next: at + 1, lines: 1};
    if (code !== 13) continue;
    if (at + 1 >= text.length && !isEnd) return null;
    return {at, next: text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1, lines: 1};
  }
  return isEnd ? {at: text.length, next: text.length, lines: 1} : null;
}

function isBalanced(text: string, start: number, end: number): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"', start); at !== -1 && at < end; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
}
