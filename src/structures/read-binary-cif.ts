import * as v from "valibot";
import {CIF_CATEGORIES, type CifTable, type CifTables} from "./cif-table.js";
import {readMessagePack} from "./message-pack.js";

const bytes = v.instance(Uint8Array);
const encodedData = v.object({data: bytes, encoding: v.array(v.looseObject({kind: v.string()}))});
type Encoding = v.InferOutput<typeof encodedData>["encoding"][number];
interface EncodedData {
  readonly data: Uint8Array;
  readonly encoding: readonly Encoding[];
}
const columnSchema = v.object({name: v.string(), data: encodedData, mask: v.nullish(encodedData)});
const fileSchema = v.object({
  dataBlocks: v.array(
    v.object({
      categories: v.array(v.object({name: v.string(), rowCount: v.number(), columns: v.array(columnSchema)}))
    })
  )
});

type Numbers = ArrayLike<number>;
type Decoded = Numbers | readonly string[];

/**
 * Reads the wanted categories of the first block of a BinaryCIF.
 *
 * @throws in words when the bytes are no BinaryCIF
 * @see Sehnal et al. 2020, doi:10.1371/journal.pcbi.1008247
 */
export function readBinaryCif(file: Uint8Array): CifTables {
  const {dataBlocks} = v.parse(fileSchema, readMessagePack(file));
  const wanted = (dataBlocks[0]?.categories ?? []).filter(({name}) => CIF_CATEGORIES.has(name.toLowerCase()));
  return new Map(
    wanted.map(({name, rowCount, columns}) => {
      const decoded = columns.map(({name: column, data, mask}) => {
        const cells = {values: decode(data), mask: mask ? (decode(mask) as Numbers) : null};
        return [column.toLowerCase(), cells] as const;
      });
      return [name.toLowerCase(), tableOf(rowCount, new Map(decoded))] as const;
    })
  );
}

type Cells = ReadonlyMap<string, {readonly values: Decoded; readonly mask: Numbers | null}>;

function tableOf(rowCount: number, cells: Cells): CifTable {
  const cellsOf = (column: string) => {
    const found = cells.get(column.toLowerCase());
    return (row: number): string | number =>
      !found || (found.mask?.[row] ?? 0) !== 0 ? "" : (found.values[row] ?? "");
  };
  const cell = (column: string, row: number): string | number => cellsOf(column)(row);
  return {
    rowCount,
    cells: cellsOf,
    text: (column, row) => String(cell(column, row)),
    number: (column, row) => {
      const value = cell(column, row);
      return value === "" ? NaN : Number(value);
    }
  };
}

/** Undoes the encodings, the last first. */
function decode({data, encoding}: EncodedData): Decoded {
  let value: Decoded = data;
  for (const step of [...encoding].reverse()) value = decodeStep(value, step);
  return value;
}

const numberSchema = v.number();
const field = (step: Encoding, name: string): number => v.parse(numberSchema, step[name]);

function decodeStep(value: Decoded, step: Encoding): Decoded {
  const numbers = value as Numbers;
  switch (step.kind) {
    case "ByteArray":
      return readBytes(value as Uint8Array, field(step, "type"));
    case "FixedPoint":
      return Float64Array.from(numbers, (each) => each / field(step, "factor"));
    case "IntervalQuantization":
      return unquantise(numbers, step);
    case "RunLength":
      return unrun(numbers, field(step, "srcSize"));
    case "Delta":
      return undelta(numbers, field(step, "origin"));
    case "IntegerPacking":
      return unpack(numbers, step);
    case "StringArray":
      return strings(value as Uint8Array, step);
    default:
      throw new Error(`BinaryCIF encoding ${step.kind} is not known`);
  }
}

const READERS: Readonly<Record<number, readonly [size: number, read: (view: DataView, at: number) => number]>> = {
  1: [1, (view, at) => view.getInt8(at)],
  2: [2, (view, at) => view.getInt16(at, true)],
  3: [4, (view, at) => view.getInt32(at, true)],
  4: [1, (view, at) => view.getUint8(at)],
  5: [2, (view, at) => view.getUint16(at, true)],
  6: [4, (view, at) => view.getUint32(at, true)],
  32: [4, (view, at) => view.getFloat32(at, true)],
  33: [8, (view, at) => view.getFloat64(at, true)]
};

function readBytes(packed: Uint8Array, type: number): Float64Array {
  const reader = READERS[type];
  if (!reader) throw new Error(`BinaryCIF byte type ${String(type)} is not known`);
  const [size, read] = reader;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Float64Array.from({length: Math.floor(packed.length / size)}, (_, i) => read(view, i * size));
}

function unquantise(values: Numbers, step: Encoding): Float64Array {
  const [low, high, steps] = [field(step, "min"), field(step, "max"), field(step, "numSteps")];
  return Float64Array.from(values, (each) => low + (each * (high - low)) / (steps - 1));
}

function unrun(values: Numbers, size: number): Float64Array {
  const out = new Float64Array(size);
  let at = 0;
  for (let i = 0; i + 1 < values.length; i += 2) {
    const end = at + (values[i + 1] ?? 0);
    out.fill(values[i] ?? 0, at, end);
    at = end;
  }
  return out;
}

function undelta(values: Numbers, origin: number): Float64Array {
  let sum = origin;
  return Float64Array.from(values, (each) => (sum += each));
}

function unpack(values: Numbers, step: Encoding): Float64Array {
  const bits = field(step, "byteCount") * 8;
  const isUnsigned = step.isUnsigned === true;
  const upper = isUnsigned ? 2 ** bits - 1 : 2 ** (bits - 1) - 1;
  const lower = isUnsigned ? -1 : -(2 ** (bits - 1));
  const out = new Float64Array(field(step, "srcSize"));
  let at = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    sum += value;
    if (value === upper || (!isUnsigned && value === lower)) continue;
    out[at++] = sum;
    sum = 0;
  }
  return out;
}

const stringsSchema = v.object({
  stringData: v.string(),
  offsets: bytes,
  offsetEncoding: encodedData.entries.encoding,
  dataEncoding: encodedData.entries.encoding
});

function strings(packed: Uint8Array, step: Encoding): string[] {
  const {stringData, offsets, offsetEncoding, dataEncoding} = v.parse(stringsSchema, step);
  const ends = decode({data: offsets, encoding: offsetEncoding}) as Numbers;
  const places = decode({data: packed, encoding: dataEncoding}) as Numbers;
  const words = Array.from({length: Math.max(0, ends.length - 1)}, (_, i) => stringData.slice(ends[i], ends[i + 1]));
  return Array.from({length: places.length}, (_, i) => words[places[i] ?? -1] ?? "");
}
