import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import {columnChooser} from "./column-chooser.js";
import {rankTargets} from "./rank-targets.js";
import {targetColumns} from "./target-columns.js";
import {targetCompare} from "./target-compare.js";
import {targetExport} from "./target-export.js";
import {targetFacetList} from "./target-facet-list.js";
import {targetFactorWeights} from "./target-factor-weights.js";
import {targetFilters} from "./target-filters.js";
import {type Firmness, findFirmness, firmnessFigure} from "./target-firmness.js";
import {targetGeneList} from "./target-gene-list.js";
import {targetInspector} from "./target-inspector.js";
import type {RankedTargets, TargetModel, TargetState} from "./target-model.js";
import {targetOpenRow} from "./target-open-row.js";
import {targetTradeOffs} from "./target-trade-offs.js";
import {targetWeights} from "./target-weights.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable, VirtualTableOptions} from "./virtual-table-options.js";
import {workbench} from "./workbench.js";

const VIEWS = [
  ["table", "Table"],
  ["firmness", "How firm"],
  ["trade-offs", "Trade-offs"],
  ["compare", "Compare"]
] as const;

/** Milliseconds without a change before the ranks' firmness is worked out again. */
const PAUSE = 250;

/** The working surface of the Targets page. */
export class TargetsBench {
  readonly node: HTMLElement;
  readonly #model: TargetModel;
  readonly #state: UrlState<TargetState>;
  readonly #table: VirtualTable<number>;
  readonly #stage = html<HTMLElement>`<div class="targets-stage"></div>`;
  readonly #inspector = html<HTMLElement>`<div aria-live="polite"></div>`;
  readonly #count = html<HTMLElement>`<span class="targets-count" role="status"></span>`;
  readonly #tabs: readonly (readonly [TargetState["view"], HTMLButtonElement])[];
  #ranked: RankedTargets;
  #firmness: Firmness | null = null;
  #working = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #before: TargetState;

  constructor(model: TargetModel, state: UrlState<TargetState>) {
    this.#model = model;
    this.#state = state;
    this.#before = state.value;
    this.#ranked = rankTargets(model, state.value);
    this.#table = virtualTable<number>({
      ...{label: "Targets", ...this.#tableOptions(), rowHeight: 28, frozen: 1},
      onSort: (sort) => {
        state.set({sort: sort?.key ?? "score", asc: sort ? !sort.descending : false});
      },
      onFocus: (target) => {
        this.#choose(target);
      },
      onOpen: (target) => {
        state.set({open: toggled(state.value.open, this.#idOf(target))});
      },
      onSelect: (pinned) => {
        state.set({pin: [...pinned]});
      },
      empty: () => this.#nothingLeft()
    });
    this.#table.node.classList.add("targets-table");
    this.#tabs = VIEWS.map(([view, label]) => [view, this.#tab(view, label)] as const);
    this.node = this.#assemble();
    state.subscribe((now) => {
      this.#onChange(now);
    });
    this.#show();
    this.#findFirmness();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#working.abort();
  }

  #assemble(): HTMLElement {
    const {value} = this.#state;
    const ranked = (): RankedTargets => this.#ranked;
    const chooser = columnChooser(
      targetColumns(this.#model, value, ranked, () => this.#firmness, noop),
      (shown) => {
        const all = targetColumns(this.#model, this.#state.value, ranked, () => this.#firmness, noop);
        this.#state.set({hide: all.map(({key}) => key).filter((key) => !shown.has(key) && key !== "symbol")});
      }
    );
    const bar = html`<div class="targets-bar">
      <div class="button-group" role="group" aria-label="View">${this.#tabs.map(([, button]) => button)}</div>
      ${this.#count}
      <span class="compounds-tools">${chooser}${targetExport(this.#model, this.#state, ranked)}</span>
    </div>`;
    return workbench({
      rail: [
        targetFilters(this.#state),
        targetFacetList(this.#model, this.#state, ranked),
        targetGeneList(this.#model, this.#state),
        targetWeights(this.#model, this.#state),
        targetFactorWeights(this.#model, this.#state)
      ],
      bench: [bar, this.#stage],
      inspector: this.#inspector,
      railLabel: "Weights",
      benchLabel: "Targets",
      inspectorLabel: "Target"
    });
  }

  #tab(view: TargetState["view"], label: string): HTMLButtonElement {
    const button = html<HTMLButtonElement>`<button type="button">${label}</button>`;
    button.onclick = () => {
      this.#state.set({view});
    };
    return button;
  }

  #onChange(now: TargetState): void {
    const before = this.#before;
    this.#before = now;
    if (now.w !== before.w || now.need !== before.need) this.#findFirmness();
    if (!isOnlyChoice(before, now)) {
      this.#ranked = rankTargets(this.#model, now);
      this.#table.update(this.#tableOptions());
    }
    this.#show();
  }

  #show(): void {
    const {value} = this.#state;
    for (const [view, button] of this.#tabs) button.setAttribute("aria-pressed", String(view === value.view));
    const shown = this.#view();
    if (this.#stage.firstChild !== shown) this.#stage.replaceChildren(shown);
    this.#inspect();
    this.#count.textContent = countWords(this.#model, value, this.#ranked);
  }

  #view(): HTMLElement {
    const {view, pin} = this.#state.value;
    const choose = (target: number): void => {
      this.#choose(target);
    };
    if (view === "firmness")
      return firmnessFigure(this.#model, this.#state.value, this.#ranked, this.#firmness, choose);
    if (view === "trade-offs") return targetTradeOffs(this.#model, this.#state, this.#ranked, choose);
    if (view === "compare") {
      const pinned = pin.map((id) => this.#placeOf(id)).filter((target) => target >= 0);
      return targetCompare(this.#model, this.#ranked, this.#firmness, pinned);
    }
    return this.#table.node;
  }

  #inspect(): void {
    const target = this.#placeOf(this.#state.value.at);
    const hint = html`<p class="note">
      Choose a target to see its score taken apart. <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>x</kbd> pins, Enter opens.
    </p>`;
    this.#inspector.replaceChildren(
      target < 0 ? hint : targetInspector(this.#model, this.#state, this.#ranked, this.#firmness, target)
    );
  }

  #choose(target: number): void {
    this.#state.set({at: this.#idOf(target)});
  }

  #idOf(target: number): string {
    return this.#model.board.targets.target_id[target] ?? "";
  }

  #placeOf(id: string): number {
    return id === "" ? -1 : this.#model.board.targets.target_id.indexOf(id);
  }

  #tableOptions(): Pick<
    VirtualTableOptions<number>,
    "columns" | "rowCount" | "getRows" | "rowKey" | "sort" | "selected" | "opened" | "openedHeight"
  > {
    const {value} = this.#state;
    const {order} = this.#ranked;
    const onPin = (target: number): void => {
      this.#state.set({pin: toggled(this.#state.value.pin, this.#idOf(target))});
    };
    const isOpen = new Set(value.open);
    const opened = order
      .map((target, index) => [index, target] as const)
      .filter(([, target]) => isOpen.has(this.#idOf(target)))
      .map(([index, target]) => [index, targetOpenRow(this.#model, value, this.#firmness, target)] as const);
    return {
      columns: targetColumns(
        this.#model,
        value,
        () => this.#ranked,
        () => this.#firmness,
        onPin
      ),
      rowCount: order.length,
      getRows: (from: number, to: number) => order.slice(from, to),
      rowKey: (target: number) => this.#idOf(target),
      sort: {key: value.sort, descending: !value.asc},
      selected: new Set(value.pin),
      opened: new Map(opened)
    };
  }

  #nothingLeft(): Node {
    const button = html<HTMLButtonElement>`<button type="button">Show all targets</button>`;
    button.onclick = () => {
      this.#state.set({q: "", mine: false, has: [], genes: []});
    };
    return html`<div class="state">
      <h3>No target passes search, facets and list together</h3>
      ${button}
    </div>`;
  }

  #findFirmness(): void {
    this.#firmness = null;
    this.#working.abort();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#working = new AbortController();
      void findFirmness(this.#model, this.#state.value, this.#working.signal).then((found) => {
        if (!found) return;
        this.#firmness = found;
        this.#table.update(this.#tableOptions());
        this.#show();
      });
    }, PAUSE);
  }
}

const noop = (): void => undefined;

const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Fields that change nothing in the table. */
const CHOICES = new Set<string>(["at", "view", "x", "y", "z", "pass"]);

const isOnlyChoice = (before: TargetState, now: TargetState): boolean =>
  Object.entries(now).every(([name, value]) => CHOICES.has(name) || before[name as keyof TargetState] === value);

function countWords(model: TargetModel, {w}: TargetState, {order}: RankedTargets): string {
  const changed = Object.keys(w).length;
  const weights =
    changed === 0 ? "the platform's weights" : `${String(changed)} changed weight${changed === 1 ? "" : "s"}`;
  return `${order.length.toLocaleString("en")} of ${model.count.toLocaleString("en")} targets, ${weights}`;
}
