import {html} from "htl";
import type {MeasuredNeighbour} from "../admet/explain.js";
import type {PredictionReasons} from "../admet/reasons.js";
import {formatNumber} from "../base/format-number.js";
import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import {structure} from "./structure.js";

const DRAWING = {width: 320, height: 210, style: "page"} as const;
const SMALL_DRAWING = {width: 150, height: 96} as const;
/** Atoms named in words, for a reader who does not see the colours. */
const MOST_ATOMS = 3;

/** Why a model answers as it does: atoms by their contribution, features in words, three measured molecules like it. */
export function admetReasons(
  endpoint: AdmetEndpoint,
  reasons: PredictionReasons | null,
  near: readonly MeasuredNeighbour[]
): HTMLElement {
  return html<HTMLElement>`<div class="admet-reasons">
    ${reasons === null ? html`<p class="note">This model shows no number, so there is nothing to explain.</p>` : drivers(endpoint, reasons)}
    <div>
      <h4>Most like it in training, measured</h4>
      <ol class="admet-near">
        ${near.map((neighbour) => nearItem(endpoint, neighbour))}
      </ol>
    </div>
  </div>`;
}

function drivers(endpoint: AdmetEndpoint, {smiles, atoms, features}: PredictionReasons): Node {
  const scale = scaleWords(endpoint);
  const atomScale = endpoint.kind === "class" ? "in log-odds" : scale;
  return html.fragment`<div>
      <h4>Which atoms?</h4>
      ${structure(smiles, {...DRAWING, label: `${endpoint.label}, atoms by contribution`, highlights: [{kind: "contribution", values: atoms}]})}
      <p class="note">
        Orange atoms raise the prediction, purple ones lower it: the change ${atomScale} when its substructures are
        lost.
        ${atomWords(atoms)}
      </p>
    </div>
    <div>
      <h4>Which features?</h4>
      <ul class="admet-features">
        ${features.map(
          ({words, value, effect}) =>
            html`<li>
              <span class="number">${signed(effect)}</span> ${words}${value === null ? "" : ` = ${formatNumber(value)}`}
            </li>`
        )}
      </ul>
      <p class="note">
        Mean change ${scale} against 32 training molecules, one feature at a time; effects of features that act together
        do not add up.
      </p>
    </div>`;
}

function scaleWords({kind, scale, unit}: AdmetEndpoint): string {
  if (kind === "class") return "in probability";
  return scale === "log10" ? `in log10 of ${unit}` : unit === "" ? "in log units" : `in ${unit}`;
}

const signed = (value: number): string => `${value > 0 ? "+" : "−"}${Math.abs(value).toPrecision(2)}`;

function atomWords(atoms: readonly number[]): string {
  const strongest = atoms
    .map((value, atom) => ({value, atom}))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, MOST_ATOMS)
    .filter(({value}) => value !== 0);
  if (strongest.length === 0) return "No atom changes it.";
  const list = strongest.map(({value, atom}) => `${String(atom + 1)} (${signed(value)})`).join(", ");
  return `Strongest, by their place in the SMILES: ${list}.`;
}

function nearItem({kind, unit}: AdmetEndpoint, {smiles, similarity, value, isSame}: MeasuredNeighbour): HTMLElement {
  const words = kind === "class" ? (value >= 0.5 ? "yes" : "no") : `${formatNumber(value)} ${unit}`.trim();
  const likeness = isSame ? "the same molecule" : `similarity ${similarity.toFixed(2)}`;
  return html<HTMLElement>`<li>
    ${structure(smiles, {...SMALL_DRAWING, label: `${words}, ${likeness}`})}
    <p><strong>${words}</strong> <span class="muted">${likeness}</span></p>
  </li>`;
}
