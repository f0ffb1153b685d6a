import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {Funnel, MeasuredTarget, Overview} from "../tables/overview.js";
import type {SourceRow} from "../tables/sources.js";

const DAY = 86_400_000;

/** The first page: the question, where to start, what is here, what screening leaves, how fresh it is. */
export function overviewPage(overview: Overview, now = Date.now()): HTMLElement {
  const {project} = overview;
  return html<HTMLElement>`<div class="overview">
    <p class="overview-question">${project.question}</p>
    ${startCards(overview)}
    <div class="overview-columns">
      <section>
        <h2>What screening leaves</h2>
        ${overview.funnels.map(funnelFigure)}
      </section>
      <section>
        <h2>What was measured</h2>
        ${measuredTable(overview.measured)}
        <h2>How fresh it is</h2>
        ${freshness(overview, now)}
      </section>
    </div>
  </div>`;
}

function startCards({project, row_counts: counts}: Overview): HTMLElement {
  const count = (table: string): string => formatCount(counts[table] ?? 0);
  const cards = [
    [
      "./targets",
      "Rank targets",
      `${count("targets")} targets associated with ${project.disease.name}, under your weights`
    ],
    [
      "./compounds",
      "Screen compounds",
      `${count("compounds")} compounds with descriptors and rules, or a file of your own`
    ],
    ["./sql", "Ask in SQL", `${count("activities")} measured values and every other table`],
    ["./about/models", "Check the models", "ADMET predictions, each with its data and its measured error"]
  ] as const;
  return html`<ul class="start-cards">
    ${cards.map(
      ([href, title, words]) =>
        html`<li>
          <a href=${href}><strong>${title}</strong><span>${words}</span></a>
        </li>`
    )}
  </ul>`;
}

function funnelFigure({title, steps}: Funnel): HTMLElement {
  const first = steps[0]?.n_left ?? 0;
  const rows = steps.map(({label, n_left: left, n_pass: pass}) => {
    const bar = html<HTMLElement>`<span class="overview-bar"></span>`;
    bar.style.width = `${String(first === 0 ? 0 : (100 * left) / first)}%`;
    return html`<tr>
      <th scope="row">${label}</th>
      <td class="funnel-cell">${bar}</td>
      <td class="number">${formatCount(left)}</td>
      <td class="number muted">${formatCount(pass)}</td>
    </tr>`;
  });
  return html`<figure class="funnel">
    <table>
      <caption>
        ${title}, n = ${formatCount(first)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col"><span class="visually-hidden">Share left</span></th>
          <th scope="col" class="number">left</th>
          <th scope="col" class="number">pass alone</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </figure>`;
}

function measuredTable(measured: readonly MeasuredTarget[]): HTMLElement {
  return html`<table class="plain-table">
    <thead>
      <tr>
        <th scope="col">Target</th>
        <th scope="col" class="number">values</th>
        <th scope="col" class="number">compounds</th>
        <th scope="col" class="number">with an exact value</th>
      </tr>
    </thead>
    <tbody>
      ${measured.map(
        (row) =>
          html`<tr>
            <th scope="row"><a href=${`./targets?at=${encodeURIComponent(row.target_id)}`}>${row.symbol}</a></th>
            <td class="number">${formatCount(row.n_activities)}</td>
            <td class="number">${formatCount(row.n_compounds)}</td>
            <td class="number">${formatCount(row.n_exact_compounds)}</td>
          </tr>`
      )}
    </tbody>
  </table>`;
}

function freshness({sources, is_snapshot: isSnapshot}: Overview, now: number): HTMLElement {
  const words = isSnapshot
    ? "These are the facts that come with the project; npm run data fetches your own."
    : "Some tables were fetched for this build; the others come with the project.";
  return html`<div>
    <p class="note">${words}</p>
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Release</th>
          <th scope="col">Retrieved</th>
        </tr>
      </thead>
      <tbody>
        ${sources.map((source) => sourceRow(source, now))}
      </tbody>
    </table>
  </div>`;
}

function sourceRow({source_id: id, name, release, retrieved_on: date}: SourceRow, now: number): HTMLElement {
  const days = date === null ? null : Math.max(0, Math.floor((now - Date.parse(date)) / DAY));
  return html`<tr>
    <th scope="row"><a href=${`./about/sources#${id}`}>${name}</a></th>
    <td>${release ?? html`<span class="muted">not stated</span>`}</td>
    <td>
      ${date === null ? html`<span class="muted">not stated</span>` : `${date}, ${formatCount(days ?? 0)} days ago`}
    </td>
  </tr>`;
}
