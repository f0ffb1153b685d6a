import {describe, expect, it} from "vitest";
import {makeIssue} from "../../src/base/issue.js";
import {issueWords, progressWords, timeLeft} from "../../src/components/screening-panel.js";

describe("progressWords(progress)", () => {
  it("tells done, total, rate and time left", () => {
    const progress = {rows: 1190, issues: 10, share: 0.12, perSecond: 300.4, secondsLeft: 29.3};
    expect(progressWords(progress)).toBe("1,200 of about 10,000, 300 a second, about 30 s left");
  });
  it("guesses no total before anything was read, and none at the end", () => {
    const progress = {rows: 0, issues: 0, perSecond: 0, secondsLeft: null};
    expect(progressWords({...progress, share: 0})).toBe("0, 0 a second");
    expect(progressWords({...progress, rows: 5, share: 1})).toBe("5, 0 a second");
  });
});

describe("timeLeft(seconds)", () => {
  it("turns to minutes when long", () => expect(timeLeft(1000)).toBe("about 17 min left"));
  it("is empty while nothing can be said", () => expect([timeLeft(null), timeLeft(0.2)]).toEqual(["", ""]));
});

describe("issueWords(issues)", () => {
  const line = (source: string, at: number) => makeIssue(source, at, "C1CC(", "ring not closed");
  it("counts lines", () => {
    expect(issueWords([line("a.smi", 3)])).toBe("1 line could not be taken");
    expect(issueWords([line("a.smi", 3), line("a.smi", 4)])).toBe("2 lines could not be taken");
  });
  it("counts the files of lines, and files that failed as a whole", () => {
    const whole = makeIssue("c.xlsx", null, "", "it is a zip archive");
    expect(issueWords([line("a.smi", 3), line("b.csv", 1)])).toBe("2 lines of 2 files could not be taken");
    expect(issueWords([whole])).toBe("1 file not taken whole");
    expect(issueWords([whole, line("a.smi", 3)])).toBe("1 file not taken whole; 1 line could not be taken");
  });
});
