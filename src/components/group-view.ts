import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {partOfTree, type ScaffoldNode, type ScaffoldTree} from "../series/scaffold-tree.js";
import {treeRows, type TreeRow} from "../series/tree-rows.js";
import type {SeriesValues} from "../state/series-fields.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {boundGroup} from "./bound-controls.js";
import {groupColumns} from "./group-columns.js";
import {groupInspector} from "./group-inspector.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";
import {groupSummaries, type GroupSummary, type SeriesGroups} from "./series-groups.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";

/** What a view of groups shows. */
export interface GroupViewOptions {
  readonly context: SeriesContext;
  /** One group, e.g. "scaffold". */
  readonly noun: () => string;
  /** Parameters of the view, above its table. */
  readonly controls: HTMLElement;
  /** Names what the groups depend on beside the rows, so that they are made anew when it changes. */
  readonly basis: (state: SeriesValues) => string;
  readonly load: (step: (words: string) => SeriesJobOptions) => Promise<SeriesGroups>;
  /** The method in a sentence, with its citation. */
  readonly method: () => string;
  /** What is left out, in words, e.g. "without a ring". */
  readonly leftOut: string;
}

const ROW_HEIGHT = 88;

/** A table of groups of compounds, each with what its compounds are worth. */
export class GroupView implements SeriesView {
  readonly node: HTMLElement;
  readonly #options: GroupViewOptions;
  readonly #words = html<HTMLElement>`<p class="series-words" role="status"></p>`;
  readonly #table: VirtualTable<TreeRow>;
  readonly #representatives = html<HTMLButtonElement>`<button type="button" hidden></button>`;
  #basis = "";
  #groups: SeriesGroups | null = null;
  #summarise: ((keys: readonly string[]) => GroupSummary) | null = null;
  #rows: readonly TreeRow[] = [];

  constructor(options: GroupViewOptions) {
    this.#options = options;
    const {state} = options.context;
    this.#table = virtualTable<TreeRow>({
      ...{label: "Groups of compounds", columns: [], rowCount: 0, rowHeight: ROW_HEIGHT, frozen: 1},
      ...{getRows: (from: number, to: number) => this.#rows.slice(from, to), rowKey: ({key}: TreeRow) => key},
      onSort: (sort) => {
        state.set({sort});
      },
      onFocus: ({key}) => {
        state.set({at: key});
      },
      onOpen: (row) => {
        this.#toggle(row);
      },
      empty: () => this.#nothing()
    });
    this.#representatives.onclick = () => {
      options.context.pick(this.#groups?.representatives ?? null);
    };
    this.node = html<HTMLElement>`<div class="series-view">
      <div class="series-controls">
        ${options.controls}${coverGroup(options.context)}${this.#representatives}${this.#words}
      </div>
      ${this.#table.node}
    </div>`;
  }

  show(): void {
    const {context, basis, load} = this.#options;
    const wanted = [
      context.rows().length,
      basis(context.state.value),
      context.state.value.of,
      context.activity()?.key
    ].join();
    if (wanted === this.#basis) {
      this.#draw();
      return;
    }
    this.#basis = wanted;
    this.#groups = null;
    this.#draw();
    void context.progress.run(load).then((groups) => {
      // Another view took over: worked out again when this one is back.
      if (groups === null && !this.node.isConnected) this.#basis = "";
      if (groups === null || this.#basis !== wanted) return;
      this.#groups = groups;
      this.#draw();
    });
  }

  restart(): void {
    this.#basis = "";
    this.show();
  }

  table(): SeriesTable | null {
    const groups = this.#groups;
    const summarise = this.#summarise;
    if (!groups || !summarise) return null;
    const {context, noun, method} = this.#options;
    const rows = [...groups.tree.values()].map(({smiles, parent, total, members}) => {
      const {exact, nBelow, others, kept, rows: places} = summarise([smiles]);
      const ids = places.map((row) => String(context.model.set.cell("compound_id", row) ?? ""));
      return [
        ...[smiles.trim(), parent, total, members.length, exact?.n ?? 0, nBelow, exact?.median ?? null],
        ...[exact?.lowerQuartile ?? null, exact?.upperQuartile ?? null, exact?.least ?? null, exact?.greatest ?? null],
        ...[...others.map((one) => one?.median ?? null), kept, ids.join(" ")]
      ];
    });
    const names = [
      ...[noun(), "parent", "compounds", "own_compounds", "n_exact", "n_only_limits", "median", "lower_quartile"],
      ...["upper_quartile", "least", "greatest"],
      ...[...context.state.value.by.map((name) => `${name}_median`), "kept", "compound_ids"]
    ];
    return {name: `${noun()}s`, names, rows, method: `${method()} Activity: ${context.activity()?.label ?? "none"}.`};
  }

  figure(): SeriesFigure | null {
    if (this.#rows.length === 0) return null;
    const words = `${capital(this.#options.noun())}s of compounds, activity ${this.#options.context.activity()?.label ?? "not known"}. ${this.#words.textContent ?? ""}`;
    return {node: this.#table.node, isWhole: false, words};
  }

  dispose(): void {
    this.node.remove();
  }

  #draw(): void {
    const {context, noun} = this.#options;
    const {open, sort, at} = context.state.value;
    const groups = this.#groups;
    this.#summarise = groups && groupSummaries(context, groups);
    const summary = ({scaffolds}: TreeRow): GroupSummary => this.#summarise?.(scaffolds) ?? NO_GROUP;
    this.#rows = groups ? treeRows(this.#listed(groups), new Set(open), this.#order()) : [];
    const columns = groupColumns({
      ...{context, noun: noun(), summary},
      onToggle: (row) => {
        this.#toggle(row);
      }
    });
    this.#table.update({columns, rowCount: this.#rows.length, sort});
    this.#words.textContent = groups ? this.#said(groups) : "";
    const count = groups?.representatives?.length ?? 0;
    this.#representatives.hidden = count === 0;
    this.#representatives.textContent = `Pick the ${counted(count, "representative")}`;
    const chosen = this.#rows.find(({key}) => key === at);
    if (chosen) context.inspect(this.#inspector(chosen, summary(chosen)));
  }

  /** The groups that the state asks to list. */
  #listed({tree}: SeriesGroups): ScaffoldTree {
    const summarise = this.#summarise;
    const isAll = this.#options.context.state.value.cover === "all" || summarise === null;
    return isAll ? tree : partOfTree(tree, ({smiles}) => summarise([smiles]).kept === 0);
  }

  #inspector(row: TreeRow, summary: GroupSummary): HTMLElement {
    const [smiles = ""] = row.scaffolds;
    const noun = this.#options.noun();
    const title = row.isGroup ? `${formatCount(row.scaffolds.length)} singletons` : capital(noun);
    return groupInspector(this.#options.context, {title, smiles: row.isGroup ? "" : smiles.trim(), summary});
  }

  #said({tree, rows, left}: SeriesGroups): string {
    const {noun, leftOut} = this.#options;
    const nodes = [...tree.values()];
    const held = nodes.filter(({members}) => members.length > 0);
    const single = held.filter(({members}) => members.length === 1).length;
    const kept = this.#options.context.kept();
    const missing = held.filter(({members}) => !members.some((place) => kept.has(rows[place] ?? -1)));
    const missed = missing.length;
    const missedRows = missing.reduce((sum, {members}) => sum + members.length, 0);
    const words = [
      `${counted(held.length, noun())} ${held.length === 1 ? "holds" : "hold"} ${counted(rows.length - left.length, "compound")}, ${formatCount(single)} of them one each`
    ];
    if (left.length > 0) words.push(`${formatCount(left.length)} more ${leftOut}`);
    words.push(
      kept.size === 0
        ? "the shortlist keeps nothing yet"
        : `the shortlist keeps compounds of ${formatCount(held.length - missed)} and none of ${formatCount(missed)}, which hold ${formatCount(missedRows)} compounds`
    );
    return `${words.join("; ")}.`;
  }

  #order(): ((a: ScaffoldNode, b: ScaffoldNode) => number) | undefined {
    const {sort} = this.#options.context.state.value;
    const summarise = this.#summarise;
    if (!sort || !summarise) return undefined;
    const place = this.#options.context.state.value.by.findIndex((name) => sort.key === `by_${name}`);
    const read = place < 0 ? READERS[sort.key] : ({others}: GroupSummary) => others[place]?.median;
    if (!read) return undefined;
    const value = ({smiles}: ScaffoldNode): number | undefined => read(summarise([smiles]));
    const sign = sort.descending ? -1 : 1;
    return (a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
      return sign * (x - y);
    };
  }

  #toggle({key, hasMore}: TreeRow): void {
    if (!hasMore) return;
    const {state} = this.#options.context;
    const {open} = state.value;
    state.set({open: open.includes(key) ? open.filter((other) => other !== key) : [...open, key]});
  }

  #nothing(): Node | string {
    const {context, noun} = this.#options;
    if (context.progress.isWorking()) return "";
    if (context.rows().length === 0) return "No compound to group: choose other compounds on the left.";
    if (this.#groups === null) return "Nothing is worked out yet.";
    return `None of these compounds has a ${noun()}: they hold no ring.`;
  }
}

/** Lists all groups, or those that the shortlist does not represent. */
const coverGroup = (context: SeriesContext): HTMLElement =>
  boundGroup(context, {label: "Groups listed", read: ({cover}) => cover, set: (cover) => ({cover})}, [
    ["all", "All"],
    ["missing", "Not in the shortlist"]
  ]);

const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const NO_GROUP: GroupSummary = {rows: [], own: 0, exact: null, nBelow: 0, others: [], kept: 0};

/** What the table is sorted by. */
const READERS: Readonly<Record<string, (summary: GroupSummary) => number | undefined>> = {
  total: ({rows}) => rows.length,
  median: ({exact}) => exact?.median,
  greatest: ({exact}) => exact?.greatest,
  kept: ({kept}) => kept
};
