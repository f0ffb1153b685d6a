import type {Mol, RDKit} from "./molecule.js";

/** Two-dimensional coordinates, one pair per atom. */
export type Coordinates = readonly (readonly [number, number])[];

/** How a molecule got its coordinates. */
export type LayoutMethod = "given" | "aligned" | "rdkit" | "coordgen";

/** Atoms nearer than this share of a bond length are drawn on top of each other. */
const CLASH = 0.45;
/** RDKit's bond length, ångström. */
const BOND = 1.5;
/** Rings of this size and larger are drawn as perfect circles by RDKit; CoordGen gives them the shape chemists draw. */
const MACROCYCLE = 9;

/**
 * Gives a molecule coordinates for drawing: RDKit's own layout, or CoordGen's where that has fewer atoms and bonds on
 * top of each other, or where there is a macrocycle.
 *
 * @see Schrödinger CoordGen libs, https://github.com/schrodinger/coordgenlibs
 */
export function layOut(molecule: Mol): LayoutMethod {
  molecule.set_new_coords();
  tidy(molecule);
  const isMacrocycle = largestRing(molecule) >= MACROCYCLE;
  const plain = countOverlaps(molecule);
  if (plain === 0 && !isMacrocycle) return "rdkit";
  molecule.set_new_coords(true);
  tidy(molecule);
  const other = countOverlaps(molecule);
  if (other < plain || (isMacrocycle && other === plain)) return "coordgen";
  molecule.set_new_coords();
  tidy(molecule);
  return "rdkit";
}

/**
 * Lays a molecule over a template with coordinates, so that what they share looks the same.
 *
 * @param template a query with coordinates of its own
 * @returns false when the template does not occur in the molecule; its coordinates are then as they were
 */
export function layOutOver(molecule: Mol, template: Mol): boolean {
  const options = {acceptFailure: false, allowRGroups: false, useCoordGen: false};
  const match = molecule.generate_aligned_coords(template, JSON.stringify(options));
  return match !== "" && match !== "{}" && molecule.has_coords() > 0;
}

/**
 * Makes a template for `layOutOver` from SMILES or SMARTS; release it with `delete`.
 *
 * @returns null when it is neither
 */
export function makeTemplate(rdkit: RDKit, text: string): Mol | null {
  const template = rdkit.get_mol(text) ?? rdkit.get_qmol(text);
  if (template !== null && template.has_coords() === 0) layOut(template);
  return template;
}

/** Number of pairs of atoms, or of bonds, drawn on top of each other. */
export function countOverlaps(molecule: Mol): number {
  const coordinates = molecule.get_coords() as Coordinates;
  const bonds = bondsOf(molecule);
  return countClashes(coordinates) + countCrossings(coordinates, bonds);
}

function tidy(molecule: Mol): void {
  molecule.normalize_depiction();
  molecule.straighten_depiction();
}

interface Json {
  readonly molecules: readonly [
    {
      readonly bonds?: readonly {readonly atoms: readonly [number, number]}[];
      readonly extensions?: readonly {readonly atomRings?: readonly (readonly number[])[]}[];
    }
  ];
}
const jsonOf = (molecule: Mol): Json["molecules"][0] => (JSON.parse(molecule.get_json()) as Json).molecules[0];
const bondsOf = (molecule: Mol): (readonly [number, number])[] =>
  (jsonOf(molecule).bonds ?? []).map(({atoms}) => atoms);

function largestRing(molecule: Mol): number {
  const rings = jsonOf(molecule).extensions?.flatMap(({atomRings}) => atomRings ?? []) ?? [];
  return rings.reduce((most, ring) => Math.max(most, ring.length), 0);
}

function countClashes(coordinates: Coordinates): number {
  const near = (CLASH * BOND) ** 2;
  let clashes = 0;
  coordinates.forEach(([x, y], i) => {
    for (let j = 0; j < i; j++) {
      const [u, v] = coordinates[j] ?? [Infinity, Infinity];
      if ((x - u) ** 2 + (y - v) ** 2 < near) clashes++;
    }
  });
  return clashes;
}

function countCrossings(coordinates: Coordinates, bonds: readonly (readonly [number, number])[]): number {
  let crossings = 0;
  bonds.forEach(([a, b], i) => {
    for (const [c, d] of bonds.slice(0, i)) {
      if (a === c || a === d || b === c || b === d) continue;
      const [p, q, r, s] = [coordinates[a], coordinates[b], coordinates[c], coordinates[d]];
      if (p && q && r && s && side(p, q, r) !== side(p, q, s) && side(r, s, p) !== side(r, s, q)) crossings++;
    }
  });
  return crossings;
}

type Point = readonly [number, number];
const side = ([x, y]: Point, [u, v]: Point, [s, t]: Point): boolean => (u - x) * (t - y) - (v - y) * (s - x) > 0;
