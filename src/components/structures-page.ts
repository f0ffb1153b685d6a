import {structureFields} from "../state/structure-fields.js";
import {urlState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {allStructures} from "../store/queries/all-structures.js";
import {StructureBench} from "./structure-bench.js";

/** The Structures page: the project's structures, or one that the reader brings, in three dimensions. */
export async function structuresPage(invalidation: Promise<unknown>): Promise<HTMLElement> {
  const state = urlState(structureFields);
  const known = await openProjectStore()
    .then((store) => store.rows(allStructures()))
    .catch(() => []);
  const bench = new StructureBench(known, state);
  void invalidation.then(() => {
    bench.dispose();
    state.dispose();
  });
  return bench.node;
}
