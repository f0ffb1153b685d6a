/** Values of a column by row: numbers with NaN for missing, or texts with null. */
export type ColumnValues = Float64Array | readonly (string | null)[];
export type NamedColumns = Readonly<Record<string, ColumnValues>>;

interface Part {
  readonly name: string;
  readonly kind: "numbers" | "texts";
  /** Bytes of the different values, after each other. */
  readonly valueBytes: number;
  /** Bytes of one row's place among the values, 1, 2 or 4; 0 where the values are the rows. */
  readonly codeBytes: 0 | 1 | 2 | 4;
}

interface Head {
  readonly rowCount: number;
  readonly parts: readonly Part[];
}

const BETWEEN = "\u0000";
const MISSING = "\u0001";
const CODES = {1: Uint8Array, 2: Uint16Array, 4: Uint32Array} as const;

/**
 * Columns as bytes: a head in JSON, then each column as its different values and a place among them for every row, or as
 * it is where that is shorter. Numbers are kept bit for bit, but for -0, which may become 0.
 *
 * @param columns columns of one length
 * @throws when a text holds the characters 0 or 1, or lengths differ
 */
export function packColumns(columns: NamedColumns): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(columns);
  const rowCount = entries[0]?.[1].length ?? 0;
  const packed = entries.map(([name, values]) => {
    if (values.length !== rowCount) throw new Error(`invalid length of ${name}: ${String(values.length)}`);
    return packColumn(name, values);
  });
  const head = new TextEncoder().encode(JSON.stringify({rowCount, parts: packed.map(({part}) => part)} satisfies Head));
  return joined([new Uint8Array(Uint32Array.of(head.length).buffer), head, ...packed.flatMap(({bytes}) => bytes)]);
}

interface PackedColumn {
  readonly part: Part;
  readonly bytes: readonly Uint8Array[];
}

function packColumn(name: string, values: ColumnValues): PackedColumn {
  const isNumbers = values instanceof Float64Array;
  const different: ColumnValues = isNumbers ? Float64Array.from(new Set(values)).sort() : [...new Set(values)];
  const plain = bytesOf(name, values);
  const dictionary = bytesOf(name, different);
  const codeBytes = different.length <= 1 << 8 ? 1 : different.length <= 1 << 16 ? 2 : 4;
  const kind = isNumbers ? "numbers" : "texts";
  if (dictionary.length + codeBytes * values.length >= plain.length)
    return {part: {name, kind, valueBytes: plain.length, codeBytes: 0}, bytes: [plain]};
  const places = new Map<number | string | null, number>();
  different.forEach((value, place) => places.set(value, place));
  const codes = new CODES[codeBytes](values.length);
  values.forEach((value, row) => (codes[row] = places.get(value) ?? 0));
  const part: Part = {name, kind, valueBytes: dictionary.length, codeBytes};
  return {part, bytes: [dictionary, new Uint8Array(codes.buffer)]};
}

function bytesOf(name: string, values: ColumnValues): Uint8Array {
  if (values instanceof Float64Array) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  for (const value of values)
    if (value !== null && (value.includes(BETWEEN) || value.includes(MISSING)))
      throw new Error(`invalid text in ${name}: ${JSON.stringify(value)}`);
  return new TextEncoder().encode(values.map((value) => value ?? MISSING).join(BETWEEN));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * The columns of `packColumns`, in the same order.
 *
 * @param pause awaited after each column, so that a page can answer meanwhile
 * @throws when the bytes are not what `packColumns` wrote
 */
export async function unpackColumns(
  bytes: Uint8Array<ArrayBuffer>,
  pause: () => Promise<void> = () => Promise.resolve()
): Promise<NamedColumns> {
  let at = 0;
  const take = (length: number): Uint8Array<ArrayBuffer> => {
    if (at + length > bytes.length) throw new Error(`invalid packed columns: ${String(bytes.length)} bytes`);
    at += length;
    // A copy starts where typed arrays may start.
    return bytes.slice(at - length, at);
  };
  const [headLength = 0] = new Uint32Array(take(4).buffer);
  const {rowCount, parts} = JSON.parse(new TextDecoder().decode(take(headLength))) as Head;
  const columns: Record<string, ColumnValues> = {};
  for (const {name, kind, valueBytes, codeBytes} of parts) {
    const values = valuesOf(kind, take(valueBytes), rowCount);
    columns[name] =
      codeBytes === 0 ? values : valuesAt(values, new CODES[codeBytes](take(codeBytes * rowCount).buffer));
    await pause();
  }
  return columns;
}

function valuesOf(kind: Part["kind"], bytes: Uint8Array<ArrayBuffer>, rowCount: number): ColumnValues {
  if (kind === "numbers") return new Float64Array(bytes.buffer);
  if (rowCount === 0) return [];
  return new TextDecoder()
    .decode(bytes)
    .split(BETWEEN)
    .map((text) => (text === MISSING ? null : text));
}

function valuesAt(values: ColumnValues, codes: Uint8Array | Uint16Array | Uint32Array): ColumnValues {
  if (values instanceof Float64Array) return Float64Array.from(codes, (code) => values[code] ?? NaN);
  return Array.from(codes, (code) => values[code] ?? null);
}
