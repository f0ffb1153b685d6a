import {describe, expect, it} from "vitest";
import {doInSlices} from "../../src/base/sliced-work.js";
import {allTexts} from "../../src/tables/packed-texts.js";
import {packTexts, takingTexts, textsAt, TextPack} from "../../src/tables/text-pack.js";

describe("TextPack", () => {
  it("keeps a view as it was while texts are added", () => {
    const pack = new TextPack();
    pack.push("a");
    const early = pack.texts;
    for (let row = 0; row < 1000; row++) pack.push("b");
    expect([allTexts(early), pack.length, pack.textBytes]).toEqual([["a"], 1001, 1001]);
  });
  it("gives the same view until a text is added", () => {
    const pack = new TextPack();
    pack.push("a");
    const early = pack.texts;
    expect(pack.texts).toBe(early);
    pack.push(null);
    expect(pack.texts).not.toBe(early);
  });
  it("moves no more than it doubles: a hundred thousand texts need few blocks of memory", () => {
    const pack = new TextPack();
    const blocks = new Set<ArrayBufferLike>();
    for (let row = 0; row < 100_000; row++) {
      pack.push("c1ccccc1");
      if (row % 1000 === 0) blocks.add(pack.texts.bytes.buffer);
    }
    expect(blocks.size).toBeLessThan(20);
  });
  it("starts from no room at all", () => {
    const pack = new TextPack(0, 0);
    pack.push("");
    pack.push("é");
    expect(allTexts(pack.texts)).toEqual(["", "é"]);
  });
});

describe("TextPack.pushRows(texts, from, to)", () => {
  it("adds a run of other texts, missing ones too", () => {
    const pack = new TextPack();
    pack.push("first");
    pack.pushRows(packTexts(["a", null, "漢", "d"]), 1, 3);
    expect(allTexts(pack.texts)).toEqual(["first", null, "漢"]);
  });
  it("adds missing texts for rows that are not there", () => {
    const pack = new TextPack();
    pack.pushRows(packTexts(["a"]), 0, 3);
    pack.pushRows(packTexts(["a"]), 5, 6);
    expect(allTexts(pack.texts)).toEqual(["a", null, null, null]);
  });
  it("adds nothing of an empty run", () => {
    const pack = new TextPack();
    pack.pushRows(packTexts(["a"]), 1, 1);
    expect(pack.length).toBe(0);
  });
});

describe("TextPack.trimmed()", () => {
  it("keeps the texts in no more memory than they need", () => {
    const pack = new TextPack();
    pack.push("漢");
    pack.push(null);
    const {bytes, ends} = pack.trimmed();
    expect([bytes.buffer.byteLength, ends.buffer.byteLength, allTexts({bytes, ends})]).toEqual([4, 8, ["漢", null]]);
  });
});

describe("TextPack.padTo(rows)", () => {
  it("adds missing texts up to a length, and none beyond it", () => {
    const pack = new TextPack();
    pack.padTo(2);
    pack.padTo(1);
    expect(allTexts(pack.texts)).toEqual([null, null]);
  });
});

describe("textsAt(texts, order)", () => {
  const texts = packTexts(["a", null, "", "漢字", "e"]);

  it("gives rows in an order, once or more often, and missing where there is no such row", () => {
    expect(allTexts(textsAt(texts, Uint32Array.of(4, 0, 1, 2, 3, 3, 5, 99)))).toEqual(
      ["e", "a", null, "", "漢字", "漢字"].concat([null, null] as unknown as string[])
    );
  });
  it("is empty for no rows, and of no texts all missing", () => {
    expect(allTexts(textsAt(texts, new Uint32Array()))).toEqual([]);
    expect(allTexts(textsAt(packTexts([]), Uint32Array.of(0)))).toEqual([null]);
  });
  it("has memory of its own", () => {
    expect(textsAt(texts, Uint32Array.of(0)).bytes.buffer).not.toBe(texts.bytes.buffer);
  });
});

describe("takingTexts(texts, order)", () => {
  it("rests between slices, so that a page can answer meanwhile", async () => {
    const order = Uint32Array.from({length: 100_000}, (_, row) => 99_999 - row);
    const texts = packTexts(Array.from(order, (row) => String(row)));
    let pauses = 0;
    const taken = await doInSlices(takingTexts(texts, order), () => Promise.resolve(void pauses++));
    expect(pauses).toBeGreaterThan(3);
    expect(allTexts(taken).every((text, row) => text === String(row))).toBe(true);
  });
});
