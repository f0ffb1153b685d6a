import {formatCount} from "../base/format-number.js";

/**
 * Bytes that a screened compound takes in the page and its workers, as measured with a million at the fullest moment:
 * numbers, packed texts, bins, masks, and some 560 for searches.
 */
export const BYTES_A_ROW = 2100;
/** Bytes that the engines and the page itself take. */
export const BYTES_AT_REST = 600e6;
/** Share of a machine's memory that a page may count on. */
export const USABLE = 0.6;
const SAMPLE_BYTES = 256 * 1024;
/** An SDF record ends so; every other format has a row a line. */
const RECORD_END = /^\$\$\$\$/gm;

/** What a file will take, before it is tried. */
export interface MemoryNeed {
  /** Compounds expected. */
  readonly rows: number;
  /** Bytes expected. */
  readonly bytes: number;
}

/** Rows of a file of a size, from its beginning unpacked and the share of the file that this beginning is. */
export function expectedRows(beginning: string, share: number): number {
  const records = beginning.match(RECORD_END)?.length ?? 0;
  const rows = records > 0 ? records : (beginning.match(/\n/g)?.length ?? 0) + (beginning.endsWith("\n") ? 0 : 1);
  return share <= 0 ? 0 : Math.round(rows / Math.min(1, share));
}

/** What so many compounds take. */
export const memoryNeed = (rows: number): MemoryNeed => ({rows, bytes: BYTES_AT_REST + rows * BYTES_A_ROW});

/**
 * What is to be expected, in words; a warning when it is more than the machine is known to have.
 *
 * @param gigabytes memory of the machine as the browser tells it; null where it does not
 */
export function memoryWords({rows, bytes}: MemoryNeed, gigabytes: number | null): string {
  const need = `about ${formatCount(rows)} compounds, ${(bytes / 1e9).toPrecision(2)} GB of memory`;
  if (gigabytes === null) return `Expected: ${need}.`;
  const fits = bytes <= gigabytes * 1e9 * USABLE;
  if (fits) return `Expected: ${need}; this machine tells of ${String(gigabytes)} GB or more.`;
  const most = Math.max(0, Math.floor((gigabytes * 1e9 * USABLE - BYTES_AT_REST) / BYTES_A_ROW));
  return `Expected: ${need}. That may not fit: this machine tells of ${String(gigabytes)} GB, enough for some ${formatCount(most)} compounds. Cancel keeps what is done; the command line (fumehood screen) takes files of any length.`;
}

/** What a file will take, told from its first part. @throws when the file cannot be read */
export async function needOfFile(file: File): Promise<MemoryNeed> {
  const isPacked = file.name.endsWith(".gz");
  const part = file.slice(0, SAMPLE_BYTES);
  const stream = isPacked ? part.stream().pipeThrough(new DecompressionStream("gzip")) : part.stream();
  let text = "";
  try {
    for await (const piece of readPieces(stream.pipeThrough(new TextDecoderStream()))) text += piece;
  } catch {
    // The part ends in the middle of the packed stream: what came before counts.
  }
  return memoryNeed(expectedRows(text, part.size / file.size));
}

async function* readPieces(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    yield value;
  }
}
