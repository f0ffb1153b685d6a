import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {DOMAINS, isClassDoubt, type ClassDoubt, type ModelCard, type RegressionDoubt} from "../admet/model-card.js";
import {metricWords} from "../tables/admet-endpoints.js";
import {ADMET_LIMITS} from "../tables/admet-limits.js";
import {ADMET_PUBLISHED} from "../tables/admet-published.js";
import {withPictureRole} from "../charts/picture-role.js";
import {spread} from "./model-table.js";

type Fact = readonly [name: string, value: Node | string];

/** The card of one model: data, metrics, calibration, domain, failures, licence, how to train it again. */
export function modelCardPage(cards: readonly ModelCard[], id: string): HTMLElement {
  const card = cards.find(({endpoint}) => endpoint.id === id);
  if (!card) return html`<p>There is no model of “${id}”.</p>`;
  const {endpoint, doubt} = card;
  return html`<article class="model-card">
    <h1>${endpoint.label}</h1>
    <p>${endpoint.about}</p>
    <h2>What was it trained on?</h2>
    ${factTable(dataFacts(card))}
    <h2>How well does it predict on scaffolds it has not seen?</h2>
    ${factTable(metricFacts(card))}
    <h2>How is its doubt?</h2>
    ${factTable(isClassDoubt(doubt) ? classFacts(doubt) : regressionFacts(doubt))}
    ${isClassDoubt(doubt) ? reliabilityPlot(doubt, card) : null}
    <h2>Where does it fail?</h2>
    <p>${failures(card)}</p>
    <h2>Version and training</h2>
    ${factTable(trainingFacts(card))}
  </article>`;
}

function factTable(facts: readonly Fact[]): HTMLElement {
  return html`<table class="model-table">
    <tbody>
      ${facts.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`
      )}
    </tbody>
  </table>`;
}

function doiLink(doi: string): HTMLElement {
  return html`<a href="https://doi.org/${doi}">doi:${doi}</a>`;
}

function dataFacts({endpoint, rows, molecules, scaffolds, share, range, licence}: ModelCard): Fact[] {
  const values = share === null ? `${range[0].toFixed(2)} to ${range[1].toFixed(2)}` : `${(100 * share).toFixed(1)} %`;
  const scale = endpoint.scale === "log10" ? ", log10" : "";
  return [
    ["Measured", `${String(rows)} rows, ${String(molecules)} molecules, ${String(scaffolds)} scaffolds`],
    [share === null ? `Range (${endpoint.unit || "no unit"}${scale})` : "Share of class 1", values],
    ["Benchmark", endpoint.benchmark ?? "not part of a benchmark"],
    ["Source", endpoint.doi === "" ? "a table of your own" : doiLink(endpoint.doi)],
    ["Licence", licence]
  ];
}

function metricFacts({endpoint, metrics, skill}: ModelCard): Fact[] {
  const published = ADMET_PUBLISHED.filter((figure) => figure.endpoint === endpoint.id);
  return [
    ...Object.entries(metrics).map(([name, {mean, sd}]): Fact => [metricWords(name), spread(mean, sd)]),
    ...published.map((figure): Fact => [
      `Published ${metricWords(figure.metric)}, ${figure.method}`,
      html`${spread(figure.value, figure.sd)}, ${doiLink(figure.doi)}`
    ]),
    [
      "Shows a number",
      `${skill.shown ? "yes" : "no"}: ${metricWords(skill.metric)} ${skill.value.toFixed(3)}, at least ${String(skill.least)} is asked`
    ]
  ];
}

function percent({mean, n}: {readonly mean: number | null; readonly n: number}): string {
  return mean === null ? "no molecules" : `${(100 * mean).toFixed(1)} % (n = ${String(n)})`;
}

function regressionFacts({halfWidths, coverage, error}: RegressionDoubt): Fact[] {
  return [
    ["Coverage of the 80 % interval", percent(coverage.all)],
    ...DOMAINS.map((domain): Fact => [
      `Domain: ${domain}`,
      `± ${halfWidths[domain].toPrecision(3)}, mean error ${error[domain].mean?.toPrecision(3) ?? "unknown"}, coverage ${percent(coverage[domain])}`
    ])
  ];
}

function classFacts({coverage, ece, oneFrom, zeroTo}: ClassDoubt): Fact[] {
  return [
    ["Calibration error (ECE)", ece.toFixed(3)],
    ["Coverage of the 80 % set", percent(coverage.all)],
    ...DOMAINS.map((domain): Fact => [`Coverage, domain ${domain}`, percent(coverage[domain])]),
    ["Class 1 is possible from probability", oneFrom.toFixed(3)],
    ["Class 0 is possible up to probability", zeroTo.toFixed(3)]
  ];
}

function reliabilityPlot({reliability}: ClassDoubt, {endpoint}: ModelCard): Element {
  const n = reliability.reduce((sum, point) => sum + point.n, 0);
  const figure = Plot.plot({
    ariaLabel: `Reliability curve of ${endpoint.label}`,
    width: 360,
    height: 320,
    x: {label: "Predicted probability", domain: [0, 1]},
    y: {label: `Observed share (n = ${String(n)})`, domain: [0, 1]},
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1]
        ],
        {stroke: "var(--ink-3)", strokeDasharray: "2,3"}
      ),
      Plot.line(reliability, {x: "predicted", y: "observed", stroke: "var(--accent)"}),
      Plot.dot(reliability, {x: "predicted", y: "observed", fill: "var(--accent)"})
    ]
  });
  return withPictureRole(figure);
}

function failures({skill, doubt, endpoint}: ModelCard): string {
  const far = doubt.error.out.mean;
  const near = doubt.error.in.mean;
  const ratio =
    far !== null && near !== null && near > 0
      ? ` Outside its domain its error is ${(far / near).toFixed(1)} times that inside.`
      : "";
  const limits = ADMET_LIMITS[endpoint.id];
  const reading = limits
    ? ` It is read by the limits of doi:${limits.doi}.`
    : " No limits are agreed on, so it is not read as good or bad.";
  const verdict = skill.shown ? "" : "It does not predict well enough to show a number.";
  return `${verdict}${ratio} It does not know stereochemistry beyond the count of centres, salts beyond their largest part, nor what the assay did not test.${reading}`.trim();
}

function trainingFacts({
  version,
  date,
  library,
  parameters,
  roundingError,
  libraryDifference,
  modelBytes
}: ModelCard): Fact[] {
  return [
    ["Version", `${version}, ${date}`],
    ["Library", library],
    [
      "Parameters",
      Object.entries(parameters)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(", ")
    ],
    ["Largest difference from the library", libraryDifference.toExponential(1)],
    ["Largest change by 16-bit leaves", roundingError.toExponential(1)],
    ["Size", `${(modelBytes / 1000).toFixed(0)} kB compressed`],
    ["Train again", html`<code>npm run train:admet -- --data &lt;folder&gt;</code>`]
  ];
}
