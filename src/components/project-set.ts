import {openProjectStore} from "../store/project-store.js";
import {compoundNumbers, projectCompoundNames, projectCompoundNumbers} from "../store/queries/project-compounds.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {defineTable} from "../tables/table.js";

const TEXTS = ["compound_id", "set_id", "name", "smiles", "inchikey", "alerts"] as const;

/** The published compounds as a list holds them: names, structures and every number. */
const listed = defineTable(
  compounds.name,
  compounds.about,
  Object.fromEntries(
    Object.entries(compounds.columns).filter(
      ([name]) => compoundNumbers.includes(name) || TEXTS.some((text) => text === name)
    )
  )
);

/**
 * The project's compounds, from the published tables.
 *
 * @throws StoreError with words for the user
 */
export async function openProjectSet(): Promise<ColumnSet> {
  const store = await openProjectStore();
  const names = await store.rows(projectCompoundNames());
  const numbers = await store.columns(projectCompoundNumbers());
  const texts = TEXTS.map((text) => [text, names.map((row) => row[text])] as const);
  return ColumnSet.of(listed, names.length, numbers, Object.fromEntries(texts));
}

/** Whether a set is the project's own, not one that the reader brought. */
export const isProjectSet = (set: ColumnSet): boolean =>
  "set_id" in set.table.columns && set.cell("set_id", 0) !== "dropped";
