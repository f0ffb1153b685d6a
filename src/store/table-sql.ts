import type {Column, Table} from "../tables/table.js";

/** An identifier as SQL writes it, e.g. `"n"`; quotes inside are doubled. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal as SQL writes it, e.g. `'it''s'`. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The statement that makes the table of a contract, empty; required columns refuse NULL. */
export function createTableSql(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, column]) => `${quoteName(name)} ${columnType(column)}`);
  return `CREATE OR REPLACE TABLE ${quoteName(table.name)} (${columns.join(", ")})`;
}

function columnType({type, nullable}: Column): string {
  return nullable ? type : `${type} NOT NULL`;
}
