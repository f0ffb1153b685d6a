import {html} from "htl";
import {drawingRequest, type DrawingRequest, type Highlight} from "../chem/drawing.js";
import type {DrawingStyleName} from "../chem/drawing-style.js";
import {drawPicture} from "../workers/draw-client.js";
import type {Picture} from "../workers/draw-protocol.js";

/** How a structure is shown. */
export interface StructureOptions {
  /** Pixels; a drawing is never larger than its natural size and never larger than this. */
  readonly width: number;
  readonly height: number;
  readonly highlights?: readonly Highlight[];
  /** SMILES or SMARTS over which it is laid. */
  readonly alignTo?: string | null;
  /** Name, put before the words for the drawing. */
  readonly label?: string;
  /** `cell` for tables, `page` for a large picture. */
  readonly style?: DrawingStyleName;
  /** Pixels per drawing unit at natural size; a bond is 14.4 units. */
  readonly scale?: number;
  readonly showsStereoLabels?: boolean;
}

const NATURAL_SCALE: Readonly<Record<DrawingStyleName, number>> = {cell: 0.9, page: 1.9};

/**
 * A structure as a drawing with its text equivalent. Drawn in a worker; the place is kept meanwhile. A structure that
 * cannot be drawn is shown as its SMILES.
 */
export function structure(smiles: string, options: StructureOptions): HTMLElement {
  const {width, height, label} = options;
  const node = html<HTMLElement>`<span class="structure is-loading" role="img"></span>`;
  node.setAttribute("aria-label", label ?? smiles);
  node.style.width = `${String(width)}px`;
  node.style.height = `${String(height)}px`;
  // Whoever asked puts the node into the page after this returns, often some promises later. A node that has been there
  // and left is not wanted any more; one that has not been there yet still is.
  setTimeout(() => {
    const wasShown = node.isConnected;
    const isWanted = (): boolean => node.isConnected || !wasShown;
    void show(node, requestOf(smiles, options), options, isWanted);
  });
  return node;
}

function requestOf(smiles: string, {style, highlights, alignTo, showsStereoLabels}: StructureOptions): DrawingRequest {
  return drawingRequest(smiles, {
    style: style ?? "cell",
    highlights: highlights ?? [],
    alignTo: alignTo ?? null,
    showsStereoLabels: showsStereoLabels ?? false
  });
}

async function show(
  node: HTMLElement,
  request: DrawingRequest,
  options: StructureOptions,
  isWanted: () => boolean
): Promise<void> {
  try {
    const picture = await drawPicture(request, isWanted);
    if (picture) showPicture(node, picture, request, options);
    else if (isWanted()) showText(node, request.structure);
  } catch (error) {
    showText(node, request.structure);
    node.title = error instanceof Error ? error.message : String(error);
  }
  node.classList.remove("is-loading");
}

function showPicture(
  node: HTMLElement,
  {drawing, text}: Picture,
  request: DrawingRequest,
  options: StructureOptions
): void {
  const {x, y, width, height, paths} = drawing;
  const natural = options.scale ?? NATURAL_SCALE[request.style];
  const scale = Math.min(natural, options.width / width, options.height / height);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "drawing");
  svg.setAttribute("viewBox", [x, y, width, height].join(" "));
  svg.setAttribute("width", (width * scale).toFixed(1));
  svg.setAttribute("height", (height * scale).toFixed(1));
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = paths;
  node.replaceChildren(svg);
  node.setAttribute("aria-label", options.label === undefined ? text : `${options.label}: ${text}`);
}

function showText(node: HTMLElement, smiles: string): void {
  node.replaceChildren(html<HTMLElement>`<code class="structure-text">${smiles}</code>`);
}
