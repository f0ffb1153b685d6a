import {describe, expect, it} from "vitest";
import {compoundsParquet} from "../../src/components/compound-files.js";
import {readKept} from "../../src/components/kept-sets.js";
import {smallSet} from "../filters/small-set.js";

const job = {set: smallSet, rows: Uint32Array.of(0, 1, 2, 3), onPiece: () => Promise.resolve()};

const fileOf = async (provenance: string): Promise<ArrayBuffer> =>
  new Blob(await compoundsParquet(job, provenance)).arrayBuffer();

describe("readKept(file)", () => {
  it("reads back rows, missing values and what the columns are called", async () => {
    const set = await readKept(await fileOf(JSON.stringify({table: smallSet.table})));
    expect(set.table).toEqual(smallSet.table);
    for (let row = 0; row < 4; row++) expect(set.row(row)).toEqual(smallSet.row(row));
  });
  it("refuses a file that another program wrote", async () => {
    await expect(readKept(await fileOf("{}"))).rejects.toThrow("not kept by this workbench");
  });
});
