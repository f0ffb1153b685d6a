import {quoteText} from "../src/store/table-sql.js";
import {openNativeStore} from "./native-store.js";

/** Memory that the database may use; the rest streams through. */
const MEMORY_LIMIT = "512MB";

/** The header of the file; another one means another format. */
export const CHEMREPS_HEADER = "chembl_id\tcanonical_smiles\tstandard_inchi\tstandard_inchi_key";

/**
 * Streams a gzipped chemreps file (tab-separated, a line per compound) into a Parquet file of table `chemreps`.
 *
 * @returns the number of compounds
 * @throws when the columns are not the known ones
 */
export async function loadChemreps(gzFile: string, parquetFile: string): Promise<number> {
  const store = await openNativeStore();
  try {
    await store.run(`SET memory_limit = '${MEMORY_LIMIT}'`);
    await store.run("SET threads = 1");
    await store.run("SET preserve_insertion_order = true");
    const names = CHEMREPS_HEADER.split("\t")
      .map((name) => `${quoteText(name)}: 'VARCHAR'`)
      .join(", ");
    const read = `read_csv(${quoteText(gzFile)}, delim = '\t', header = true, quote = '', escape = '',
      compression = 'gzip', auto_detect = false, columns = {${names}})`;
    await store.run(`COPY (
        SELECT chembl_id AS compound_id, canonical_smiles AS smiles, standard_inchi_key AS inchikey
        FROM ${read}
      ) TO ${quoteText(parquetFile)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)`);
    const [row] = await store.rows<{n: number}>({
      sql: `SELECT count(*) AS n FROM read_parquet(${quoteText(parquetFile)})`,
      parameters: []
    });
    return row?.n ?? 0;
  } finally {
    await store.close();
  }
}
