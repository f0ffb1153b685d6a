import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import type {SourceFile} from "./snapshot-part.js";

/**
 * The records of a delimited file with one line of headings, gzipped or not.
 *
 * @throws with the path when the file is damaged or a line has too few or too many fields
 */
export function readRecords({path, bytes}: SourceFile, delimiter: string): Record<string, string>[] {
  try {
    return parse(readText(path, bytes), {delimiter, columns: true, bom: true, skip_empty_lines: true});
  } catch (cause) {
    throw new Error(`cannot read ${path} as a delimited file`, {cause});
  }
}

function readText(path: string, bytes: Uint8Array): string {
  return new TextDecoder().decode(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}
