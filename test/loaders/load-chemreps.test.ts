import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {readParquet} from "../../loaders/inputs.js";
import {CHEMREPS_HEADER, loadChemreps} from "../../loaders/load-chemreps.js";
import {chemreps} from "../../src/tables/bulk.js";

describe("loadChemreps(gzFile, parquetFile)", () => {
  it("keeps every compound in order, structures as they are written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
    const lines = Array.from(
      {length: 5_000},
      (_, i) => `CHEMBL${String(i)}\tC/C=C\\"C${String(i)}\tInChI=1S/x\tKEY-${String(i)}`
    );
    await writeFile(join(folder, "a.gz"), gzipSync([CHEMREPS_HEADER, ...lines, ""].join("\n")));
    expect(await loadChemreps(join(folder, "a.gz"), join(folder, "a.parquet"))).toBe(5_000);
    const rows = await readParquet(chemreps, join(folder, "a.parquet"));
    expect(rows[4_999]).toEqual({compound_id: "CHEMBL4999", smiles: 'C/C=C\\"C4999', inchikey: "KEY-4999"});
  });
});
