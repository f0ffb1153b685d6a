import {compactSvg, type CompactDrawing} from "./compact-svg.js";
import {DRAWING_STYLES} from "./drawing-style.js";
import {drawerOptions} from "./drawing.js";
import {layOut} from "./layout.js";
import {type RDKit, withMolecule} from "./molecule.js";

/** A drawing with the place of every atom in it, in the drawing's own units. */
export interface PlacedDrawing extends CompactDrawing {
  readonly atoms: readonly (readonly [x: number, y: number])[];
}

const MARK_RADIUS = 0.1;

/**
 * Draws a molecule and says where its atoms are, in the order of the molblock, whatever coordinates it has.
 *
 * @returns null when RDKit cannot read it
 */
export function drawPlaced(rdkit: RDKit, molblock: string): PlacedDrawing | null {
  return withMolecule(rdkit, molblock, (molecule) => {
    layOut(molecule);
    const atoms = Array.from({length: molecule.get_num_atoms()}, (_, i) => i);
    const options = {
      ...drawerOptions({style: "page", showsStereoLabels: false}),
      ...{atoms, bonds: [], highlightRadius: MARK_RADIUS}
    };
    const svg = molecule.get_svg_with_highlights(JSON.stringify(options));
    const marks = [...svg.matchAll(/<ellipse\s[^>]*?cx='([^']+)'\s+cy='([^']+)'[^>]*\/>/g)];
    return {
      ...compactSvg(svg.replace(/<ellipse\s[\s\S]*?\/>/g, "")),
      atoms: marks.slice(0, atoms.length).map(([, x, y]) => [Number(x), Number(y)] as const)
    };
  });
}

/** Length of a bond in drawing units. */
export const BOND_UNITS = DRAWING_STYLES.page.bondLength;
