import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {Range} from "../kernels/column-bins.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import type {ColumnSet} from "../tables/column-set.js";
import {endpointOfColumn} from "./admet-cell.js";
import {columnChooser} from "./column-chooser.js";
import {compoundColumns, DRAWING_ROW} from "./compound-columns.js";
import {compoundInspector, noCompound} from "./compound-inspector.js";
import {compoundsFunnel, funnelSteps, nothingLeft} from "./compounds-funnel.js";
import type {CompoundsModel} from "./compounds-model.js";
import {CompoundsRank} from "./compounds-rank.js";
import {exportMenu} from "./export-menu.js";
import {type HistogramRail, histogramRail} from "./histogram-rail.js";
import {ruleFilters} from "./rule-filters.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";
import {workbench} from "./workbench.js";

/** Columns whose histograms are open: scores and predicted values, then the usual ones. */
const firstColumns = (set: ColumnSet): string[] => [
  ...set.numericNames.filter((name) => name.startsWith("mpo_") || endpointOfColumn(name) !== null),
  ...FIRST_COLUMNS
];

/** Widest histogram that fits the rail. */
const HISTOGRAM_WIDTH = 232;
const PLAIN_ROW = 28;

/**
 * A set of compounds to narrow: rail with funnel, rule sets, ranking and linked histograms; table of what is left; the
 * compound chosen. Everything but the data is in the state.
 */
export class CompoundsWorkbench {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #stopper = new AbortController();
  readonly #count = html`<strong class="compounds-count" aria-live="polite"></strong>`;
  readonly #funnel = html`<div></div>`;
  readonly #inspector = html`<div></div>`;
  readonly #chooser = html`<span></span>`;
  readonly #histograms = html`<div></div>`;
  readonly #rules: ReturnType<typeof ruleFilters>;
  readonly #rank: CompoundsRank;
  readonly #table: VirtualTable<number>;
  #rail: HistogramRail;
  #columnNames = "";
  #frame = 0;

  /** @param notice nodes above the table: what set this is, its progress, its issues */
  constructor(model: CompoundsModel, notice: readonly Node[]) {
    this.#model = model;
    this.#rules = ruleFilters(
      () => model.filter,
      (name, range) => {
        this.setRange(name, range);
      }
    );
    this.#rail = this.#makeRail();
    this.#rank = new CompoundsRank(model, this.#stopper.signal);
    this.#table = this.#makeTable();
    this.node = workbench({
      rail: [
        ...[html`<h2>Funnel</h2>`, this.#funnel, html`<h2>Rules</h2>`, this.#rules.node],
        ...[this.#rank.node, html`<h2>Properties</h2>`, this.#histograms]
      ],
      bench: [this.#toolbar(), ...notice, this.#table.node],
      inspector: this.#inspector,
      inspectorLabel: "Compound"
    });
    this.#showColumns();
    this.#update();
    this.#showChosen();
    model.onChange((change) => {
      if (change === "columns") this.#showColumns();
      else if (change === "order") this.#table.update({sort: model.state.value.sort});
      else if (change === "rows") this.#rail.rebind(model.filter);
      this.#schedule();
    }, this.#stopper.signal);
  }

  /** Filters by a column, or lifts its filter; drawn at the next frame. */
  setRange(name: string, range: Range | null): void {
    this.#model.setRange(name, range);
  }

  /** Stops what would still draw. */
  dispose(): void {
    this.#stopper.abort();
    cancelAnimationFrame(this.#frame);
    this.#rail.dispose();
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#update();
    });
  }

  #makeRail(): HistogramRail {
    const {filter, set} = this.#model;
    const rail = histogramRail({
      ...{filter, columns: set.table.columns, first: firstColumns(set), width: HISTOGRAM_WIDTH},
      onRange: (name, range) => {
        this.setRange(name, range);
      }
    });
    this.#histograms.replaceChildren(rail.node);
    return rail;
  }

  #makeTable(): VirtualTable<number> {
    const {set, filter, state} = this.#model;
    return virtualTable<number>({
      ...{
        label: "Compounds",
        columns: this.#columns(),
        rowCount: filter.count,
        rowHeight: "smiles" in set.table.columns ? DRAWING_ROW : PLAIN_ROW,
        frozen: 1
      },
      ...{sort: state.value.sort, getRows: (from: number, to: number) => this.#model.rows(from, to)},
      onSort: (sort) => {
        this.#model.sort(sort);
      },
      onFocus: (row) => {
        this.#choose(row);
      },
      empty: () => this.#nothingLeft()
    });
  }

  #columns(): ReturnType<typeof compoundColumns> {
    const {set, filter, state} = this.#model;
    return compoundColumns(set, filter, new Set(state.value.columns));
  }

  /** After columns came or went: the chooser and, when there are others, the histograms are made again. */
  #showColumns(): void {
    const {set} = this.#model;
    const names = Object.keys(set.table.columns).join();
    if (names === this.#columnNames) {
      this.#rail.rebind(this.#model.filter);
      return;
    }
    if (this.#columnNames !== "") {
      this.#rail.dispose();
      this.#rail = this.#makeRail();
    }
    this.#columnNames = names;
    this.#chooser.replaceChildren(
      columnChooser(this.#columns(), (shown) => {
        this.#model.state.set({columns: [...shown]});
        this.#table.update({columns: this.#columns()});
      })
    );
  }

  #toolbar(): HTMLElement {
    const exports = exportMenu(
      () => this.#model.set,
      () => this.#model.survivors()
    );
    const clear = html<HTMLButtonElement>`<button type="button" class="quiet">Lift all filters</button>`;
    clear.addEventListener("click", () => {
      this.#model.liftAll();
    });
    return html`<div class="compounds-bar">
      ${this.#count}${clear}<span class="compounds-tools">${this.#chooser}${exports}</span>
    </div>`;
  }

  #update(): void {
    const {filter} = this.#model;
    const {rowCount, count} = filter;
    this.#count.textContent = `${formatCount(count)} of ${formatCount(rowCount)} compounds left`;
    this.#rail.update();
    this.#rules.update();
    this.#table.update({rowCount: count, columns: this.#columns()});
    const steps = funnelSteps(
      filter.filters,
      rowCount,
      (names) => filter.countOf(names),
      (name) => this.#model.words(name)
    );
    this.#funnel.replaceChildren(
      compoundsFunnel(steps, rowCount, (name) => {
        this.setRange(name, null);
      })
    );
  }

  #nothingLeft(): Node | string {
    const {filter} = this.#model;
    const {filters, rowCount} = filter;
    if (rowCount === 0) return "This set holds no compound.";
    const without = filters.map((name) => ({
      name,
      words: this.#model.words(name),
      left: filter.countOf(filters.filter((other) => other !== name))
    }));
    return nothingLeft(without, (name) => {
      this.setRange(name, null);
    });
  }

  #choose(row: number): void {
    const {set, state} = this.#model;
    state.set({compound: String(set.cell("compound_id", row) ?? "")});
    this.#inspector.replaceChildren(compoundInspector(set, row, this.#rank.explain(row)));
  }

  #showChosen(): void {
    const row = this.#model.findRow(this.#model.state.value.compound);
    this.#inspector.replaceChildren(
      row < 0 ? noCompound() : compoundInspector(this.#model.set, row, this.#rank.explain(row))
    );
  }
}
