import {type RDKit, withMolecule} from "../chem/molecule.js";
import {moleculeQuery} from "../chem/molecule-query.js";
import {unpackedTarget, unpackTarget} from "../chem/packed-target.js";
import {matchState} from "../chem/match-state.js";
import {occursIn, planQuery} from "../chem/smarts-query.js";
import type {CompiledQuery} from "./compiled-query.js";
import type {RowBlock} from "./row-block.js";
import {type RowParts, rowParts} from "./row-parts.js";
import {RowSegment, SEGMENT_ROWS} from "./row-segment.js";

/** A piece of an answer. */
export interface SearchStep {
  /** Keys of hits. */
  readonly keys: readonly number[];
  /** Similarity of each hit; null in the other modes. */
  readonly scores: readonly number[] | null;
  /** Rows of which this step says whether they are hits. */
  readonly settled: number;
}

/** Candidates looked at in one step: some two milliseconds of work, by us and by RDKit. */
const STEP_ROWS = {ours: 512, rdkit: 12} as const;
const NO_MATCH = "{}";

/**
 * A share of a set that one engine searches. Substructures are screened by bit-sliced path fingerprints and each
 * candidate is verified, the likeliest first, by our own matching where that means what RDKit means, else by RDKit;
 * similarities are exact. One owner: dropping it frees its memory.
 */
export class SearchShard {
  readonly #rdkit: RDKit;
  readonly #kernels: WebAssembly.Module;
  readonly #segments: RowSegment[] = [];
  /** Room for the structure that is looked at. */
  readonly #room = unpackedTarget();
  readonly #elements = new Uint16Array(256);
  #count = 0;
  #unreadable = 0;

  /** @param kernels compiled from src/kernels/assembly */
  constructor(rdkit: RDKit, kernels: WebAssembly.Module) {
    this.#rdkit = rdkit;
    this.#kernels = kernels;
  }

  /** Rows that can be searched. */
  get count(): number {
    return this.#count;
  }

  /** Rows given without a structure that RDKit reads: they are no hit of any search, of "not contains" neither. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Bytes held, the engine's own not counted. */
  get byteLength(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.byteLength, 0);
  }

  /** Adds rows by their SMILES; null has no structure. */
  async addSmiles(keys: readonly number[], smiles: readonly (string | null)[]): Promise<void> {
    for (const [index, text] of smiles.entries()) {
      const parts = text === null || text === "" ? null : this.#read(text);
      if (parts === null) this.#unreadable++;
      else await this.add(keys[index] ?? 0, parts);
    }
  }

  /** Adds a row. */
  async add(key: number, parts: RowParts): Promise<void> {
    let segment = this.#segments.at(-1);
    if (segment === undefined || segment.isFull) {
      await segment?.seal(this.#kernels);
      segment = new RowSegment();
      this.#segments.push(segment);
    }
    segment.add(key, parts);
    this.#count++;
  }

  /** Adds rows that were made ready when the set was screened. @throws when there is not one key for each */
  async addBlocks(keys: Uint32Array<ArrayBuffer>, blocks: readonly RowBlock[]): Promise<void> {
    await this.#segments.at(-1)?.seal(this.#kernels);
    this.#segments.push(await RowSegment.of(keys, blocks, this.#kernels));
    this.#count += keys.length;
  }

  /** Slices the last rows too, when there are enough to be worth it. */
  async seal(atLeast = WORTH_SLICING): Promise<void> {
    const last = this.#segments.at(-1);
    if (last && last.count >= atLeast) await last.seal(this.#kernels);
  }

  /**
   * Answers a query step by step, for the rows from `from` on (a place in the order in which rows came).
   *
   * @throws when the engine is broken
   */
  *search(compiled: CompiledQuery, from = 0): Generator<SearchStep> {
    let first = 0;
    for (const segment of this.#segments) {
      const start = Math.max(0, from - first);
      if (start < segment.count) yield* this.#searchSegment(compiled, segment, start);
      first += segment.count;
    }
  }

  *#searchSegment(compiled: CompiledQuery, segment: RowSegment, start: number): Generator<SearchStep> {
    const {query, morgan, metric} = compiled;
    if (query.mode === "similar") {
      if (morgan === null) throw new Error("invalid query: no fingerprint");
      const {rows, scores} = segment.similar(morgan, metric, query.threshold, query.most, start);
      yield {keys: segment.keysOf(rows), scores: [...scores], settled: segment.count - start};
      return;
    }
    const candidates = candidatesOf(compiled, segment, start);
    const isNegated = query.mode.startsWith("not ");
    const others = segment.count - start - candidates.length;
    if (others > 0) {
      const keys = isNegated ? segment.keysOf(othersOf(candidates, segment.count, start)) : [];
      yield {keys, scores: null, settled: others};
    }
    const isOurs = compiled.plan !== null && query.mode !== "exact";
    const size = isOurs ? STEP_ROWS.ours : STEP_ROWS.rdkit;
    for (let at = 0; at < candidates.length; at += size) {
      const rows = candidates.subarray(at, at + size);
      const hits = rows.filter((row) => this.#verify(compiled, segment, row) !== isNegated);
      yield {keys: segment.keysOf(hits), scores: null, settled: rows.length};
    }
  }

  #verify(compiled: CompiledQuery, segment: RowSegment, row: number): boolean {
    const packed = segment.packed(row);
    const found = packed && this.#verifyPacked(compiled, packed);
    if (found !== null) return found;
    const {query, pattern, parent} = compiled;
    const verdict = withMolecule(this.#rdkit, segment.smiles(row), (molecule) => {
      if (query.mode === "exact") return molecule.get_smiles() === parent;
      if (query.mode.endsWith("contained in")) return pattern.get_substruct_match(molecule) !== NO_MATCH;
      return molecule.get_substruct_match(pattern) !== NO_MATCH;
    });
    return verdict ?? false;
  }

  /** Whether a row is what a query asks for, by our own matching; null when RDKit must be asked. */
  #verifyPacked({query, plan, target}: CompiledQuery, packed: Uint8Array): boolean | null {
    if (query.mode === "exact") return null;
    const row = unpackTarget(packed, this.#room);
    if (!query.mode.endsWith("contained in")) return plan && occursIn(plan, matchState(row, this.#elements));
    const graph = target && moleculeQuery(row);
    const rowPlan = graph && planQuery(graph);
    return target && rowPlan && occursIn(rowPlan, matchState(target, this.#elements));
  }

  #read(smiles: string): RowParts | null {
    return withMolecule(this.#rdkit, smiles, (molecule) => rowParts(molecule, smiles));
  }
}

/** Rows from `start` on that are no candidates. */
function othersOf(candidates: Uint32Array, count: number, start: number): Uint32Array {
  const isCandidate = new Uint8Array(count);
  for (const row of candidates) isCandidate[row] = 1;
  const others = new Uint32Array(count - start - candidates.length);
  for (let row = start, at = 0; row < count; row++) if (isCandidate[row] === 0) others[at++] = row;
  return others;
}

/** Fewer rows are searched as fast one by one. */
const WORTH_SLICING = SEGMENT_ROWS / 16;

function candidatesOf({query, screen}: CompiledQuery, segment: RowSegment, start: number): Uint32Array {
  if (query.mode.endsWith("contained in")) return segment.subsets(screen, start);
  const supersets = segment.supersets(screen, start);
  if (query.mode !== "exact") return supersets;
  const same = new Set(segment.subsets(screen, start));
  return supersets.filter((row) => same.has(row));
}
