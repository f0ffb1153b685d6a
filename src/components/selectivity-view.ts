import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {legendOf} from "../charts/colour-legend.js";
import {paretoFront} from "../scoring/pareto-front.js";
import {betterOf} from "../tables/admet-limits.js";
import {boundGroup, columnChoice} from "./bound-controls.js";
import {compoundScatter} from "./compound-scatter.js";
import {compoundPanel} from "./group-inspector.js";
import {noValues} from "./efficiency-view.js";
import {shadeColours} from "./point-colours.js";
import {workingRows} from "./r-group-data.js";
import {columnWords} from "./series-columns.js";
import type {SeriesContext, SeriesTable} from "./series-context.js";
import {type ListColumn, SeriesList} from "./series-list.js";
import type {SeriesActivity} from "./series-model.js";
import {structure} from "./structure.js";

/** A compound with how much stronger it is on the chosen activity than on any other that was measured. */
interface Selective {
  readonly row: number;
  /** Log units over the strongest other; of a limit the least it can be. NaN where no other was measured. */
  readonly margin: number;
  /** Others measured. */
  readonly nOthers: number;
  readonly isOnFront: boolean;
}

const DRAWING = {width: 136, height: 62} as const;
const STEPS = 9;
const DARK = 6;
const SCALE = [5, 9.5] as const;

const othersOf = ({model, activity}: SeriesContext): SeriesActivity[] =>
  model.activities.filter(({key}) => key !== activity()?.key);

/** The most that a row can have on an activity: its exact value, else the limit below which it lies. */
const mostOf = ({exact, below}: SeriesActivity, row: number): number => {
  const value = exact[row] ?? NaN;
  return Number.isNaN(value) ? (below[row] ?? NaN) : value;
};

function selectiveRows(context: SeriesContext): Selective[] {
  const activity = context.activity();
  if (activity === null) return [];
  const {set} = context.model;
  const {third} = context.state.value;
  const others = othersOf(context);
  const rows = workingRows(context).filter((row) => !Number.isNaN(activity.exact[row] ?? NaN));
  const margins = rows.map((row) => {
    const known = others.map((other) => mostOf(other, row)).filter((value) => !Number.isNaN(value));
    return {
      row,
      nOthers: known.length,
      margin: known.length === 0 ? NaN : (activity.exact[row] ?? NaN) - Math.max(...known)
    };
  });
  const column = set.numericNames.includes(third) ? set.numbers(third) : null;
  const criteria = [
    {values: rows.map((row) => activity.exact[row] ?? NaN)},
    {values: margins.map(({margin}) => margin)},
    ...(column ? [{values: rows.map((row) => column[row] ?? NaN), isLowBetter: context.state.value.low}] : [])
  ];
  const front = new Set(paretoFront(rows.length, criteria).front);
  return margins
    .map((one, place) => ({...one, isOnFront: front.has(place)}))
    .sort((a, b) => (activity.exact[b.row] ?? 0) - (activity.exact[a.row] ?? 0));
}

function potencyCell(activity: SeriesActivity, row: number): HTMLElement | null {
  const exact = activity.exact[row] ?? NaN;
  const below = activity.below[row] ?? NaN;
  if (Number.isNaN(exact) && Number.isNaN(below)) return null;
  const value = Number.isNaN(exact) ? below : exact;
  const share = Math.max(0, Math.min(1, (value - SCALE[0]) / (SCALE[1] - SCALE[0])));
  const step = 1 + Math.round(share * (STEPS - 1));
  const cell = html<HTMLElement>`<span class=${`heat-cell${step >= DARK ? " is-dark" : ""}`}
    >${Number.isNaN(exact) ? "<" : ""}${value.toFixed(1)}</span
  >`;
  cell.style.background = `var(--seq-${String(step)})`;
  return cell;
}

/** The unit is said in the legend. */
const shortLabel = ({label}: SeriesActivity): string => label.replace(/, pChEMBL$/, "");

function selectivityColumns(context: SeriesContext): ListColumn<Selective>[] {
  const {model, activity} = context;
  const chosen = activity();
  const ordered = [...(chosen ? [chosen] : []), ...othersOf(context)];
  const {third} = context.state.value;
  const column = model.set.table.columns[third];
  const values = column && model.set.numericNames.includes(third) ? model.set.numbers(third) : null;
  const right = {align: "right", sortable: true} as const;
  return [
    {
      ...{key: "structure", label: "Structure", width: 152},
      cell: ({row}) => structure(model.chemistry.smiles(row), DRAWING)
    },
    {
      ...{key: "name", label: "Compound", width: 140},
      cell: ({row, isOnFront}) =>
        html`<span
          >${isOnFront ? html`<b title="Beaten by none">◆ </b>` : ""}${model.set.cell("name", row) ?? model.set.cell("compound_id", row)}</span
        >`
    },
    ...ordered.map((one): ListColumn<Selective> => ({
      ...{key: one.key.replace(/\W/g, "_"), label: shortLabel(one), width: 80, sortable: true, kind: "is-heat"},
      value: ({row}) => (Number.isNaN(mostOf(one, row)) ? null : mostOf(one, row)),
      cell: ({row}) => potencyCell(one, row)
    })),
    {
      ...{key: "margin", label: "Selectivity", width: 84, ...right},
      about:
        "Log units over the strongest other activity that was measured; at least that, where the other is only a limit.",
      value: ({margin}) => (Number.isNaN(margin) ? null : margin),
      cell: ({margin}) => (Number.isNaN(margin) ? null : margin.toFixed(2))
    },
    {
      ...{key: "others", label: "Others", width: 62, ...right, about: "Other activities measured."},
      ...{value: ({nOthers}) => nOthers, cell: ({nOthers}) => String(nOthers)}
    },
    ...(column && values
      ? [
          {
            ...{key: "third", label: column.label, unit: column.unit, width: 92, ...right},
            value: ({row}: Selective) => values[row] ?? null,
            cell: ({row}: Selective) => formatNumber(values[row] ?? NaN)
          }
        ]
      : [])
  ];
}

/** Potency against selectivity, coloured by the third criterion; compounds that none beats are diamonds. */
function frontFigure(context: SeriesContext): (rows: readonly Selective[]) => Node | null {
  let shown: readonly Selective[] = [];
  const plot = compoundScatter(context, (point) => shown[point]?.row);
  plot.node.classList.add("is-figure", "is-low");
  return (rows) => {
    shown = rows.filter(({margin}) => !Number.isNaN(margin));
    const activity = context.activity();
    if (activity === null) return null;
    if (shown.length === 0)
      return html`<p class="small muted">
        No compound looked at has an exact value on this activity and on another: there is no selectivity to draw.
      </p>`;
    const {set} = context.model;
    const {third} = context.state.value;
    const column = set.numericNames.includes(third) ? set.numbers(third) : null;
    const colours = shadeColours(
      Float64Array.from(shown, ({row}) => column?.[row] ?? NaN),
      column ? columnWords(set, third) : ""
    );
    const picked = context.picked();
    plot.show({
      ...{x: shown.map(({margin}) => margin), y: shown.map(({row}) => activity.exact[row] ?? NaN)},
      ...{xLabel: "selectivity, log units over the strongest other", yLabel: activity.label},
      ...{palette: colours.palette, isOrdered: true, shade: (point) => colours.codes[point] ?? 0},
      isMarked: (point) => picked?.has(shown[point]?.row ?? -1) ?? false,
      isFront: (point) => shown[point]?.isOnFront ?? false,
      words: `${activity.label} against selectivity of ${formatCount(shown.length)} compounds, ${colours.words}; diamonds are beaten by none.`
    });
    const said = html`<span class="legend-part">◆ beaten by none</span>`;
    const cells = legendOf("Cells of the table: pChEMBL", {scale: HEAT_COLORS, ends: HEAT_ENDS}, said, HATCH());
    return html`<div>${cells}${colours.legend ?? ""}${plot.node}</div>`;
  };
}

const HEAT_COLORS = Array.from({length: STEPS}, (_, i) => `seq-${String(i + 1)}`);
const HEAT_ENDS = [`≤ ${String(SCALE[0])}`, `≥ ${String(SCALE[1])}`];
const HATCH = (): HTMLElement =>
  html<HTMLElement>`<span class="legend-part"><i class="is-missing"></i> not measured</span>`;

function selectivityControls(context: SeriesContext): HTMLElement {
  const {state} = context;
  const shown = boundGroup(context, {label: "Compounds shown", read: ({front}) => front, set: (front) => ({front})}, [
    ["all", "All"],
    ["front", "Front only"]
  ]);
  const third = columnChoice(
    context,
    {
      ...{label: "Front of potency, selectivity and", read: ({third}) => third},
      set: (third) => ({third, low: isLowBetter(third) ?? state.value.low})
    },
    () => "nothing else"
  );
  const low = html<HTMLInputElement>`<input type="checkbox" />`;
  low.onchange = () => {
    state.set({low: low.checked});
  };
  context.follow(() => {
    low.checked = state.value.low;
  });
  return html<HTMLElement>`<span class="series-controls-row">
    ${shown} ${third}
    <label class="check">${low} low is better</label>
    <a class="small" href="https://doi.org/10.1145/321906.321910" rel="noreferrer">Front, Kung 1975</a>
  </span>`;
}

/** Which end of a predicted column is better; null where that is not said. */
function isLowBetter(column: string): boolean | null {
  const better = column.startsWith("admet_") ? betterOf(column.slice("admet_".length).replaceAll("_", "-")) : null;
  return better === null ? null : better === "lower";
}

function selectivityTable(context: SeriesContext, rows: readonly Selective[]): SeriesTable {
  const {set, activities} = context.model;
  const number = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return {
    name: "selectivity",
    names: [
      "compound_id",
      ...activities.flatMap(({key}) => [key, `${key} below`]),
      "selectivity",
      "n_others",
      "on_front"
    ],
    rows: rows.map(({row, margin, nOthers, isOnFront}) => [
      String(set.cell("compound_id", row) ?? ""),
      ...activities.flatMap(({exact, below}) => [number(exact[row] ?? NaN), number(below[row] ?? NaN)]),
      ...[number(margin), nOthers, isOnFront]
    ]),
    method: `Selectivity: ${context.activity()?.label ?? ""} less the strongest other activity; front of non-dominated compounds (doi:10.1145/321906.321910). An empty field is not measured.`
  };
}

/** Potency on all activities side by side, what was not measured hatched, and the compounds that none beats. */
export function selectivityView(context: SeriesContext): SeriesList<readonly Selective[], Selective> {
  const figure = frontFigure(context);
  return new SeriesList<readonly Selective[], Selective>({
    ...{context, label: "Selectivity", controls: selectivityControls(context), rowHeight: 70},
    basis: ({third, low}) => [third, String(low), String(context.revision)].join(" "),
    load: () => Promise.resolve(selectiveRows(context)),
    rows: (rows) => (context.state.value.front === "front" ? rows.filter(({isOnFront}) => isOnFront) : rows),
    keyOf: ({row}) => String(context.model.set.cell("compound_id", row) ?? ""),
    columns: () => selectivityColumns(context),
    words: (rows) => {
      const compared = rows.filter(({margin}) => !Number.isNaN(margin)).length;
      return `${formatCount(rows.length)} compounds with an exact value, ${formatCount(compared)} measured on another activity too; ${formatCount(rows.filter(({isOnFront}) => isOnFront).length)} are beaten by none. Draw a line around points to pick them.`;
    },
    inspect: (_, {row}) => compoundPanel(context, row),
    figure: (rows) => figure(rows),
    empty: () => noValues(context),
    table: (_, rows) => selectivityTable(context, rows)
  });
}
