import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {closeScreening, openScreening, type ScreeningContext} from "../../src/screening/screening-context.js";
import {accountWords, fuzz, type FuzzTurn, MANGLED_KINDS, MangledInputs, withEngineMemory} from "./mangled-inputs.js";

/** Mangled inputs of each kind; `npx tsx bench/run.ts fuzz` is the long run. */
const INPUTS = Number(process.env["FUZZ_INPUTS"] ?? 600);

let engine: {context: ScreeningContext; memory: WebAssembly.Memory};
beforeAll(async () => {
  const {started, memory} = await withEngineMemory(async () =>
    openScreening(await loadRDKit(), await readScreeningTables())
  );
  engine = {context: started, memory};
});
afterAll(() => {
  closeScreening(engine.context);
});

function checkTurn({text, records, cutRecords, screened: {rows, issues}}: FuzzTurn): void {
  expect(cutRecords, JSON.stringify(text)).toEqual(records);
  expect(rows.length + issues.length, JSON.stringify(text)).toBe(records.length);
  for (const {reason} of issues) expect(reason).not.toBe("");
  for (const row of rows)
    expect(Number.isFinite(row.sa_score) && Number.isFinite(row.qed), JSON.stringify(text)).toBe(true);
}

describe("reading and screening what is mangled", () => {
  const mangled = new MangledInputs();

  it.each(MANGLED_KINDS)(
    "accounts for every record of %s as row or issue, wherever it is cut, and leaks nothing",
    (kind) => {
      const account = fuzz(mangled, kind, INPUTS, engine, checkTurn);
      expect(account.records, accountWords(kind, account)).toBeGreaterThan(0);
      expect(account.rows + account.issues).toBe(account.records);
      expect(account.heapAfter - account.heapBefore).toBe(0);
    }
  );
});

describe("accountWords(name, account)", () => {
  it("says in one line what went in, what came out and what the engine holds", () => {
    const account = {inputs: 3, records: 5, rows: 2, issues: 3, heapBefore: 2 ** 24, heapAfter: 2 ** 24};
    expect(accountWords("SDF", account)).toBe(
      "SDF: 3 mangled inputs, 5 records = 2 rows + 3 issues; wasm heap 16.0 MB before, 16.0 MB after"
    );
  });
});
