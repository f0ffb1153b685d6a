import type {DataFields} from "./data-fields.js";
import type {InputRecord} from "./input-record.js";
import {parquetRecords} from "./parquet-records.js";
import {TextDecoding} from "./text-decoding.js";
import {TextReader} from "./record-reader.js";

/** A file as reading needs it, whatever it lies on; nothing is read that is not asked for. */
export interface RecordFile {
  readonly byteLength: number;
  /** All its bytes from the beginning, a piece at a time. */
  chunks(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Some of its bytes. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** Some records of a file, and how far it is read. */
export interface ReadPart {
  readonly records: readonly InputRecord[];
  /** Bytes of the file read so far, packed as they are. */
  readonly bytesRead: number;
}

/** Bytes at the beginning that tell what a file is. */
const MAGIC_LENGTH = 8;
const GZIP = [0x1f, 0x8b];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const REFUSED: readonly (readonly [magic: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 3, 4], "it is a zip archive or an Excel workbook: unpack it, or save the sheet as CSV"],
  [[0xd0, 0xcf, 0x11, 0xe0], "it is an old Excel workbook: save the sheet as CSV"],
  [[0x42, 0x5a, 0x68], "it is packed with bzip2: unpack it, or pack it with gzip"],
  [[0x28, 0xb5, 0x2f, 0xfd], "it is packed with zstd: unpack it, or pack it with gzip"]
];

/**
 * Reads the records of a SMILES, CSV, TSV, SDF or Parquet file, or of gzip of one, a piece at a time; what it is is told
 * by its content, not its name. Only Parquet within gzip is held whole.
 *
 * @param fields takes the names of the user's own columns
 * @throws in words for the user when the file is something else, or damaged
 */
export async function* readFile(file: RecordFile, fields: DataFields): AsyncGenerator<ReadPart> {
  const magic = new Uint8Array(await file.slice(0, Math.min(MAGIC_LENGTH, file.byteLength)));
  const refused = REFUSED.find(([start]) => startsWith(magic, start));
  if (refused) throw new Error(refused[1]);
  if (startsWith(magic, PARQUET)) {
    yield* parquetRecords(file, fields);
    return;
  }
  let bytesRead = 0;
  const isPacked = startsWith(magic, GZIP);
  const chunks = isPacked ? inPieces(file.chunks()) : file.chunks();
  const counted = counting(chunks, (count) => (bytesRead += count));
  const unpacked = isPacked ? gunzipped(counted) : counted;
  for await (const records of unpackedRecords(unpacked, fields)) yield {records, bytesRead};
}

async function* unpackedRecords(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  fields: DataFields
): AsyncGenerator<readonly InputRecord[]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const start = await firstBytes(iterator);
  const all = {[Symbol.asyncIterator]: () => withFirst(start, iterator)};
  if (startsWith(start, PARQUET)) {
    for await (const {records} of parquetRecords(await wholeBuffer(all), fields)) yield records;
    return;
  }
  const reader = new TextReader(fields);
  const decoding = new TextDecoding(start);
  for await (const chunk of all) yield reader.push(decoding.push(chunk));
  yield reader.push(decoding.end());
  yield reader.end();
}

/** The first pieces joined, as many as tell what the content is. */
async function firstBytes(iterator: AsyncIterator<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  while (bytes.length < MAGIC_LENGTH) {
    const {done, value} = await iterator.next();
    if (done) return bytes;
    const longer = new Uint8Array(bytes.length + value.length);
    longer.set(bytes);
    longer.set(value, bytes.length);
    bytes = longer;
  }
  return bytes;
}

async function* withFirst<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function wholeBuffer(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>
): Promise<{byteLength: number; slice: (start: number, end?: number) => ArrayBuffer}> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const buffer = await new Blob(parts).arrayBuffer();
  return {byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end)};
}

async function* counting(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  onBytes: (count: number) => void
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks) {
    onBytes(chunk.byteLength);
    yield chunk;
  }
}

/** Packed bytes taken at a time: unpacking holds some pieces back, and progress is told by what has been taken. */
const PIECE_BYTES = 16_384;

async function* inPieces(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const {readable, writable} = new DecompressionStream("gzip");
  const reader = readable.getReader();
  const fed = feed(chunks, writable.getWriter());
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
  }
}

/** Gives a piece when the one before is unpacked: piped, some engines would take the whole file in. What fails is told by the reader. */
async function feed(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  writer: WritableStreamDefaultWriter<BufferSource>
): Promise<void> {
  try {
    for await (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => undefined);
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
