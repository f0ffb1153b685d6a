import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {valueSummary} from "../base/value-summary.js";
import {legendOf, legendOfKinds} from "../charts/colour-legend.js";
import {shadesOf} from "../charts/shades.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {boundChoice, columnChoice} from "./bound-controls.js";
import {columnWords} from "./series-columns.js";
import type {SeriesContext} from "./series-context.js";
import {clusterGroups} from "./series-groups.js";
import {structure} from "./structure.js";

type Step = (words: string) => SeriesJobOptions;

/** How points are coloured: a place in the palette for each, and what that says. */
export interface PointColours {
  /** By place of the points; 0 is missing. */
  readonly codes: Uint8Array;
  /** Names among the page's colours; the first is that of missing. */
  readonly palette: readonly string[];
  /** True from least to greatest, false for kinds. */
  readonly isOrdered: boolean;
  /** Null where nothing is coloured. */
  readonly legend: HTMLElement | null;
  /** What the colours stand for, for the words of a figure. */
  readonly words: string;
}

/** Kinds that points can be coloured by beside the columns. */
const KINDS = {
  "~scaffold": "Murcko scaffold",
  "~cluster": "Butina cluster",
  "~shortlist": "Kept in the shortlist",
  "~set": "Compound set"
} as const;

type Kind = keyof typeof KINDS;

const isKind = (text: string): text is Kind => text in KINDS;

/** Kinds that are told apart; all others share a colour. */
const MOST_KINDS = 9;
const KIND_COLORS = ["missing", ...Array.from({length: MOST_KINDS + 1}, (_, i) => `cat-${String(i + 1)}`)];
/** Paper hides the palest shade of a single point. */
const SHADES = ["missing", "seq-2", ...Array.from({length: 8}, (_, i) => `seq-${String(i + 2)}`)];
const DRAWING = {width: 62, height: 40, scale: 1} as const;

/** The numeric column that the state colours by: its label, and its values by row of the set. */
export function colorColumn({model: {set}, state, activity}: SeriesContext): {
  readonly label: string;
  readonly values: ArrayLike<number>;
} {
  const {color} = state.value;
  if (set.numericNames.includes(color)) return {label: columnWords(set, color), values: set.numbers(color)};
  return {label: activity()?.label ?? "nothing", values: activity()?.exact ?? []};
}

/** Chooses the numeric column that colours. */
export const colorChoice = (context: SeriesContext): HTMLElement =>
  columnChoice(
    context,
    {label: "Colour", read: ({color}) => color, set: (color) => ({color})},
    () => context.activity()?.label ?? "none"
  );

/** Chooses what colours points: any number, or any kind. */
export function pointChoice(context: SeriesContext): HTMLElement {
  const hasSets = "set_id" in context.model.set.table.columns;
  const kinds = Object.entries(KINDS).filter(([kind]) => kind !== "~set" || hasSets);
  return boundChoice(context, {
    field: {label: "Colour", read: ({color}) => color, set: (color) => ({color})},
    none: () => context.activity()?.label ?? "none",
    more: kinds
  });
}

/** What the kinds have to be worked out from, beside the rows; empty where there is nothing to work out. */
export function kindBasis({state}: SeriesContext): string {
  const {color, cut} = state.value;
  return color === "~cluster" ? `${color} ${String(cut)}` : color === "~scaffold" ? color : "";
}

/** The kind of each row as text, null where it has none; null where the state colours by numbers. */
export async function loadKinds(
  context: SeriesContext,
  rows: Uint32Array,
  step: Step
): Promise<readonly (string | null)[] | null> {
  const {color} = context.state.value;
  const {set, chemistry} = context.model;
  if (color === "~scaffold") {
    const scaffolds = await chemistry.of("scaffolds", rows, step("Murcko scaffolds"));
    return scaffolds.map((scaffold) => (scaffold === "" ? null : scaffold));
  }
  if (color === "~cluster") return clusterOfRows(context, rows, step);
  if (color === "~set") return Array.from(rows, (row) => String(set.cell("set_id", row) ?? ""));
  return null;
}

async function clusterOfRows(context: SeriesContext, rows: Uint32Array, step: Step): Promise<(string | null)[]> {
  const {tree, rows: grouped} = await clusterGroups(context, step);
  const centres = new Map<number, string>();
  for (const {smiles, members} of tree.values())
    for (const place of members) centres.set(grouped[place] ?? -1, smiles.trim());
  return Array.from(rows, (row) => centres.get(row) ?? null);
}

/** The colours of rows. @param kinds as `loadKinds` gives them for these rows */
export function pointColours(
  context: SeriesContext,
  rows: Uint32Array,
  kinds: readonly (string | null)[] | null
): PointColours {
  const {color} = context.state.value;
  if (color === "~shortlist") {
    const kept = context.kept();
    return kindColours(
      Array.from(rows, (row) => (kept.has(row) ? "kept" : null)),
      KINDS[color],
      "not kept"
    );
  }
  if (isKind(color) && kinds) return kindColours(kinds, KINDS[color], "none");
  const {label, values} = colorColumn(context);
  return shadeColours(
    Float64Array.from(rows, (row) => values[row] ?? NaN),
    label
  );
}

/** Values in shades by equal counts, with their legend. */
export function shadeColours(values: Float64Array, label: string): PointColours {
  const summary = valueSummary(values);
  if (summary === null) {
    const codes = new Uint8Array(values.length).fill(1);
    return {codes, palette: ["missing", "seq-6"], isOrdered: true, legend: null, words: "not coloured"};
  }
  const shade = shadesOf(values);
  const missing = values.length - summary.n;
  const ends = [summary.least, summary.median, summary.greatest].map(formatNumber);
  return {
    ...{codes: Uint8Array.from(values, (_, place) => shade(place)), palette: SHADES, isOrdered: true},
    legend: legendOf(label, {scale: SHADES.slice(1), ends}, missingPart(missing, "not known"), NINTHS()),
    words: `${label} from ${ends[0] ?? ""} to ${ends[2] ?? ""} in ninths of equal count, known of ${formatCount(summary.n)}`
  };
}

const NINTHS = (): HTMLElement =>
  html<HTMLElement>`<span class="legend-part muted">least, median, greatest; equal counts</span>`;

const missingPart = (count: number, words: string): HTMLElement | string =>
  count === 0
    ? ""
    : html<HTMLElement>`<span class="legend-part"
        ><i class="is-absent"></i> ${words} <small>${formatCount(count)}</small></span
      >`;

function kindColours(kinds: readonly (string | null)[], label: string, none: string): PointColours {
  const counts = new Map<string, number>();
  for (const kind of kinds) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = ordered.slice(0, MOST_KINDS);
  const codeOf = new Map(named.map(([kind], i) => [kind, i + 1]));
  const others = ordered.slice(MOST_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const isDrawn = label === KINDS["~scaffold"] || label === KINDS["~cluster"];
  const parts = named.map(([kind, count], i) => ({
    what: isDrawn ? structure(kind, DRAWING) : kind,
    ...{color: KIND_COLORS[i + 1] ?? "missing", count: formatCount(count)}
  }));
  const rest = `${formatCount(ordered.length - named.length)} others`;
  if (others > 0) parts.push({what: rest, color: KIND_COLORS.at(-1) ?? "missing", count: formatCount(others)});
  const missing = kinds.filter((kind) => kind === null).length;
  return {
    codes: Uint8Array.from(kinds, (kind) => (kind === null ? 0 : (codeOf.get(kind) ?? MOST_KINDS + 1))),
    ...{palette: KIND_COLORS, isOrdered: false, legend: legendOfKinds(label, parts, missingPart(missing, none))},
    words: `coloured by ${label}, ${formatCount(ordered.length)} kinds`
  };
}
