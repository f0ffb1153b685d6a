import {type Highlight, drawingRequest} from "../chem/drawing.js";
import {drawPicture} from "../workers/draw-client.js";
import {type Backdrop, inBackdrop, onWhite} from "./picture-file.js";

export interface StructurePictureOptions {
  readonly highlights?: readonly Highlight[];
  readonly alignTo?: string | null;
  readonly showsStereoLabels?: boolean;
}

/** Room around a structure, in units of the drawing; a bond is 14.4. */
const MARGIN = 8;
const SVG = "http://www.w3.org/2000/svg";
const PAINT = ["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity"];

/** A structure as an SVG file of its own. @throws when it cannot be drawn */
export async function structureSvg(
  smiles: string,
  {highlights = [], alignTo = null, showsStereoLabels = false}: StructurePictureOptions,
  backdrop: Backdrop
): Promise<string> {
  const picture = await drawPicture(drawingRequest(smiles, {style: "page", highlights, alignTo, showsStereoLabels}));
  if (!picture) throw new Error("the structure cannot be drawn");
  const {x, y, width, height, paths} = picture.drawing;
  const svg = document.createElementNS(SVG, "svg");
  const size = [width + 2 * MARGIN, height + 2 * MARGIN] as const;
  svg.setAttribute("class", "drawing");
  svg.setAttribute("viewBox", [x - MARGIN, y - MARGIN, ...size].map((each) => each.toFixed(1)).join(" "));
  svg.setAttribute("width", size[0].toFixed(1));
  svg.setAttribute("height", size[1].toFixed(1));
  svg.innerHTML = paths;
  // Colours come from the style sheets, which count in the page only.
  const host = document.createElement("div");
  host.className = "visually-hidden";
  host.append(svg);
  document.body.append(host);
  try {
    const text = inBackdrop(backdrop, () => pictureText(host));
    return backdrop === "white" ? onWhite(text) : text;
  } finally {
    host.remove();
  }
}

/** The drawing as an SVG file of its own: colours of the page's theme are written into it. */
function pictureText(source: HTMLElement): string {
  const drawing = source.querySelector<SVGElement>("svg.drawing");
  if (!drawing) throw new Error("nothing is drawn yet");
  const copy = drawing.cloneNode(true) as SVGElement;
  const originals = [...drawing.querySelectorAll<SVGElement>("*")];
  [...copy.querySelectorAll<SVGElement>("*")].forEach((node, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of PAINT) node.setAttribute(name, style.getPropertyValue(name));
    node.removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.removeAttribute("class");
  return new XMLSerializer().serializeToString(copy);
}
