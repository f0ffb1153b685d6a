import {open, rm} from "node:fs/promises";
import {join} from "node:path";
import {quoteText} from "../../src/store/table-sql.js";
import {associations} from "../../src/tables/bulk.js";
import {SourceError} from "../http/source-error.js";
import {openNativeStore} from "../native-store.js";
import {SchemaDrift} from "../normalise/schema-drift.js";
import {openTargets} from "./open-targets.js";
import type {Fetched, Source, SourceContext} from "./source.js";

const ROOT = "https://ftp.ebi.ac.uk/pub/databases/opentargets/platform";
/** Data sets read, and how each aggregates evidence. */
const DATASETS = ["association_overall_direct", "association_by_datasource_direct"];

/** Open Targets bulk files: direct associations of all diseases, part after part through DuckDB. */
export const openTargetsBulk: Source = {
  ...openTargets,
  id: "opentargets_bulk",
  name: "Open Targets Platform: all diseases",
  hosts: {"ftp.ebi.ac.uk": {concurrency: 1, gapMs: 500, retries: 5, timeoutMs: 60_000}},
  tables: [associations],
  isNeeded: false,
  isOptIn: true,
  plan: () =>
    DATASETS.map((name) => ({
      what: `associations of all diseases (${name})`,
      url: `${ROOT}/latest/output/${name}/`,
      size: "about 15 files, 1.2 GB; each is read and removed"
    })),
  findRelease: async (http) => {
    const {body} = await http.request({url: `${ROOT}/`, expect: "text", fresh: true});
    const releases = [...String(body).matchAll(/href="(\d\d\.\d\d)\/?"/g)].map((match) => match[1] ?? "").sort();
    const release = releases.at(-1);
    if (release === undefined) throw new SchemaDrift("Open Targets folder: expected links to releases, got none");
    return release;
  },
  fetch: fetchBulk
};

/** Names of the parts in a folder: they hold an id of the release, so the folder is listed first. */
export const partNames = (listing: string): string[] =>
  [...new Set([...listing.matchAll(/href="([^"/]*part-[^"/]*\.parquet)"/g)].map((match) => match[1] ?? ""))].sort();

async function fetchBulk(context: SourceContext): Promise<Fetched> {
  const {http, release, workFolder, report, download} = context;
  const kept: string[] = [];
  for (const dataset of DATASETS) {
    const folder = `${ROOT}/${release ?? "latest"}/output/${dataset}`;
    const {body} = await http.request({url: `${folder}/`, expect: "text"});
    const names = partNames(String(body));
    if (names.length === 0) throw new SourceError("the folder lists no part-*.parquet", `${folder}/`);
    for (const [i, name] of names.entries()) {
      const file = join(workFolder, `${dataset}-${name}`);
      await download({
        ...{url: `${folder}/${name}`, file, sha256: null, findFault: findParquetFault},
        onProgress: () => undefined
      });
      kept.push(file);
      report(dataset, i + 1, names.length);
    }
  }
  const target = join(workFolder, "associations.parquet");
  const count = await joinAssociations(kept, target);
  for (const file of kept) await rm(file, {force: true});
  return {tables: [{table: associations, rows: {file: target, count}}], issues: [], warnings: []};
}

const PARQUET_MARK = "PAR1";

/** A whole Parquet file begins and ends with its mark; a web page or a file cut short does not. */
async function findParquetFault(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    const {size} = await handle.stat();
    const marks = await Promise.all([0, size - 4].map((at) => handle.read(Buffer.alloc(4), 0, 4, Math.max(0, at))));
    const isWhole = marks.every(({buffer}) => buffer.toString("latin1") === PARQUET_MARK);
    return isWhole ? null : "what came is not a whole Parquet file";
  } finally {
    await handle.close();
  }
}

/** Column names since 26.03 and before; the aggregation is in a column, or in none for the overall score. */
const COLUMNS = [
  {score: "associationScore", aggregation: "aggregationValue"},
  {score: "score", aggregation: "datasourceId"},
  {score: "score", aggregation: null}
];

async function joinAssociations(files: readonly string[], target: string): Promise<number> {
  const store = await openNativeStore();
  try {
    await store.run("SET memory_limit = '1GB'");
    await store.run("SET threads = 1");
    const selects: string[] = [];
    for (const file of files) {
      const described = await store.rows<{column_name: string}>({
        sql: `DESCRIBE FROM read_parquet(${quoteText(file)})`,
        parameters: []
      });
      selects.push(
        selectAssociations(
          file,
          described.map(({column_name: name}) => name)
        )
      );
    }
    const options = "FORMAT parquet, COMPRESSION zstd";
    await store.run(`COPY (${selects.join(" UNION ALL ")}) TO ${quoteText(target)} (${options})`);
    const sql = `SELECT count(*) AS n FROM read_parquet(${quoteText(target)})`;
    const [row] = await store.rows<{n: number}>({sql, parameters: []});
    return row?.n ?? 0;
  } finally {
    await store.close();
  }
}

function selectAssociations(file: string, names: readonly string[]): string {
  const known = COLUMNS.find(
    ({score, aggregation}) => names.includes(score) && (aggregation === null || names.includes(aggregation))
  );
  if (!known || !names.includes("diseaseId") || !names.includes("targetId"))
    throw new SchemaDrift(
      `Open Targets association file: columns: expected diseaseId, targetId, associationScore, got ${names.join(", ")}`
    );
  const isOverall = file.includes("association_overall") || known.aggregation === null;
  return `SELECT diseaseId AS disease_id, targetId AS target_id,
    ${isOverall ? "'overall'" : `CAST(${known.aggregation ?? ""} AS VARCHAR)`} AS aggregation,
    CAST(${known.score} AS DOUBLE) AS score, CAST(evidenceCount AS INTEGER) AS n_evidence
    FROM read_parquet(${quoteText(file)})`;
}
