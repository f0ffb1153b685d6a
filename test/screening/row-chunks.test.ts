import {describe, expect, it} from "vitest";
import {numberNames, type PackedRows, textNames} from "../../src/screening/packed-rows.js";
import {inSlices, RowChunks} from "../../src/screening/row-chunks.js";
import {allTexts} from "../../src/tables/packed-texts.js";
import {packTexts} from "../../src/tables/text-pack.js";

const now = (): Promise<void> => Promise.resolve();
const ROWS = 40_000;
const LOT = 7000;

/** Rows numbered on, with nothing but an id, and a QED of which every other is missing. */
function packed(first: number, count: number): PackedRows {
  const numbers = new Float64Array(numberNames.length * count).fill(NaN);
  const qed = numberNames.indexOf("qed");
  for (let at = 0; at < count; at++) if ((first + at) % 2) numbers[qed * count + at] = first + at;
  const texts = packTexts(
    textNames.flatMap((name) =>
      Array.from({length: count}, (_, at) => (name === "compound_id" ? `E${String(first + at)}` : null))
    )
  );
  return {count, lines: Float64Array.from({length: count}, (_, at) => first + at), numbers, texts, forSearches: null};
}

const wordOf = (name: string, row: number): string | null =>
  name !== "set_id" || row % 5 === 0 ? null : `set ${String(row % 3)}`;

function filled(): RowChunks {
  const rows = new RowChunks((name) => name !== "chi0v");
  for (let at = 0; at < ROWS; at += LOT) rows.append(packed(at, Math.min(LOT, ROWS - at)));
  return rows;
}

describe("RowChunks", () => {
  it("gives a column back in any order of rows, across its pieces", async () => {
    const rows = filled();
    const order = Uint32Array.of(39_999, 1, 2, 3, 16_383, 16_384, 0);
    expect(allTexts(await rows.texts("compound_id", order, now))).toEqual(
      ["E39999", "E1", "E2", "E3", "E16383"].concat(["E16384", "E0"])
    );
    expect([...(await rows.numbers("qed", Uint32Array.of(39_999, 1, 16_384), now))]).toEqual([39_999, 1, NaN]);
  });
  it("gives all rows in their order as they came", async () => {
    const order = Uint32Array.from({length: ROWS}, (_, row) => row);
    const ids = allTexts(await filled().texts("compound_id", order, now));
    expect(ids.every((id, row) => id === `E${String(row)}`)).toBe(true);
  });
  it("gives texts back that came again and again, with missing ones", async () => {
    const rows = new RowChunks();
    const lot = packed(0, LOT);
    const texts = packTexts(textNames.flatMap((name) => Array.from({length: LOT}, (_, at) => wordOf(name, at))));
    for (let at = 0; at < 3; at++) rows.append({...lot, texts});
    const order = Uint32Array.from({length: 3 * LOT}, (_, row) => row);
    const sets = allTexts(await rows.texts("set_id", order, now));
    expect(sets.every((cell, row) => cell === wordOf("set_id", row % LOT))).toBe(true);
  });
  it("gives missing for a row that it does not have", async () => {
    expect(allTexts(await filled().texts("compound_id", Uint32Array.of(ROWS, ROWS + 20_000), now))).toEqual([
      null,
      null
    ]);
    expect([...(await filled().numbers("qed", Uint32Array.of(ROWS + 20_000), now))]).toEqual([NaN]);
  });
  it("takes rows of which there are none", () => {
    const rows = new RowChunks();
    rows.append(packed(0, 0));
    expect(rows.rowCount).toBe(0);
  });
  it("gives nothing of a column that was forgotten", async () => {
    const rows = filled();
    rows.forget("qed");
    rows.forget("compound_id");
    expect([...(await rows.numbers("qed", Uint32Array.of(1), now))]).toEqual([NaN]);
    expect(allTexts(await rows.texts("compound_id", Uint32Array.of(1), now))).toEqual([null]);
  });
  it("throws for a column that it does not keep", () => {
    expect(() => filled().isNumeric("chi0v")).toThrow("invalid column: chi0v");
  });
  it("throws for a column of the other kind", async () => {
    await expect(filled().texts("qed", Uint32Array.of(), now)).rejects.toThrow("invalid text column: qed");
    await expect(filled().numbers("smiles", Uint32Array.of(), now)).rejects.toThrow("invalid numeric column: smiles");
  });
});

describe("inSlices(count, pause, work)", () => {
  it("works on every number once, with a pause after each slice", async () => {
    let [seen, pauses] = [0, 0];
    await inSlices(
      100_000,
      () => Promise.resolve(void pauses++),
      (from, to) => (seen += to - from)
    );
    expect([seen, pauses]).toEqual([100_000, 4]);
  });
  it("does nothing for none", async () => {
    await expect(inSlices(0, now, () => expect.fail())).resolves.toBeUndefined();
  });
});
