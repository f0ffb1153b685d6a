import {describe, expect, it} from "vitest";
import {TextDecoding} from "../../src/screening/text-decoding.js";

/** The text of bytes that come in pieces of a length. */
function read(bytes: Uint8Array, length: number): string {
  const decoding = new TextDecoding(bytes.subarray(0, 4));
  let text = "";
  for (let at = 0; at < bytes.length; at += length) text += decoding.push(bytes.subarray(at, at + length));
  return text + decoding.end();
}
const TEXT = "smiles;IC50 µM\nCCO;1 Å “x” 😀\n";
const WESTERN = "smiles;IC50 µM\nCCO;1 Å é\n";

describe.each([1, 2, 3, 5, 1000])("TextDecoding, in pieces of %i bytes", (length) => {
  it("reads UTF-8, with a mark and without", () => {
    expect(read(new TextEncoder().encode(TEXT), length)).toBe(TEXT);
    expect(read(new TextEncoder().encode(`\uFEFF${TEXT}`), length)).toBe(TEXT);
  });

  it.each([
    ["utf-16le", [0xff, 0xfe], (code: number) => [code & 255, code >> 8]],
    ["utf-16be", [0xfe, 0xff], (code: number) => [code >> 8, code & 255]]
  ] as const)("reads %s by its mark", (_, mark, pair) => {
    const units = Array.from({length: TEXT.length}, (__, at) => pair(TEXT.charCodeAt(at)));
    expect(read(Uint8Array.from([...mark, ...units.flat()]), length)).toBe(TEXT);
  });

  it("reads Windows-1252 where it is no UTF-8", () => {
    expect(
      read(
        Uint8Array.from(WESTERN, (letter) => letter.charCodeAt(0)),
        length
      )
    ).toBe(WESTERN);
  });

  it("reads a character that is cut off at the end of the file as what its bytes are", () => {
    expect(read(Uint8Array.of(0x43, 0xc3), length)).toBe("CÃ");
    expect(read(Uint8Array.of(0x43, 0xe2, 0x80), length)).toBe("Câ€");
  });

  it("reads nothing of nothing", () => expect(read(new Uint8Array(), length)).toBe(""));
});
