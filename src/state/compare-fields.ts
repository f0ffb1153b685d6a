import {customField, type StateOf} from "./url-state.js";

/** Compounds compared at most: more do not fit side by side. */
export const MOST_COMPARED = 6;

/** Compounds named one after another: no SMILES holds a space, comma or semicolon. */
export const namesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== "");

/** State of the Compare page: ids of the project or SMILES, the reference first. */
export const compareFields = {
  c: customField<readonly string[]>(
    [],
    (text) => [...new Set(namesIn(text))].slice(0, MOST_COMPARED),
    (list) => list.join(" ")
  )
} as const;

export type CompareState = StateOf<typeof compareFields>;
