import {html} from "htl";
import {angleAt, apart, torsionOf} from "../structures/geometry.js";
import {namedAtoms} from "../structures/named-atoms.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue} from "../structures/residues.js";
import type {StructureAtom} from "../structures/residues.js";
import type {Measure, StructureState} from "../state/structure-fields.js";
import type {UrlState} from "../state/url-state.js";
import type {ViewLine} from "./viewer-focus.js";

/** Atoms that each tool waits for. */
export const ATOMS_OF: Readonly<Record<StructureState["tool"], number>> = {look: 0, distance: 2, angle: 3, torsion: 4};
const COLOUR = "#ff725c";

/** An atom that is drawn, by its serial. */
export const atomOf = (structure: OpenedStructure | null, serial: number): StructureAtom | undefined =>
  structure?.drawn.find((atom) => atom.serial === serial);

/** The id of the residue of an atom; null where there is none. */
export const residueOfAtom = (structure: OpenedStructure | null, serial: number): string | null =>
  structure?.residues.find(({atoms}) => atoms.some((atom) => atom.serial === serial))?.id ?? null;

/** What some atoms measure, in words: Å of two, degrees of three or four; empty of any other number. */
export function measureWords(atoms: readonly StructureAtom[]): string {
  const [a, b, c, d] = atoms;
  if (a && b && c && d) return `${torsionOf(a, b, c, d).toFixed(0)}°`;
  if (a && b && c) return `${angleAt(a, b, c).toFixed(0)}°`;
  return a && b ? `${apart(a, b).toFixed(2)} Å` : "";
}

/** The lines of a measure; its value stands at the first, of a torsion at the middle one. */
export function measureLines(atoms: readonly StructureAtom[]): ViewLine[] {
  const labelled = atoms.length === ATOMS_OF.torsion ? 1 : 0;
  return atoms.slice(1).flatMap((to, i) => {
    const from = atoms[i];
    return from ? [{from, to, colour: COLOUR, ...(i === labelled ? {label: measureWords(atoms)} : {})}] : [];
  });
}

const nameOf = ({residueName, residueNumber, chain, name}: StructureAtom): string =>
  `${residueName} ${chain}${String(residueNumber)} ${name}`;

const MOST_ATOMS = 4;

/** A field for the atoms to measure between, for those who do not use a mouse or know the names. */
function typedMeasure(state: UrlState<StructureState>, residues: readonly Residue[]): HTMLElement {
  const input = html<HTMLInputElement>`<input
    type="text"
    autocomplete="off"
    spellcheck="false"
    placeholder="A:957 O, A:1 N12"
    aria-label="Atoms to measure between, by residue and name"
  />`;
  const words = html<HTMLElement>`<p class="note" role="status"></p>`;
  const form = html<HTMLFormElement>`<form class="measure-form">${input}<button type="submit">Measure</button></form>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    const found = namedAtoms(input.value, residues);
    if (typeof found === "string") words.textContent = `Not measured: ${found}.`;
    else if (found.length < 2 || found.length > MOST_ATOMS)
      words.textContent = "Not measured: name two atoms for a distance, three for an angle, four for a torsion.";
    else state.set({measures: [...state.value.measures, found.map(({serial}) => serial)]});
  };
  return html<HTMLElement>`<div>${form}${words}</div>`;
}

/** Choice of what clicks measure, a field for names of atoms, and the list of what was measured. */
export function measureSection(
  state: UrlState<StructureState>,
  atomOf: (serial: number) => StructureAtom | undefined,
  picked: Measure,
  residues: readonly Residue[]
): HTMLElement {
  const select = html<HTMLSelectElement>`<select>
    ${Object.keys(ATOMS_OF).map((tool) => html`<option value=${tool}>${tool === "look" ? "nothing" : tool}</option>`)}
  </select>`;
  select.value = state.value.tool;
  select.onchange = () => {
    state.set({tool: select.value as StructureState["tool"]});
  };
  const left = ATOMS_OF[state.value.tool] - picked.length;
  return html<HTMLElement>`<section class="measure-section">
    <h2>Measure</h2>
    <label class="structure-choice">A click on atoms measures ${select}</label>
    <p class="note" role="status">
      ${state.value.tool === "look" ? "" : `Choose ${String(left)} ${picked.length > 0 ? "more " : ""}atom${left === 1 ? "" : "s"} in the picture.`}
    </p>
    ${typedMeasure(state, residues)}
    <ul class="measure-list">
      ${state.value.measures.map((measure, i) => measureItem(state, measure, i, atomOf))}
    </ul>
  </section>`;
}

function measureItem(
  state: UrlState<StructureState>,
  measure: Measure,
  index: number,
  atomOf: (serial: number) => StructureAtom | undefined
): HTMLElement {
  const atoms = measure.flatMap((serial) => atomOf(serial) ?? []);
  const remove = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label="Remove this measure">
    ✕
  </button>`;
  remove.onclick = () => {
    state.set({measures: state.value.measures.filter((_, i) => i !== index)});
  };
  return html`<li>
    <b>${measureWords(atoms)}</b> <span class="note">${atoms.map(nameOf).join(" – ")}</span> ${remove}
  </li>`;
}
