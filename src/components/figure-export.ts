import {saveBytes, saveText} from "./save-file.js";

/** Properties that the style sheets of the site give to parts of figures. */
const PAINT = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap"],
  ...["stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "visibility", "display"]
] as const;
const SVG = "http://www.w3.org/2000/svg";
/** Pixels of a picture per CSS pixel: sharp on slides. */
const PICTURE_SCALE = 3;

/** A figure with every colour and face that the page gave it written into it. */
export function paintedCopy(figure: SVGSVGElement): SVGSVGElement {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  const parts = [figure, ...figure.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  parts.forEach((part, i) => {
    const seen = getComputedStyle(part);
    const target = copies[i];
    if (!target || part instanceof SVGStyleElement) return;
    for (const name of PAINT) target.style.setProperty(name, seen.getPropertyValue(name));
  });
  return copy;
}

/** A figure as an SVG file of its own, and its caption. */
export function svgText(figure: SVGSVGElement, caption: string): string {
  const copy = paintedCopy(figure);
  const {width, height} = figure.getBoundingClientRect();
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  const words = document.createElementNS(SVG, "desc");
  words.textContent = caption;
  copy.prepend(words);
  return new XMLSerializer().serializeToString(copy);
}

/** A figure as a PNG on the page's paper. @throws when the browser cannot draw it */
export function pngOf(figure: SVGSVGElement, caption: string): Promise<Blob> {
  return pngOfText(svgText(figure, caption), figure.getBoundingClientRect());
}

/** An SVG file as a PNG of a size in CSS pixels. @throws when the browser cannot draw it */
export async function pngOfText(
  text: string,
  {width, height}: {readonly width: number; readonly height: number}
): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * PICTURE_SCALE);
  canvas.height = Math.round(height * PICTURE_SCALE);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("the browser has no canvas to draw the picture on");
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error("the browser could not write the picture"));
    }, "image/png");
  });
}

/** Hands a figure to the browser's "save" dialog. */
export async function saveFigure(figure: SVGSVGElement, name: string, caption: string, kind: "svg" | "png") {
  if (kind === "svg") saveText(`${name}.svg`, "image/svg+xml", svgText(figure, caption));
  else saveBytes(`${name}.png`, "image/png", await pngOf(figure, caption));
}
