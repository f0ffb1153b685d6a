/** Rows picked from a list, as short text for an address. */

const LONGEST_GAP_BITS = 7;
const CONTINUES = 1 << LONGEST_GAP_BITS;

/** A mark of a list of ids (FNV-1a), by which a link notices that the list is another one. */
export function listMark(ids: Iterable<string>): string {
  let hash = 0x811c9dc5;
  for (const id of ids) {
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** What a text of picked rows says: the rows, ascending, or that they are those of another list. */
export type Picked = {readonly rows: Uint32Array} | {readonly other: true};

/**
 * Picked rows as text: the mark of the list, then the distances between rows, or, when that is shorter, one bit per row.
 * Empty for none.
 *
 * @param rows ascending, none twice
 */
export function formatPick(rows: ArrayLike<number>, mark: string): string {
  if (rows.length === 0) return "";
  const gaps = gapBytes(rows);
  const last = rows[rows.length - 1] ?? 0;
  const bits = (last >> 3) + 1 < gaps.length;
  return `${mark}.${bits ? "b" : "g"}${toBase64(bits ? bitBytes(rows, last) : gaps)}`;
}

/** The rows that a text names; null for text that is not of this kind. */
export function parsePick(text: string, mark: string): Picked | null {
  const [, written, kind, body] = /^([0-9a-z]{1,7})\.([bg])([\w-]+)$/.exec(text) ?? [];
  if (written === undefined || body === undefined) return null;
  if (written !== mark) return {other: true};
  const bytes = fromBase64(body);
  if (bytes === null) return null;
  return {rows: Uint32Array.from(kind === "b" ? rowsOfBits(bytes) : rowsOfGaps(bytes))};
}

function gapBytes(rows: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (let i = 0; i < rows.length; i++) {
    let gap = (rows[i] ?? 0) - before - 1;
    before = rows[i] ?? 0;
    while (gap >= CONTINUES) {
      bytes.push((gap % CONTINUES) + CONTINUES);
      gap = Math.floor(gap / CONTINUES);
    }
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}

function rowsOfGaps(bytes: Uint8Array): number[] {
  const rows: number[] = [];
  let [gap, scale, row] = [0, 1, -1];
  for (const byte of bytes) {
    gap += (byte % CONTINUES) * scale;
    scale *= CONTINUES;
    if (byte >= CONTINUES) continue;
    row += gap + 1;
    rows.push(row);
    [gap, scale] = [0, 1];
  }
  return rows;
}

function bitBytes(rows: ArrayLike<number>, last: number): Uint8Array {
  const bytes = new Uint8Array((last >> 3) + 1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return bytes;
}

function rowsOfBits(bytes: Uint8Array): number[] {
  const rows: number[] = [];
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) rows.push(at * 8 + bit);
  });
  return rows;
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
