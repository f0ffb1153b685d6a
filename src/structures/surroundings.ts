import {neighboursOf} from "./atom-bonds.js";
import {middleOf, normalOf} from "./geometry.js";
import {type DonorNeighbour, placeHydrogens} from "./hydrogen-places.js";
import {residueChemistry} from "./residue-chemistry.js";
import {isHydrogen, type Residue, type StructureAtom} from "./residues.js";
import type {AromaticRing, ChargedGroup, Donor, PlacedAtom, SiteFeatures} from "./site-features.js";

/** What the residues about a ligand can do, by the chemistry of their names. Residues outside `residues` are not bonded to. */
export function surroundingsOf(residues: readonly Residue[]): SiteFeatures {
  const placed = residues.flatMap((residue) =>
    residue.atoms.filter((atom) => !isHydrogen(atom)).map((atom): PlacedAtom => ({atom, residue}))
  );
  const neighbours = neighboursOf(placed.map(({atom}) => atom));
  const around = (index: number): PlacedAtom[] => (neighbours[index] ?? []).flatMap((i) => placed[i] ?? []);
  const chemistry = new Map(residues.map(({name}) => [name, residueChemistry(name)]));
  const has = (kind: "flat" | "turning" | "acceptors", {atom, residue}: PlacedAtom): boolean =>
    chemistry.get(residue.name)?.[kind].includes(atom.name) ?? false;
  const donors = placed.flatMap((own, index): Donor[] => {
    const isFlat = has("flat", own);
    if (!isFlat && !has("turning", own)) return [];
    const beside = around(index).filter(({atom}) => atom.element.toUpperCase() !== "H");
    // The first nitrogen of a chain is charged and turns; that of proline has no hydrogen.
    const isStart = own.atom.name === "N" && beside.length === 1;
    const near = (neighbours[index] ?? []).map((i): DonorNeighbour => ({
      place: placed[i]?.atom ?? own.atom,
      beyond: around(i).flatMap(({atom}) => (atom === own.atom ? [] : [atom]))
    }));
    const hydrogens = placeHydrogens(own.atom, near, isFlat && !isStart, isStart || own.atom.name === "NZ" ? 3 : 1);
    return hydrogens.kind === "fixed" && hydrogens.at.length === 0 ? [] : [{...own, hydrogens}];
  });
  const acceptors = placed.filter((own) => has("acceptors", own));
  return {
    donors,
    acceptors,
    binders: [...acceptors, ...placed.filter(({atom, residue}) => residue.name === "CYS" && atom.name === "SG")],
    charges: residues.flatMap((residue) => chargesOf(residue)),
    rings: residues.flatMap((residue) => ringsOf(residue)),
    carbons: placed.filter(
      ({atom}, i) =>
        atom.element.toUpperCase() === "C" && around(i).every((other) => other.atom.element.toUpperCase() === "C")
    )
  };
}

const named = (residue: Residue, names: readonly string[]): StructureAtom[] =>
  names.flatMap((name) => residue.atoms.find((atom) => atom.name === name) ?? []);

function chargesOf(residue: Residue): ChargedGroup[] {
  const {positive, negative} = residueChemistry(residue.name);
  const end = named(residue, ["OXT"]).length > 0 ? [["O", "OXT"]] : [];
  const groups = [
    ...[[...positive]].map((names) => ({sign: 1 as const, names})),
    ...[[...negative], ...end].map((names) => ({sign: -1 as const, names}))
  ];
  return groups.flatMap(({sign, names}) => {
    const atoms = named(residue, names);
    return atoms.length === 0 ? [] : [{sign, atoms, centre: middleOf(atoms), residue}];
  });
}

function ringsOf(residue: Residue): AromaticRing[] {
  return residueChemistry(residue.name).rings.flatMap((names) => {
    const atoms = named(residue, names);
    return atoms.length < names.length ? [] : [{atoms, centre: middleOf(atoms), normal: normalOf(atoms), residue}];
  });
}
