import {DataFields} from "../screening/data-fields.js";
import type {RecordFile} from "../screening/read-file.js";
import {buffersOfRecords, type PackedRecords, packRecords} from "../screening/packed-records.js";
import {type FilesPart, readFiles} from "../screening/read-files.js";
import type {ReadingReply, ReadingSetup} from "./screening-protocol.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: ReadingReply, handed: ArrayBuffer[] = []): void => {
  globalThis.postMessage(message, {transfer: handed});
};
/** Records given at a time: enough that messages cost little. */
const MOST_RECORDS = 500;
/** Records a screening worker takes at a time: results arrive within a second. */
const BATCH_SIZE = 100;

const recordFile = (blob: Blob): RecordFile => ({
  byteLength: blob.size,
  slice: (start, end) => blob.slice(start, end).arrayBuffer(),
  async *chunks() {
    const reader = blob.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  }
});

function start({files}: ReadingSetup): void {
  const fields = new DataFields();
  const parts = readFiles(
    files.map(({name, file}) => ({name, file: recordFile(file)})),
    fields
  );
  let part: FilesPart = {source: "", records: [], issues: [], bytesRead: 0};
  let isLast = false;
  // Where the part began, in bytes, and how many records it had: a piece of it is so much of its bytes.
  let began = 0;
  let count = 0;
  const next = async (): Promise<void> => {
    while (part.records.length === 0 && part.issues.length === 0 && !isLast) {
      const {done, value} = await parts.next();
      isLast = done === true;
      if (done) continue;
      [began, count] = [part.bytesRead, value.records.length];
      part = value;
    }
    const {source, issues} = part;
    const records = part.records.slice(0, MOST_RECORDS);
    part = {...part, records: part.records.slice(MOST_RECORDS), issues: []};
    const share = count === 0 ? 1 : 1 - part.records.length / count;
    const bytesRead = began + (part.bytesRead - began) * share;
    const batches: PackedRecords[] = [];
    for (let at = 0; at < records.length; at += BATCH_SIZE)
      batches.push(packRecords(records.slice(at, at + BATCH_SIZE), fields.count));
    const handed = batches.flatMap(buffersOfRecords);
    reply({kind: "records", batches, source, issues, fields: fields.names, bytesRead, isLast}, handed);
  };
  globalThis.onmessage = () => {
    next().catch((error: unknown) => {
      reply({
        kind: "failed",
        reason: `the file could not be read: ${error instanceof Error ? error.message : String(error)}`
      });
    });
  };
}

globalThis.onmessage = ({data}: MessageEvent<ReadingSetup>) => {
  start(data);
};
