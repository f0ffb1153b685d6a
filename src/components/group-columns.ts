import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import type {RowBits} from "../base/row-bits.js";
import {valueBox} from "../charts/value-box.js";
import type {TreeRow} from "../series/tree-rows.js";
import type {ColumnSummary, GroupSummary} from "./series-groups.js";
import type {SeriesContext} from "./series-context.js";
import {structure} from "./structure.js";
import type {TableColumn} from "./table-column.js";

const DRAWING = {width: 150, height: 84, scale: 1} as const;
const INDENT = 18;
const BOX_WIDTH = 144;

/** What the columns of a table of groups need. */
export interface GroupColumnOptions {
  readonly noun: string;
  readonly context: SeriesContext;
  readonly summary: (row: TreeRow) => GroupSummary;
  readonly onToggle: (row: TreeRow) => void;
}

function structureCell({noun, onToggle}: GroupColumnOptions, row: TreeRow): Node {
  const cell = html<HTMLElement>`<span class="group-structure"></span>`;
  cell.style.paddingLeft = `${String(row.depth * INDENT)}px`;
  if (row.hasMore) {
    const words = `${row.isOpen ? "Close" : "Open"} ${row.isGroup ? "singletons" : noun}`;
    const toggle = html<HTMLButtonElement>`<button
      type="button"
      class="quiet group-toggle"
      tabindex="-1"
      aria-expanded=${String(row.isOpen)}
      aria-label=${words}
    >
      ${row.isOpen ? "▾" : "▸"}
    </button>`;
    toggle.onclick = (event) => {
      event.stopPropagation();
      onToggle(row);
    };
    cell.append(toggle);
  } else cell.append(html`<span class="group-toggle"></span>`);
  cell.append(
    row.isGroup
      ? html`<span class="muted">${formatCount(row.scaffolds.length)} with one compound each</span>`
      : structure(row.scaffolds[0] ?? "", DRAWING)
  );
  return cell;
}

function countCell(row: TreeRow, {rows, own}: GroupSummary, picked: RowBits | null): Node {
  const isPicked = picked !== null && rows.length > 0 && rows.every((one) => picked.has(one));
  const below = rows.length - own;
  return html`<span class="group-count"
    >${isPicked ? html`<b title="picked">●</b>` : ""} ${formatCount(rows.length)}
    ${below > 0 && own > 0 && !row.isGroup ? html`<small>${formatCount(own)} own</small>` : ""}</span
  >`;
}

function potencyCell({exact, nBelow}: GroupSummary, domain: readonly [number, number]): Node | null {
  if (exact === null && nBelow === 0) return null;
  const count = exact === null ? "" : `n ${formatCount(exact.n)}`;
  const limits = nBelow === 0 ? "" : `${formatCount(nBelow)} only “<”`;
  return html`<span class="group-potency"
    >${exact === null ? "" : valueBox(exact, domain, BOX_WIDTH)}<small
      >${[count, limits].filter((words) => words !== "").join(", ")}</small
    ></span
  >`;
}

/** Least and greatest exact value among the rows looked at: the scale that all groups share. */
export function potencyDomain(context: SeriesContext): readonly [number, number] {
  const exact = context.activity()?.exact;
  let [low, high] = [Infinity, -Infinity];
  for (const row of context.rows()) {
    const value = exact?.[row] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Columns of a table of groups; rows are lines of the tree. */
export function groupColumns(options: GroupColumnOptions): TableColumn<TreeRow>[] {
  const {context, summary, noun} = options;
  const picked = context.picked();
  const structures: TableColumn<TreeRow> = {
    ...{key: "structure", label: noun.slice(0, 1).toUpperCase() + noun.slice(1), width: 206, sortable: false},
    cell: (row) => structureCell(options, row)
  };
  const totals: TableColumn<TreeRow> = {
    ...{key: "total", label: "Compounds", width: 92, ...RIGHT, about: "Compounds here and below."},
    cell: (row) => countCell(row, summary(row), picked)
  };
  const kept: TableColumn<TreeRow> = {
    ...{key: "kept", label: "Kept", width: 52, ...RIGHT, about: "Compounds of the group that the shortlist keeps."},
    cell: (row) => String(summary(row).kept)
  };
  return [structures, totals, ...activityColumns(options), ...columnColumns(options), kept];
}

/** The columns summed up beside the activity: median of each, and how much of a prediction is to be doubted. */
function columnColumns({context, summary}: GroupColumnOptions): TableColumn<TreeRow>[] {
  const {columns} = context.model.set.table;
  return context.state.value.by.flatMap((name, place): TableColumn<TreeRow>[] => {
    const column = columns[name];
    if (!column) return [];
    return [
      {
        ...{key: `by_${name}`, label: `${column.label}, median`, unit: column.unit, width: 122, ...RIGHT},
        about: column.about,
        cell: (row) => columnCell(summary(row).others[place] ?? null)
      }
    ];
  });
}

function columnCell(summary: ColumnSummary | null): Node | string | null {
  if (summary === null) return null;
  const {median, n, outside} = summary;
  if (outside === null) return formatNumber(median);
  return html`<span class="group-count"
    >${formatNumber(median)}<small
      >n ${formatCount(n)}${outside === 0 ? "" : `, ${formatCount(outside)} doubted`}</small
    ></span
  >`;
}

const RIGHT = {align: "right", sortable: true} as const;

const formatted = (value: number | undefined): string | null => (value === undefined ? null : formatNumber(value));

function activityColumns({context, summary}: GroupColumnOptions): TableColumn<TreeRow>[] {
  const activity = context.activity();
  if (activity === null) return [];
  const {label} = activity;
  const domain = potencyDomain(context);
  const ends = domain.map(formatNumber).join(" to ");
  return [
    {
      ...{key: "potency", label, width: BOX_WIDTH + 24, sortable: false},
      about: `Line from least to greatest, bar between the quartiles, tick at the median of exact values, ${ends}.`,
      cell: (row) => potencyCell(summary(row), domain),
      title: (row) => potencyWords(summary(row))
    },
    {
      ...{key: "median", label: "Median", width: 76, ...RIGHT, about: `Median of exact values, ${label}.`},
      cell: (row) => formatted(summary(row).exact?.median)
    },
    {
      ...{key: "greatest", label: "Best", width: 68, ...RIGHT, about: `Greatest exact value, ${label}.`},
      cell: (row) => formatted(summary(row).exact?.greatest)
    }
  ];
}

/** The summary of a group in words. */
export function potencyWords({exact, nBelow}: GroupSummary): string {
  if (exact === null) return nBelow === 0 ? "no value" : `${formatCount(nBelow)} values, all of them only limits`;
  const {n, least, lowerQuartile, median, upperQuartile, greatest} = exact;
  const spread = `${formatNumber(least)} to ${formatNumber(greatest)}, quartiles ${formatNumber(lowerQuartile)} and ${formatNumber(upperQuartile)}`;
  return `median ${formatNumber(median)} of ${formatCount(n)} (${spread})${nBelow === 0 ? "" : `; ${formatCount(nBelow)} more only limits`}`;
}
