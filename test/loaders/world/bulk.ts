import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {sha256} from "../../../loaders/http/response-cache.js";
import {openNativeStore} from "../../../loaders/native-store.js";
import type {Asked} from "../http/test-server.js";

const chemreps = gzipSync(
  [
    "chembl_id\tcanonical_smiles\tstandard_inchi\tstandard_inchi_key",
    "CHEMBL1\tCCO\tInChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3\tLFQSCWFLJHTTHZ-UHFFFAOYSA-N",
    "CHEMBL2\tC\tInChI=1S/CH4/h1H4\tVNWKTOKETHGBQD-UHFFFAOYSA-N",
    ""
  ].join("\n")
);

/** The bytes of a Parquet file with the rows of a query. */
export async function makeParquet(sql: string): Promise<Uint8Array> {
  const file = join(mkdtempSync(join(tmpdir(), "fumehood-")), "part.parquet");
  const store = await openNativeStore();
  await store.run(`COPY (${sql}) TO '${file}' (FORMAT parquet)`);
  await store.close();
  return readFileSync(file);
}

/** The folders of bulk files: listings as HTML, parts with the columns of the present and of an older release. */
export async function makeBulk(): Promise<(asked: Asked) => unknown> {
  const overall = await makeParquet(
    "SELECT 'MONDO_1' AS diseaseId, 'ENSG1' AS targetId, 'overall' AS aggregationValue, 0.5 AS associationScore, 3 AS evidenceCount"
  );
  const older = await makeParquet(
    "SELECT 'MONDO_1' AS diseaseId, 'ENSG1' AS targetId, 'europepmc' AS datasourceId, 0.25 AS score, 2 AS evidenceCount"
  );
  const listing = (...names: string[]) => ({
    headers: {"content-type": "text/html"},
    body: names.map((name) => `<a href="${name}">${name}</a>`).join("\n")
  });
  return ({path}) => {
    if (path.endsWith("/README")) return {body: "* Release: chembl_37\n"};
    if (path.endsWith("/checksums.txt")) return {body: `${sha256(chemreps)}  chembl_37_chemreps.txt.gz\n`};
    if (path.endsWith("_chemreps.txt.gz")) return {body: chemreps};
    if (path.endsWith("/platform/")) return listing("25.12/", "26.06/", "latest/");
    if (path.endsWith(".parquet")) return {body: path.includes("overall") ? overall : older};
    if (path.includes("/26.06/output/"))
      return listing("_SUCCESS", "part-00000-x.snappy.parquet", "part-00000-x.snappy.parquet.crc");
    return null;
  };
}
