import {createReadStream} from "node:fs";
import {open, stat} from "node:fs/promises";
import type {DataFields} from "../src/screening/data-fields.js";
import type {RecordFile} from "../src/screening/read-file.js";
import {type FilesPart, readFiles} from "../src/screening/read-files.js";

/**
 * Reads the records of SMILES, CSV, TSV, SDF and Parquet files, gzip or not, a piece at a time.
 *
 * @param fields takes the names of the columns that are neither structure nor id nor name
 * @throws with the path when a file is not there, or the only one cannot be read
 */
export async function* readRecords(paths: readonly string[], fields: DataFields): AsyncGenerator<FilesPart> {
  const files = await Promise.all(paths.map(async (path) => ({name: path, file: await recordFile(path)})));
  try {
    yield* readFiles(files, fields);
  } catch (cause) {
    throw new Error(`cannot read ${paths.join(", ")}`, {cause});
  }
}

async function recordFile(path: string): Promise<RecordFile> {
  const {size} = await stat(path).catch((cause: unknown) => {
    throw new Error(`cannot read ${path}`, {cause});
  });
  return {
    byteLength: size,
    chunks: () => createReadStream(path) as AsyncIterable<Uint8Array<ArrayBuffer>>,
    async slice(start, end = size) {
      const handle = await open(path);
      try {
        const bytes = new Uint8Array(end - start);
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      } finally {
        await handle.close();
      }
    }
  };
}
