import {describe, expect, it} from "vitest";
import {screenAll, screenBatches, type SourceRecords} from "../../loaders/screen-pool.js";
import type {InputRecord} from "../../src/screening/input-record.js";

const LABELS = {setId: "s", sourceId: "dropped", source: "set.smi"};
const record = (structure: string, index: number): InputRecord => ({
  line: index + 1,
  structure,
  id: null,
  name: null
});
const CRASHING = new URL("../fixtures/chem/crashing-worker.ts", import.meta.url);
const DEAD = new URL("../fixtures/chem/dead-worker.ts", import.meta.url);

describe("screenAll(records, labels, options)", () => {
  it("keeps the order of the input whatever thread takes a batch", async () => {
    const records = Array.from({length: 60}, (_, index) => record("C".repeat((index % 7) + 1), index));
    const {rows} = await screenAll(records, LABELS, {batchSize: 7, threads: 2});
    expect(rows.map(({line}) => line)).toEqual(records.map(({line}) => line));
  });

  it("reports progress up to the number of records, refused ones too", async () => {
    const seen: number[] = [];
    const records = ["C", "C1", "CC", ""].map(record);
    await screenAll(records, LABELS, {batchSize: 2, threads: 1, onProgress: (done) => seen.push(done)});
    expect(seen).toEqual([2, 4]);
  });

  it("of nothing is nothing", async () => {
    expect(await screenAll([], LABELS, {threads: 1})).toEqual({rows: [], issues: []});
  });

  it("turns the record that kills a thread into an issue and keeps all others", async () => {
    const records = ["C", "CC", "kill", "CCC", "N"].map(record);
    const {rows, issues} = await screenAll(records, LABELS, {threads: 1, worker: CRASHING});
    expect(rows.map(({line}) => line)).toEqual([1, 2, 4, 5]);
    expect(issues).toMatchObject([
      {line: 3, input: "kill", reason: expect.stringContaining("engine failed") as string}
    ]);
  });

  it("throws when threads cannot start at all", async () => {
    await expect(screenAll([record("C", 0)], LABELS, {threads: 1, worker: DEAD})).rejects.toThrow("could not start");
  });
});

describe("screenBatches(records, labels, options)", () => {
  it("takes no more from the source than it can work on, and stops when the reader does", async () => {
    let taken = 0;
    function* source(): Generator<SourceRecords> {
      for (; taken < 1000; taken++) yield {records: [record("C", taken)], source: "s"};
    }
    const batches = screenBatches(source(), LABELS, {batchSize: 1, threads: 1});
    await batches.next();
    await batches.return(undefined);
    expect(taken).toBeLessThan(10);
  });
});
