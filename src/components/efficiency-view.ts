import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {ScatterData} from "../charts/scatter-paint.js";
import {KCAL_PER_LOG_UNIT, ligandEfficiency, lipophilicEfficiency} from "../series/efficiency.js";
import {boundGroup} from "./bound-controls.js";
import {compoundScatter} from "./compound-scatter.js";
import {compoundPanel} from "./group-inspector.js";
import {kindBasis, loadKinds, pointChoice, type PointColours, pointColours} from "./point-colours.js";
import {workingRows} from "./r-group-data.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import type {SeriesContext, SeriesTable} from "./series-context.js";
import {type ListColumn, SeriesList} from "./series-list.js";
import {structure} from "./structure.js";

/** A compound with its efficiencies. */
interface Efficient {
  readonly row: number;
  readonly potency: number;
  readonly logP: number;
  readonly atoms: number;
  readonly le: number;
  readonly lle: number;
}

const LLE_LINES: readonly number[] = [3, 5, 7];
const LE_LINES: readonly number[] = [0.2, 0.3, 0.4, 0.5];
const DRAWING = {width: 136, height: 84} as const;

function efficiencies(context: SeriesContext): Efficient[] {
  const {set} = context.model;
  const activity = context.activity();
  if (activity === null) return [];
  const [logPs, counts] = [set.numbers("clogp"), set.numbers("n_heavy_atoms")];
  return workingRows(context)
    .map((row) => {
      const [potency, logP, atoms] = [activity.exact[row] ?? NaN, logPs[row] ?? NaN, counts[row] ?? NaN];
      const le = ligandEfficiency(potency, atoms);
      return {row, potency, logP, atoms, le, lle: lipophilicEfficiency(potency, logP)};
    })
    .filter(({potency}) => !Number.isNaN(potency))
    .sort((a, b) => b.lle - a.lle);
}

function plotData(
  context: SeriesContext,
  rows: readonly Efficient[],
  {codes, palette, isOrdered, words}: PointColours
): ScatterData {
  const isLogP = context.state.value.against === "logp";
  const label = context.activity()?.label ?? "";
  const x = rows.map(({logP, atoms}) => (isLogP ? logP : atoms));
  const [low, high] = [Math.min(...x), Math.max(...x)];
  const picked = context.picked();
  const slope = (name: string, at: (value: number) => number) => ({
    label: name,
    ...{from: [low, at(low)] as const, to: [high, at(high)] as const}
  });
  return {
    ...{x, y: rows.map(({potency}) => potency), xLabel: isLogP ? "cLogP" : "heavy atoms", yLabel: label},
    ...{palette, isOrdered, shade: (point: number) => codes[point] ?? 0},
    isMarked: (point) => picked?.has(rows[point]?.row ?? -1) ?? false,
    lines: isLogP
      ? LLE_LINES.map((lle) => slope(`LLE ${String(lle)}`, (logP) => logP + lle))
      : LE_LINES.map((le) => slope(`LE ${String(le)}`, (atoms) => (le * atoms) / KCAL_PER_LOG_UNIT)),
    words: `${label} against ${isLogP ? "cLogP" : "heavy atoms"} of ${formatCount(rows.length)} compounds, ${words}; the table below lists them.`
  };
}

function efficiencyColumns(context: SeriesContext): ListColumn<Efficient>[] {
  const {set, chemistry} = context.model;
  const right = {align: "right", sortable: true, width: 66} as const;
  const label = context.activity()?.label ?? "";
  return [
    {...{key: "structure", label: "Structure", width: 152}, cell: ({row}) => structure(chemistry.smiles(row), DRAWING)},
    {
      ...{key: "name", label: "Compound", width: 128},
      cell: ({row}) => String(set.cell("name", row) ?? set.cell("compound_id", row) ?? "")
    },
    {
      ...{key: "potency", label, ...right, width: 108},
      value: ({potency}) => potency,
      cell: ({potency}) => potency.toFixed(2)
    },
    {...{key: "logp", label: "cLogP", ...right}, value: ({logP}) => logP, cell: ({logP}) => logP.toFixed(2)},
    {
      ...{key: "atoms", label: "Heavy atoms", ...right, width: 92},
      value: ({atoms}) => atoms,
      cell: ({atoms}) => String(atoms)
    },
    {
      ...{key: "lle", label: "LLE", ...right, about: "Potency less cLogP."},
      ...{value: ({lle}) => lle, cell: ({lle}) => lle.toFixed(2)}
    },
    {
      ...{key: "le", label: "LE", unit: "kcal/mol", ...right, width: 110, about: "1.37 × potency / heavy atoms."},
      ...{value: ({le}) => le, cell: ({le}) => le.toFixed(2)}
    }
  ];
}

function efficiencyControls(context: SeriesContext): HTMLElement {
  const axes = boundGroup(
    context,
    {label: "Potency against", read: ({against}) => against, set: (against) => ({against})},
    [
      ["logp", "cLogP"],
      ["atoms", "Heavy atoms"]
    ]
  );
  return html<HTMLElement>`<span class="series-controls-row">
    ${axes} ${pointChoice(context)}
    <span class="small"
      ><a href="https://doi.org/10.1038/nrd2445" rel="noreferrer">LLE, Leeson & Springthorpe 2007</a>,
      <a href="https://doi.org/10.1016/S1359-6446(04)03069-7" rel="noreferrer">LE, Hopkins 2004</a></span
    >
  </span>`;
}

function efficiencyTable({model: {set}, activity}: SeriesContext, rows: readonly Efficient[]): SeriesTable {
  return {
    ...{
      name: "efficiency",
      names: ["compound_id", activity()?.key ?? "activity", "clogp", "n_heavy_atoms", "lle", "le_kcal_mol"]
    },
    rows: rows.map(({row, potency, logP, atoms, lle, le}) => [
      String(set.cell("compound_id", row) ?? ""),
      potency,
      logP,
      atoms,
      lle,
      le
    ]),
    method:
      "LLE = potency − cLogP (doi:10.1038/nrd2445); LE = 1.37 × potency / heavy atoms (doi:10.1016/S1359-6446(04)03069-7)."
  };
}

interface LoadedEfficiencies {
  readonly rows: readonly Efficient[];
  /** Kind of each row that the state colours by; null where it colours by numbers. */
  readonly kinds: readonly (string | null)[] | null;
}

async function loadEfficiencies(
  context: SeriesContext,
  step: (words: string) => SeriesJobOptions
): Promise<LoadedEfficiencies> {
  const rows = efficiencies(context);
  const kinds = await loadKinds(
    context,
    Uint32Array.from(rows, ({row}) => row),
    step
  );
  return {rows, kinds};
}

/** Potency against lipophilicity or size, with lines of equal efficiency. */
export function efficiencyView(context: SeriesContext): SeriesList<LoadedEfficiencies, Efficient> {
  let shown: readonly Efficient[] = [];
  const plot = compoundScatter(context, (point) => shown[point]?.row);
  plot.node.classList.add("is-figure");
  return new SeriesList<LoadedEfficiencies, Efficient>({
    ...{context, label: "Efficiency", controls: efficiencyControls(context), rowHeight: 92},
    basis: () => kindBasis(context),
    load: (step) => loadEfficiencies(context, step),
    rows: ({rows}) => rows,
    keyOf: ({row}) => String(context.model.set.cell("compound_id", row) ?? ""),
    columns: () => efficiencyColumns(context),
    words: ({rows}) =>
      `${formatCount(rows.length)} compounds with an exact value. Draw a line around points to pick them.`,
    inspect: (_, {row}) => compoundPanel(context, row),
    figure: ({kinds, rows: loaded}, rows) => {
      if (rows.length === 0) return null;
      shown = rows;
      const kindOf = kinds && new Map(loaded.map(({row}, place) => [row, kinds[place] ?? null]));
      const own = Uint32Array.from(rows, ({row}) => row);
      const colours = pointColours(context, own, kindOf && Array.from(own, (row) => kindOf.get(row) ?? null));
      plot.show(plotData(context, rows, colours));
      return html`<div>${colours.legend ?? ""}${plot.node}</div>`;
    },
    empty: () => noValues(context),
    table: (_, rows) => efficiencyTable(context, rows)
  });
}

/** Shown where no exact value is known. */
export function noValues(context: SeriesContext): HTMLElement {
  const records = context.activity()?.records;
  const isMeasured = workingRows(context).some((row) => !Number.isNaN(records?.[row] ?? NaN));
  return html<HTMLElement>`<div class="state">
    <h3>${isMeasured ? "Only limits are known, no exact value" : "Nothing is measured on these compounds"}</h3>
    <p>
      ${isMeasured ? "A limit says that a compound is weaker than the strongest dose tried; it has no efficiency." : "Choose another activity or other compounds on the left."}
    </p>
  </div>`;
}
