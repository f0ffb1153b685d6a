import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import type {SeriesItemJobs} from "./series-jobs.js";
import type {SeriesJobOptions, SeriesPool} from "./series-pool.js";

type MoleculeJob = "scaffolds" | "fingerprints" | "singleCuts" | "doubleCuts";

/** What is known of the molecules of a set, worked out in workers when first asked for and kept. */
export class SeriesChemistry {
  readonly pool: SeriesPool;
  readonly #smiles: readonly string[];
  #readFingerprints: (() => Promise<Uint8Array>) | undefined;
  readonly #known = new Map<MoleculeJob, Map<number, unknown>>();
  readonly #parents = new Map<string, string | null>();
  readonly #frameworks = new Map<string, string | null>();

  constructor(pool: SeriesPool, smiles: readonly string[]) {
    this.pool = pool;
    this.#smiles = smiles;
  }

  smiles(row: number): string {
    return this.#smiles[row] ?? "";
  }

  /** Takes what has been worked out before: the scaffold of each row (null for a row of which it is not known), and of scaffolds their parents and frameworks. */
  takeKnown(
    scaffolds: readonly (string | null)[],
    tree: readonly {readonly scaffold: string; readonly parent: string | null; readonly framework: string | null}[]
  ): void {
    const known = new Map<number, unknown>();
    scaffolds.forEach((scaffold, row) => {
      if (scaffold !== null) known.set(row, scaffold);
    });
    this.#known.set("scaffolds", known);
    for (const {scaffold, parent, framework} of tree) {
      this.#parents.set(scaffold, parent);
      this.#frameworks.set(scaffold, framework);
    }
  }

  /** The answers of a job for some rows, in their order. @throws as `SeriesPool.items` */
  async of<Job extends MoleculeJob>(
    job: Job,
    rows: ArrayLike<number>,
    options: SeriesJobOptions
  ): Promise<SeriesItemJobs[Job]["answer"][]> {
    if (job === "fingerprints" && rows.length > 0 && this.#readFingerprints) {
      const read = this.#readFingerprints;
      this.#readFingerprints = undefined;
      // What cannot be read is worked out.
      await read().then(
        (bytes) => {
          this.takeFingerprints(bytes);
        },
        () => undefined
      );
      options.signal.throwIfAborted();
    }
    const known = this.#known.get(job) ?? new Map<number, unknown>();
    this.#known.set(job, known);
    const unknown = Array.from(rows).filter((row) => !known.has(row));
    const answers = await this.pool.items(
      job,
      unknown.map((row) => this.smiles(row)),
      options
    );
    unknown.forEach((row, place) => known.set(row, answers[place] ?? null));
    return Array.from(rows, (row) => known.get(row) as SeriesItemJobs[Job]["answer"]);
  }

  /** Where the fingerprints of all rows can be read, row after row; asked for once, when they are first needed. */
  publishedAt(read: () => Promise<Uint8Array>): void {
    this.#readFingerprints = read;
  }

  /** Takes fingerprints that are known, row after row. */
  takeFingerprints(bytes: Uint8Array): void {
    const known = new Map<number, unknown>();
    for (let row = 0; row < bytes.length / MORGAN_BYTES; row++)
      known.set(row, bytes.subarray(row * MORGAN_BYTES, (row + 1) * MORGAN_BYTES));
    this.#known.set("fingerprints", known);
  }

  /** Fingerprints of rows one after another, and the rows that have one. @throws as `SeriesPool.items` */
  async joinedFingerprints(
    rows: Uint32Array,
    options: SeriesJobOptions
  ): Promise<{readonly known: Uint32Array; readonly bytes: Uint8Array}> {
    const fingerprints = await this.of("fingerprints", rows, options);
    const known = rows.filter((_, place) => fingerprints[place] !== null);
    const bytes = new Uint8Array(known.length * MORGAN_BYTES);
    let next = 0;
    for (const fingerprint of fingerprints) if (fingerprint) bytes.set(fingerprint, MORGAN_BYTES * next++);
    return {known, bytes};
  }

  /** Generic frameworks of rows, from their scaffolds. @throws as `SeriesPool.items` */
  async frameworks(rows: ArrayLike<number>, options: SeriesJobOptions): Promise<(string | null)[]> {
    const scaffolds = await this.of("scaffolds", rows, options);
    const unknown = [...new Set(scaffolds)].filter((one) => one !== null && !this.#frameworks.has(one));
    const texts = unknown.flatMap((one) => one ?? []);
    const frameworks = await this.pool.items("frameworks", texts, options);
    texts.forEach((scaffold, place) => this.#frameworks.set(scaffold, frameworks[place] ?? null));
    return scaffolds.map((scaffold) => (scaffold === null ? null : (this.#frameworks.get(scaffold) ?? null)));
  }

  /** Parents of scaffolds, of their parents, and so on to the roots. @throws as `SeriesPool.items` */
  async parents(scaffolds: Iterable<string>, options: SeriesJobOptions): Promise<ReadonlyMap<string, string | null>> {
    const unknown = [...new Set(scaffolds)].filter((scaffold) => !this.#parents.has(scaffold));
    const lineages = await this.pool.items("lineages", unknown, options);
    unknown.forEach((scaffold, place) => {
      let below = scaffold;
      for (const parent of lineages[place] ?? []) {
        this.#parents.set(below, parent);
        below = parent;
      }
      this.#parents.set(below, null);
    });
    return this.#parents;
  }
}
