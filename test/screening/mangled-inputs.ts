import {seededRandom} from "../../src/base/random.js";
import {DataFields} from "../../src/screening/data-fields.js";
import type {InputRecord} from "../../src/screening/input-record.js";
import {TextReader} from "../../src/screening/record-reader.js";
import {screen, type Screened} from "../../src/screening/screen.js";
import type {ScreeningContext} from "../../src/screening/screening-context.js";

/** Kinds of input that are mangled. */
export type MangledKind = "SMILES" | "SDF" | "CSV";
export const MANGLED_KINDS: readonly MangledKind[] = ["SMILES", "SDF", "CSV"];

/** What became of some mangled inputs: every record must be a row or an issue. */
export interface FuzzAccount {
  readonly inputs: number;
  readonly records: number;
  readonly rows: number;
  readonly issues: number;
  /** Bytes of the engine's memory, which never shrinks: a leak shows as growth. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

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

/** A stream of mangled inputs, the same for the same seed. */
export class MangledInputs {
  readonly #random: () => number;

  constructor(seed = 20_260_921) {
    this.#random = seededRandom(seed);
  }

  /** The next input of a kind. */
  next(kind: MangledKind): string {
    if (kind === "SMILES") return this.#mangle(this.#pick(SMILES));
    return this.#mangle(kind === "SDF" ? SDF : CSV);
  }

  /** Some place in a text, at its ends too. */
  place(text: string): number {
    return Math.floor(this.#random() * (text.length + 1));
  }

  #pick(list: readonly string[]): string {
    return list[Math.floor(this.#random() * list.length)] ?? "";
  }

  /** A text with one to five cuts, copies, swaps or insertions. */
  #mangle(text: string): string {
    let mangled = text;
    for (let times = 1 + Math.floor(this.#random() * 5); times > 0; times--) {
      const at = this.place(mangled);
      const length = Math.floor(this.#random() * 6);
      const change = this.#random();
      if (change < 0.25) mangled = mangled.slice(0, at) + mangled.slice(at + length);
      else if (change < 0.75) mangled = mangled.slice(0, at) + this.#pick(NASTY) + mangled.slice(at);
      else if (change < 0.9)
        mangled = mangled.slice(0, at) + mangled.slice(at, at + length).repeat(3) + mangled.slice(at);
      else mangled = mangled.slice(0, at);
    }
    return mangled;
  }
}

/** The records of a text that comes in two pieces. */
export function readInPieces(text: string, cut: number): InputRecord[] {
  const reader = new TextReader(new DataFields());
  const records = [...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut))];
  return [...records, ...reader.end()];
}

/** One input, what was read of it whole and cut in two, and what became of that. */
export interface FuzzTurn {
  readonly text: string;
  readonly records: readonly InputRecord[];
  readonly cutRecords: readonly InputRecord[];
  readonly screened: Screened;
}

/**
 * Reads and screens so many mangled inputs of a kind, after a third as many that bring the engine's memory to its level.
 *
 * @param memory of the engine
 * @param check looks at each input
 */
export function fuzz(
  mangled: MangledInputs,
  kind: MangledKind,
  inputs: number,
  {context, memory}: {readonly context: ScreeningContext; readonly memory: WebAssembly.Memory},
  check: (turn: FuzzTurn) => void = () => undefined
): FuzzAccount {
  const turn = (): FuzzTurn => {
    const text = mangled.next(kind);
    const records = readInPieces(text, text.length);
    const cutRecords = readInPieces(text, mangled.place(text));
    const made = {text, records, cutRecords, screened: screen(records, context, LABELS)};
    check(made);
    return made;
  };
  for (let at = 0; at < inputs / 3; at++) turn();
  const heapBefore = memory.buffer.byteLength;
  let [records, rows, issues] = [0, 0, 0];
  for (let at = 0; at < inputs; at++) {
    const {records: read, screened} = turn();
    records += read.length;
    rows += screened.rows.length;
    issues += screened.issues.length;
  }
  return {inputs, records, rows, issues, heapBefore, heapAfter: memory.buffer.byteLength};
}

/** Starts an engine and gives its memory too. @throws when the engine has none */
export async function withEngineMemory<T>(start: () => Promise<T>): Promise<{started: T; memory: WebAssembly.Memory}> {
  const found: WebAssembly.Memory[] = [];
  const original = WebAssembly.instantiate;
  const watching = async (bytes: BufferSource, imports: WebAssembly.Imports): Promise<unknown> => {
    const source = await original(bytes, imports);
    for (const one of Object.values(source.instance.exports)) if (one instanceof WebAssembly.Memory) found.push(one);
    return source;
  };
  Object.assign(WebAssembly, {instantiate: watching});
  try {
    const started = await start();
    const [memory] = found;
    if (!memory) throw new Error("the engine has no memory");
    return {started, memory};
  } finally {
    Object.assign(WebAssembly, {instantiate: original});
  }
}

/** An account in one line. */
export const accountWords = (name: string, account: FuzzAccount): string =>
  `${name}: ${String(account.inputs)} mangled inputs, ${String(account.records)} records = ${String(account.rows)} rows + ${String(account.issues)} issues; wasm heap ${megabytes(account.heapBefore)} MB before, ${megabytes(account.heapAfter)} MB after`;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
