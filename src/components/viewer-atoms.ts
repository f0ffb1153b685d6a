import type {AtomSpec} from "3dmol";
import {elementNumber, elementSymbol} from "../chem/element.js";
import type {SecondaryRange} from "../structures/parsed-structure.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import {isHydrogen, type Residue, type StructureAtom} from "../structures/residues.js";

/**
 * Atoms as the viewer's library takes them. The library's own readers are not used: they run on the page's thread, know
 * no insertion codes and take alternative places as they come.
 *
 * @param slot 0 of the structure, 1 of the other of a superposition; part of the key of each residue
 */
export function atomSpecs({drawn, bonds, residues, secondary}: OpenedStructure, slot: 0 | 1): AtomSpec[] {
  const ranges = rangesByChain(secondary);
  const owner = new Map(residues.flatMap((residue) => residue.atoms.map(({serial}) => [serial, residue] as const)));
  return drawn.map((atom, index): AtomSpec => {
    const residue = owner.get(atom.serial);
    const range = ranges.get(atom.chain)?.find(({from, to}) => atom.residueNumber >= from && atom.residueNumber <= to);
    const neighbours = [...(bonds[index] ?? [])];
    return {
      ...{elem: elementSymbol(elementNumber(atom.element)), atom: atom.name, resn: atom.residueName},
      ...{resi: atom.residueNumber, icode: atom.insertionCode, chain: atom.chain, serial: atom.serial, index},
      ...{x: atom.x, y: atom.y, z: atom.z, b: atom.b ?? 0, hetflag: isOutside(residue)},
      ...{bonds: neighbours, bondOrder: neighbours.map(() => 1), ...foldOf(range, atom.residueNumber)},
      properties: {rid: `${String(slot)}/${residue?.id ?? ""}`, isOnCarbon: isOnCarbon(atom, neighbours, drawn)}
    } as AtomSpec;
  });
}

const isOnCarbon = (atom: StructureAtom, neighbours: readonly number[], all: readonly StructureAtom[]): boolean =>
  isHydrogen(atom) && neighbours.some((i) => all[i]?.element === "C");

const isOutside = (residue: Residue | undefined): boolean => residue?.role !== "polymer";

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
