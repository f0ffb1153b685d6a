import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import type {ColumnSet} from "../tables/column-set.js";
import {predictedColumns} from "./admet-cell.js";
import type {ApprovedDrugs} from "./approved-drugs.js";
import {columnChooser} from "./column-chooser.js";
import {compoundColumns, DRAWING_ROW} from "./compound-columns.js";
import {compoundInspector, noCompound} from "./compound-inspector.js";
import {CompoundsFilters} from "./compounds-filters.js";
import {compoundsFunnel, nothingLeft} from "./compounds-funnel.js";
import type {CompoundsModel} from "./compounds-model.js";
import {CompoundsRank} from "./compounds-rank.js";
import {CompoundsReport} from "./compounds-report.js";
import {exportMenu} from "./export-menu.js";
import {findCompound} from "./find-compound.js";
import {type HistogramRail, histogramRail} from "./histogram-rail.js";
import {ruleFilters} from "./rule-filters.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";
import {workbench} from "./workbench.js";

export interface CompoundsWorkbenchOptions {
  readonly model: CompoundsModel;
  /** What the compounds are, in words: "the file mine.smi". */
  readonly source: string;
  /** Nodes above the table: what set this is, its progress, its issues. */
  readonly notice: readonly Node[];
  /** The approved drugs that filters are held against; null where the project publishes none. */
  readonly approved: Promise<ApprovedDrugs | null>;
}

/** Columns whose histograms are open: scores and predicted values, then the usual ones. */
const firstColumns = (set: ColumnSet): string[] => [
  ...set.numericNames.filter((name) => name.startsWith("mpo_") || predictedColumns(set, name) !== null),
  ...FIRST_COLUMNS
];

/** Widest histogram that fits the rail. */
const HISTOGRAM_WIDTH = 232;
const PLAIN_ROW = 28;
const REASON_WIDTH = 260;

/**
 * A set of compounds to narrow: rail with funnel, filters, ranking and linked histograms; table of what is left or of what
 * fell; the compound chosen. Everything but the data is in the state.
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
  readonly #filters: CompoundsFilters;
  readonly #report: CompoundsReport;
  readonly #table: VirtualTable<number>;
  readonly #show: HTMLElement;
  #approved: ApprovedDrugs | null = null;
  #rail: HistogramRail;
  #columnNames = "";
  #frame = 0;

  constructor({model, source, notice, approved}: CompoundsWorkbenchOptions) {
    this.#model = model;
    this.#rules = ruleFilters(
      () => model.filter,
      (name, range) => {
        model.setRange(name, range);
      }
    );
    this.#rail = this.#makeRail();
    this.#rank = new CompoundsRank(
      model,
      () => this.#approved?.derive((set) => this.#rank.columnsFor(set)),
      this.#stopper.signal
    );
    this.#filters = new CompoundsFilters(model);
    this.#report = new CompoundsReport({
      ...{model, source, approved: () => this.#approved},
      ranking: () => this.#rank.words()
    });
    this.#show = this.#makeShow();
    this.#table = this.#makeTable();
    this.node = this.#assemble(notice);
    this.#showColumns();
    this.#update();
    this.#showChosen();
    model.onChange((change) => {
      if (change === "columns") this.#showColumns();
      else if (change === "order") this.#table.update({sort: model.state.value.sort});
      else if (change === "rows") this.#rail.rebind(model.filter);
      this.#schedule();
    }, this.#stopper.signal);
    void this.#takeApproved(approved);
  }

  /** Stops what would still draw. */
  dispose(): void {
    this.#stopper.abort();
    cancelAnimationFrame(this.#frame);
    this.#rail.dispose();
  }

  async #takeApproved(approved: Promise<ApprovedDrugs | null>): Promise<void> {
    this.#approved = await approved.catch(() => null);
    this.#approved?.derive((set) => this.#rank.columnsFor(set));
    if (!this.#stopper.signal.aborted) this.#schedule();
  }

  #assemble(notice: readonly Node[]): HTMLElement {
    return workbench({
      rail: [
        ...[html`<h2>Funnel</h2>`, this.#funnel, this.#report.node, html`<h2>Rules</h2>`, this.#rules.node],
        ...[html`<h2>Filters</h2>`, this.#filters.node, this.#rank.node, html`<h2>Properties</h2>`, this.#histograms]
      ],
      bench: [this.#toolbar(), ...notice, this.#table.node],
      inspector: this.#inspector,
      inspectorLabel: "Compound"
    });
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
        this.#model.setRange(name, range);
      }
    });
    this.#histograms.replaceChildren(rail.node);
    return rail;
  }

  /** The switch between what is left and what fell. */
  #makeShow(): HTMLElement {
    const buttons = (["left", "dropped"] as const).map((show) => {
      const button = html<HTMLButtonElement>`<button type="button" data-show=${show}>${show}</button>`;
      button.onclick = () => {
        this.#model.state.set({show});
        this.#update();
      };
      return button;
    });
    return html`<span class="compounds-show" role="group" aria-label="Compounds shown">${buttons}</span>`;
  }

  #makeTable(): VirtualTable<number> {
    const {set, state, shownCount} = this.#model;
    return virtualTable<number>({
      ...{
        label: "Compounds",
        columns: this.#columns(),
        rowCount: shownCount,
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

  #columns(): TableColumn<number>[] {
    const {set, filter, state} = this.#model;
    const columns = compoundColumns(set, filter, new Set(state.value.columns));
    if (state.value.show === "left") return columns;
    const reason: TableColumn<number> = {
      ...{key: "fell_at", label: "Fell at", about: "The first filter it does not pass, and why.", width: REASON_WIDTH},
      ...{sortable: false, kind: "is-wrapped", cell: (row: number) => this.#report.reason(row)}
    };
    return [...columns.slice(0, 1), reason, ...columns.slice(1)];
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
      columnChooser(compoundColumns(set, this.#model.filter, new Set(this.#model.state.value.columns)), (shown) => {
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
      ${this.#count}${clear}<span class="compounds-tools">${this.#show}${this.#chooser}${exports}</span>
    </div>`;
  }

  #update(): void {
    const {filter, state, shownCount} = this.#model;
    const {rowCount, count} = filter;
    this.#model.writeState();
    this.#count.textContent = `${formatCount(count)} of ${formatCount(rowCount)} compounds left`;
    for (const button of this.#show.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset["show"] === state.value.show));
    this.#rail.update();
    this.#rules.update();
    this.#filters.update();
    this.#table.update({rowCount: shownCount, columns: this.#columns()});
    const steps = this.#model.funnel().map((step) => ({...step, note: this.#report.note(step.name)}));
    this.#report.node.hidden = steps.length === 0;
    this.#funnel.replaceChildren(
      compoundsFunnel(steps, rowCount, (name) => {
        this.#model.lift(name);
      })
    );
  }

  #nothingLeft(): Node | string {
    const {filter, state} = this.#model;
    const {filters, rowCount} = filter;
    if (rowCount === 0) return "This set holds no compound.";
    if (state.value.show === "dropped") return "No compound fell: every one passes the filters.";
    const without = filters.map((name) => ({
      name,
      words: this.#model.words(name),
      left: filter.countOf(filters.filter((other) => other !== name))
    }));
    return nothingLeft(without, (name) => {
      this.#model.lift(name);
    });
  }

  #choose(row: number): void {
    const {set, state} = this.#model;
    state.set({compound: String(set.cell("compound_id", row) ?? "")});
    this.#inspector.replaceChildren(compoundInspector(set, row, this.#rank.explain(row)));
  }

  #showChosen(): void {
    const row = findCompound(this.#model.set, this.#model.state.value.compound);
    this.#inspector.replaceChildren(
      row < 0 ? noCompound() : compoundInspector(this.#model.set, row, this.#rank.explain(row))
    );
  }
}
