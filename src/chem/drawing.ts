import {compactSvg, type CompactDrawing} from "./compact-svg.js";
import {
  ATOM_PALETTE,
  contributionClass,
  DRAWING_STYLES,
  haloColour,
  type DrawingStyleName,
  type HighlightKind,
  INK_COLOUR,
  NOTE_COLOUR
} from "./drawing-style.js";
import {layOut, layOutOver, type LayoutMethod, makeTemplate} from "./layout.js";
import type {Mol, RDKit} from "./molecule.js";

/** Atoms and bonds to mark, all by index in the order of the given structure. */
export type Highlight =
  | {readonly kind: HighlightKind; readonly atoms: readonly number[]; readonly bonds?: readonly number[]}
  /** Marks every match of a SMARTS. */
  | {readonly kind: HighlightKind; readonly smarts: string}
  /** Marks every match of a structure: SMARTS when it is a pattern, else a SMILES or molfile whose hydrogens do not count. */
  | {readonly kind: HighlightKind; readonly query: string; readonly isPattern: boolean}
  /** Shades each atom by its share of the largest: negative purple, positive orange. */
  | {readonly kind: "contribution"; readonly values: readonly number[]};

/** What to draw. */
export interface DrawingRequest {
  /** SMILES, CXSMILES or molblock; a molblock keeps its own 2D layout. */
  readonly structure: string;
  readonly style: DrawingStyleName;
  readonly highlights: readonly Highlight[];
  /** SMILES, SMARTS or molblock over which the structure is laid; null for its own best layout. */
  readonly alignTo: string | null;
  /** Read the structure as a SMARTS query, with its query features. */
  readonly isQuery: boolean;
  /** Write R, S, E and Z beside the centres. */
  readonly showsStereoLabels: boolean;
}

/** A drawing of a structure; one bond is 14.4 units long whatever the molecule. */
export interface Drawing extends CompactDrawing {
  readonly layout: LayoutMethod;
  /** Number of atoms marked by each highlight, in the order asked. */
  readonly marked: readonly number[];
}

/** A request with every choice at its usual value. */
export function drawingRequest(structure: string, choices: Partial<DrawingRequest> = {}): DrawingRequest {
  return {
    structure,
    style: "cell",
    highlights: [],
    alignTo: null,
    isQuery: false,
    showsStereoLabels: false,
    ...choices
  };
}

/**
 * Draws a structure.
 *
 * @returns null when RDKit cannot read it, or it has no atom
 * @see Brecher 2008, doi:10.1351/pac200880020277 (graphical representation of structures)
 */
export function drawStructure(rdkit: RDKit, request: DrawingRequest): Drawing | null {
  const molecule = request.isQuery ? rdkit.get_qmol(request.structure) : rdkit.get_mol(request.structure);
  if (molecule === null) return null;
  try {
    if (molecule.get_num_atoms() === 0) return null;
    return draw(rdkit, molecule, request);
  } finally {
    molecule.delete();
  }
}

function draw(rdkit: RDKit, molecule: Mol, request: DrawingRequest): Drawing {
  const layout = chooseLayout(rdkit, molecule, request.alignTo);
  const {details, marked} = highlightDetails(rdkit, molecule, request.highlights);
  const svg = molecule.get_svg_with_highlights(JSON.stringify({...drawerOptions(request), ...details}));
  return {...compactSvg(svg), layout, marked};
}

function chooseLayout(rdkit: RDKit, molecule: Mol, alignTo: string | null): LayoutMethod {
  const isGiven = molecule.has_coords() === 2;
  const template = alignTo === null ? null : makeTemplate(rdkit, alignTo);
  if (template !== null) {
    const isAligned = layOutOver(molecule, template);
    template.delete();
    if (isAligned) return "aligned";
  }
  if (isGiven) return "given";
  return layOut(molecule);
}

/** RDKit's options for a style; shapes are cut to their ink afterwards. */
export function drawerOptions({style, showsStereoLabels}: Pick<DrawingRequest, "style" | "showsStereoLabels">): object {
  const {bondLength, lineWidth, fontSize, bondSpacing, labelMargin} = DRAWING_STYLES[style];
  return {
    width: -1,
    height: -1,
    // RDKit multiplies by its layout's bond of 1.5 Å.
    fixedBondLength: bondLength / 1.5,
    bondLineWidth: lineWidth,
    scaleBondWidth: false,
    multipleBondOffset: bondSpacing,
    additionalAtomLabelPadding: labelMargin,
    fixedFontSize: fontSize,
    annotationFontScale: 0.7,
    clearBackground: false,
    atomColourPalette: ATOM_PALETTE,
    symbolColour: INK_COLOUR,
    annotationColour: NOTE_COLOUR,
    addStereoAnnotation: showsStereoLabels,
    dummiesAreAttachments: true,
    fillHighlights: true,
    highlightRadius: 0.42,
    highlightBondWidthMultiplier: 8,
    scaleHighlightBondWidth: false
  };
}

interface HighlightDetails {
  readonly atoms: number[];
  readonly bonds: number[];
  readonly highlightAtomColors: Record<number, readonly number[]>;
  readonly highlightBondColors: Record<number, readonly number[]>;
}

function highlightDetails(
  rdkit: RDKit,
  molecule: Mol,
  highlights: readonly Highlight[]
): {readonly details: HighlightDetails; readonly marked: readonly number[]} {
  const atomColours = new Map<number, readonly number[]>();
  const bondColours = new Map<number, readonly number[]>();
  const marked = highlights.map((highlight) => {
    if (highlight.kind === "contribution") return shadeAtoms(highlight.values, atomColours);
    const found = placesOf(rdkit, molecule, highlight);
    const colour = haloColour(`halo-${highlight.kind}`);
    for (const atom of found.atoms) atomColours.set(atom, colour);
    for (const bond of found.bonds ?? []) bondColours.set(bond, colour);
    return new Set(found.atoms).size;
  });
  const details = {
    atoms: [...atomColours.keys()],
    bonds: [...bondColours.keys()],
    highlightAtomColors: Object.fromEntries(atomColours),
    highlightBondColors: Object.fromEntries(bondColours)
  };
  return {details, marked};
}

function shadeAtoms(values: readonly number[], colours: Map<number, readonly number[]>): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  values.forEach((value, atom) => {
    const name = contributionClass(value / largest);
    if (name !== null) colours.set(atom, haloColour(name));
  });
  return values.length;
}

interface Match {
  readonly atoms: readonly number[];
  readonly bonds: readonly number[];
}

type MarkedPlaces = Exclude<Highlight, {readonly kind: "contribution"}>;

function placesOf(rdkit: RDKit, molecule: Mol, highlight: MarkedPlaces): Partial<Match> & Pick<Match, "atoms"> {
  if ("smarts" in highlight) return matchesOf(molecule, rdkit.get_qmol(highlight.smarts));
  if (!("query" in highlight)) return highlight;
  const {query, isPattern} = highlight;
  return matchesOf(molecule, (isPattern ? null : rdkit.get_mol(query)) ?? rdkit.get_qmol(query));
}

function matchesOf(molecule: Mol, query: Mol | null): Match {
  if (query === null) return {atoms: [], bonds: []};
  const found = JSON.parse(molecule.get_substruct_matches(query)) as readonly Match[] | Record<string, never>;
  query.delete();
  const list = Array.isArray(found) ? (found as readonly Match[]) : [];
  return {atoms: list.flatMap(({atoms}) => atoms), bonds: list.flatMap(({bonds}) => bonds)};
}
