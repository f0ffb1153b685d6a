import {html} from "htl";
import type {StructureState} from "../state/structure-fields.js";
import type {UrlState} from "../state/url-state.js";
import type {ProjectStructureRow} from "../store/queries/all-structures.js";
import {CONFIDENCE_BANDS} from "./viewer-style.js";
import {openFileButton} from "./open-file-button.js";

interface Actions {
  readonly onFile: (file: File) => void;
  readonly onPicture: () => string;
  readonly onAll: () => void;
  /** True while a file of the reader's own is shown. */
  readonly isOwn: () => boolean;
}

/** The project's structures to choose from, how they are drawn, and the way to bring one's own. */
export function structureControls(
  known: readonly ProjectStructureRow[],
  state: UrlState<StructureState>,
  {onFile, onPicture, onAll, isOwn}: Actions
): HTMLElement {
  const entries = known.map((entry) => entryButton(entry, state, () => known[0] === entry && !isOwn()));
  const all = html<HTMLButtonElement>`<button type="button">Show all of it</button>`;
  all.onclick = onAll;
  const save = html<HTMLButtonElement>`<button type="button">Save the picture</button>`;
  save.onclick = () => {
    html<HTMLAnchorElement>`<a href=${onPicture()} download="structure.png"></a>`.click();
  };
  return html<HTMLElement>`<div class="structure-controls">
    <h2>Structures of the project</h2>
    ${
      entries.length === 0
        ? html`<p class="note">None has coordinates here.</p>`
        : html`<ul class="entry-list">
            ${entries}
          </ul>`
    }
    <h2>Your own</h2>
    ${fileField(onFile)}
    <p class="note">Or drop a PDB, mmCIF, BinaryCIF, SDF or MOL2 file on the page: it is read here and sent nowhere.</p>
    <h2>Drawing</h2>
    ${choice("Chain", "chain", ["cartoon", "trace", "hidden"], state)}
    ${choice("Colour", "colour", ["chain", "spectrum", "confidence"], state)}
    ${flag("pocket", "Residues within 5 Å", state)} ${flag("surface", "Surface of the pocket", state)}
    ${flag("water", "Water", state)}
    <div class="structure-acts">${all}${save}</div>
    ${confidenceLegend(state)} ${otherChoice(known, state)} ${smilesField(state)}
  </div>`;
}

const fileField = (onFile: (file: File) => void): HTMLElement =>
  openFileButton({
    ...{words: "Open file", label: "File with a structure", accept: ".pdb,.ent,.cif,.mmcif,.bcif,.sdf,.mol,.mol2"},
    onFiles: ([file]) => {
      onFile(file);
    }
  });

/** AlphaFold's bands, shown while they are the colour. */
function confidenceLegend(state: UrlState<StructureState>): HTMLElement {
  const swatch = (colour: string): HTMLElement => {
    const node = html<HTMLElement>`<span class="band-swatch" aria-hidden="true"></span>`;
    node.style.background = colour;
    return node;
  };
  const legend = html<HTMLElement>`<ul class="band-list">
    ${CONFIDENCE_BANDS.map(([, colour, words]) => html`<li>${swatch(colour)} ${words}</li>`)}
    <li class="note">pLDDT of a predicted model; of a crystal structure these colours say nothing.</li>
  </ul>`;
  const update = (): void => {
    legend.hidden = state.value.colour !== "confidence";
  };
  state.subscribe(update);
  update();
  return legend;
}

function otherChoice(known: readonly ProjectStructureRow[], state: UrlState<StructureState>): HTMLElement {
  const select = html<HTMLSelectElement>`<select>
    <option value="">nothing</option>
    ${known.map(({structure_id: id, symbol}) => html`<option value=${id}>${id} ${symbol}</option>`)}
  </select>`;
  select.value = state.value.on;
  select.onchange = () => {
    state.set({on: select.value});
  };
  return html`<div>
    <h2>Lay on it</h2>
    <label class="structure-choice">By the pocket ${select}</label>
  </div>`;
}

function smilesField(state: UrlState<StructureState>): HTMLElement {
  const field = html<HTMLInputElement>`<input
    type="text"
    spellcheck="false"
    autocomplete="off"
    placeholder="SMILES"
  />`;
  field.value = state.value.smiles;
  field.onchange = () => {
    state.set({smiles: field.value.trim()});
  };
  return html`<div>
    <h2>Bonds of the ligand</h2>
    <label class="structure-choice">SMILES, if you know it ${field}</label>
  </div>`;
}

function flag(name: "pocket" | "surface" | "water", label: string, state: UrlState<StructureState>): HTMLElement {
  const box = html<HTMLInputElement>`<input type="checkbox" />`;
  box.checked = state.value[name];
  box.onchange = () => {
    state.set({[name]: box.checked});
  };
  return html`<label class="check">${box} ${label}</label>`;
}

function entryButton(
  {structure_id: id, symbol, title, resolution_a: resolution, ligand_ids: ligands, method}: ProjectStructureRow,
  state: UrlState<StructureState>,
  isUsual: () => boolean
): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button"><b>${id}</b> ${symbol}</button>`;
  button.onclick = () => {
    state.set({s: id, on: "", ligand: "", smiles: "", measures: [], view: []});
  };
  const update = (): void => {
    const {s} = state.value;
    button.setAttribute("aria-pressed", String(s === id || (s === "" && isUsual())));
  };
  state.subscribe(update);
  update();
  const about = [
    method?.toLowerCase(),
    resolution === null ? "" : `${String(resolution)} Å`,
    ligands ? `ligand ${ligands}` : "no ligand"
  ];
  return html<HTMLElement>`<li>
    ${button}
    <p class="note">${title ?? ""} <span class="muted">${about.filter((words) => words).join(", ")}</span></p>
  </li>`;
}

function choice<Name extends "chain" | "colour">(
  label: string,
  name: Name,
  options: readonly StructureState[Name][],
  state: UrlState<StructureState>
): HTMLElement {
  const select = html<HTMLSelectElement>`<select>
    ${options.map((option) => html`<option value=${option}>${option}</option>`)}
  </select>`;
  select.value = state.value[name];
  select.onchange = () => {
    state.set({[name]: select.value as StructureState[Name]});
  };
  return html`<label class="structure-choice">${label} ${select}</label>`;
}
