import {html} from "htl";
import type {Range} from "../kernels/column-bins.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import {openProjectStore} from "../store/project-store.js";
import {pickedMask} from "../filters/picked-mask.js";
import type {ColumnSet} from "../tables/column-set.js";
import {predictedColumns} from "./admet-cell.js";
import type {ApprovedDrugs} from "./approved-drugs.js";
import {compoundInspector, noCompound} from "./compound-inspector.js";
import {CompoundsBar} from "./compounds-bar.js";
import {CompoundsChoose} from "./compounds-choose.js";
import {CompoundsCompare} from "./compounds-compare.js";
import {CompoundsFilters} from "./compounds-filters.js";
import {keepFunnel} from "../state/kept-funnel.js";
import {compoundsFunnel, nothingLeft} from "./compounds-funnel.js";
import {listenToKeys} from "./compounds-keys.js";
import {CompoundsList} from "./compounds-list.js";
import type {CompoundsModel} from "./compounds-model.js";
import {CompoundsPicture} from "./compounds-picture.js";
import {CompoundsRank} from "./compounds-rank.js";
import {CompoundsReport} from "./compounds-report.js";
import {CompoundsSearch} from "./compounds-search.js";
import {CompoundsTriage} from "./compounds-triage.js";
import {findCompound} from "./find-compound.js";
import {type HistogramRail, histogramRail} from "./histogram-rail.js";
import {alertFilters, ruleFilters} from "./rule-filters.js";
import {sqlMask} from "./sql-judge.js";
import {isProjectSet} from "./project-set.js";
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

const SCORES = ["mpo_score", "mpo_known", "similarity", "pick"];

/** Columns whose histograms are open: scores and predicted values, then the usual ones. */
const firstColumns = (set: ColumnSet): string[] => [
  ...set.numericNames.filter((name) => SCORES.includes(name) || predictedColumns(set, name) !== null),
  ...FIRST_COLUMNS
];

/** Widest histogram that fits the rail. */
const HISTOGRAM_WIDTH = 232;

/**
 * A set of compounds to narrow: rail with funnel, structure search, filters, ranking and linked histograms; list of what is
 * left or of what fell; the compound chosen. Everything but the data is in the state.
 */
export class CompoundsWorkbench {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #stopper = new AbortController();
  readonly #funnel = html`<div></div>`;
  readonly #inspector = html`<div></div>`;
  readonly #histograms = html`<div></div>`;
  readonly #rules: ReturnType<typeof ruleFilters>;
  readonly #alerts: ReturnType<typeof alertFilters>;
  readonly #rank: CompoundsRank;
  readonly #filters: CompoundsFilters;
  readonly #search: CompoundsSearch;
  readonly #report: CompoundsReport;
  readonly #triage: CompoundsTriage;
  readonly #list: CompoundsList;
  readonly #bar: CompoundsBar;
  readonly #compare: CompoundsCompare;
  readonly #picture: CompoundsPicture;
  #approved: ApprovedDrugs | null = null;
  #rail: HistogramRail;
  #columnNames: string;
  #frame = 0;

  constructor({model, source, notice, approved}: CompoundsWorkbenchOptions) {
    const {signal} = this.#stopper;
    this.#model = model;
    const onRange = (name: string, range: Range | null): void => {
      model.setRange(name, range);
    };
    this.#rules = ruleFilters(() => model.filter, onRange);
    this.#alerts = alertFilters(() => model.filter, onRange);
    this.#rail = this.#makeRail();
    this.#columnNames = this.#namesNow();
    this.#rank = new CompoundsRank(model, () => this.#approved?.derive((set) => this.#rank.columnsFor(set)), signal);
    this.#filters = new CompoundsFilters(model);
    this.#search = new CompoundsSearch(model, signal);
    this.#triage = new CompoundsTriage(model, signal);
    const onAlerts = this.#showChosen.bind(this);
    this.#report = new CompoundsReport({
      ...{model, source, onAlerts, approved: () => this.#approved, ranking: () => this.#rank.words()}
    });
    this.#compare = new CompoundsCompare(model, () => {
      this.#list.select(this.#compare.keys);
      this.#showChosen();
    });
    this.#list = this.#makeList();
    this.#picture = new CompoundsPicture({
      ...{model, compare: this.#compare, list: this.#list, marked: () => this.#search.marked()}
    });
    this.#bar = new CompoundsBar({
      ...{model, list: this.#list, tools: [this.#compare.node, this.#picture.node]},
      ...{selected: () => this.#compare.rows(), provenance: (rows) => this.#report.provenance(rows)},
      onView: () => {
        this.#update();
      }
    });
    this.node = this.#assemble(notice);
    this.#update();
    this.#showChosen();
    this.#listen(approved);
  }

  /** Stops what would still draw. */
  dispose(): void {
    this.#stopper.abort();
    cancelAnimationFrame(this.#frame);
    this.#rail.dispose();
  }

  #listen(approved: Promise<ApprovedDrugs | null>): void {
    const {signal} = this.#stopper;
    this.#model.onChange((change) => {
      if (change === "columns") this.#showColumns();
      else if (change === "rows") this.#rail.rebind(this.#model.filter);
      this.#schedule();
    }, signal);
    this.#model.setJudge((node, rows) => {
      if (node.kind === "search") return this.#search.judge.judge(node, rows);
      if (node.kind === "picked") return pickedMask(node, rows);
      return openProjectStore().then((store) => sqlMask(store, node.where, rows));
    });
    listenToKeys(this.#list.node, {
      ...{triage: this.#triage, compare: this.#compare, row: () => this.#list.row},
      next: () => {
        this.#list.next();
      },
      pin: (row) => {
        this.#bar.pin(row);
      },
      copy: (row) => void this.#picture.copyRow(row),
      noteField: () => this.#inspector.querySelector<HTMLInputElement>(".decision input:not(.decision-reason)")
    });
    void this.#takeApproved(approved);
  }

  async #takeApproved(approved: Promise<ApprovedDrugs | null>): Promise<void> {
    this.#approved = await approved.catch(() => null);
    this.#approved?.derive((set) => this.#rank.columnsFor(set));
    this.#approved?.onAnswer(() => {
      this.#schedule();
    });
    if (!this.#stopper.signal.aborted) this.#schedule();
  }

  #assemble(notice: readonly Node[]): HTMLElement {
    return workbench({
      rail: [
        ...[html`<h2>Funnel</h2>`, this.#funnel, this.#report.node],
        ...("smiles" in this.#model.set.table.columns ? [html`<h2>Structure</h2>`, this.#search.node] : []),
        ...[html`<h2>Rules</h2>`, this.#rules.node, this.#alertPart()],
        ...[html`<h2>Filters</h2>`, this.#filters.node, this.#rank.node, ...this.#chooseNode()],
        ...[html`<h2>Properties</h2>`, this.#histograms]
      ],
      bench: [this.#bar.node, ...notice, this.#list.node],
      inspector: this.#inspector,
      inspectorLabel: "Compound"
    });
  }

  #alertPart(): HTMLElement {
    const part = html<HTMLDetailsElement>`<details class="rail-part">
      <summary><h2>Structural alerts</h2></summary>
      ${this.#alerts.node}
    </details>`;
    part.open = this.#model.filter.filters.some((name) => name.endsWith("_alerts"));
    return part;
  }

  #chooseNode(): Node[] {
    if (!("smiles" in this.#model.set.table.columns)) return [];
    return [new CompoundsChoose(this.#model, this.#stopper.signal).node];
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

  #makeList(): CompoundsList {
    return new CompoundsList({
      model: this.#model,
      marked: () => this.#search.marked(),
      ...{reason: (row) => this.#report.reason(row), isSelected: (row) => this.#compare.has(row)},
      onSelect: (row) => {
        this.#compare.toggle(row);
      },
      onCopy: (row) => void this.#picture.copyRow(row),
      onChoose: (row) => {
        this.#choose(row);
      },
      empty: () => this.#nothingLeft()
    });
  }

  #namesNow(): string {
    return Object.keys(this.#model.set.table.columns).join();
  }

  /** After columns came or went: the chooser and, when there are others, the histograms are made again. */
  #showColumns(): void {
    const names = this.#namesNow();
    if (names === this.#columnNames) {
      this.#rail.rebind(this.#model.filter);
      return;
    }
    this.#columnNames = names;
    this.#rail.dispose();
    this.#rail = this.#makeRail();
    this.#bar.columnsChanged();
  }

  #update(): void {
    this.#model.writeState();
    this.#bar.update();
    this.#rail.update();
    this.#rules.update();
    this.#alerts.update();
    this.#filters.update();
    this.#list.update();
    const {rowCount} = this.#model.filter;
    const steps = this.#model.funnel().map((step) => ({...step, note: this.#report.note(step.name)}));
    this.#report.node.hidden = steps.length === 0;
    keepFunnel({
      set: isProjectSet(this.#model.set) ? "the compounds of the project" : "a file of our own",
      n_compounds: rowCount,
      steps: steps.map(({words, left, note}) => ({words, n_left: left, note}))
    });
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
    this.#inspect(row);
  }

  #inspect(row: number): void {
    const inspector = compoundInspector(this.#model.set, row, {
      ...{more: this.#rank.explain(row), alerts: this.#report.alerts, isCompared: this.#compare.has(row)},
      onCompare: () => {
        this.#compare.toggle(row);
      }
    });
    this.#inspector.replaceChildren(inspector);
  }

  #showChosen(): void {
    const row = findCompound(this.#model.set, this.#model.state.value.compound);
    if (row < 0) this.#inspector.replaceChildren(noCompound());
    else this.#inspect(row);
  }
}
