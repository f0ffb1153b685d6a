import {publishedRows} from "../store/published-answers.js";
import type {ColumnSet} from "../tables/column-set.js";
import {potencyActivities, type SeriesActivity} from "./series-model.js";

/** The median potencies of the project's targets, one activity per target and type. @throws StoreError */
export async function projectActivities(set: ColumnSet): Promise<SeriesActivity[]> {
  return potencyActivities(set, await publishedRows("project-potencies"));
}

/** The sources of the project's compounds and potencies, in words. @throws StoreError */
export async function projectSourceWords(): Promise<string> {
  const rows = await publishedRows("project-sources");
  const each = (read: (row: (typeof rows)[number]) => string | null): string =>
    [...new Set(rows.flatMap((row) => read(row) ?? []))].join(", ");
  const names = each(({name, release}) => (release === null ? name : `${name} (${release})`));
  return `${names}; licence ${each(({licence}) => licence)}; ${each(({doi}) => doi && `doi:${doi}`)}`;
}
