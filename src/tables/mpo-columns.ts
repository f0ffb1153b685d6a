import {optional, required} from "./table.js";

/** Columns that a profile adds to a set. */
export const mpoColumns = {
  mpo_score: optional(
    "DOUBLE",
    "MPO score",
    "Score under the profile chosen; missing where the profile's policy gives none."
  ),
  mpo_known: required("DOUBLE", "MPO known", "Share of the profile's weight whose values are known, 0-1.")
} as const;
