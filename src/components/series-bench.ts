import {html} from "htl";
import {formatPick, parsePick} from "../base/pick-text.js";
import {RowBits} from "../base/row-bits.js";
import {fullPick, shortPick} from "../state/long-pick.js";
import {SERIES_VIEWS, type SeriesState} from "../state/series-fields.js";
import {compoundKey} from "../state/shortlist.js";
import {shortlistOfPage} from "../state/shortlist-store.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {SeriesContext, SeriesView} from "./series-context.js";
import {buttonGroup} from "./series-controls.js";
import {chosenActivity, chosenRows, type SeriesModel} from "./series-model.js";
import {seriesProgress, type SeriesProgress} from "./series-progress.js";
import {seriesRail} from "./series-rail.js";
import {seriesSave} from "./series-save.js";
import {openView, type SeriesViewName, VIEW_WORDS} from "./series-views.js";
import {workbench} from "./workbench.js";

/** Fields that decide which rows are looked at. */
const ROW_FIELDS = ["of", "activity"] as const;

/** The working surface of the Series page: choices, one view at a time, and what is read beside it. */
export class SeriesBench {
  readonly node: HTMLElement;
  readonly #state: SeriesState;
  readonly #followers: (() => void)[] = [];
  readonly #views = new Map<SeriesViewName, SeriesView>();
  readonly #rail = html<HTMLElement>`<div></div>`;
  readonly #stage = html<HTMLElement>`<div class="series-stage"></div>`;
  readonly #inspector = html<HTMLElement>`<div aria-live="polite"></div>`;
  readonly #progress: SeriesProgress;
  readonly #context: SeriesContext;
  readonly #tabs: ReturnType<typeof buttonGroup<SeriesViewName>>;
  readonly #stopper = new AbortController();
  #model: SeriesModel;
  #revision = 0;
  #rows: Uint32Array;
  #rowsBasis = "";
  #railBasis = "";
  #picked: RowBits | null = null;
  #pickText = "";
  #kept: ReadonlySet<number> = new Set();

  /** @param notice what set this is, and the ways to another */
  constructor(model: SeriesModel, state: SeriesState, notice: readonly Node[]) {
    this.#model = model;
    this.#state = state;
    this.#rows = chosenRows(model, state.value);
    this.#progress = seriesProgress(() => {
      this.#view(this.#state.value.view).restart();
    });
    this.#context = this.#makeContext();
    const tabs = SERIES_VIEWS.map((view) => [view, VIEW_WORDS[view]] as const);
    this.#tabs = buttonGroup("View", tabs, (view) => {
      state.set({view, at: "", sort: null});
    });
    this.node = workbench({
      rail: this.#rail,
      bench: [html`<div class="series-notice">${notice}</div>`, this.#bar(), this.#progress.node, this.#stage],
      inspector: this.#inspector,
      ...{railLabel: "Choices", benchLabel: "Series", inspectorLabel: "Chosen"}
    });
    const stop = state.subscribe(() => {
      this.#show();
    });
    this.#stopper.signal.addEventListener("abort", stop);
    this.#readShortlist();
    this.#show();
  }

  /** The same rows with other columns, e.g. predictions: what was worked out stays. */
  replaceSet(set: ColumnSet): void {
    this.#model = {...this.#model, set};
    this.#revision++;
    this.#show();
  }

  /** Stops what would still work or draw. */
  dispose(): void {
    this.#stopper.abort();
    this.#progress.dispose();
    for (const view of this.#views.values()) view.dispose();
  }

  #makeContext(): SeriesContext {
    const model = (): SeriesModel => this.#model;
    const revision = (): number => this.#revision;
    return {
      ...{state: this.#state, progress: this.#progress},
      get model() {
        return model();
      },
      get revision() {
        return revision();
      },
      follow: (draw) => {
        this.#followers.push(draw);
        draw();
      },
      rows: () => this.#rows,
      picked: () => this.#picked,
      pickText: () => fullPick(this.#state.value.pick) ?? "",
      pick: (rows) => {
        const picked = new RowBits(rows ?? [], this.#model.set.rowCount);
        const text = shortPick(formatPick(picked.rows(), this.#model.mark));
        this.#picked = picked.size === 0 ? null : picked;
        this.#pickText = text;
        this.#state.set({pick: text});
      },
      activity: () => chosenActivity(this.#model, this.#state.value),
      kept: () => this.#kept,
      inspect: (node) => {
        this.#inspector.replaceChildren(node);
      }
    };
  }

  #bar(): HTMLElement {
    const save = seriesSave(() => ({
      ...{view: this.#view(this.#state.value.view), name: this.#state.value.view},
      source: this.#model.source
    }));
    return html`<div class="series-bar">${this.#tabs.node}${save}</div>`;
  }

  #show(): void {
    const {value} = this.#state;
    const basis = ROW_FIELDS.map((name) => value[name]).join();
    if (basis !== this.#rowsBasis) {
      this.#rowsBasis = basis;
      this.#rows = chosenRows(this.#model, value);
    }
    this.#readPick();
    for (const draw of this.#followers) draw();
    this.#drawRail();
    this.#tabs.press(value.view);
    const view = this.#view(value.view);
    if (this.#stage.firstChild !== view.node) this.#stage.replaceChildren(view.node);
    if (value.at === "" && value.compound === "") this.#inspector.replaceChildren(nothingChosen());
    view.show();
  }

  #view(name: SeriesViewName): SeriesView {
    const view = this.#views.get(name) ?? openView[name](this.#context);
    this.#views.set(name, view);
    return view;
  }

  #readPick(): void {
    const {pick} = this.#state.value;
    if (pick === this.#pickText) return;
    this.#pickText = pick;
    const read = parsePick(fullPick(pick) ?? "", this.#model.mark);
    const model = this.#model;
    this.#picked =
      read && "rows" in read
        ? new RowBits(
            read.rows.map((row) => model.firstRow(row)),
            model.set.rowCount
          )
        : null;
  }

  /** Draws the choices anew when what they show has changed; the control that has the focus keeps it. */
  #drawRail(): void {
    const {activity, of, by, pick} = this.#state.value;
    const basis = JSON.stringify([activity, of, by, pick, this.#rows.length, this.#revision]);
    if (basis === this.#railBasis) return;
    this.#railBasis = basis;
    const controls = (): HTMLElement[] => [...this.#rail.querySelectorAll<HTMLElement>("select, button, a")];
    const focused = controls().findIndex((control) => control === document.activeElement);
    this.#rail.replaceChildren(seriesRail(this.#context));
    controls()[focused]?.focus();
  }

  #readShortlist(): void {
    const read = async (): Promise<void> => {
      const keys = new Set(
        (await shortlistOfPage().all()).filter(({verdict}) => verdict === "keep").map(({key}) => key)
      );
      const {set} = this.#model;
      const text = (name: string, row: number): string =>
        name in set.table.columns ? String(set.cell(name, row) ?? "") : "";
      const keyOf = (row: number): string =>
        compoundKey({
          ...{compound_id: text("compound_id", row), set_id: text("set_id", row)},
          ...{inchikey: text("inchikey", row), smiles: text("smiles", row)}
        });
      const rows = Array.from({length: keys.size === 0 ? 0 : set.rowCount}, (_, row) => row);
      this.#kept = new Set(rows.filter((row) => keys.has(keyOf(row))));
      this.#revision++;
      if (!this.#stopper.signal.aborted) this.#show();
    };
    const readAgain = (): void => {
      // A browser that keeps nothing has no shortlist.
      read().catch(() => undefined);
    };
    shortlistOfPage().onChange(readAgain, this.#stopper.signal);
    readAgain();
  }
}

const nothingChosen = (): HTMLElement =>
  html`<p class="no-compound muted">
    Choose a line of the table to see its compounds here. <kbd>j</kbd> and <kbd>k</kbd> move, Enter opens what is below.
  </p>`;
