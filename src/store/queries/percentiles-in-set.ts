import {descriptorColumns, type DescriptorName, type Descriptors} from "../../tables/descriptor-columns.js";
import type {Query} from "../store.js";

/** Share of a set at or below each value, 0-1; null for an empty set. */
export type Percentiles = {readonly [Name in DescriptorName]: number | null};

const NAMES = Object.keys(descriptorColumns) as DescriptorName[];

/** Where a compound's descriptors stand among the compounds of a set: the share of the set at or below each. */
export function percentilesInSet(setId: string, values: Descriptors): Query<Percentiles> {
  const shares = NAMES.map((name) => `avg((${name} <= ?)::INTEGER) AS ${name}`).join(", ");
  return {
    sql: `SELECT ${shares} FROM compounds WHERE set_id = ?`,
    parameters: [...NAMES.map((name) => values[name]), setId]
  };
}
