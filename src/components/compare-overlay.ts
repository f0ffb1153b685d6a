import {html} from "htl";
import {overlayMolecules} from "../workers/conformer-client.js";
import type {MoleculeOverlay} from "../workers/conformer-protocol.js";
import {colourOf, workProgress} from "./conformer-section.js";
import {saveText} from "./save-file.js";
import {MoleculeStage} from "./molecule-stage.js";

/** Conformers of each molecule that are tried on the reference. */
const TRIED = 5;

/** Molecules laid on the first in three dimensions by what all share, made when it is asked for. */
export function compareOverlay(names: readonly string[], smiles: readonly string[], signal: AbortSignal): HTMLElement {
  const place = html<HTMLElement>`<div></div>`;
  const button = html<HTMLButtonElement>`<button type="button">Lay them on each other</button>`;
  button.onclick = () => {
    button.disabled = true;
    void make(names, smiles, place, signal).finally(() => {
      button.disabled = false;
    });
  };
  return html<HTMLElement>`<div>
    <p class="note">
      Of ${TRIED} minimised conformers of each the one whose shared part lies best on the lowest of the reference.
      ${button}
    </p>
    ${place}
  </div>`;
}

async function make(
  names: readonly string[],
  smiles: readonly string[],
  place: HTMLElement,
  signal: AbortSignal
): Promise<void> {
  const stop = new AbortController();
  const {node, update} = workProgress("Conformers", () => {
    stop.abort(new Error("cancelled"));
  });
  place.replaceChildren(node);
  try {
    const overlay = await overlayMolecules(smiles, TRIED, update, AbortSignal.any([signal, stop.signal]));
    place.replaceChildren(overlayView(names, overlay, signal));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    place.replaceChildren(html`<p role="status">${words === "cancelled" ? "Cancelled." : `Not made: ${words}`}</p>`);
  }
}

function overlayView(names: readonly string[], {core, molecules}: MoleculeOverlay, signal: AbortSignal): HTMLElement {
  const stage = new MoleculeStage("Molecules laid on each other", signal);
  const laid = molecules.flatMap((each, i) => (each ? [{...each, colour: colourOf(i), isShown: true}] : []));
  requestAnimationFrame(() => void stage.show(laid));
  const rows = names.map((name, i) => {
    const own = molecules[i];
    const swatch = html<HTMLElement>`<span class="contact-swatch" aria-hidden="true"></span>`;
    swatch.style.background = colourOf(i);
    return html`<tr>
      <th scope="row">${swatch} ${name}</th>
      ${own ? html`<td class="num">${i === 0 ? "reference" : own.rmsd.toFixed(2)}</td>` : html`<td>no conformer, or no shared part</td>`}
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
            <th scope="col" class="num">RMSD of the shared part, Å</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <p class="note">
        ${core === null ? "They share no part of three atoms or more." : html`Shared part: <code>${core}</code>`}
      </p>
      ${save}
    </div>
  </div>`;
}
