import type {SeriesItemJobs} from "./series-jobs.js";
import type {SeriesJobOptions, SeriesPool} from "./series-pool.js";

type MoleculeJob = "scaffolds" | "frameworks" | "fingerprints" | "singleCuts" | "doubleCuts";

/** What is known of the molecules of a set, worked out in workers when first asked for and kept. */
export class SeriesChemistry {
  readonly pool: SeriesPool;
  readonly #smiles: readonly string[];
  readonly #known = new Map<MoleculeJob, Map<number, unknown>>();
  readonly #parents = new Map<string, string | null>();

  constructor(pool: SeriesPool, smiles: readonly string[]) {
    this.pool = pool;
    this.#smiles = smiles;
  }

  smiles(row: number): string {
    return this.#smiles[row] ?? "";
  }

  /** The answers of a job for some rows, in their order. @throws as `SeriesPool.items` */
  async of<Job extends MoleculeJob>(
    job: Job,
    rows: ArrayLike<number>,
    options: SeriesJobOptions
  ): Promise<SeriesItemJobs[Job]["answer"][]> {
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
