import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {expectedRows, memoryNeed, memoryWords, needOfFile} from "../../src/components/memory-need.js";

describe("expectedRows(beginning, share)", () => {
  it("counts lines and scales them to the whole file", () => {
    expect(expectedRows("CCO a\nCCN b\n", 0.01)).toBe(200);
    expect(expectedRows("CCO a\nCCN b", 1)).toBe(2);
  });
  it("counts records of an SDF", () => expect(expectedRows("x\n\n\nM  END\n$$$$\ny\n$$$$\n", 0.5)).toBe(4));
  it("is 0 for an empty file", () => expect(expectedRows("", 0)).toBe(0));
});

describe("memoryWords(need, gigabytes)", () => {
  it("says what is expected", () => {
    expect(memoryWords(memoryNeed(1000), null)).toMatch(/^Expected: about 1,000 compounds, 0\.60 GB of memory\.$/);
    expect(memoryWords(memoryNeed(1000), 8)).toContain("this machine tells of 8 GB or more");
  });
  it("warns when it may not fit, and says how many would", () => {
    const words = memoryWords(memoryNeed(5_000_000), 8);
    expect(words).toContain("That may not fit");
    expect(words).toContain("2,000,000 compounds");
  });
});

describe("needOfFile(file)", () => {
  const text = Array.from({length: 30_000}, (_, i) => `CCCCCCCCCC${"C".repeat(i % 7)} m${String(i)}\n`).join("");
  it("tells the rows of a long file from its beginning", async () => {
    const {rows} = await needOfFile(new File([text], "a.smi"));
    expect(Math.abs(rows - 30_000)).toBeLessThan(1500);
  });
  it("reads packed files", async () => {
    const {rows} = await needOfFile(new File([gzipSync(text)], "a.smi.gz"));
    expect(Math.abs(rows - 30_000)).toBeLessThan(1500);
  });
});
