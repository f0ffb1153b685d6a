import {AROMATIC_BOND, type MatchTarget} from "./match-target.js";
import {unpackedTarget} from "./packed-target.js";
import {type PathGraph, pathFingerprint, SINGLE_OR_AROMATIC} from "./path-fingerprint.js";
import type {BondTest, QueryGraph} from "./smarts-query.js";

const ORDERS = 256;
/** A bond of every order, outside rings and in them. */
const EVERY_BOND: MatchTarget = {
  ...unpackedTarget(),
  order: Uint8Array.from({length: 2 * ORDERS}, (_, place) => place % ORDERS),
  inRing: Uint8Array.from({length: 2 * ORDERS}, (_, place) => (place < ORDERS ? 0 : 1))
};

/**
 * The bits that every molecule has in which a query occurs: those of the paths of which elements and bonds are certain.
 * No bits when nothing is.
 */
export const queryPathFingerprint = (graph: QueryGraph): Uint8Array => pathFingerprint(certainGraph(graph));

/** A query as a molecule of which only that is kept which is certain: element 0 and order 0 for the rest. */
function certainGraph({atoms, bonds}: QueryGraph): PathGraph {
  const near = atoms.map((): {readonly atom: number; readonly order: number}[] => []);
  for (const {from, to, test} of bonds) {
    const order = certainOrder(test);
    near[from]?.push({atom: to, order});
    near[to]?.push({atom: from, order});
  }
  const first = new Uint16Array(atoms.length + 1);
  near.forEach((list, atom) => {
    first[atom + 1] = (first[atom] ?? 0) + list.length;
  });
  return {
    count: atoms.length,
    element: Uint8Array.from(atoms, ({element}) => element ?? 0),
    first,
    neighbour: Uint16Array.from(near.flat(), ({atom}) => atom),
    order: Uint8Array.from(near.flat(), ({order}) => order)
  };
}

/** The one order that a bond of a query may have; 0 where it leaves another choice than single or aromatic. */
function certainOrder(test: BondTest): number {
  const orders = new Set<number>();
  for (let place = 0; place < 2 * ORDERS; place++) if (test(EVERY_BOND, place)) orders.add(place % ORDERS);
  const [only] = orders;
  if (orders.size === 1 && only !== undefined) return only;
  return orders.size === 2 && orders.has(1) && orders.has(AROMATIC_BOND) ? SINGLE_OR_AROMATIC : 0;
}
