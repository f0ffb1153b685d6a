import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {seededRandom} from "../../src/base/random.js";
import {DataFields} from "../../src/screening/data-fields.js";
import type {InputRecord} from "../../src/screening/input-record.js";
import {TextReader} from "../../src/screening/record-reader.js";
import {screen} from "../../src/screening/screen.js";
import {closeScreening, openScreening, type ScreeningContext} from "../../src/screening/screening-context.js";

/** Mangled inputs of each kind; `FUZZ_INPUTS=20000` for the long run. */
const INPUTS = Number(process.env["FUZZ_INPUTS"] ?? 600);
const LABELS = {setId: "fuzz", sourceId: "fuzz", source: "fuzz"};
const SMILES = [
  ..."CCO c1ccccc1 CC(=O)Oc1ccccc1C(=O)O CN1CCC[C@H]1c1cccnc1 [Na+].[O-]C(C)=O C[N+](C)(C)C F/C=C/F".split(" "),
  ..."C1CC2(C1)CCC2 [13CH3]O O=C1NC(=O)c2ccccc12 C#N [2H]O[2H] c1ccc2[nH]ccc2c1 CS(=O)(=O)N N[C@@H](C)C(=O)O".split(" ")
];
const MOLBLOCK =
  "m\n  x\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 O   0  0\n  1  2  1  0\nM  END\n";
const SDF = `${MOLBLOCK}> <IC50>\n12.5\n\n> <Note>\na\nb\n\n$$$$\n`;
const CSV = 'id,smiles,"IC50, nM",Note\nE1,CCO,1.5,"a ""b"", c"\nE2,c1ccccc1,,x\n';
const NASTY = [
  ..."\0\r\n\t\"',;()[]{}@#%$!&~*:./\\-+=0123456789CNOcnoHBrl><| é漢\ufeff\u200b\ud800".split(""),
  "$$$$\n",
  "M  END\n",
  "999",
  "[",
  "C".repeat(90)
];

const random = seededRandom(20_260_921);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** A text with one to five cuts, copies, swaps or insertions. */
function mangle(text: string): string {
  let mangled = text;
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const at = Math.floor(random() * (mangled.length + 1));
    const length = Math.floor(random() * 6);
    const change = random();
    if (change < 0.25) mangled = mangled.slice(0, at) + mangled.slice(at + length);
    else if (change < 0.75) mangled = mangled.slice(0, at) + pick(NASTY) + mangled.slice(at);
    else if (change < 0.9)
      mangled = mangled.slice(0, at) + mangled.slice(at, at + length).repeat(3) + mangled.slice(at);
    else mangled = mangled.slice(0, at);
  }
  return mangled;
}

function read(text: string, cut: number): InputRecord[] {
  const reader = new TextReader(new DataFields());
  const records = [...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut))];
  return [...records, ...reader.end()];
}

let context: ScreeningContext;
let memory: WebAssembly.Memory | undefined;
beforeAll(async () => {
  memory = await memoryOf(async () => {
    context = openScreening(await loadRDKit(), await readScreeningTables());
  });
});
afterAll(() => {
  closeScreening(context);
});
/** The memory of the engine that `load` starts. */
async function memoryOf(load: () => Promise<void>): Promise<WebAssembly.Memory | undefined> {
  const found: WebAssembly.Memory[] = [];
  const original = WebAssembly.instantiate;
  const spy = vi.spyOn(WebAssembly, "instantiate").mockImplementation((async (
    bytes: BufferSource,
    imports: WebAssembly.Imports
  ) => {
    const source = await original(bytes, imports);
    for (const one of Object.values(source.instance.exports)) if (one instanceof WebAssembly.Memory) found.push(one);
    return source;
  }) as unknown as typeof WebAssembly.instantiate);
  await load();
  spy.mockRestore();
  return found[0];
}
/** Bytes of the engine's memory; it never shrinks, so that a leak shows as growth. */
const heap = (): number => memory?.buffer.byteLength ?? NaN;

describe("reading and screening what is mangled", () => {
  it.each([
    ["SMILES", () => mangle(pick(SMILES))],
    ["SDF", () => mangle(SDF)],
    ["CSV", () => mangle(CSV)]
  ])("accounts for every record of %s as row or issue, wherever it is cut, and leaks nothing", (_, make) => {
    let count = 0;
    const turn = (): void => {
      const text = make();
      const records = read(text, text.length);
      expect(read(text, Math.floor(random() * (text.length + 1))), JSON.stringify(text)).toEqual(records);
      const {rows, issues} = screen(records, context, LABELS);
      expect(rows.length + issues.length, JSON.stringify(text)).toBe(records.length);
      for (const {reason} of issues) expect(reason).not.toBe("");
      for (const row of rows)
        expect(Number.isFinite(row.sa_score) && Number.isFinite(row.qed), JSON.stringify(text)).toBe(true);
      count += records.length;
    };
    for (let i = 0; i < INPUTS / 3; i++) turn();
    const before = heap();
    for (let i = 0; i < INPUTS; i++) turn();
    expect(count).toBeGreaterThan(0);
    expect(heap() - before).toBe(0);
  });
});
