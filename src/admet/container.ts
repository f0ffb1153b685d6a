const MAGIC = 0x424d4841;
const HEADER_BYTES = 12;

/** A header of any JSON shape and binary parts in order. */
export interface Container {
  readonly header: unknown;
  readonly parts: readonly Uint8Array[];
}

/**
 * Writes a header and parts as one run of bytes, little-endian: magic "AHMB", length of the header in bytes, number
 * of parts, the length of each part (32 bits each), the header as JSON in UTF-8, the parts.
 */
export function encodeContainer({header, parts}: Container): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = HEADER_BYTES + 4 * parts.length;
  const bytes = new Uint8Array(start + text.length + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  [MAGIC, text.length, parts.length, ...parts.map((part) => part.length)].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  bytes.set(text, start);
  let offset = start + text.length;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * Reads what `encodeContainer` wrote; parts are copies, aligned to their own buffers.
 * @param source name of the file for messages
 * @throws when the bytes are something else or cut short
 */
export function decodeContainer(bytes: Uint8Array, source: string): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new Error(`invalid container ${source}`);
  const headerLength = view.getUint32(4, true);
  const nParts = view.getUint32(8, true);
  const start = HEADER_BYTES + 4 * nParts;
  if (bytes.length < start) throw new Error(`invalid container ${source}: cut short`);
  const lengths = Array.from({length: nParts}, (_, index) => view.getUint32(HEADER_BYTES + 4 * index, true));
  const total = lengths.reduce((sum, length) => sum + length, start + headerLength);
  if (bytes.length !== total) throw new Error(`invalid container ${source}: ${String(bytes.length)} bytes`);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + headerLength)));
  let offset = start + headerLength;
  const parts = lengths.map((length) => new Uint8Array(bytes.subarray(offset, (offset += length))));
  return {header, parts};
}
