import {group} from "d3";
import {svg} from "htl";
import type {PlacedDrawing} from "../chem/drawing-places.js";
import {diagramLayout, type Spot} from "../structures/diagram-layout.js";
import type {Interaction} from "../structures/interactions.js";

/** What the diagram shows. */
export interface DiagramOptions {
  readonly drawing: PlacedDrawing;
  /** Serials of the ligand's atoms in the order of the drawing. */
  readonly serials: readonly number[];
  readonly interactions: readonly Interaction[];
  readonly colourOf: (kind: Interaction["kind"]) => string;
  readonly nameOf: (residue: Interaction["residue"]) => string;
  readonly onMark: (residue: string | null) => void;
  readonly onChoose: (residue: string) => void;
}

const MARGIN = 32;
/** Pixels for a unit of the drawing at most. */
const LARGEST = 1.8;
const NODE = {width: 48, height: 17};

/**
 * The ligand as a drawing with the residues that it meets about it, a line per interaction with its distance; residues
 * that it meets by carbons only stand outside without lines. Null when it meets none.
 */
export function interactionDiagram(options: DiagramOptions): SVGSVGElement | null {
  const {drawing, serials, interactions} = options;
  const residues = [...group(interactions, ({residue}) => residue.id).values()];
  if (residues.length === 0) return null;
  const placeOf = new Map(serials.map((serial, i) => [serial, drawing.atoms[i]]));
  const anchorOf = (own: Interaction): Spot => {
    const spots = own.ligandAtoms.flatMap(({serial}): Spot[] => {
      const place = placeOf.get(serial);
      return place ? [{x: place[0], y: place[1]}] : [];
    });
    return middleOf(spots);
  };
  const anchors = residues.map((pairs) => middleOf(pairs.map(anchorOf)));
  const nodes = diagramLayout(anchors, drawing);
  const xs = [drawing.x, drawing.x + drawing.width, ...nodes.map(({x}) => x)];
  const ys = [drawing.y, drawing.y + drawing.height, ...nodes.map(({y}) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN / 1.6];
  const box = [left, top, Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN / 1.6 - top] as const;
  const figure = svg<SVGSVGElement>`<svg class="interaction-diagram" viewBox=${box.map((each) => each.toFixed(1)).join(" ")} role="img" aria-label=${wordsOf(residues, options)}>
    ${residues.map((pairs, i) => linesOf(pairs, nodes[i] ?? {x: 0, y: 0}, anchorOf, options))}
    <g class="drawing"></g>
    ${residues.map((pairs, i) => nodeOf(pairs, nodes[i] ?? {x: 0, y: 0}, options))}
  </svg>`;
  // A small ligand is not drawn larger than others.
  figure.style.maxWidth = `${(LARGEST * box[2]).toFixed(0)}px`;
  const structure = figure.querySelector(".drawing");
  if (structure) structure.innerHTML = drawing.paths;
  return figure;
}

function middleOf(spots: readonly Spot[]): Spot {
  const mean = (axis: "x" | "y"): number =>
    spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(1, spots.length);
  return {x: mean("x"), y: mean("y")};
}

function linesOf(
  pairs: readonly Interaction[],
  node: Spot,
  anchorOf: (own: Interaction) => Spot,
  {colourOf}: DiagramOptions
): Node {
  const strong = pairs.filter(({kind}) => kind !== "hydrophobic");
  return svg`<g>${strong.map((own, i) => {
    const from = anchorOf(own);
    // Several lines to one residue are set apart at its end.
    const to = {x: node.x + (i - (strong.length - 1) / 2) * 12, y: node.y};
    // In the middle of what of the line is seen: its end lies under the box of the residue.
    const seen = seenPart(from, node);
    const at = {x: from.x + ((to.x - from.x) * seen) / 2, y: from.y + ((to.y - from.y) * seen) / 2};
    return svg`<g><line class="interaction-line" x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} stroke=${colourOf(own.kind)}></line>
      <text class="interaction-length" x=${at.x} y=${at.y + 2.5} text-anchor="middle">${own.distance.toFixed(1)}</text></g>`;
  })}</g>`;
}

/** The share of a line to a residue that lies outside of its box, at least a half. */
function seenPart(from: Spot, node: Spot): number {
  const [dx, dy] = [Math.abs(node.x - from.x), Math.abs(node.y - from.y)];
  const hidden = Math.min(NODE.width / 2 / Math.max(dx, 1), NODE.height / 2 / Math.max(dy, 1));
  return Math.max(0.5, 1 - Math.min(1, hidden));
}

function nodeOf(
  pairs: readonly Interaction[],
  {x, y}: Spot,
  {colourOf, nameOf, onMark, onChoose}: DiagramOptions
): Node {
  const [first] = pairs;
  if (!first) return svg`<g></g>`;
  const strongest = pairs.find(({kind}) => kind !== "hydrophobic") ?? first;
  const kinds = [...new Set(pairs.map(({kind}) => kind))].join(", ");
  const node = svg<SVGGElement>`<g class="interaction-node" data-residue=${first.residue.id} transform=${`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
    <title>${`${nameOf(first.residue)}: ${kinds}`}</title>
    <rect x=${-NODE.width / 2} y=${-NODE.height / 2} width=${NODE.width} height=${NODE.height} rx="4" stroke=${colourOf(strongest.kind)}></rect>
    <text text-anchor="middle" y="3.4">${nameOf(first.residue)}</text>
  </g>`;
  node.addEventListener("pointerenter", () => {
    onMark(first.residue.id);
  });
  node.addEventListener("pointerleave", ({pointerType}) => {
    // A finger that is lifted leaves too; what it chose stays marked.
    if (pointerType !== "touch") onMark(null);
  });
  node.addEventListener("click", () => {
    onMark(first.residue.id);
    onChoose(first.residue.id);
  });
  return node;
}

function wordsOf(residues: readonly (readonly Interaction[])[], {nameOf}: DiagramOptions): string {
  const parts = residues.flatMap((pairs) => {
    const [first] = pairs;
    return first ? [`${nameOf(first.residue)} ${[...new Set(pairs.map(({kind}) => kind))].join(" and ")}`] : [];
  });
  return `The ligand and the residues that it meets: ${parts.join("; ")}. The table below lists them.`;
}
