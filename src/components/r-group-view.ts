import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {GridCell} from "../series/r-group-grid.js";
import {byActivity, memberCard, pickButton} from "./group-inspector.js";
import {rGroupControls} from "./r-group-controls.js";
import {type Decomposed, decompose, type GridModel, gridModel, makeList, workingRows} from "./r-group-data.js";
import {tellOfProducts} from "./product-facts.js";
import {partDrawing, rGroupMatrix} from "./r-group-matrix.js";
import {colorColumn} from "./map-view.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";
import {structure} from "./structure.js";

const MOST_MADE = 48;
const MADE = {width: 170, height: 110} as const;

/** R-groups of a set over one core: matrix, model, and what additivity would have made next. */
export class RGroupView implements SeriesView {
  readonly node: HTMLElement;
  readonly #context: SeriesContext;
  readonly #controls: ReturnType<typeof rGroupControls>;
  readonly #stage = html<HTMLElement>`<div class="r-groups"></div>`;
  #basis = "";
  #drawn = "";
  #decomposed: Decomposed | null = null;
  #grid: GridModel | null = null;

  constructor(context: SeriesContext) {
    this.#context = context;
    this.#controls = rGroupControls(context);
    this.node = html<HTMLElement>`<div class="series-view">
      <div class="series-controls">${this.#controls.node}</div>
      ${this.#stage}
    </div>`;
  }

  show(): void {
    const {value} = this.#context.state;
    const basis = [value.core, value.pick, value.of, this.#context.activity()?.key, this.#context.rows().length].join();
    if (basis === this.#basis) {
      this.#draw();
      return;
    }
    this.#basis = basis;
    this.#decomposed = null;
    this.#drawn = "";
    this.#stage.replaceChildren();
    const {length} = workingRows(this.#context);
    if (length < 2) {
      this.#stage.replaceChildren(fewCompounds(length));
      return;
    }
    void this.#context.progress
      .run((step) => decompose(this.#context, step))
      .then((decomposed) => {
        if (decomposed === null || basis !== this.#basis) return;
        this.#decomposed = decomposed;
        this.#draw();
      });
  }

  restart(): void {
    this.#basis = "";
    this.show();
  }

  table(): SeriesTable | null {
    const decomposed = this.#decomposed;
    if (decomposed === null) return null;
    const {positions, rows, core} = decomposed.table;
    const {set, chemistry} = this.#context.model;
    const activity = this.#context.activity();
    const lines = rows.map(({row, parts}) => {
      const own = decomposed.rows[row] ?? -1;
      const value = activity?.exact[own] ?? NaN;
      return [
        ...[String(set.cell("compound_id", own) ?? ""), chemistry.smiles(own), Number.isNaN(value) ? null : value],
        ...positions.map((position) => parts[position] ?? "")
      ];
    });
    const names = ["compound_id", "smiles", activity?.key ?? "activity", ...positions];
    const method = `R-group decomposition by RDKit over ${core ?? decomposed.core}; additivity after Free and Wilson (doi:10.1021/jm00334a001).`;
    return {name: "r-groups", names, rows: lines, method};
  }

  figure(): SeriesFigure | null {
    const node = this.#stage.querySelector<HTMLElement>(".r-matrix");
    if (node === null || this.#grid === null) return null;
    const [across, down] = this.#grid.axes;
    const {label} = colorColumn(this.#context);
    const said = this.#stage.querySelector(".series-words")?.textContent ?? "";
    const words = `${across} across, ${down} down; cells: mean ${label} of n compounds, in outline what additivity expects. ${said.replace(/\s+/g, " ").trim()}`;
    return {node, isWhole: true, words};
  }

  dispose(): void {
    this.node.remove();
  }

  #draw(): void {
    const decomposed = this.#decomposed;
    if (decomposed === null) return;
    const {across, down, color} = this.#context.state.value;
    const drawn = [this.#basis, across, down, color, this.#context.revision].join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#controls.show(decomposed);
    const grid = (this.#grid = gridModel(this.#context, decomposed));
    if (decomposed.table.rows.length === 0) this.#stage.replaceChildren(noCore(decomposed));
    else if (grid === null) this.#stage.replaceChildren(fewPositions(decomposed));
    else {
      const matrix = rGroupMatrix(decomposed, grid, (cell) => {
        this.#inspect(cell);
      });
      this.#stage.replaceChildren(this.#words(decomposed, grid), matrix, this.#made(decomposed, grid));
    }
  }

  #words({table, rows}: Decomposed, {model, values}: GridModel): HTMLElement {
    const measured = table.rows.filter(({row}) => !Number.isNaN(values[row] ?? NaN)).length;
    const fit = model
      ? `Additivity rests on ${formatCount(model.n)} compounds and ${formatCount(model.contributions.size)} parts; leaving each compound out in turn, it errs by ${model.leaveOneOutError === null ? "an unknown amount" : model.leaveOneOutError.toFixed(2)} (root mean square).`
      : `Additivity says nothing here: ${measured === 0 ? "no exact value is known" : "there are more parts than compounds that share them"}.`;
    return html<HTMLElement>`<p class="series-words">
      ${formatCount(table.rows.length)} of ${formatCount(rows.length)} compounds hold the core, ${formatCount(measured)}
      with an exact value. ${fit}
    </p>`;
  }

  #made(decomposed: Decomposed, grid: GridModel): HTMLElement | string {
    const list = makeList(grid).slice(0, MOST_MADE);
    if (list.length === 0) return "";
    const tell = html<HTMLButtonElement>`<button type="button" disabled>
      Properties and ADMET predictions of these
    </button>`;
    const node = html<HTMLElement>`<section class="make-list" aria-label="Make-list">
      <h3>Not made yet: what additivity expects of the empty cells, highest first</h3>
      <ol class="member-list">
        ${list.map(
          ({predicted, parts}) =>
            html`<li data-parts=${JSON.stringify(parts)}>
              <span class="made-structure"></span>
              <span
                ><b class="member-value">${predicted.value.toFixed(1)}</b> ${predicted.interval[0].toFixed(1)} to
                ${predicted.interval[1].toFixed(1)} <small>each part n ≥ ${predicted.support}</small></span
              >
              <div class="product-facts"></div>
            </li>`
        )}
      </ol>
      <p>${tell}</p>
      <p class="note">80 % prediction intervals; other positions carry their commonest part.</p>
    </section>`;
    void this.#assemble(
      decomposed,
      list.map(({parts}) => parts)
    ).then((made) => {
      node.querySelectorAll<HTMLElement>(".made-structure").forEach((place, i) => {
        const smiles = made[i];
        if (!smiles) return;
        const address = `./compound?${new URLSearchParams({smiles}).toString()}`;
        place.replaceChildren(html`<a href=${address}>${structure(smiles, MADE)}</a>`);
      });
      const places = [...node.querySelectorAll<HTMLElement>(".product-facts")];
      const products = places.flatMap((place, i) => (made[i] ? [{smiles: made[i], place}] : []));
      tell.disabled = products.length === 0;
      tell.onclick = () => {
        tell.hidden = true;
        // What failed is told in the places.
        tellOfProducts(products, this.#context.state.value.admet, new AbortController().signal).catch(() => undefined);
      };
    });
    return node;
  }

  async #assemble(
    {table}: Decomposed,
    parts: readonly Readonly<Record<string, string>>[]
  ): Promise<readonly (string | null)[]> {
    const {signal} = new AbortController();
    const ask = {core: table.core ?? "", parts: parts.map((groups) => Object.values(groups))};
    return this.#context.model.chemistry.pool.set("assemble", ask, {signal}).catch(() => []);
  }

  #inspect(cell: GridCell): void {
    const decomposed = this.#decomposed;
    const grid = this.#grid;
    if (!decomposed || !grid) return;
    const rows = cell.rows.map((place) => decomposed.rows[decomposed.table.rows[place]?.row ?? -1] ?? -1);
    const parts = grid.axes.map((axis) => html`<li>${axis} ${partDrawing(cell.parts[axis] ?? "")}</li>`);
    const title = rows.length === 0 ? "Not made yet" : `${formatCount(rows.length)} compounds`;
    const node = html<HTMLElement>`<div class="group-inspector">
      <h2>${title}</h2>
      <ul class="member-list">
        ${parts}
      </ul>
      ${rows.length === 0 ? predictionWords(cell) : html`<p>${pickButton(this.#context, rows)}</p>`}
      <ul class="member-list">
        ${byActivity(this.#context, rows).map((row) => memberCard(this.#context, row))}
      </ul>
    </div>`;
    this.#context.inspect(node);
  }
}

function predictionWords({predicted}: GridCell): HTMLElement | string {
  if (predicted === null) return "";
  const {value, interval, support} = predicted;
  return html<HTMLElement>`<p>
    Additivity expects <b>${value.toFixed(2)}</b>, between ${interval[0].toFixed(2)} and ${interval[1].toFixed(2)} (80
    %), the other positions carrying their commonest part. The rarest of its parts stands in ${formatCount(support)}
    measured compounds.
  </p>`;
}

const fewCompounds = (count: number): HTMLElement =>
  html<HTMLElement>`<div class="state">
    <h3>${count === 0 ? "No compound is looked at" : "One compound has no R-groups"}</h3>
    <p>
      ${count === 0 ? "Choose other compounds on the left, or lift the pick." : "Pick a group on the Scaffolds or Clusters view, or lift the pick, and come back."}
    </p>
  </div>`;

const noCore = ({core}: Decomposed): HTMLElement =>
  html<HTMLElement>`<div class="state">
    <h3>${core === "" ? "These compounds share no core" : "No compound holds this core"}</h3>
    <p>
      ${core === "" ? "None of them holds a ring." : html`The core is <code>${core}</code>.`} Type a SMARTS above, take
      the core that they have in common, or pick other compounds.
    </p>
  </div>`;

const fewPositions = ({table}: Decomposed): HTMLElement =>
  html<HTMLElement>`<div class="state">
    <h3>
      ${table.positions.length === 0 ? "All of them are the core itself" : `Only ${table.positions[0] ?? ""} varies`}
    </h3>
    <p>A matrix needs two positions that vary. A smaller core leaves more of them.</p>
  </div>`;
