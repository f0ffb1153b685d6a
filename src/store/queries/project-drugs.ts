import type {DrugRow} from "../../tables/drugs.js";
import type {Query} from "../store.js";

/** Drugs and candidates on the project's targets, the furthest in the clinic first. */
export function projectDrugs(): Query<DrugRow> {
  return {
    sql: "FROM drugs WHERE is_project_drug ORDER BY max_phase DESC NULLS LAST, first_approval NULLS LAST, name",
    parameters: []
  };
}
