import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {GridCell} from "../series/r-group-grid.js";
import {byActivity, memberCard, pickButton} from "./group-inspector.js";
import {rGroupControls} from "./r-group-controls.js";
import {madeNode, makeListNode} from "./make-list.js";
import {breathe, pagePause} from "./page-pause.js";
import {colorColumn} from "./point-colours.js";
import {
  type Decomposed,
  decompose,
  type GridModel,
  gridModel,
  makeList,
  shownValues,
  workingRows
} from "./r-group-data.js";
import {partDrawing, rGroupMatrix} from "./r-group-matrix.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";

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
        // Another view took over: worked out again when this one is back.
        if (decomposed === null && !this.node.isConnected) this.#basis = "";
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
    const {rows, positions} = decomposed.table;
    if (rows.length === 0) this.#stage.replaceChildren(noCore(decomposed));
    else if (positions.length < 2) this.#stage.replaceChildren(fewPositions(decomposed));
    else void this.#drawMatrix(decomposed, drawn);
  }

  /** Fits the model in a worker, then draws matrix and make-list, in pieces. */
  async #drawMatrix(decomposed: Decomposed, drawn: string): Promise<void> {
    const context = this.#context;
    // What the worker answered has just been read: what follows is another task.
    await breathe();
    if (drawn !== this.#drawn) return;
    const values = shownValues(context, decomposed);
    const ask = {table: decomposed.table, values};
    const fitted = await context.progress.run(async (step) => ({
      model: await context.model.chemistry.pool.set("additivity", ask, step("Additivity"))
    }));
    // Another view took over: drawn when this one is back.
    if (fitted === null && !this.node.isConnected) this.#drawn = "";
    const grid = fitted && gridModel(context, decomposed, values, fitted.model);
    if (grid === null || drawn !== this.#drawn) return;
    const pause = pagePause();
    const onCell = (cell: GridCell): void => {
      this.#inspect(cell);
    };
    const matrix = await rGroupMatrix(decomposed, grid, {label: colorColumn(context).label, onCell, pause});
    if (drawn !== this.#drawn) return;
    this.#grid = grid;
    this.#stage.replaceChildren(this.#words(decomposed, grid), matrix);
    const made = await makeListNode(context, decomposed, makeList(grid), pause);
    if (drawn === this.#drawn && made !== null) this.#stage.append(made);
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
      ${rows.length === 0 ? [predictionWords(cell), cell.isPossible ? madeNode(this.#context, decomposed, cell) : ""] : html`<p>${pickButton(this.#context, rows)}</p>`}
      <ul class="member-list">
        ${byActivity(this.#context, rows).map((row) => memberCard(this.#context, row))}
      </ul>
    </div>`;
    this.#context.inspect(node);
  }
}

function predictionWords({predicted, isPossible}: GridCell): HTMLElement {
  if (!isPossible)
    return html<HTMLElement>`<p>
      No compound can hold both: one of the parts closes a ring over the other's position.
    </p>`;
  if (predicted === null)
    return html<HTMLElement>`<p>Too little is measured of its parts for additivity to say what to expect.</p>`;
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
