import type {AtomSpec} from "3dmol";
import {elementNumber, elementSymbol} from "../chem/element.js";
import type {SecondaryRange} from "../structures/parsed-structure.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import {isHydrogen, type Residue, type StructureAtom} from "../structures/residues.js";

/** Some chains of a structure, and the atoms of them as the viewer's library takes them. */
export interface ChainAtoms {
  readonly chains: ReadonlySet<string>;
  readonly specs: () => AtomSpec[];
}

/** Atoms of a part at least; a chain is never divided, for its ribbon and bonds must be of one piece. */
const LEAST = 5000;

/**
 * Atoms as the viewer's library takes them, in parts of whole chains. The library's own readers are not used: they run on
 * the page's thread, know no insertion codes and take alternative places as they come.
 *
 * @param slot 0 of the structure, 1 of the other of a superposition; part of the key of each residue
 */
export function chainAtoms(structure: OpenedStructure, slot: 0 | 1): ChainAtoms[] {
  const {drawn, secondary, residues} = structure;
  const ranges = rangesByChain(secondary);
  const owner = new Map<StructureAtom, Residue>();
  for (const residue of residues) for (const atom of residue.atoms) owner.set(atom, residue);
  return partsOf(drawn).map(({chains, indices}) => {
    const specs = (): AtomSpec[] => {
      const places = new Map(indices.map((index, place) => [index, place]));
      return indices.map((index, place) => specOf(structure, {index, place, places, owner, ranges, slot}));
    };
    return {chains, specs};
  });
}

function partsOf(drawn: readonly StructureAtom[]): {chains: Set<string>; indices: number[]}[] {
  const byChain = new Map<string, number[]>();
  drawn.forEach(({chain}, index) => {
    const own = byChain.get(chain);
    if (own) own.push(index);
    else byChain.set(chain, [index]);
  });
  const parts: {chains: Set<string>; indices: number[]}[] = [];
  for (const [chain, indices] of byChain) {
    const last = parts[parts.length - 1];
    if (last && last.indices.length < LEAST) {
      last.chains.add(chain);
      last.indices.push(...indices);
    } else parts.push({chains: new Set([chain]), indices: [...indices]});
  }
  return parts;
}

interface Place {
  /** Among the atoms of the structure, and of the part. */
  readonly index: number;
  readonly place: number;
  readonly places: ReadonlyMap<number, number>;
  readonly owner: ReadonlyMap<StructureAtom, Residue>;
  readonly ranges: ReadonlyMap<string, readonly SecondaryRange[]>;
  readonly slot: 0 | 1;
}

function specOf({drawn, bonds}: OpenedStructure, {index, place, places, owner, ranges, slot}: Place): AtomSpec {
  const atom = drawn[index];
  if (!atom) throw new Error(`invalid index: ${String(index)}`);
  const residue = owner.get(atom);
  const range = ranges.get(atom.chain)?.find(({from, to}) => atom.residueNumber >= from && atom.residueNumber <= to);
  const neighbours = bonds[index] ?? [];
  const inPart = neighbours.flatMap((other) => places.get(other) ?? []);
  return {
    ...{elem: elementSymbol(elementNumber(atom.element)), atom: atom.name, resn: atom.residueName},
    ...{resi: atom.residueNumber, icode: atom.insertionCode, chain: atom.chain, serial: atom.serial, index: place},
    ...{x: atom.x, y: atom.y, z: atom.z, b: atom.b ?? 0, hetflag: residue?.role !== "polymer"},
    ...{bonds: inPart, bondOrder: inPart.map(() => 1), ...foldOf(range, atom.residueNumber)},
    properties: {rid: `${String(slot)}/${residue?.id ?? ""}`, isOnCarbon: isOnCarbon(atom, neighbours, drawn)}
  } as AtomSpec;
}

const isOnCarbon = (atom: StructureAtom, neighbours: readonly number[], all: readonly StructureAtom[]): boolean =>
  isHydrogen(atom) && neighbours.some((i) => all[i]?.element === "C");

function foldOf(range: SecondaryRange | undefined, number: number): Partial<AtomSpec> {
  if (!range) return {ss: "c"};
  return {
    ss: range.kind === "helix" ? "h" : "s",
    ...(number === range.from ? {ssbegin: true} : {}),
    ...(number === range.to ? {ssend: true} : {})
  };
}

function rangesByChain(ranges: readonly SecondaryRange[]): Map<string, SecondaryRange[]> {
  const found = new Map<string, SecondaryRange[]>();
  for (const range of ranges) found.set(range.chain, [...(found.get(range.chain) ?? []), range]);
  return found;
}
