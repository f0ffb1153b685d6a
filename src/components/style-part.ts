import type {AtomSelectionSpec, GLModel} from "3dmol";
import type {Residue} from "../structures/residues.js";
import type {PartFocus} from "./viewer-focus.js";
import {chainStyle, lineStyle, OTHER_COLOUR, type ViewStyle} from "./viewer-style.js";

/** Atoms of a residue of the structure itself. */
export const within = (residue: Residue): AtomSelectionSpec =>
  ({properties: {rid: `0/${residue.id}`}}) as AtomSelectionSpec;
const WATER = [{resn: "HOH"}, {resn: "WAT"}, {resn: "DOD"}];

/** Sets how some chains look, and what of the focus lies in them. @param isPart true of very large structures */
export function stylePart(model: GLModel, style: ViewStyle, focus: PartFocus, isPart: boolean): void {
  const {ligand, pocket, waters, isBehind, isAlone} = focus;
  model.setStyle({}, {});
  if (!isAlone) {
    model.setStyle({hetflag: false}, isPart ? lineStyle(style) : chainStyle(style, isBehind));
    model.setStyle({hetflag: true}, {stick: {radius: 0.12}, sphere: {radius: 0.3}});
    model.setStyle({or: WATER}, style.water ? {sphere: {radius: 0.25}} : {});
    for (const serial of waters) model.setStyle({serial}, {sphere: {radius: 0.25}});
    if (pocket.length > 0)
      model.setStyle({or: pocket.map(within)}, {stick: {radius: 0.09, colorscheme: "grayCarbon"}}, true);
  }
  if (ligand) model.setStyle(within(ligand), {stick: {radius: 0.2, colorscheme: "orangeCarbon"}});
  model.setStyle({properties: {isOnCarbon: true}} as AtomSelectionSpec, {});
}

/** Sets how chains of the other structure of a superposition look. */
export function styleOther(model: GLModel, {chain}: ViewStyle): void {
  model.setStyle({}, {});
  model.setStyle({hetflag: false}, chain === "hidden" ? {} : {cartoon: {color: OTHER_COLOUR, opacity: 0.6}});
  model.setStyle({hetflag: true, not: {or: WATER}}, {stick: {radius: 0.16, colorscheme: "greenCarbon"}});
}
