import * as Plot from "@observablehq/plot";
import {withPictureRole} from "./picture-role.js";

export interface YearCount {
  readonly query: string;
  readonly year: number;
  readonly n_papers: number;
  /** True for a year that is not over: drawn hollow. */
  readonly is_partial: boolean;
}

/** Publications per year, one small panel per query on its own scale of years; the number of all in each heading. */
export function publicationsPerYear(counts: readonly YearCount[], {width = 720} = {}): SVGElement | HTMLElement {
  const total = new Map<string, number>();
  for (const {query, n_papers: n} of counts) total.set(query, (total.get(query) ?? 0) + n);
  const heading = ({query}: YearCount): string => `${query} (n = ${(total.get(query) ?? 0).toLocaleString("en")})`;
  return withPictureRole(
    Plot.plot({
      width,
      height: 60 + 70 * total.size,
      marginLeft: 48,
      x: {tickFormat: "d", label: "Year of publication"},
      y: {label: "Publications", grid: true, ticks: 3},
      fy: {axis: null},
      marks: [
        Plot.areaY(counts, {x: "year", y: "n_papers", fy: heading, fill: "var(--accent-weak)"}),
        Plot.lineY(counts, {x: "year", y: "n_papers", fy: heading, stroke: "var(--accent)"}),
        Plot.dot(
          counts.filter(({is_partial: isPartial}) => isPartial),
          {x: "year", y: "n_papers", fy: heading, stroke: "var(--accent)", fill: "var(--paper)"}
        ),
        Plot.text([...new Map(counts.map((row) => [row.query, row])).values()], {
          fy: heading,
          text: heading,
          frameAnchor: "top-left",
          dx: 4,
          fontWeight: 500
        }),
        Plot.ruleY([0])
      ]
    })
  );
}
