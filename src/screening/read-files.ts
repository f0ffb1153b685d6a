import {makeIssue, type Issue} from "../base/issue.js";
import {MOST_DATA_FIELDS, type DataFields} from "./data-fields.js";
import type {InputRecord} from "./input-record.js";
import {readFile, type RecordFile} from "./read-file.js";

/** A file with its name. */
export interface NamedFile {
  readonly name: string;
  readonly file: RecordFile;
}

/** Some records of one of several files. */
export interface FilesPart {
  readonly source: string;
  readonly records: readonly InputRecord[];
  /** What is wrong with a file as a whole. */
  readonly issues: readonly Issue[];
  /** Bytes of all files read so far. */
  readonly bytesRead: number;
}

/** The user's own column that says which of several files a row is of. */
export const FILE_FIELD = "file";

/**
 * Reads the records of several files one after another as if they were one. A file that cannot be read is an issue and
 * the others are read; a single one throws. Of several, each record has the file's name among its data, and a record
 * without an id is named by file and line.
 *
 * @throws when the only file cannot be read
 */
export async function* readFiles(files: readonly NamedFile[], fields: DataFields): AsyncGenerator<FilesPart> {
  const isAlone = files.length === 1;
  const place = isAlone ? null : fields.place(FILE_FIELD);
  let before = 0;
  for (const {name, file} of files) {
    let read = 0;
    try {
      for await (const {records, bytesRead} of readFile(file, fields)) {
        read = bytesRead;
        const named = place === null ? records : records.map((record) => withFile(record, name, place));
        yield {source: name, records: named, issues: [], bytesRead: before + read};
      }
    } catch (cause) {
      if (isAlone) throw cause;
      const reason = `the file could not be read to its end: ${cause instanceof Error ? cause.message : String(cause)}`;
      yield {source: name, records: [], issues: [makeIssue(name, null, "", reason)], bytesRead: before + read};
    }
    before += file.byteLength;
  }
  if (fields.refused.length === 0) return;
  const reason = `more than ${String(MOST_DATA_FIELDS)} columns: these and others were left out`;
  const issues = [makeIssue(files[0]?.name ?? "", null, fields.refused.join(", "), reason)];
  yield {source: files[0]?.name ?? "", records: [], issues, bytesRead: before};
}

function withFile(record: InputRecord, name: string, place: number): InputRecord {
  const data = [...(record.data ?? [])];
  while (data.length < place) data.push(null);
  data[place] = name;
  return {...record, id: record.id ?? `${name}:${String(record.line)}`, data};
}
