import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {changeInterval} from "../charts/change-interval.js";
import {doInSlices} from "../base/sliced-work.js";
import {quantile} from "../base/value-summary.js";
import type {PairTable} from "../series/matched-pairs.js";
import {reversed, type Transformation, transformationsInSlices} from "../series/transformations.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {applyPanel} from "./apply-panel.js";
import {boundGroup, columnChoice} from "./bound-controls.js";
import {memberCard, pickButton} from "./group-inspector.js";
import {pagePause} from "./page-pause.js";
import {partDrawing} from "./r-group-matrix.js";
import {workingRows} from "./r-group-data.js";
import {columnWords} from "./series-columns.js";
import type {SeriesContext, SeriesTable} from "./series-context.js";
import {numberInput} from "./series-controls.js";
import {type ListColumn, SeriesList} from "./series-list.js";

/** Pairs of the rows worked on; rows of the pairs are places in `rows`. */
interface FoundPairs {
  readonly rows: readonly number[];
  readonly pairs: PairTable;
}

interface LoadedPairs extends FoundPairs {
  /** Each in the direction that raises the value, most pairs first. */
  readonly rising: readonly Transformation[];
}

const DRAWING = {width: 108, height: 66, scale: 1.3} as const;
const INTERVAL_WIDTH = 116;
/** Share of the transformations whose interval lies wholly on the common scale; of the others the end is cut off. */
const ON_SCALE = 0.75;
const MOST_PAIRS_SHOWN = 30;

async function findPairs(
  {model: {chemistry}, state}: SeriesContext,
  rows: readonly number[],
  step: (words: string) => SeriesJobOptions
): Promise<FoundPairs> {
  const isDouble = state.value.cuts === "double";
  const cuts = await chemistry.of(isDouble ? "doubleCuts" : "singleCuts", rows, step("Cutting molecules"));
  const smiles = rows.map((row) => chemistry.smiles(row));
  return {rows, pairs: await chemistry.pool.set("pairs", {smiles, cuts}, step("Matching pairs"))};
}

/** What the change of is summed up: label, and values by place. */
function changing({model: {set}, state, activity}: SeriesContext, rows: readonly number[]) {
  const {change} = state.value;
  const isColumn = set.numericNames.includes(change);
  const column = isColumn ? set.numbers(change) : activity()?.exact;
  const label = isColumn ? columnWords(set, change) : (activity()?.label ?? "nothing measured");
  return {label, values: Float64Array.from(rows, (row) => column?.[row] ?? NaN)};
}

/** Transformations in the direction that raises the value, most pairs first. */
async function risingTransformations(context: SeriesContext, {rows, pairs}: FoundPairs): Promise<Transformation[]> {
  const {values} = changing(context, rows);
  const least = Math.max(1, context.state.value.least);
  const found = await doInSlices(transformationsInSlices(pairs, values, least), pagePause());
  return found.map((one) => (one.mean < 0 ? reversed(one) : one));
}

/** Loads pairs, and finds them anew only when the rows or the cuts are others. */
function pairLoader(context: SeriesContext): (step: (words: string) => SeriesJobOptions) => Promise<LoadedPairs> {
  let known: {readonly basis: string; readonly found: FoundPairs} | null = null;
  return async (step) => {
    const {of, pick, cuts} = context.state.value;
    const basis = [of, pick, cuts, context.activity()?.key, context.rows().length].join();
    const found = known?.basis === basis ? known.found : await findPairs(context, workingRows(context), step);
    known = {basis, found};
    return {...found, rising: await risingTransformations(context, found)};
  };
}

/** A change with its sign, two decimals. */
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** The end of the common scale of intervals. */
function scaleEnd(rows: readonly Transformation[]): number {
  const ends = rows.map(({mean, interval}) => Math.max(...(interval ?? [mean]).map(Math.abs)));
  return quantile(Float64Array.from(ends).sort(), ON_SCALE) || 1;
}

const testWords = ({p, q}: Transformation): string =>
  p === null || q === null ? "too few to test" : `q ${q < 0.001 ? "< 0.001" : formatNumber(q)}`;

function pairColumns(rows: readonly Transformation[]): ListColumn<Transformation>[] {
  const most = scaleEnd(rows);
  const right = {align: "right", sortable: true} as const;
  return [
    {
      ...{key: "from", label: "From", width: 124},
      cell: ({from}) => partDrawing(from, DRAWING),
      title: ({from}) => from
    },
    {...{key: "to", label: "To", width: 124}, cell: ({to}) => partDrawing(to, DRAWING), title: ({to}) => to},
    {
      ...{key: "n", label: "n", width: 54, ...right, about: "Pairs with a value on both sides."},
      ...{value: ({pairs}) => pairs.length, cell: ({pairs}) => formatCount(pairs.length)}
    },
    {
      ...{key: "mean", label: "Mean change", width: 92, ...right, about: "Mean of to less from."},
      ...{value: ({mean}) => mean, cell: ({mean}) => signed(mean)}
    },
    {
      ...{key: "interval", label: "95 % interval", width: INTERVAL_WIDTH + 16},
      about: `Of the mean, by Student's t; the line at the middle is no change, the ends are ${most.toFixed(1)} either way.`,
      cell: ({mean, interval}) => changeInterval(mean, interval, most, INTERVAL_WIDTH),
      title: ({interval}) => (interval ? `${signed(interval[0])} to ${signed(interval[1])}` : "one pair has none")
    },
    {
      ...{key: "sd", label: "Spread", width: 66, ...right, about: "Standard deviation of the changes."},
      ...{value: ({deviation}) => deviation, cell: ({deviation}) => (deviation === null ? null : deviation.toFixed(2))}
    },
    {
      ...{key: "rise", label: "Rise, fall", width: 78, ...right, value: ({risen, pairs}) => risen / pairs.length},
      cell: ({risen, fallen}) => `${String(risen)}, ${String(fallen)}`
    },
    {
      ...{key: "q", label: "Test", width: 104, ...right},
      about:
        "Signed-rank test, adjusted for all transformations tested (false discovery rate); with fewer than six pairs it cannot decide.",
      ...{value: ({q}) => q, cell: testWords}
    }
  ];
}

function pairControls(context: SeriesContext): HTMLElement {
  const {state} = context;
  const cuts = boundGroup(
    context,
    {label: "What may change", read: (now) => now.cuts, set: (kind) => ({cuts: kind, at: ""})},
    [
      ["single", "A substituent"],
      ["double", "or a middle part"]
    ]
  );
  const changed = columnChoice(
    context,
    {label: "Change in", read: ({change}) => change, set: (change) => ({change, at: ""})},
    () => context.activity()?.label ?? "nothing measured"
  );
  return html<HTMLElement>`<span class="series-controls-row">
    ${cuts} ${changed}
    ${numberInput("Pairs at least", {least: 1, most: 1000, step: 1}, state.value.least, (least) => {
      state.set({least: Math.round(least)});
    })}
    <span class="small"
      ><a href="https://doi.org/10.1021/ci900450m" rel="noreferrer">Pairs, Hussain & Rea 2010</a>;
      <a href="https://doi.org/10.2307/3001968" rel="noreferrer">signed-rank test, Wilcoxon 1945</a>,
      <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x" rel="noreferrer"
        >adjusted, Benjamini & Hochberg 1995</a
      ></span
    >
  </span>`;
}

/** Compounds of the pairs that show a transformation, each once. */
const rowsOf = (one: Transformation, {rows, pairs}: FoundPairs): number[] => [
  ...new Set(one.pairs.flatMap((pair) => [rows[pairs.a[pair] ?? -1] ?? -1, rows[pairs.b[pair] ?? -1] ?? -1]))
];

function inspectPair(context: SeriesContext, {rows, pairs}: LoadedPairs, one: Transformation): HTMLElement {
  const {label} = changing(context, rows);
  const isForward = pairs.texts[pairs.from[one.pairs[0] ?? 0] ?? -1] === one.from;
  const members = one.pairs.slice(0, MOST_PAIRS_SHOWN).map((pair) => {
    const [first, second] = isForward ? [pairs.a, pairs.b] : [pairs.b, pairs.a];
    return [rows[first[pair] ?? -1] ?? -1, rows[second[pair] ?? -1] ?? -1] as const;
  });
  const interval = one.interval ? `, 95 % interval ${signed(one.interval[0])} to ${signed(one.interval[1])}` : "";
  return html<HTMLElement>`<div class="group-inspector">
    <h2>Transformation</h2>
    <p class="pair-head">${partDrawing(one.from, DRAWING)} → ${partDrawing(one.to, DRAWING)}</p>
    <p>
      ${label} changes by <b>${signed(one.mean)}</b> on average over ${formatCount(one.pairs.length)} pairs${interval};
      ${String(one.risen)} rise, ${String(one.fallen)} fall; ${testWords(one)}.
    </p>
    <p>${pickButton(context, rowsOf(one, {rows, pairs}))}</p>
    ${applyPanel(context, one, label)}
    <h3>Pairs</h3>
    <ul class="member-list">
      ${members.flatMap((pair) => pair.map((row) => memberCard(context, row)))}
    </ul>
    ${one.pairs.length > MOST_PAIRS_SHOWN ? html`<p class="note">The first ${MOST_PAIRS_SHOWN} are shown; the saved table has all.</p>` : ""}
  </div>`;
}

function pairsTable(context: SeriesContext, {rows, pairs}: LoadedPairs, shown: readonly Transformation[]): SeriesTable {
  const {label} = changing(context, rows);
  const id = (place: number | undefined): string =>
    String(context.model.set.cell("compound_id", rows[place ?? -1] ?? -1) ?? "");
  const lines = shown.map((one) => [
    ...[
      one.from,
      one.to,
      one.pairs.length,
      one.mean,
      one.deviation,
      one.interval?.[0] ?? null,
      one.interval?.[1] ?? null
    ],
    ...[one.risen, one.fallen, one.p, one.q],
    one.pairs.map((pair) => `${id(pairs.a[pair])}/${id(pairs.b[pair])}`).join(" ")
  ]);
  const names = [
    "from",
    "to",
    "n",
    "mean_change",
    "standard_deviation",
    "low_95",
    "high_95",
    "risen",
    "fallen",
    "p",
    "q"
  ];
  return {
    ...{name: "transformations", names: [...names, "pairs"], rows: lines},
    method: `Matched pairs after Hussain and Rea (doi:10.1021/ci900450m) by RDKit's cuts; change in ${label}; signed-rank test, q by Benjamini and Hochberg (doi:10.1111/j.2517-6161.1995.tb02031.x).`
  };
}

/** Matched pairs of the rows worked on, summed up by what changes. */
export function pairView(context: SeriesContext): SeriesList<LoadedPairs, Transformation> {
  return new SeriesList({
    ...{context, label: "Transformations", controls: pairControls(context), rowHeight: 76},
    basis: ({cuts, change, least}) => [cuts, change, String(least), String(context.revision)].join(" "),
    load: pairLoader(context),
    rows: ({rising}) => rising,
    keyOf: ({from, to}) => `${from}>${to}`,
    columns: ({rising}) => pairColumns(rising),
    words: ({rows, pairs}, shown) =>
      `${formatCount(pairs.a.length)} pairs among ${formatCount(rows.length)} compounds; ${formatCount(shown.length)} transformations with enough values, each in the direction that raises the value.`,
    inspect: (loaded, one) => inspectPair(context, loaded, one),
    empty: ({pairs}) => noPairs(pairs.a.length),
    table: (loaded, shown) => pairsTable(context, loaded, shown)
  });
}

const noPairs = (count: number): HTMLElement =>
  html<HTMLElement>`<div class="state">
    <h3>
      ${count === 0 ? "No two of these compounds are a matched pair" : "No change is shown by enough pairs with exact values"}
    </h3>
    <p>
      ${count === 0 ? "A pair shares more than half of its atoms and differs in one place." : `${formatCount(count)} pairs are known. Ask for fewer pairs, or for the change in a property that every compound has.`}
    </p>
  </div>`;
