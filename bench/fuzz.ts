import {loadRDKit} from "../loaders/rdkit.js";
import {readScreeningTables} from "../loaders/screening-tables.js";
import {openScreening} from "../src/screening/screening-context.js";
import {
  accountWords,
  fuzz,
  type FuzzAccount,
  MANGLED_KINDS,
  MangledInputs,
  withEngineMemory
} from "../test/screening/mangled-inputs.js";

/** Mangled inputs in all; the test of the same generator takes fewer. */
const INPUTS = Number(process.env["FUZZ_INPUTS"] ?? 20_000);

/** Reads and screens mangled SMILES, SDF and CSV; prints what went in, what came out, and what the engine holds. */
export async function fuzzBench(): Promise<void> {
  console.log(`\nFuzz: mangled inputs, seeded; every record must be a row or an issue`);
  const {started: context, memory} = await withEngineMemory(async () =>
    openScreening(await loadRDKit(), await readScreeningTables())
  );
  const mangled = new MangledInputs();
  const accounts: FuzzAccount[] = [];
  let cutOtherwise = 0;
  for (const kind of MANGLED_KINDS) {
    const inputs = Math.ceil(INPUTS / MANGLED_KINDS.length);
    const account = fuzz(mangled, kind, inputs, {context, memory}, ({records, cutRecords}) => {
      if (JSON.stringify(records) !== JSON.stringify(cutRecords)) cutOtherwise++;
    });
    accounts.push(account);
    console.log(accountWords(kind, account));
  }
  const sum = (name: "inputs" | "records" | "rows" | "issues"): number =>
    accounts.reduce((all, account) => all + account[name], 0);
  const [first, last] = [accounts[0], accounts.at(-1)];
  const heaps = {heapBefore: first?.heapBefore ?? NaN, heapAfter: last?.heapAfter ?? NaN};
  const all = {inputs: sum("inputs"), records: sum("records"), rows: sum("rows"), issues: sum("issues"), ...heaps};
  console.log(accountWords("all", all));
  const isLost = all.rows + all.issues !== all.records || cutOtherwise > 0;
  console.log(
    isLost ? `FAIL: records lost, or ${String(cutOtherwise)} read otherwise when cut` : "pass: none lost, no crash"
  );
  if (isLost) process.exitCode = 1;
}
