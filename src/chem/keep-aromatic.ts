import type {MoleculeGraph} from "./molecule-graph.js";
import {bondsOf, otherEnd} from "./sub-molecule.js";

const DOUBLE = 2;

/**
 * The graph with the double bonds of its aromatic atoms laid anew, so that those of the kept atoms pair up among
 * themselves and bonds to the rest are single: cutting indole's benzene ring off then leaves pyrrole, whichever Kekulé
 * form was written. The graph as it is when the kept atoms cannot pair up (half of azulene).
 */
export function keepAromatic(graph: MoleculeGraph, keep: ReadonlySet<number>): MoleculeGraph {
  const unpaired = new Set([...keep].filter((atom) => hasAromaticDouble(graph, atom)));
  const partners = new Map<number, number>();
  if (!pairUp(graph, unpaired, partners)) return graph;
  const bonds = graph.bonds.map((bond) =>
    bond.isAromatic ? {...bond, order: partners.get(bond.from) === bond.to ? DOUBLE : 1} : bond
  );
  return {...graph, bonds};
}

const hasAromaticDouble = (graph: MoleculeGraph, atom: number): boolean =>
  bondsOf(graph, atom).some(({isAromatic, order}) => isAromatic && order === DOUBLE);

/** Pairs every atom with an aromatic neighbour, those with least choice first; false when one is left alone. */
function pairUp(graph: MoleculeGraph, unpaired: Set<number>, partners: Map<number, number>): boolean {
  const [next] = [...unpaired]
    .map((atom) => ({atom, choices: choicesOf(graph, unpaired, atom)}))
    .sort((a, b) => a.choices.length - b.choices.length);
  if (!next) return true;
  for (const partner of next.choices) {
    unpaired.delete(next.atom);
    unpaired.delete(partner);
    if (pairUp(graph, unpaired, partners)) {
      partners.set(next.atom, partner).set(partner, next.atom);
      return true;
    }
    unpaired.add(next.atom).add(partner);
  }
  return false;
}

const choicesOf = (graph: MoleculeGraph, unpaired: ReadonlySet<number>, atom: number): number[] =>
  bondsOf(graph, atom)
    .filter(({isAromatic}) => isAromatic)
    .map((bond) => otherEnd(bond, atom))
    .filter((other) => unpaired.has(other));
