import type {ColumnRow} from "../../src/tables/columns.js";
import type {Table} from "../../src/tables/table.js";

/** The data dictionary of tables. */
export function makeColumns(tables: readonly Table[]): ColumnRow[] {
  return tables.flatMap((table) =>
    Object.entries(table.columns).map(([name, column], i) => ({
      table_name: table.name,
      table_about: table.about,
      column_name: name,
      position: i + 1,
      label: column.label,
      type: column.type,
      unit: column.unit,
      is_nullable: column.nullable,
      about: column.about
    }))
  );
}
