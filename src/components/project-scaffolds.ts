import {publishedRows} from "../store/published-answers.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {SeriesChemistry} from "../workers/series-chemistry.js";

/** Gives a chemistry of the project's set the published scaffolds, so that its first views need no engine. @throws StoreError */
export async function takePublishedScaffolds(set: ColumnSet, chemistry: SeriesChemistry): Promise<void> {
  const keyOf = (set_id: unknown, compound_id: unknown): string => `${String(set_id)} ${String(compound_id)}`;
  const [own, tree] = await Promise.all([publishedRows("project-scaffolds"), publishedRows("project-scaffold-tree")]);
  const scaffolds = new Map(own.map((row) => [keyOf(row.set_id, row.compound_id), row.scaffold]));
  const [setIds, ids] = [set.texts("set_id"), set.texts("compound_id")];
  // A published compound without a scaffold has no ring.
  const ofRows = ids.map((id, row) => scaffolds.get(keyOf(setIds[row], id)) ?? (scaffolds.size === 0 ? null : ""));
  chemistry.takeKnown(ofRows, tree);
}
