import {DataFields, recordData} from "./data-fields.js";
import type {InputRecord} from "./input-record.js";

const RECORD_END = /(?:^|\n)\$\$\$\$[^\n]*\n/;
const MOL_END = /\nM {2}END[^\n]*(?:\n|$)/;
const ID_FIELD = /^(chembl_?id|id|compound_?id|idnumber|catalog_?id|.*_id)$/i;
const FIELD_HEAD = /^>.*?<(.*)>/;
/** A record longer than this is cut off and refused: no molecule needs it, and memory is not endless. */
const LONGEST_RECORD = 4_000_000;
/** Characters kept of the end of such a record, so that the mark that ends it is found when it comes in two chunks. */
const LONGEST_END_MARK = 100;

/**
 * Reads an SDF (V2000 or V3000) as it arrives. A record's line is its number in the file; its name is the title line;
 * its id is the first data field that is named like one; all data fields are its data, the lines of one joined by line
 * breaks.
 */
export class SdfReader {
  readonly #fields: DataFields;
  #rest = "";
  #count = 0;
  /** A carriage return that ended the last chunk: the line feed that belongs to it may begin the next. */
  #held = "";

  constructor(fields = new DataFields()) {
    this.#fields = fields;
  }

  push(chunk: string): InputRecord[] {
    const text = this.#held + chunk;
    this.#held = text.endsWith("\r") ? "\r" : "";
    this.#rest += text.slice(0, text.length - this.#held.length).replace(/\r\n?/g, "\n");
    const records: InputRecord[] = [];
    for (let match = RECORD_END.exec(this.#rest); match !== null; match = RECORD_END.exec(this.#rest)) {
      records.push(this.#record(this.#rest.slice(0, match.index)));
      this.#rest = this.#rest.slice(match.index + match[0].length);
    }
    if (this.#rest.length > LONGEST_RECORD + LONGEST_END_MARK)
      this.#rest = this.#rest.slice(0, LONGEST_RECORD) + this.#rest.slice(-LONGEST_END_MARK);
    return records;
  }

  end(): InputRecord[] {
    const records = this.push("\n");
    const last = this.#rest;
    this.#rest = "";
    return last.trim() === "" ? records : [...records, this.#record(last)];
  }

  #record(text: string): InputRecord {
    this.#count++;
    const end = MOL_END.exec(text);
    const block = end === null ? text : text.slice(0, end.index + end[0].length);
    const pairs = dataItems(text.slice(block.length));
    const id = pairs.find(([name]) => ID_FIELD.test(name))?.[1].trim();
    const title = text.slice(0, text.indexOf("\n")).trim();
    const data = recordData(pairs.map(([name, value]) => [this.#fields.place(name), value]));
    const record = {line: this.#count, structure: block, id: id || title || null, name: title || null};
    return data === undefined ? record : {...record, data};
  }
}

/** Names and values of the data items after a molblock. An item ends with a blank line or where the next begins. */
function dataItems(text: string): [name: string, value: string][] {
  const items: [string, string][] = [];
  let lines: string[] | null = null;
  const finish = (): void => {
    const last = items.at(-1);
    if (last && lines) last[1] = lines.join("\n");
    lines = null;
  };
  for (const line of text.split("\n")) {
    const [, name] = FIELD_HEAD.exec(line) ?? [];
    if (name !== undefined) {
      finish();
      items.push([name.trim(), ""]);
      lines = [];
    } else if (line.trim() === "") finish();
    else if (lines) lines.push(line);
  }
  finish();
  return items;
}
