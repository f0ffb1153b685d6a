import {optional} from "./table.js";

/** The column that a similarity search adds to a set. */
export const similarityColumns = {
  similarity: optional(
    "DOUBLE",
    "Similarity",
    "Similarity to the structure searched for, 0-1; missing below the least asked for."
  )
} as const;
