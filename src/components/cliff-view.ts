import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {cliffPlot, MOST_POINTS} from "../charts/cliff-plot.js";
import type {CliffVerdict} from "../series/cliff-verdict.js";
import {boundGroup} from "./bound-controls.js";
import {factsTable} from "./facts-table.js";
import {memberCard, valueWords} from "./group-inspector.js";
import {type Cliff, idOf, loadCliffs, type LoadedCliffs, type Sameness} from "./load-cliffs.js";
import {workingRows} from "./r-group-data.js";
import type {SeriesContext, SeriesTable} from "./series-context.js";
import {numberInput} from "./series-controls.js";
import {type ListColumn, SeriesList} from "./series-list.js";
import {structure} from "./structure.js";

const DRAWING = {width: 116, height: 92} as const;
/** Pixels of the figure, where the page is as wide. */
const WIDEST = 720;

const SAMENESS_WORDS: Readonly<Record<Sameness, string>> = {
  stereo: "stereo only",
  unseen: "equal fingerprints"
};

const DOUBT_WORDS: Readonly<Record<CliffVerdict["doubts"][number], string>> = {
  "other papers": "no shared paper or assay is known",
  "other assay types": "other assay types",
  "only a limit": "one value is only a limit",
  "spread of one compound": "repeats differ as much",
  unknown: "nothing is known of the measurements"
};

const verdictCell = ({verdict}: Cliff): HTMLElement => {
  const isChemistry = verdict.kind === "chemistry";
  const words = isChemistry ? supportWords(verdict) : verdict.doubts.map((doubt) => DOUBT_WORDS[doubt]).join("; ");
  return html<HTMLElement>`<span class="cliff-verdict"
    >${isChemistry ? "● Chemistry" : "✕ Possible noise"}<small>${words}</small></span
  >`;
};

function supportWords({withinAssays, sharedAssays, sharedDocuments}: CliffVerdict): string {
  if (withinAssays !== null)
    return `${formatNumber(withinAssays)} within ${sharedAssays === 1 ? "one shared assay" : `${String(sharedAssays)} shared assays`}`;
  return sharedDocuments.length > 0 ? "same paper" : "more than laboratories differ by";
}

function cliffColumns(context: SeriesContext): ListColumn<Cliff>[] {
  const right = {align: "right", sortable: true} as const;
  const drawing = (row: number, alignTo: string | null): HTMLElement =>
    html`<span class="cliff-compound"
      >${structure(context.model.chemistry.smiles(row), {...DRAWING, alignTo})}<span
        >${valueWords(context, row)}</span
      ></span
    >`;
  return [
    {...{key: "low", label: "Weaker", width: 178}, cell: ({low}) => drawing(low, null)},
    {
      ...{key: "high", label: "Stronger", width: 178},
      cell: ({low, high}) => drawing(high, context.model.chemistry.smiles(low))
    },
    {
      ...{key: "difference", label: "Difference", width: 78, ...right, about: "Log units."},
      ...{value: ({difference}) => difference, cell: ({difference}) => difference.toFixed(2)}
    },
    {
      ...{key: "similarity", label: "Similarity", width: 84, ...right, about: "Tanimoto, Morgan radius 2, 2048 bits."},
      value: ({similarity}) => similarity,
      cell: ({similarity, sameness}) =>
        html`<span class="group-count"
          >${similarity.toFixed(2)}${sameness === null ? "" : html`<small>${SAMENESS_WORDS[sameness]}</small>`}</span
        >`
    },
    {
      ...{key: "sali", label: "SALI", width: 58, ...right},
      about:
        "Difference / (1 − similarity). Missing for equal fingerprints, e.g. of stereoisomers: these come first, by difference.",
      ...{value: ({sali}) => sali ?? Infinity, cell: ({sali}) => (sali === null ? null : sali.toFixed(1))}
    },
    {
      ...{key: "verdict", label: "Chemistry or noise", width: 192, sortable: true},
      ...{value: ({verdict}) => Number(verdict.kind === "chemistry"), cell: verdictCell}
    }
  ];
}

const SAMENESS_TOLD: Readonly<Record<Sameness, string>> = {
  stereo: "they differ in stereo only, which the fingerprint does not see, so there is no SALI",
  unseen: "they differ in nothing that the fingerprint sees, so there is no SALI"
};

const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

function inspectCliff(context: SeriesContext, {records}: LoadedCliffs, cliff: Cliff): HTMLElement {
  const lines = [cliff.low, cliff.high].flatMap((row) =>
    (records.get(idOf(context, row)) ?? []).map(({assay, document, assayType, relation, value}) => [
      ...[idOf(context, row), `${relation === ">" ? "<" : relation === "<" ? ">" : ""}${value.toFixed(2)}`],
      ...[assayType, assay, document]
    ])
  );
  const {verdict} = cliff;
  const spread = (side: CliffVerdict["low"]): string =>
    `${formatCount(side.n)} ${side.n === 1 ? "record" : "records"}${side.spread === null ? "" : `, range ${formatNumber(side.spread)}`}`;
  return html<HTMLElement>`<div class="group-inspector">
    <h2>${verdict.kind === "chemistry" ? "Chemistry" : "Possible noise"}</h2>
    <p>
      Difference <b>${cliff.difference.toFixed(2)}</b> at similarity
      ${cliff.similarity.toFixed(2)}${cliff.sameness === null ? "" : `: ${SAMENESS_TOLD[cliff.sameness]}`}.
      ${counted(verdict.sharedAssays, "shared assay")}, ${counted(verdict.sharedDocuments.length, "shared paper")}.
      Weaker: ${spread(verdict.low)}; stronger: ${spread(verdict.high)}.
      ${verdict.doubts.map((doubt) => DOUBT_WORDS[doubt]).join("; ")}
    </p>
    <ul class="member-list">
      ${memberCard(context, cliff.low)} ${memberCard(context, cliff.high, context.model.chemistry.smiles(cliff.low))}
    </ul>
    ${lines.length === 0 ? html`<p class="note">Of these compounds single measurements are not known.</p>` : factsTable(["Compound", "pChEMBL", "Type", "Assay", "Paper"], lines)}
    <p class="note">
      One value in two laboratories differs with a standard deviation of 0.68 log units (<a
        href="https://doi.org/10.1371/journal.pone.0061007"
        rel="noreferrer"
        >Kalliokoski 2013</a
      >).
    </p>
  </div>`;
}

function cliffControls(context: SeriesContext): HTMLElement {
  const {state} = context;
  const {value} = state;
  const kinds = boundGroup(
    context,
    {label: "Cliffs shown", read: ({cliffs}) => cliffs, set: (cliffs) => ({cliffs, at: ""})},
    [
      ["all", "All"],
      ["chemistry", "Chemistry"],
      ["noise", "Possible noise"]
    ]
  );
  return html<HTMLElement>`<span class="series-controls-row">
    ${kinds}
    ${numberInput("Similarity at least", {least: 0.3, most: 1, step: 0.05}, value.similar, (similar) => {
      state.set({similar, at: ""});
    })}
    ${numberInput("Difference at least", {least: 0, most: 6, step: 0.25}, value.step, (step) => {
      state.set({step, at: ""});
    })}
    <a class="small" href="https://doi.org/10.1021/ci7004093" rel="noreferrer">SALI, Guha & Van Drie 2008</a>
  </span>`;
}

function cliffTable(context: SeriesContext, rows: readonly Cliff[]): SeriesTable {
  const {chemistry} = context.model;
  const lines = rows.map(({low, high, difference, similarity, sali, sameness, verdict}) => [
    ...[idOf(context, low), chemistry.smiles(low), idOf(context, high), chemistry.smiles(high), difference, similarity],
    ...[
      sali,
      sameness === null ? null : SAMENESS_WORDS[sameness],
      verdict.kind,
      verdict.doubts.join("; "),
      verdict.sharedAssays
    ],
    ...[verdict.sharedDocuments.length, verdict.low.n, verdict.high.n, verdict.low.spread, verdict.high.spread]
  ]);
  const names = [
    ...[
      "weaker",
      "weaker_smiles",
      "stronger",
      "stronger_smiles",
      "difference",
      "similarity",
      "sali",
      "no_sali_because",
      "verdict",
      "doubts"
    ],
    ...["shared_assays", "shared_papers", "n_weaker", "n_stronger", "range_weaker", "range_stronger"]
  ];
  const method = `Activity cliffs by SALI (doi:10.1021/ci7004093), ${context.activity()?.label ?? ""}, similarity at least ${String(context.state.value.similar)}, difference at least ${String(context.state.value.step)}, no SALI for equal fingerprints; noise judged after doi:10.1371/journal.pone.0061007.`;
  return {name: "cliffs", names, rows: lines, method};
}

/** Similar compounds whose activities differ, and whether the difference can be trusted. */
export function cliffView(context: SeriesContext): SeriesList<LoadedCliffs, Cliff> {
  const kindOf = {all: null, chemistry: "chemistry", noise: "possible noise"} as const;
  return new SeriesList<LoadedCliffs, Cliff>({
    ...{context, label: "Activity cliffs", controls: cliffControls(context), rowHeight: 104},
    basis: ({similar, step}) => `${String(similar)} ${String(step)}`,
    load: (step) => loadCliffs(context, step),
    rows: ({cliffs}) => {
      const kind = kindOf[context.state.value.cliffs];
      return kind === null ? cliffs : cliffs.filter(({verdict}) => verdict.kind === kind);
    },
    keyOf: ({low, high}) => `${idOf(context, low)}/${idOf(context, high)}`,
    columns: () => cliffColumns(context),
    words: ({cliffs}, shown) =>
      `${formatCount(cliffs.length)} pairs are cliffs, ${formatCount(cliffs.filter(({verdict}) => verdict.kind === "chemistry").length)} of them chemistry; ${formatCount(shown.length)} shown.${samenessWords(cliffs)}`,
    inspect: (loaded, cliff) => inspectCliff(context, loaded, cliff),
    figure: (_, rows) => (rows.length === 0 ? null : landscape(rows)),
    empty: () => noCliffs(context),
    table: (_, rows) => cliffTable(context, rows)
  });
}

/** Says of how many pairs there is no SALI, and why. */
function samenessWords(cliffs: readonly Cliff[]): string {
  const same = cliffs.filter(({sameness}) => sameness !== null);
  if (same.length === 0) return "";
  const stereo = same.filter(({sameness}) => sameness === "stereo").length;
  return ` Equal fingerprints: ${formatCount(same.length)}, differing in stereo only: ${formatCount(stereo)}; these have no SALI and come first, by difference.`;
}

/** The landscape of the pairs, with what its marks mean. */
function landscape(rows: readonly Cliff[]): HTMLElement {
  const points = rows.map(({similarity, difference, verdict}) => ({
    ...{similarity, difference, isChemistry: verdict.kind === "chemistry"}
  }));
  const drawn = Math.min(rows.length, MOST_POINTS);
  const count = drawn < rows.length ? `the ${formatCount(drawn)} steepest of ${formatCount(rows.length)}` : "";
  return html<HTMLElement>`<div>
    <div class="colour-legend">
      <span class="legend-part">○ chemistry</span><span class="legend-part">× possible noise</span>
      <span class="legend-part muted">${count}</span>
    </div>
    ${cliffPlot(points, Math.min(WIDEST, document.documentElement.clientWidth - 24))}
  </div>`;
}

function noCliffs(context: SeriesContext): HTMLElement {
  const activity = context.activity();
  const rows = workingRows(context);
  const isCensored =
    activity !== null && rows.length > 0 && rows.every((row) => Number.isNaN(activity.exact[row] ?? NaN));
  return html<HTMLElement>`<div class="state">
    <h3>
      ${activity === null ? "Nothing is measured on these compounds" : isCensored ? "Only limits are known, no exact value" : "No cliff within these limits"}
    </h3>
    <p>
      ${activity === null || isCensored ? "A cliff needs two exact values. Choose another activity on the left." : "Allow less similarity or a smaller difference, or look at more compounds."}
    </p>
  </div>`;
}
