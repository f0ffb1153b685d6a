import type {FilterNode} from "./filter-node.js";
import {parseFilter} from "./parse-filter.js";

/** Filters to be applied in order, under a name. */
export interface FilterRecipe {
  readonly name: string;
  readonly steps: readonly FilterNode[];
}

const VERSION = 1;

/** A recipe as a file, JSON. */
export const formatRecipe = ({name, steps}: FilterRecipe): string =>
  `${JSON.stringify({fumehood_filters: VERSION, name, steps}, null, 1)}\n`;

/**
 * Reads a recipe.
 *
 * @throws what is wrong with it, in words for whoever opens the file
 */
export function parseRecipe(text: string): FilterRecipe {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Error("it is not JSON", {cause});
  }
  if (typeof content !== "object" || content === null || !("fumehood_filters" in content))
    throw new Error("it holds no filters of this workbench");
  const {fumehood_filters: version, name, steps} = content as Readonly<Record<string, unknown>>;
  if (version !== VERSION) throw new Error(`its version ${String(version)} is not known here`);
  if (!Array.isArray(steps)) throw new Error(`"steps" is no list`);
  return {name: typeof name === "string" ? name : "", steps: steps.map((step) => parseFilter(step))};
}
