import type {InputRecord} from "./input-record.js";

const RECORD_END = /(?:^|\n)\$\$\$\$[^\n]*\n/;
const MOL_END = /\nM {2}END[^\n]*(?:\n|$)/;
const ID_FIELD = /^(chembl_?id|id|compound_?id|idnumber|catalog_?id|.*_id)$/i;
const FIELD = /^>[^\n]*<([^>\n]+)>[^\n]*\n([^\n]*)/gm;
/** A record longer than this is cut off and refused: no molecule needs it, and memory is not endless. */
const LONGEST_RECORD = 4_000_000;
/** Characters kept of the end of such a record, so that the mark that ends it is found when it comes in two chunks. */
const LONGEST_END_MARK = 100;

/**
 * Reads an SDF (V2000 or V3000) as it arrives. A record's line is its number in the file; its name is the title line;
 * its id is the first data field that is named like one.
 */
export class SdfReader {
  #rest = "";
  #count = 0;
  /** A carriage return that ended the last chunk: the line feed that belongs to it may begin the next. */
  #held = "";

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
    const fields = [...text.slice(block.length).matchAll(FIELD)];
    const id = fields.find(([, name = ""]) => ID_FIELD.test(name.trim()))?.[2]?.trim();
    const title = text.slice(0, text.indexOf("\n")).trim();
    return {line: this.#count, structure: block, id: id || title || null, name: title || null};
  }
}
