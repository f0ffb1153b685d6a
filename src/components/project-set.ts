import {compoundNumbers, compoundTexts} from "../store/queries/project-compounds.js";
import {publishedColumns} from "../store/published-answers.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import type {ColumnValues} from "../tables/packed-columns.js";
import {defineTable} from "../tables/table.js";
import type {Cell} from "../tables/text-column.js";
import {pagePause} from "./page-pause.js";

const isListed = (name: string): boolean =>
  compoundNumbers.includes(name) || compoundTexts.some((text) => text === name);

/** The published compounds as a list holds them: names, structures and every number. */
const listed = defineTable(
  compounds.name,
  compounds.about,
  Object.fromEntries(Object.entries(compounds.columns).filter(([name]) => isListed(name)))
);

/**
 * The project's compounds, as the build has written them for this page.
 *
 * @throws StoreError with words for the user
 */
export async function openProjectSet(): Promise<ColumnSet> {
  const columns = await publishedColumns("project-compounds", pagePause());
  const rowCount = columns["compound_id"]?.length ?? 0;
  const numbers = compoundNumbers.map((name) => [name, numbersOf(columns[name], rowCount)] as const);
  const texts = compoundTexts.map((name) => [name, textsOf(columns[name])] as const);
  return ColumnSet.of(listed, rowCount, Object.fromEntries(numbers), Object.fromEntries(texts));
}

/** Numbers as they are; a column of which nothing is known is all missing. */
const numbersOf = (values: ColumnValues | undefined, rowCount: number): Float64Array =>
  values instanceof Float64Array ? values : new Float64Array(rowCount).fill(NaN);

const textsOf = (values: ColumnValues | undefined): Cell[] =>
  values === undefined || values instanceof Float64Array ? [] : [...values];

/** Whether a set is the project's own, not one that the reader brought. */
export const isProjectSet = (set: ColumnSet): boolean =>
  "set_id" in set.table.columns && set.cell("set_id", 0) !== "dropped";
