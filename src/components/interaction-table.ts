import {group} from "d3";
import {html} from "htl";
import {INTERACTION_LIMITS} from "../structures/interaction-limits.js";
import type {Interaction} from "../structures/interactions.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue} from "../structures/residues.js";
import type {SiteView} from "../workers/structure-protocol.js";
import {INTERACTION_COLOURS, ligandWords, residueName, roleWords, SOURCE_WORDS} from "./interaction-words.js";

/** Whom tables and diagram tell of the residue that is looked at. */
export interface SiteListeners {
  readonly onMark: (residue: string | null) => void;
  readonly onChoose: (residue: string) => void;
}

interface SummaryListeners {
  readonly onLigand: (id: string) => void;
  readonly onModel: (model: number) => void;
  /** Makes pictures of all ligands; null where nothing can be drawn. */
  readonly onGallery: (() => void) | null;
}

/** What the structure holds, and the choice of the model and of the ligand that is looked at. */
export function residueSummary(
  {residues, waters, notes, models, model}: Pick<OpenedStructure, "residues" | "waters" | "notes" | "models" | "model">,
  ligand: Residue | null,
  {onLigand, onModel, onGallery}: SummaryListeners
): HTMLElement {
  const polymer = residues.filter(({role}) => role === "polymer");
  const chains = [...group(polymer, ({chain}) => chain)].map(
    ([chain, members]) => `chain ${chain || "–"}: ${String(members.length)} residues`
  );
  const ligands = residues.filter(({role}) => role === "ligand");
  return html<HTMLElement>`<section>
    <h2>What is in it</h2>
    ${chainList(chains, waters)} ${notes.map((words) => html`<p class="note structure-note">${words}</p>`)}
    ${models > 1 ? modelChoice(models, model, onModel) : ""}
    ${
      ligands.length === 0
        ? html`<p>No ligand: nothing but chains, water, ions and what the crystal came with.</p>`
        : ligandChoice(ligands, ligand, onLigand)
    }
    ${ligands.length > 1 && onGallery ? galleryButton(onGallery) : ""}
  </section>`;
}

/** Chains beyond these are listed when asked for. */
const MOST_CHAINS = 8;

function chainList(chains: readonly string[], waters: number): HTMLElement | "" {
  if (chains.length === 0 && waters === 0) return "";
  const last = `${String(waters)} waters`;
  if (chains.length <= MOST_CHAINS) return html<HTMLElement>`<p class="note">${[...chains, last].join("; ")}.</p>`;
  return html<HTMLElement>`<details class="note">
    <summary>${chains.length} chains; ${last}</summary>
    ${chains.join("; ")}.
  </details>`;
}

function galleryButton(onGallery: () => void): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button">Pictures of all</button>`;
  button.onclick = onGallery;
  return button;
}

function modelChoice(models: number, model: number, onModel: (model: number) => void): HTMLElement {
  const input = html<HTMLInputElement>`<input type="number" min="1" max=${models} value=${model} />`;
  input.onchange = () => {
    onModel(Math.max(1, Math.min(models, Math.round(input.valueAsNumber) || 1)));
  };
  return html`<label class="structure-choice">Model, of ${models} ${input}</label>`;
}

const MOST_BUTTONS = 8;

function ligandChoice(
  ligands: readonly Residue[],
  ligand: Residue | null,
  onLigand: (id: string) => void
): HTMLElement {
  if (ligands.length > MOST_BUTTONS) {
    const select = html<HTMLSelectElement>`<select>
      ${ligands.map((each) => html`<option value=${each.id}>${ligandWords(each)}</option>`)}
    </select>`;
    select.value = ligand?.id ?? "";
    select.onchange = () => {
      onLigand(select.value);
    };
    return html`<label class="structure-choice">Ligand ${select}</label>`;
  }
  const buttons = ligands.map((residue) => {
    const button = html<HTMLButtonElement>`<button type="button">${ligandWords(residue)}</button>`;
    button.setAttribute("aria-pressed", String(residue.id === ligand?.id));
    button.onclick = () => {
      onLigand(residue.id);
    };
    return button;
  });
  return html`<div class="ligand-choice" role="group" aria-label="Ligand">${buttons}</div>`;
}

const WEAK = "hydrophobic";

/** Interactions of the ligand, a row each; hydrophobic pairs are one row per residue that opens into all of them. */
export function interactionTable(name: string, site: SiteView, listeners: SiteListeners): HTMLElement {
  const strong = site.interactions.filter(({kind}) => kind !== WEAK);
  const weak = site.interactions.filter(({kind}) => kind === WEAK);
  const byResidue = [...group(weak, ({residue}) => residue.id).values()];
  const rows = [
    ...strong.map((each) => interactionRow([each], listeners)),
    ...byResidue.map((pairs) => interactionRow(pairs, listeners))
  ];
  return html<HTMLElement>`<section class="interaction-section">
    <h2>Interactions of ${name}</h2>
    ${
      site.source === null
        ? html`<p>Its bonds could not be made out, so no role of its atoms is known.</p>`
        : html`<p class="note">${SOURCE_WORDS[site.source]} <code>${site.smiles}</code></p>`
    }
    <table class="facts interaction-table">
      <thead>
        <tr>
          <th scope="col">Residue</th>
          <th scope="col">Interaction</th>
          <th scope="col">Atoms</th>
          <th scope="col" class="num">Å</th>
          <th scope="col" class="num">°</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${rows.length === 0 ? html`<p>None within the limits.</p>` : ""} ${limitsNote()}
  </section>`;
}

function limitsNote(): HTMLElement {
  const {hydrogenBond, stacking, cationPi, waterBridge, saltBridge, metal, hydrophobic} = INTERACTION_LIMITS;
  return html`<details class="note">
    <summary>By which criteria</summary>
    Those of PLIP (<a href="https://doi.org/10.1093/nar/gkv315" rel="noreferrer">Salentin 2015</a>,
    <a href="https://doi.org/10.1093/nar/gkab294" rel="noreferrer">Adasme 2021</a>), with hydrogens put where the bonds
    have them: hydrogen bonds to ${hydrogenBond.longest} Å with ${hydrogenBond.leastAngle}° or more at the hydrogen;
    rings to ${stacking.longest} Å, within ${stacking.deviation}° of parallel or upright and shifted by less than
    ${stacking.offset} Å; cations over rings to ${cationPi.longest} Å; salt bridges to ${saltBridge} Å between the
    middles of the charges; metals to ${metal} Å; water bridges of two legs to ${waterBridge.longest} Å; carbons bonded
    to carbon only to ${hydrophobic} Å. The limits are wide on purpose; the angle is that at the hydrogen, between ring
    planes, or at the halogen.
  </details>`;
}

function interactionRow(pairs: readonly Interaction[], {onMark, onChoose}: SiteListeners): HTMLElement {
  const nearest = pairs.reduce((best, each) => (each.distance < best.distance ? each : best));
  const {residue, kind, ligandAtoms, otherAtoms, distance, angle, water} = nearest;
  const button = html<HTMLButtonElement>`<button type="button" class="quiet">${residueName(residue)}</button>`;
  button.onclick = () => {
    onChoose(residue.id);
  };
  const swatch = html<HTMLElement>`<span class="contact-swatch" aria-hidden="true"></span>`;
  swatch.style.background = INTERACTION_COLOURS[kind];
  const names = (atoms: Interaction["ligandAtoms"]): string =>
    atoms.length > 3 ? "ring" : atoms.map(({name}) => name).join(" ");
  const all = pairs.map((pair) => `${names(pair.ligandAtoms)}–${names(pair.otherAtoms)} ${pair.distance.toFixed(2)} Å`);
  const row = html<HTMLElement>`<tr data-residue=${residue.id}>
    <th scope="row">${button}</th>
    <td>${swatch} ${kind} <span class="muted">${roleWords(nearest)}</span></td>
    <td title=${all.join("; ")}>
      ${names(ligandAtoms)}–${names(otherAtoms)}${water ? ` by water ${String(water.residueNumber)}` : ""}
      ${pairs.length > 1 ? html`<span class="muted">and ${pairs.length - 1} more</span>` : ""}
    </td>
    <td class="num">${distance.toFixed(2)}</td>
    <td class="num">${angle === null ? "" : angle.toFixed(0)}</td>
  </tr>`;
  for (const type of ["pointerenter", "focusin"])
    row.addEventListener(type, () => {
      onMark(residue.id);
    });
  row.addEventListener("pointerleave", ({pointerType}) => {
    // A finger that is lifted leaves too; what it chose stays marked.
    if (pointerType !== "touch") onMark(null);
  });
  row.addEventListener("focusout", () => {
    onMark(null);
  });
  return row;
}
