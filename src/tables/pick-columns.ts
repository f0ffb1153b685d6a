import {optional} from "./table.js";

/** The column that a diverse choice adds to a set. */
export const pickColumns = {
  pick: optional(
    "INTEGER",
    "Chosen as",
    "Place in the order in which a diverse few were chosen, from 1; missing for the others."
  )
} as const;
