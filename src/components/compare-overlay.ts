import {html} from "htl";
import {overlayMolecules} from "../workers/conformer-client.js";
import type {MoleculeOverlay, OverlaidMolecule, OverlayBy} from "../workers/conformer-protocol.js";
import {colourOf, workProgress} from "./conformer-section.js";
import {saveText} from "./save-file.js";
import {MoleculeStage} from "./molecule-stage.js";

/** Conformers of each molecule that are tried on the reference. */
const TRIED = 5;

/** Molecules laid on the first in three dimensions, by what all share or by shape, made when it is asked for. */
export function compareOverlay(names: readonly string[], smiles: readonly string[], signal: AbortSignal): HTMLElement {
  const place = html<HTMLElement>`<div></div>`;
  const button = html<HTMLButtonElement>`<button type="button">Lay them on each other</button>`;
  const select = html<HTMLSelectElement>`<select aria-label="By what they are laid on each other">
    <option value="core">by the part that all share</option>
    <option value="shape">by shape</option>
  </select>`;
  button.onclick = () => {
    button.disabled = true;
    void make({names, smiles, by: select.value === "shape" ? "shape" : "core"}, place, signal).finally(() => {
      button.disabled = false;
    });
  };
  return html<HTMLElement>`<div>
    <p class="note">
      Of ${TRIED} minimised conformers of each the one that lies best on the lowest of the reference, ${select}
      ${button}
    </p>
    ${place}
  </div>`;
}

interface Wanted {
  readonly names: readonly string[];
  readonly smiles: readonly string[];
  readonly by: OverlayBy;
}

async function make({names, smiles, by}: Wanted, place: HTMLElement, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const {node, update} = workProgress("Conformers", () => {
    stop.abort(new Error("cancelled"));
  });
  place.replaceChildren(node);
  try {
    const overlay = await overlayMolecules(smiles, {count: TRIED, by}, update, AbortSignal.any([signal, stop.signal]));
    place.replaceChildren(overlayView(names, overlay, signal));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    place.replaceChildren(html`<p role="status">${words === "cancelled" ? "Cancelled." : `Not made: ${words}`}</p>`);
  }
}

function overlayView(
  names: readonly string[],
  {by, core, molecules}: MoleculeOverlay,
  signal: AbortSignal
): HTMLElement {
  const stage = new MoleculeStage("Molecules laid on each other", signal);
  const laid = molecules.flatMap((each, i) => (each ? [{...each, colour: colourOf(i), isShown: true}] : []));
  requestAnimationFrame(() => void stage.show(laid));
  const rows = names.map((name, i) => {
    const own = molecules[i];
    const swatch = html<HTMLElement>`<span class="contact-swatch" aria-hidden="true"></span>`;
    swatch.style.background = colourOf(i);
    return html`<tr>
      <th scope="row">${swatch} ${name}</th>
      ${own ? [html`<td class="num">${fitWords(own)}</td>`, html`<td class="num">${own.above.toFixed(1)}</td>`] : html`<td colspan="2">no conformer, or no shared part</td>`}
    </tr>`;
  });
  const save = html<HTMLButtonElement>`<button type="button">Save as SDF</button>`;
  save.onclick = () => {
    const text = molecules
      .flatMap((own, i) =>
        own ? [`${names[i] ?? ""}\n${own.molblock.split("\n").slice(1).join("\n").trimEnd()}\n$$$$\n`] : []
      )
      .join("");
    saveText("overlay.sdf", "chemical/x-mdl-sdfile", text);
  };
  return html<HTMLElement>`<div class="conformer-view">
    ${stage.node}
    <div>
      <table class="facts">
        <thead>
          <tr>
            <th scope="col">Compound</th>
            <th scope="col" class="num">${by === "core" ? "RMSD of the shared part, Å" : "Shape Tanimoto, 0–1"}</th>
            <th scope="col" class="num">Above its lowest, kcal/mol</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <p class="note">${coreWords(by, core)}</p>
      ${save}
    </div>
  </div>`;
}

const fitWords = ({rmsd, tanimoto}: OverlaidMolecule): string =>
  rmsd === null && tanimoto === null ? "reference" : (rmsd ?? tanimoto ?? NaN).toFixed(2);

function coreWords(by: OverlayBy, core: string | null): HTMLElement {
  if (by === "shape")
    return html`<span
      >Shared volume of Gaussians on all heavy atoms (<a
        href="https://doi.org/10.1002/(SICI)1096-987X(19961115)17:14%3C1653::AID-JCC7%3E3.0.CO;2-K"
        rel="noreferrer"
        >Grant 1996</a
      >), kinds of atoms not looked at; the best of seven starts.</span
    >`;
  if (core === null) return html`<span>They share no part of three atoms or more: lay them by shape.</span>`;
  return html`<span>Shared part: <code>${core}</code></span>`;
}
