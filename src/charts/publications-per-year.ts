import * as Plot from "@observablehq/plot";
import {formatCount} from "../base/format-number.js";
import {withPictureRole} from "./picture-role.js";

export interface YearCount {
  readonly query: string;
  readonly year: number;
  readonly n_papers: number;
  /** True for a year that is not over: drawn hollow. */
  readonly is_partial: boolean;
}

const PLACE = {fx: "column", fy: "row"} as const;
const POINT = {...PLACE, x: "year", y: "part"} as const;

interface Panel {
  readonly query: string;
  readonly column: number;
  readonly row: number;
  readonly total: number;
  readonly peak: YearCount;
}

const PANEL_WIDTH = 260;
const PANEL_HEIGHT = 92;

/** Options of the figure. */
export interface PanelOptions {
  readonly width?: number;
  /** What is counted, for the words in the figure. */
  readonly counted?: string;
}

/**
 * Counts per year, one small panel per query, each on its own scale with its highest year labelled; all panels share the
 * years. The number of all stands in each heading.
 */
export function publicationsPerYear(
  counts: readonly YearCount[],
  {width = 720, counted = "Publications"}: PanelOptions = {}
): SVGElement | HTMLElement {
  const panels = layOut(counts, Math.max(1, Math.floor(width / PANEL_WIDTH)));
  const panelOf = new Map(panels.map((panel) => [panel.query, panel]));
  const rows = counts.flatMap((row) => {
    const panel = panelOf.get(row.query);
    return panel ? [{...row, ...panel, part: panel.peak.n_papers === 0 ? 0 : row.n_papers / panel.peak.n_papers}] : [];
  });
  const nRows = Math.max(1, ...panels.map(({row}) => row + 1));
  return withPictureRole(
    Plot.plot({
      width,
      height: 50 + PANEL_HEIGHT * nRows,
      marginLeft: 16,
      marginRight: 24,
      marginTop: 4,
      ariaLabel: `${counted} per year: ${panels.map(({query, total}) => `${query}, ${formatCount(total)}`).join("; ")}`,
      x: {tickFormat: "d", label: `Year. ${counted}, each panel on its own scale`, ticks: 3},
      y: {axis: null, domain: [0, 1.75]},
      fx: {axis: null, padding: 0.06},
      fy: {axis: null, padding: 0.1},
      marks: [
        ...curve(rows),
        Plot.text(peaks(rows), {
          ...POINT,
          text: ({n_papers: n, year}: YearCount) => `${formatCount(n)} in ${String(year)}`,
          textAnchor: "end",
          dy: -7,
          dx: 8,
          fill: "var(--ink-2)"
        }),
        Plot.text(panels, {
          ...PLACE,
          text: ({query, total}: Panel) => `${query} (n = ${formatCount(total)})`,
          frameAnchor: "top-left",
          fontWeight: 500
        }),
        Plot.ruleY([0])
      ]
    })
  );
}

const curve = (rows: readonly (YearCount & {readonly peak: YearCount})[]): Plot.Markish[] => [
  Plot.areaY(rows, {...POINT, fill: "var(--accent-weak)"}),
  Plot.lineY(rows, {...POINT, stroke: "var(--accent)"}),
  Plot.dot(
    rows.filter(({is_partial: isPartial}) => isPartial),
    {...POINT, stroke: "var(--accent)", fill: "var(--paper)"}
  ),
  Plot.dot(peaks(rows), {...POINT, r: 2, fill: "var(--accent)"})
];

function layOut(counts: readonly YearCount[], columns: number): Panel[] {
  const queries = [...new Set(counts.map(({query}) => query))];
  return queries.flatMap((query, i) => {
    const own = counts.filter((row) => row.query === query);
    const [first] = own;
    if (!first) return [];
    const peak = own.reduce((best, row) => (row.n_papers > best.n_papers ? row : best), first);
    const total = own.reduce((sum, {n_papers: n}) => sum + n, 0);
    return [{query, total, peak, column: i % columns, row: Math.floor(i / columns)}];
  });
}

const peaks = <R extends YearCount & {readonly peak: YearCount}>(rows: readonly R[]): R[] =>
  rows.filter(({peak, year, n_papers: n}) => n > 0 && peak.year === year);
