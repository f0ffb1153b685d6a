import {optional} from "./table.js";

/** The column that decisions add to a set. */
export const triageColumns = {
  decision: optional(
    "VARCHAR",
    "Decision",
    "Keep, maybe or drop, as decided in this browser; missing where nobody has."
  )
} as const;
