import {html} from "htl";
import {makeConformers} from "../workers/conformer-client.js";
import type {RankedConformer} from "../workers/conformer-protocol.js";
import {saveText} from "./save-file.js";
import {MoleculeStage} from "./molecule-stage.js";

const COUNTS = [5, 10, 25];
const COLOURS = [
  "#ff8ab7",
  "#4269d0",
  "#efb118",
  "#3ca951",
  "#a463f2",
  "#6cc5b0",
  "#ff725c",
  "#9c6b4e",
  "#97bbf5",
  "#9498a0"
];

/** A bar with what is done, what is to do, and a way to stop. */
export function workProgress(
  words: string,
  onCancel: () => void
): {node: HTMLElement; update: (done: number, total: number) => void} {
  const bar = html<HTMLProgressElement>`<progress max="1" aria-label=${words}></progress>`;
  const text = html<HTMLElement>`<span role="status">${words}: loading</span>`;
  const cancel = html<HTMLButtonElement>`<button type="button">Cancel</button>`;
  cancel.onclick = onCancel;
  const started = performance.now();
  return {
    node: html`<div class="work-progress">
      ${bar}
      <p class="note">${text} ${cancel}</p>
    </div>`,
    update: (done, total) => {
      bar.value = done / total;
      const left = ((performance.now() - started) / done) * (total - done);
      text.textContent = `${words}: ${String(done)} of ${String(total)}, about ${String(Math.ceil(left / 1000))} s left`;
    }
  };
}

/** Conformers of a structure, made when they are asked for, as a table and one picture. */
export function conformerSection(smiles: string, signal: AbortSignal): HTMLElement {
  const place = html<HTMLElement>`<div></div>`;
  const select = html<HTMLSelectElement>`<select aria-label="Conformers at most">
    ${COUNTS.map((count) => html`<option value=${count}>${count}</option>`)}
  </select>`;
  const button = html<HTMLButtonElement>`<button type="button">Make conformers</button>`;
  button.onclick = () => {
    button.disabled = true;
    void make(smiles, Number(select.value), place, signal).finally(() => {
      button.disabled = false;
    });
  };
  return html<HTMLElement>`<div class="conformer-section">
    <p class="note">
      Up to ${select} conformers with the torsions of crystal structures, minimised with MMFF94s+ (OpenChemLib), ranked
      by energy. In vacuum, so the lowest is not what a protein binds. ${button}
    </p>
    ${place}
  </div>`;
}

async function make(smiles: string, count: number, place: HTMLElement, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const {node, update} = workProgress("Conformers", () => {
    stop.abort(new Error("cancelled"));
  });
  place.replaceChildren(node);
  try {
    const {conformers, isomer} = await makeConformers(smiles, count, update, AbortSignal.any([signal, stop.signal]));
    place.replaceChildren(conformerView(conformers, isomer, signal));
  } catch (error) {
    if (!signal.aborted) place.replaceChildren(html`<p role="status">${wordsOf(error)}</p>`);
  }
}

const wordsOf = (error: unknown): string => {
  const words = error instanceof Error ? error.message : String(error);
  return words === "cancelled"
    ? "Cancelled: no conformer was kept."
    : `No conformer could be made: ${words.replace(/^no conformer: /, "")}.`;
};

function conformerView(
  conformers: readonly RankedConformer[],
  isomer: string | null,
  signal: AbortSignal
): HTMLElement {
  const stage = new MoleculeStage("Conformers in three dimensions", signal);
  const shown = new Set([0]);
  const draw = (): void => {
    const molecules = conformers.map(({molblock}, i) => ({molblock, colour: colourOf(i), isShown: shown.has(i)}));
    void stage.show(molecules);
  };
  const rows = conformers.map((conformer, i) =>
    conformerRow(conformer, i, shown.has(i), (isShown) => {
      if (isShown) shown.add(i);
      else shown.delete(i);
      draw();
    })
  );
  const save = html<HTMLButtonElement>`<button type="button">Save as SDF</button>`;
  save.onclick = () => {
    saveText("conformers.sdf", "chemical/x-mdl-sdfile", toSdf(conformers));
  };
  requestAnimationFrame(draw);
  return html<HTMLElement>`<div class="conformer-view">
    ${stage.node}
    <div>
      <table class="facts">
        <thead>
          <tr>
            <th scope="col">Conformer</th>
            <th scope="col"><span class="visually-hidden">Colour</span></th>
            <th scope="col" class="num">Above the lowest, kcal/mol</th>
            <th scope="col" class="num">RMSD to it, Å</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <p class="note">
        ${conformers.length} different by more than 0.3 Å.
        ${isomer === null ? "The InChIKey of each, read from its places in space, is that of the structure." : html`The structure leaves some of its configuration open: all are of the one isomer <code>${isomer}</code>.`}
        RMSD of heavy atoms in their order, symmetry not looked for.
      </p>
      ${save}
    </div>
  </div>`;
}

function conformerRow(
  {above, rmsd}: RankedConformer,
  index: number,
  isShown: boolean,
  onShow: (isShown: boolean) => void
): HTMLElement {
  const name = String(index + 1);
  const box = html<HTMLInputElement>`<input type="checkbox" aria-label=${`Show conformer ${name}`} />`;
  box.checked = isShown;
  box.onchange = () => {
    onShow(box.checked);
  };
  const swatch = html<HTMLElement>`<span class="contact-swatch" aria-hidden="true"></span>`;
  swatch.style.background = colourOf(index);
  return html<HTMLElement>`<tr>
    <th scope="row"><label>${box} ${name}</label></th>
    <td>${swatch}</td>
    <td class="num">${above.toFixed(2)}</td>
    <td class="num">${rmsd.toFixed(2)}</td>
  </tr>`;
}

export const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? "#ff8ab7";

const toSdf = (conformers: readonly RankedConformer[]): string =>
  conformers
    .map(
      ({molblock, energy, above}) =>
        `${molblock.trimEnd()}\n>  <mmff94s_energy_kcal_mol>\n${energy.toFixed(4)}\n\n>  <above_lowest_kcal_mol>\n${above.toFixed(4)}\n\n$$$$\n`
    )
    .join("");
