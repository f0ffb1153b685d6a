import {structureFields} from "../state/structure-fields.js";
import {urlState} from "../state/url-state.js";
import {publishedRows} from "../store/published-answers.js";
import {StructureBench} from "./structure-bench.js";

/** The Structures page: the project's structures, or one that the reader brings, in three dimensions. */
export async function structuresPage(invalidation: Promise<unknown>): Promise<HTMLElement> {
  const state = urlState(structureFields);
  const known = await publishedRows("project-structures").catch(() => []);
  const bench = new StructureBench(known, state);
  void invalidation.then(() => {
    bench.dispose();
    state.dispose();
  });
  return bench.node;
}
