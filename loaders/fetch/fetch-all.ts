import {join} from "node:path";
import {existsSync} from "node:fs";
import type {Row, Table} from "../../src/tables/table.js";
import {readParquet} from "../inputs.js";
import type {Source} from "../sources/source.js";
import {mergeTables, type SourceCopy} from "./merge-tables.js";
import {openPartStore} from "./part-store.js";
import {type FetchRun, type Outcome, questionOf, runSource} from "./run-source.js";

export interface FetchAll extends Omit<FetchRun, "readFetched"> {
  /** All sources there are, in order: later ones may read what earlier ones fetched. */
  readonly sources: readonly Source[];
  /** Ids of the sources to fetch; empty for all but the opt-in ones. */
  readonly only: readonly string[];
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Fetches the chosen sources one after the other, then writes the tables from all good copies. */
export async function fetchAll(options: FetchAll): Promise<readonly Outcome[]> {
  const {sources, only} = options;
  const unknown = only.find((id) => !sources.some((source) => source.id === id));
  if (unknown !== undefined)
    throw new Error(`there is no source '${unknown}'; known: ${sources.map(({id}) => id).join(", ")}`);
  const chosen = sources.filter(({id, isOptIn}) => (only.length > 0 ? only.includes(id) : !isOptIn));
  const outcomes: Outcome[] = [];
  for (const source of chosen) {
    const run: FetchRun = {...options, readFetched: (table) => readFetched(options, table)};
    const outcome = await runSource(source, run);
    outcomes.push(outcome);
    options.onOutcome(outcome);
  }
  await mergeTables(options.rawFolder, await findCopies(options));
  return outcomes;
}

/** The copies that answer the project, of all sources, fetched now or before. */
async function findCopies({sources, rawFolder, project}: FetchAll): Promise<SourceCopy[]> {
  return Promise.all(
    sources.map(async (source) => {
      const copy = await openPartStore(rawFolder, source.id).find();
      return {source, copy: copy?.question === questionOf(source, project) ? copy : null};
    })
  );
}

async function readFetched<T extends Table>(options: FetchAll, table: T): Promise<Row<T>[]> {
  const rows: Row<T>[] = [];
  for (const {source, copy} of await findCopies(options)) {
    const part = copy?.parts[table.name];
    const file = part && join(options.rawFolder, ".sources", source.id, part);
    if (file && existsSync(file)) rows.push(...(await readParquet(table, file)));
  }
  return rows;
}
