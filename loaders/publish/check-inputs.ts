import {activities, assays} from "../../src/tables/activities.js";
import {molecules} from "../../src/tables/molecules.js";
import {targetEvidence, targetFactors, targets} from "../../src/tables/targets.js";
import {checkInput} from "../inputs.js";
import {readProject} from "../project.js";

/** Tables without which there is no workbench. */
const NEEDED = [targets, targetEvidence, targetFactors, molecules, activities, assays];

/**
 * Looks at the project file and the data before a build, so that what is wrong is said at once and in plain words.
 *
 * @throws when the project file is wrong, or a table that is needed is missing or damaged
 */
export async function checkInputs(): Promise<void> {
  await readProject();
  for (const table of NEEDED) await checkInput(table);
}
