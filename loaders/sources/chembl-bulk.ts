import {createReadStream} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {createGunzip} from "node:zlib";
import {chemreps} from "../../src/tables/bulk.js";
import {SourceError} from "../http/source-error.js";
import {CHEMREPS_HEADER, loadChemreps} from "../load-chemreps.js";
import {SchemaDrift} from "../normalise/schema-drift.js";
import {chembl} from "./chembl.js";
import type {Fetched, Source, SourceContext} from "./source.js";

const FOLDER = "https://ftp.ebi.ac.uk/pub/databases/chembl/ChEMBLdb/latest";

/** ChEMBL's file of all compounds, streamed, compared with its checksum, resumed when broken. */
export const chemblBulk: Source = {
  ...chembl,
  id: "chembl_bulk",
  name: "ChEMBL: all compounds",
  hosts: {"ftp.ebi.ac.uk": {concurrency: 1, gapMs: 500, retries: 5, timeoutMs: 60_000}},
  tables: [chemreps],
  isNeeded: false,
  isOptIn: true,
  plan: () => [{what: "all compounds", url: `${FOLDER}/`, size: "1 file of about 293 MB, 2.9 million compounds"}],
  findRelease: async (http) => {
    const {body} = await http.request({url: `${FOLDER}/README`, expect: "text", fresh: true});
    const release = /Release:\s*(chembl_\d+(?:_\d+)?)/i.exec(String(body))?.[1];
    if (release === undefined) throw new SchemaDrift("ChEMBL README: expected a line 'Release: chembl_NN', got none");
    return release;
  },
  fetch: fetchChemreps
};

async function fetchChemreps({http, release, workFolder, report, download}: SourceContext): Promise<Fetched> {
  const name = `${release ?? ""}_chemreps.txt.gz`;
  const {body} = await http.request({url: `${FOLDER}/checksums.txt`, expect: "text"});
  const sha256 = new RegExp(`^([0-9a-f]{64})\\s+\\*?(?:\\./)?${name}$`, "im").exec(String(body))?.[1];
  if (sha256 === undefined) throw new SourceError(`checksums.txt does not name ${name}`, `${FOLDER}/checksums.txt`);
  const file = join(workFolder, name);
  await download({
    url: `${FOLDER}/${name}`,
    file,
    sha256: sha256.toLowerCase(),
    onProgress: (done, total) => {
      report("bytes of all compounds", done, total);
    }
  });
  await checkHeader(file);
  const parquet = join(workFolder, "chemreps.parquet");
  const count = await loadChemreps(file, parquet);
  report("compounds", count, count);
  return {tables: [{table: chemreps, rows: {file: parquet, count}}], issues: [], warnings: []};
}

async function checkHeader(file: string): Promise<void> {
  const lines = createInterface({input: createReadStream(file).pipe(createGunzip())});
  for await (const line of lines) {
    lines.close();
    if (line === CHEMREPS_HEADER) return;
    throw new SchemaDrift(`ChEMBL chemreps: header: expected ${CHEMREPS_HEADER}, got ${line.slice(0, 200)}`);
  }
  throw new SchemaDrift("ChEMBL chemreps: expected a header, got an empty file");
}
