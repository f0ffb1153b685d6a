import {describe, expect, it} from "vitest";
import {doAtOnce, doInSlices, type SlicedWork} from "../../src/base/sliced-work.js";

function* counting(slices: number): SlicedWork<number> {
  for (let i = 0; i < slices; i++) yield;
  return slices;
}

describe("doAtOnce(work)", () => {
  it("gives what the work comes to", () => {
    expect([doAtOnce(counting(3)), doAtOnce(counting(0))]).toEqual([3, 0]);
  });
});

describe("doInSlices(work, pause)", () => {
  it("pauses between slices and gives the same", async () => {
    let pauses = 0;
    const pause = (): Promise<void> => Promise.resolve(void pauses++);
    expect([await doInSlices(counting(3), pause), pauses]).toEqual([3, 3]);
  });

  it("ends with a pause that refuses", async () => {
    const stop = (): Promise<void> => Promise.reject(new Error("stopped"));
    await expect(doInSlices(counting(3), stop)).rejects.toThrow("stopped");
  });
});
