import {describe, expect, it} from "vitest";
import type {InputRecord} from "../../src/screening/input-record.js";
import type {Screened} from "../../src/screening/screen.js";
import {screenResiliently} from "../../src/screening/screen-resiliently.js";

const records = (...structures: string[]): InputRecord[] =>
  structures.map((structure, index) => ({line: index + 1, structure, id: null, name: null}));
const nothing: Screened = {rows: [], issues: []};
/** Dies over the structure "kill", and counts how often it was asked. */
function fragile(): {ask: (records: readonly InputRecord[]) => Promise<Screened>; taken: number[]; asked: number} {
  const thread = {
    asked: 0,
    taken: [] as number[],
    ask(batch: readonly InputRecord[]): Promise<Screened> {
      thread.asked++;
      if (batch.some(({structure}) => structure === "kill")) return Promise.reject(new Error("died"));
      thread.taken.push(...batch.map(({line}) => line));
      return Promise.resolve(nothing);
    }
  };
  return thread;
}

describe("screenResiliently(records, source, ask)", () => {
  it("asks once when nothing dies", async () => {
    const thread = fragile();
    await screenResiliently(records("C", "N"), "f", (batch) => thread.ask(batch));
    expect(thread.asked).toBe(1);
  });

  it("tries a batch again when its thread died by chance", async () => {
    let tries = 0;
    const ask = (): Promise<Screened> => (++tries === 1 ? Promise.reject(new Error("died")) : Promise.resolve(nothing));
    expect(await screenResiliently(records("C"), "f", ask)).toEqual(nothing);
  });

  it("screens all but the record that kills, once each and in order", async () => {
    const thread = fragile();
    const {issues} = await screenResiliently(records("C", "N", "kill", "O", "S"), "f", (batch) => thread.ask(batch));
    expect(thread.taken).toEqual([1, 2, 4, 5]);
    expect(issues).toEqual([{source: "f", line: 3, input: "kill", reason: "the chemistry engine failed on it: died"}]);
  });

  it("of no record asks nothing", async () => {
    const thread = fragile();
    expect(await screenResiliently([], "f", (batch) => thread.ask(batch))).toEqual(nothing);
    expect(thread.asked).toBe(0);
  });
});
