import type {InputRecord} from "../screening/input-record.js";
import {TextReader} from "../screening/record-reader.js";
import type {ReadingReply, ReadingSetup} from "./screening-protocol.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: ReadingReply): void => {
  globalThis.postMessage(message);
};
/** Records given at a time: enough that messages cost little, few enough that the page copies them within a frame. */
const MOST_RECORDS = 500;

function countBytes(
  onBytes: (count: number) => void
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    }
  });
}

function start({file, isGzip}: ReadingSetup): void {
  let bytesRead = 0;
  const counted = file.stream().pipeThrough(countBytes((count) => (bytesRead += count)));
  const unpacked = isGzip ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
  const text = unpacked.pipeThrough(new TextDecoderStream()).getReader();
  const reader = new TextReader();
  let waiting: InputRecord[] = [];
  let hasEnded = false;
  const next = async (): Promise<void> => {
    while (waiting.length < MOST_RECORDS && !hasEnded) {
      const {done, value} = await text.read();
      hasEnded = done;
      waiting = waiting.concat(done ? reader.end() : reader.push(value));
    }
    const records = waiting.slice(0, MOST_RECORDS);
    waiting = waiting.slice(MOST_RECORDS);
    reply({kind: "records", records, bytesRead, isLast: hasEnded && waiting.length === 0});
  };
  const answer = (): void => {
    next().catch((error: unknown) => {
      reply({kind: "failed", reason: `the file could not be read: ${String(error)}`});
    });
  };
  globalThis.onmessage = answer;
}

globalThis.onmessage = ({data}: MessageEvent<ReadingSetup>) => {
  start(data);
};
