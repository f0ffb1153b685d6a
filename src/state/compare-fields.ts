import {customField, type StateOf} from "./url-state.js";

/** Compounds compared at most: more do not fit side by side. */
export const MOST_COMPARED = 6;

/** State of the Compare page: ids of the project or SMILES, which hold no space, the reference first. */
export const compareFields = {
  c: customField<readonly string[]>(
    [],
    (text) => [...new Set(text.split(/\s+/).filter((part) => part !== ""))].slice(0, MOST_COMPARED),
    (list) => list.join(" ")
  )
} as const;

export type CompareState = StateOf<typeof compareFields>;
