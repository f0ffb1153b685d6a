import type {FilterNode} from "../filters/filter-node.js";
import type {Range} from "../kernels/column-bins.js";
import type {PlacedStep} from "../state/step-text.js";

/** Names of filters in the order wanted before, those that are gone left out, new ones at the end. */
export function keepOrder(wanted: readonly string[], present: readonly string[]): string[] {
  const held = new Set(present);
  return [...new Set([...wanted.filter((name) => held.has(name)), ...present])];
}

/** What an address holds of filters: ranges in their order, and other filters with how many ranges came before each. */
export interface AddressedFilters {
  readonly where: ReadonlyMap<string, Range>;
  readonly filter: readonly PlacedStep[];
}

/**
 * Filters as an address holds them.
 *
 * @param order names of all filters, those waiting for their column included
 */
export function addressedFilters(
  order: readonly string[],
  rangeOf: (name: string) => Range | undefined,
  stepOf: (name: string) => FilterNode | undefined
): AddressedFilters {
  const where = new Map<string, Range>();
  const filter: PlacedStep[] = [];
  for (const name of order) {
    const [range, node] = [rangeOf(name), stepOf(name)];
    if (range) where.set(name, range);
    else if (node) filter.push({after: where.size, node});
  }
  return {where, filter};
}
