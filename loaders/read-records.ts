import {createReadStream} from "node:fs";
import {createGunzip} from "node:zlib";
import type {InputRecord} from "../src/screening/input-record.js";
import {TextReader} from "../src/screening/record-reader.js";

/**
 * Reads the records of a SMILES, CSV, TSV or SDF file, gzip or not, a piece at a time; the file is never held whole.
 *
 * @throws with the path when the file cannot be read
 */
export async function* readRecords(path: string): AsyncGenerator<InputRecord[]> {
  const reader = new TextReader();
  const decoder = new TextDecoder();
  try {
    for await (const chunk of byteStream(path)) yield reader.push(decoder.decode(chunk as Uint8Array, {stream: true}));
  } catch (cause) {
    throw new Error(`cannot read ${path}`, {cause});
  }
  yield reader.push(decoder.decode());
  yield reader.end();
}

function byteStream(path: string): AsyncIterable<unknown> {
  const file = createReadStream(path);
  if (!path.endsWith(".gz")) return file;
  const unpacked = createGunzip();
  file.on("error", (cause) => unpacked.destroy(cause));
  return file.pipe(unpacked);
}
