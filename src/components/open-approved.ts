import {FileAttachment} from "observablehq:stdlib";
import type {ColumnSet} from "../tables/column-set.js";
import {ApprovedDrugs} from "./approved-drugs.js";

interface ProjectSets {
  readonly compound_sets: readonly {readonly id: string; readonly kind: string}[];
}

/** The approved drugs among the project's compounds; null when it publishes none. */
export async function openApproved(project: ColumnSet): Promise<ApprovedDrugs | null> {
  const {compound_sets: sets} = await FileAttachment("../data/project.json").json<ProjectSets>();
  return ApprovedDrugs.of(
    project,
    sets.filter(({kind}) => kind === "approved").map(({id}) => id)
  );
}
