import {describe, expect, it} from "vitest";
import {progressLine} from "../../loaders/report-progress.js";

describe("progressLine(done, total, seconds)", () => {
  it("tells done, total, rate and time left", () => {
    expect(progressLine(500, 2000, 10)).toBe("500 of 2000 records, 50 per second, 30 s left");
  });
  it("guesses no time while nothing is done", () => {
    expect(progressLine(0, 500, 2)).toBe("0 of 500 records");
    expect(progressLine(5, 500, 0)).toBe("5 of 500 records");
  });
  it("has none left where the total was guessed too low", () => {
    expect(progressLine(600, 500.4, 2)).toBe("600 of 500 records, 300 per second, 0 s left");
  });
});
