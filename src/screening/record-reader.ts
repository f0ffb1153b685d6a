import {DataFields, recordData} from "./data-fields.js";
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
 * from the first 16 kB. A byte-order mark is skipped. Columns and data fields that are neither structure nor id nor name
 * are kept as data; their names go to `fields`.
 */
export class TextReader implements RecordReader {
  readonly fields: DataFields;
  #sample = "";
  #reader: RecordReader | undefined;

  constructor(fields = new DataFields()) {
    this.fields = fields;
  }

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
    this.#reader = MOL_END.test(text)
      ? new SdfReader(this.fields)
      : new DelimitedReader(findLayout(completeLines(text)), this.fields);
    this.#sample = "";
    return this.#reader.push(text);
  }
}

/** Reads SMILES, CSV or TSV of a known layout; without a header, other columns are named by their place. */
export class DelimitedReader implements RecordReader {
  readonly #layout: DelimitedLayout;
  readonly #splitter: DelimitedSplitter;
  readonly #fields: DataFields;
  /** Place in the data of each column of the table; null for structure, id and name, and for what is not kept. */
  #places: readonly (number | null)[] | undefined;
  #isHeaderNext: boolean;

  constructor(layout: DelimitedLayout, fields = new DataFields()) {
    this.#layout = layout;
    this.#splitter = new DelimitedSplitter(layout.delimiter);
    this.#isHeaderNext = layout.hasHeader;
    this.#fields = fields;
  }

  push(chunk: string): InputRecord[] {
    return this.#records(this.#splitter.push(chunk));
  }

  end(): InputRecord[] {
    return this.#records(this.#splitter.end());
  }

  #records(rows: readonly DelimitedRow[]): InputRecord[] {
    const [first] = rows;
    if (first === undefined) return [];
    if (this.#layout.delimiter === "") {
      const body = this.#isHeaderNext ? rows.slice(1) : rows;
      this.#isHeaderNext = false;
      return body.map(plainRecord);
    }
    const body = this.#isHeaderNext ? rows.slice(1) : rows;
    this.#places ??= this.#findPlaces(this.#isHeaderNext ? first.cells : first.cells.map(() => ""));
    this.#isHeaderNext = false;
    const places = this.#places;
    return body.map((row) => tableRecord(row, this.#layout, places));
  }

  #findPlaces(header: readonly string[]): (number | null)[] {
    const {structure, id, name} = this.#layout;
    const isOwn = header.map((_, index) => index !== structure && index !== id && index !== name);
    const named = header.map((cell, index) => cell.trim() || `column ${String(index + 1)}`);
    const places = this.#fields.placesOf(named.filter((_, index) => isOwn[index]));
    return isOwn.map((own) => (own ? (places.shift() ?? null) : null));
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

function tableRecord(
  {line, cells}: DelimitedRow,
  {structure, id, name}: DelimitedLayout,
  places: readonly (number | null)[]
): InputRecord {
  const cell = (index: number | null): string | null => (index === null ? null : blankToNull(cells[index] ?? ""));
  const data = recordData(places.map((place, index) => [place, cells[index]]));
  const record = {line, structure: cells[structure]?.trim() ?? "", id: cell(id), name: cell(name)};
  return data === undefined ? record : {...record, data};
}

function blankToNull(text: string): string | null {
  const bare = text.trim();
  return bare === "" ? null : bare;
}
