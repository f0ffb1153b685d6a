import {type FilterRecipe, formatRecipe, parseRecipe} from "../filters/filter-recipe.js";
import {keptByName} from "./kept-by-name.js";

const recipes = keptByName<FilterRecipe>("fumehood:filters", (text) => parseRecipe(String(text)), formatRecipe);

/** Filters saved in this browser, by name; what cannot be read is left out. */
export const savedRecipes = recipes.all;

/** Saves filters under their name, in place of those that had it. @throws when the browser keeps nothing */
export const saveRecipe = recipes.save;

/** Forgets the filters of a name. */
export const forgetRecipe = recipes.forget;
