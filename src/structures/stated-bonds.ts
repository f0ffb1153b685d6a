import type {NamedBond} from "./parsed-structure.js";
import type {OrderedBond} from "./perceive-bond-orders.js";
import {isHydrogen, type Residue} from "./residues.js";

/** Bonds that a file states for a component, by index among the heavy atoms of a ligand; null when it states none. */
export function statedBonds({atoms}: Residue, named: readonly NamedBond[] | undefined): OrderedBond[] | null {
  if (!named || named.length === 0) return null;
  const places = new Map(atoms.filter((atom) => !isHydrogen(atom)).map(({name}, i) => [name, i]));
  return named.flatMap(({from, to, order}) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [{from: a, to: b, order}];
  });
}
