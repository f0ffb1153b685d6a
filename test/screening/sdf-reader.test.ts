import {describe, expect, it} from "vitest";
import type {InputRecord} from "../../src/screening/input-record.js";
import {SdfReader} from "../../src/screening/sdf-reader.js";

const record = (name: string, element: string): string =>
  `${name}\n  drawn\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n` +
  `    0.0000    0.0000    0.0000 ${element}   0  0\nM  END\n> <id>\n${name}-1\n\n$$$$\n`;
const TEXT = record("methane", "C") + record("water", "O");

function read(...chunks: readonly string[]): InputRecord[] {
  const reader = new SdfReader();
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
}

describe("new SdfReader()", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"]
  ])("reads the same records wherever a text with %s is cut in two", (_, lineBreak) => {
    const text = TEXT.replaceAll("\n", lineBreak);
    const whole = read(TEXT);
    expect(whole.map(({line, id, name}) => [line, id, name])).toEqual([
      [1, "methane-1", "methane"],
      [2, "water-1", "water"]
    ]);
    for (let at = 0; at <= text.length; at++)
      expect(read(text.slice(0, at), text.slice(at)), String(at)).toEqual(whole);
  });

  it.each(["\n", "\r\n"])("reads the same records one character at a time (line break %j)", (lineBreak) => {
    expect(read(...TEXT.replaceAll("\n", lineBreak))).toEqual(read(TEXT));
  });

  it("reads a last record whose end mark has no line break", () => {
    expect(read(TEXT.trimEnd())).toEqual(read(TEXT));
  });

  it("gives no record for nothing or for blank lines alone", () => {
    expect(read("")).toEqual([]);
    expect(read("\r", "\n\n")).toEqual([]);
  });

  it("finds the record after one that is too long, even when the end mark comes in two chunks", () => {
    const long = `long\n${"x".repeat(4_000_000)}\n$$`;
    expect(read(long, `$$\n${TEXT}`).map(({name}) => name)).toEqual(["long", "methane", "water"]);
  });
});
