import {html} from "htl";
import type {StructureState} from "../state/structure-fields.js";
import type {UrlState} from "../state/url-state.js";
import type {ProjectStructureRow} from "../store/queries/all-structures.js";

interface Actions {
  readonly onFile: (file: File) => void;
  readonly onPicture: () => string;
  readonly onAll: () => void;
}

/** The project's structures to choose from, how they are drawn, and the way to bring one's own. */
export function structureControls(
  known: readonly ProjectStructureRow[],
  state: UrlState<StructureState>,
  {onFile, onPicture, onAll}: Actions
): HTMLElement {
  const entries = known.map((entry) => entryButton(entry, known, state));
  const flag = (name: "pocket" | "surface" | "water", label: string): HTMLElement => {
    const box = html<HTMLInputElement>`<input type="checkbox" />`;
    box.checked = state.value[name];
    box.onchange = () => {
      state.set({[name]: box.checked});
    };
    return html`<label class="check">${box} ${label}</label>`;
  };
  const file = html<HTMLInputElement>`<input
    type="file"
    accept=".pdb,.ent,.cif,.mmcif,.sdf,.mol,.mol2"
    aria-label="File with a structure"
  />`;
  file.onchange = () => {
    const [given] = file.files ?? [];
    if (given) onFile(given);
    file.value = "";
  };
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
    ${file}
    <p class="note">Or drop a PDB, mmCIF, SDF or MOL2 file on the page: it is read here and sent nowhere.</p>
    <h2>Drawing</h2>
    ${choice("Chain", "chain", ["cartoon", "trace", "hidden"], state)}
    ${choice("Colour", "colour", ["chain", "spectrum", "confidence"], state)} ${flag("pocket", "Residues within 5 Å")}
    ${flag("surface", "Surface of the pocket")} ${flag("water", "Water")}
    <div class="structure-acts">${all}${save}</div>
    <p class="note">Confidence is for predicted models: pLDDT over 90, 70, 50 and below, in AlphaFold's colours.</p>
  </div>`;
}

function entryButton(
  {structure_id: id, symbol, title, resolution_a: resolution, ligand_ids: ligands, method}: ProjectStructureRow,
  known: readonly ProjectStructureRow[],
  state: UrlState<StructureState>
): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button"><b>${id}</b> ${symbol}</button>`;
  button.onclick = () => {
    state.set({s: id, ligand: "", view: []});
  };
  const update = (): void => {
    const {s} = state.value;
    button.setAttribute("aria-pressed", String(s === id || (s === "" && known[0]?.structure_id === id)));
  };
  state.subscribe(update);
  update();
  const about = [
    method?.toLowerCase(),
    resolution === null ? "" : `${String(resolution)} Å`,
    ligands ? `ligand ${ligands}` : "no ligand"
  ];
  return html`<li>
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
