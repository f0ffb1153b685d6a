import {buffersOfTexts, type PackedTexts, textAt} from "../tables/packed-texts.js";
import {TextPack} from "../tables/text-pack.js";
import type {InputRecord} from "./input-record.js";

/** Records as three blocks of memory: a worker hands them over, and the page makes no object of them. */
export interface PackedRecords {
  readonly lines: Float64Array<ArrayBuffer>;
  /** Of each record its structure, id and name, then the user's own data at the places of the fields. */
  readonly texts: PackedTexts;
  /** Texts a record. */
  readonly width: number;
}

/** Structure, id and name. */
const OWN_TEXTS = 3;

/** Packs records. @param fieldCount fields known so far: no record has data at a later place */
export function packRecords(records: readonly InputRecord[], fieldCount: number): PackedRecords {
  const width = OWN_TEXTS + fieldCount;
  const texts = new TextPack(records.length * width);
  for (const {structure, id, name, data} of records) {
    texts.push(structure);
    texts.push(id);
    texts.push(name);
    for (let place = 0; place < fieldCount; place++) texts.push(data?.[place] ?? null);
  }
  return {lines: Float64Array.from(records, ({line}) => line), texts: texts.texts, width};
}

/** The records that were packed, without the user's own data. */
export function unpackRecords({lines, texts, width}: PackedRecords): InputRecord[] {
  return Array.from(lines, (line, record) => {
    const at = record * width;
    return {line, structure: textAt(texts, at) ?? "", id: textAt(texts, at + 1), name: textAt(texts, at + 2)};
  });
}

/** Number of the user's own fields that a record may have. */
export const fieldCountOf = ({width}: PackedRecords): number => width - OWN_TEXTS;

/** One of the user's own data; null where it has none. */
export const dataAt = ({texts, width}: PackedRecords, record: number, field: number): string | null =>
  field < width - OWN_TEXTS ? textAt(texts, record * width + OWN_TEXTS + field) : null;

/** Buffers that are handed over, not copied, when packed records are sent. */
export const buffersOfRecords = ({lines, texts}: PackedRecords): ArrayBuffer[] => [
  lines.buffer,
  ...buffersOfTexts(texts)
];
