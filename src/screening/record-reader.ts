import {findLayout, type DelimitedLayout} from "./delimited-layout.js";
import {DelimitedSplitter, type DelimitedRow} from "./delimited-splitter.js";
import type {InputRecord} from "./input-record.js";
import {SdfReader} from "./sdf-reader.js";

/** Reads the records of a text as it arrives. */
export interface RecordReader {
  /** The records completed by a chunk. */
  push(chunk: string): InputRecord[];
  /** The records left when the text has ended. */
  end(): InputRecord[];
}

/** Characters looked at to find out what a text is. */
const SAMPLE_LENGTH = 16_384;
const MOL_END = /^(M {2}END|\$\$\$\$|.*V[23]000)\s*$/m;

/**
 * Reads SMILES, CSV, TSV and SDF: which of them it is, where the structures are and whether there is a header is found
 * from the first 16 kB. A byte-order mark is skipped.
 */
export class TextReader implements RecordReader {
  #sample = "";
  #reader: RecordReader | undefined;

  push(chunk: string): InputRecord[] {
    if (this.#reader) return this.#reader.push(chunk);
    this.#sample += chunk;
    return this.#sample.length < SAMPLE_LENGTH ? [] : this.#open();
  }

  end(): InputRecord[] {
    const first = this.#reader ? [] : this.#open();
    return [...first, ...(this.#reader?.end() ?? [])];
  }

  #open(): InputRecord[] {
    const text = this.#sample.replace(/^\ufeff/, "");
    this.#reader = MOL_END.test(text) ? new SdfReader() : new DelimitedReader(findLayout(completeLines(text)));
    this.#sample = "";
    return this.#reader.push(text);
  }
}

/** Reads SMILES, CSV or TSV of a known layout. */
export class DelimitedReader implements RecordReader {
  readonly #layout: DelimitedLayout;
  readonly #splitter: DelimitedSplitter;
  #isHeaderNext: boolean;

  constructor(layout: DelimitedLayout) {
    this.#layout = layout;
    this.#splitter = new DelimitedSplitter(layout.delimiter);
    this.#isHeaderNext = layout.hasHeader;
  }

  push(chunk: string): InputRecord[] {
    return this.#records(this.#splitter.push(chunk));
  }

  end(): InputRecord[] {
    return this.#records(this.#splitter.end());
  }

  #records(rows: readonly DelimitedRow[]): InputRecord[] {
    const body = this.#isHeaderNext ? rows.slice(1) : rows;
    if (rows.length > 0) this.#isHeaderNext = false;
    return body.map((row) => (this.#layout.delimiter === "" ? plainRecord(row) : tableRecord(row, this.#layout)));
  }
}

/** All but a last line that may be cut off, when there is another. */
function completeLines(text: string): string {
  const end = text.lastIndexOf("\n");
  return text.length < SAMPLE_LENGTH || end <= 0 ? text : text.slice(0, end);
}

const PLAIN_LINE = /^\s*(\S+(?:\s+\|[^|]*\|)?)(?:\s+(.*))?$/;

/** A SMILES, perhaps with an extension between bars, then a name. */
function plainRecord({line, cells: [text = ""]}: DelimitedRow): InputRecord {
  const [, structure = "", name = ""] = PLAIN_LINE.exec(text.trim()) ?? [];
  return {line, structure, id: blankToNull(name), name: null};
}

function tableRecord({line, cells}: DelimitedRow, {structure, id, name}: DelimitedLayout): InputRecord {
  const cell = (index: number | null): string | null => (index === null ? null : blankToNull(cells[index] ?? ""));
  return {line, structure: cells[structure]?.trim() ?? "", id: cell(id), name: cell(name)};
}

function blankToNull(text: string): string | null {
  const bare = text.trim();
  return bare === "" ? null : bare;
}
