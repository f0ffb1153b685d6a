import {type FilterRecipe, formatRecipe, parseRecipe} from "../filters/filter-recipe.js";

const KEY = "fumehood:filters";

/** Filters saved in this browser, by name; what cannot be read is left out. */
export function savedRecipes(storage: Pick<Storage, "getItem">): FilterRecipe[] {
  let content: unknown;
  try {
    content = JSON.parse(storage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(content)) return [];
  return content.flatMap((text: unknown) => {
    try {
      return [parseRecipe(String(text))];
    } catch {
      return [];
    }
  });
}

/** Saves filters under their name, in place of those that had it. @throws when the browser keeps nothing */
export function saveRecipe(storage: Pick<Storage, "getItem" | "setItem">, recipe: FilterRecipe): void {
  write(storage, [...savedRecipes(storage).filter(({name}) => name !== recipe.name), recipe]);
}

/** Forgets the filters of a name. */
export function forgetRecipe(storage: Pick<Storage, "getItem" | "setItem">, name: string): void {
  write(
    storage,
    savedRecipes(storage).filter((recipe) => recipe.name !== name)
  );
}

function write(storage: Pick<Storage, "setItem">, recipes: readonly FilterRecipe[]): void {
  const sorted = [...recipes].sort((a, b) => (a.name < b.name ? -1 : 1));
  storage.setItem(KEY, JSON.stringify(sorted.map(formatRecipe)));
}
