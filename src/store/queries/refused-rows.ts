import type {Query} from "../store.js";

/** Why rows of a table were refused or read in another way, and how many. */
export interface RefusedRows {
  readonly table_name: string;
  readonly reason: string;
  readonly n: number;
}

/** Reasons with their number of rows, the commonest first; numbers of two digits or more within a reason are written as "#". */
export function refusedRows(): Query<RefusedRows> {
  const sql = `
    SELECT table_name, regexp_replace(reason, '[0-9]{2,}', '#', 'g') AS reason, count(*)::INTEGER AS n
    FROM issues GROUP BY ALL ORDER BY n DESC, table_name, reason`;
  return {sql, parameters: []};
}
