import {classOfColour} from "./drawing-style.js";

/** A drawing as few paths: what is filled and what is stroked in each colour class, halos first. */
export interface CompactDrawing {
  /** `<path>` elements to put inside an `<svg>` with the view box below. */
  readonly paths: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shape {
  readonly className: string;
  readonly isFilled: boolean;
  readonly width: string;
  readonly dashes: string;
  readonly d: string;
}

/** Free space around the ink, in drawing units. */
const MARGIN = 2;

/**
 * Rewrites RDKit's SVG: shapes of one colour become one path, colours become classes (so that the page's theme paints
 * them), and the view box is cut to the ink. Reads only what RDKit's SVG drawer writes.
 */
export function compactSvg(svg: string): CompactDrawing {
  const shapes = [...svg.matchAll(/<(path|ellipse)\s([\s\S]*?)\/>/g)].map(([, name, attributes = ""]) =>
    name === "ellipse" ? readEllipse(attributes) : readPath(attributes)
  );
  return {paths: mergeShapes(shapes), ...boundsOf(shapes)};
}

function readPath(attributes: string): Shape {
  const fill = property(attributes, "fill");
  const isFilled = fill !== "none" && fill !== "";
  const stroke = property(attributes, "stroke");
  return {
    className: classOfColour(isFilled ? fill : stroke),
    isFilled,
    width: isFilled ? "" : property(attributes, "stroke-width").replace("px", ""),
    dashes: property(attributes, "stroke-dasharray"),
    d: attribute(attributes, "d")
      .replace(/\s*\n\s*/g, "")
      .replace(/,\s/g, " ")
      .replace(/\s*([MLQZ])\s*/g, "$1")
      .trim()
  };
}

function readEllipse(attributes: string): Shape {
  const [x, y, rx, ry] = ["cx", "cy", "rx", "ry"].map((name) => Number(attribute(attributes, name)));
  const arc = `${String(rx)} ${String(ry)} 0 1 0`;
  const start = (x ?? 0) - (rx ?? 0);
  const d = `M${start.toFixed(1)} ${String(y)}a${arc} ${String(2 * (rx ?? 0))} 0a${arc} ${String(-2 * (rx ?? 0))} 0Z`;
  return {className: classOfColour(property(attributes, "fill")), isFilled: true, width: "", dashes: "", d};
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}='([^']*)'`).exec(attributes)?.[1] ?? "";

/** A value from the style attribute, else the attribute of that name. */
const property = (attributes: string, name: string): string =>
  new RegExp(`(?:^|;)${name}:([^;]*)`).exec(attribute(attributes, "style"))?.[1] ?? attribute(attributes, name);

/** Halos stay apart, in one group that is painted as a whole: merged, overlapping outlines could cancel. */
function mergeShapes(shapes: readonly Shape[]): string {
  const halos: string[] = [];
  const groups = new Map<string, string>();
  for (const {className, isFilled, width, dashes, d} of shapes) {
    if (className.startsWith("halo-")) {
      halos.push(`<path class="${className}" d="${d}"/>`);
      continue;
    }
    const paint = isFilled ? `class="${className}"` : `class="${className} line" stroke-width="${width}"`;
    const key = dashes === "" ? paint : `${paint} stroke-dasharray="${dashes}"`;
    groups.set(key, (groups.get(key) ?? "") + d);
  }
  const under = halos.length === 0 ? "" : `<g class="halos">${halos.join("")}</g>`;
  return under + [...groups].map(([key, d]) => `<path ${key} d="${d}"/>`).join("");
}

function boundsOf(shapes: readonly Shape[]): {x: number; y: number; width: number; height: number} {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (x: number, y: number): void => {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  };
  for (const {d} of shapes) {
    const [absolute = "", arc] = d.split("a");
    const numbers = [...absolute.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
    for (let i = 0; i + 1 < numbers.length; i += 2) see(numbers[i] ?? 0, numbers[i + 1] ?? 0);
    if (arc === undefined) continue;
    const [rx = 0, ry = 0] = arc.split(" ").map(Number);
    see((numbers[0] ?? 0) + 2 * rx, (numbers[1] ?? 0) - ry);
    see(numbers[0] ?? 0, (numbers[1] ?? 0) + ry);
  }
  if (left > right) return {x: 0, y: 0, width: 0, height: 0};
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    x: round(left - MARGIN),
    y: round(top - MARGIN),
    width: round(right - left + 2 * MARGIN),
    height: round(bottom - top + 2 * MARGIN)
  };
}
