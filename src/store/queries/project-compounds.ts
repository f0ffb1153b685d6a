import {compounds} from "../../tables/compounds.js";
import type {Column} from "../../tables/table.js";
import type {Query} from "../store.js";
import {quoteName} from "../table-sql.js";

/** What a list of compounds shows of a compound in words; the rest is asked for when one is opened. */
export interface CompoundName {
  readonly compound_id: string;
  readonly set_id: string;
  readonly name: string | null;
  readonly smiles: string;
  readonly alerts: string | null;
  readonly inchikey: string;
}

const ORDER = "ORDER BY set_id, line, compound_id";

/** Columns of the compounds table that a list shows in words. */
export const compoundTexts = ["compound_id", "set_id", "name", "smiles", "inchikey", "alerts"] as const;

/** Names of the numeric columns of the compounds table. */
export const compoundNumbers: readonly string[] = Object.entries<Column>(compounds.columns)
  .filter(([, {type}]) => type !== "VARCHAR" && type !== "BOOLEAN")
  .map(([name]) => name);

/** Names, structure, alerts and every number known of every published compound, in the order of `projectCompoundNames`. */
export function projectCompounds(): Query<CompoundName> {
  const columns = [...compoundTexts, ...compoundNumbers].map(quoteName).join(", ");
  return {sql: `SELECT ${columns} FROM compounds ${ORDER}`, parameters: []};
}

/** Id, set, name, structure and InChIKey of every published compound, by set and line. */
export function projectCompoundNames(): Query<CompoundName> {
  return {sql: `SELECT ${compoundTexts.join(", ")} FROM compounds ${ORDER}`, parameters: []};
}
