import type {DrugReference} from "../../src/admet/drug-reference.js";
import {drugClasses} from "../../src/tables/drug-classes.js";
import {molecules} from "../../src/tables/molecules.js";
import {readOptionalInput} from "../inputs.js";
import {loadRDKit} from "../rdkit.js";
import {classReferences} from "./class-references.js";
import {openModels} from "./open-models.js";

/** References by ATC class of the project's drugs; none where no drug record has a class. */
export async function projectClassReferences(): Promise<DrugReference[]> {
  const classes = await readOptionalInput(drugClasses);
  if (classes.length === 0) return [];
  return classReferences(await loadRDKit(), await openModels(), await readOptionalInput(molecules), classes);
}
