import type {FilterNode} from "../filters/filter-node.js";
import {parseFilter} from "../filters/parse-filter.js";

/** A filter, and how many of the ranges in the address were set before it. */
export interface PlacedStep {
  readonly after: number;
  readonly node: FilterNode;
}

/** Filters as they stand in an address: JSON; empty for none. */
export const formatSteps = (steps: readonly PlacedStep[]): string =>
  steps.length === 0 ? "" : JSON.stringify(steps.map(({after, node}) => ({after, ...node})));

/** Filters from the text of an address; null when any of it cannot be read. */
export function parseSteps(text: string): readonly PlacedStep[] | null {
  if (text === "") return [];
  try {
    const content: unknown = JSON.parse(text);
    if (!Array.isArray(content)) return null;
    return content.map((step: unknown) => ({after: placeOf(step), node: parseFilter(step)}));
  } catch {
    return null;
  }
}

function placeOf(step: unknown): number {
  const after = typeof step === "object" && step !== null && "after" in step ? step.after : 0;
  return typeof after === "number" && after >= 0 ? after : 0;
}
