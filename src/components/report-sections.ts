import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {KeptFunnel} from "../state/kept-funnel.js";
import type {RefusedRows} from "../store/queries/refused-rows.js";
import type {MethodCitation} from "../tables/method-citation.js";
import type {Funnel, Overview} from "../tables/overview.js";
import {bibtex, plainReferences, type Reference} from "../tables/references.js";
import {toCsv} from "../tables/to-csv.js";
import {saveText} from "./save-file.js";
import {type FactCell, factsTable} from "./facts-table.js";
import {reportFigure} from "./report-figure.js";
import {doiLink} from "./sources-table.js";

const DAY = 86_400_000;
const num = (words: string): HTMLElement => html`<span class="num">${words}</span>`;

/** The question, the disease, the targets. */
export function questionPart({project}: Overview): HTMLElement {
  const targets = project.targets.map(({symbol, name}) => `${symbol} (${name})`).join(", ");
  return html<HTMLElement>`<div>
    <p class="report-question">${project.question}</p>
    <p>Disease: ${project.disease.name} (${project.disease.id}). Targets: ${targets}.</p>
  </div>`;
}

/** Every source with its release and its age. */
export function sourcesPart({sources}: Overview, now: number): HTMLElement {
  const rows = sources.map((row): FactCell[] => [
    row.name,
    row.release,
    row.retrieved_on,
    row.retrieved_on === null
      ? null
      : num(formatCount(Math.max(0, Math.floor((now - Date.parse(row.retrieved_on)) / DAY)))),
    num(formatCount(row.row_count)),
    row.licence
  ]);
  return html<HTMLElement>`<div>
    ${factsTable(["Source", "Release", "Retrieved", "Days old", "Rows", "Licence"], rows)}
    <p class="note">Hatched: the source, or the copy that was read, does not say.</p>
  </div>`;
}

/** What the reader's own filters left, what screening leaves of each set, what each step costs, and why rows were refused. */
export function funnelPart({funnels}: Overview, refused: readonly RefusedRows[], own: KeptFunnel | null): HTMLElement {
  const heads = ["Step", "Left", "Lost here", "Would pass alone"];
  const lines = (funnel: Funnel) =>
    funnel.steps.map(({label, n_left: left, n_pass: pass}, i) => {
      const before = funnel.steps[i - 1]?.n_left ?? left;
      return [label, left, before - left, pass] as const;
    });
  const figures = funnels.map((funnel) => {
    const first = funnel.steps[0]?.n_left ?? 0;
    const rows = lines(funnel).map(([label, left, lost, pass], i): FactCell[] => [
      label,
      bar(first === 0 ? 0 : left / first, formatCount(left)),
      i === 0 ? "" : num(lost === 0 ? "0" : `−${formatCount(lost)}`),
      num(formatCount(pass))
    ]);
    const caption = `${funnel.title}: ${formatCount(first)} compounds in the source, and what each step leaves.`;
    return reportFigure(`funnel-${funnel.set_id}`, caption, factsTable(heads, rows), () =>
      toCsv(["step", "left", "lost", "pass_alone"], lines(funnel))
    );
  });
  const reasons = refused.map(({table_name: table, reason, n}): FactCell[] => [reason, table, num(formatCount(n))]);
  return html<HTMLElement>`<div>
    ${own === null ? "" : ownFunnel(own)} ${figures}
    ${
      reasons.length === 0
        ? html`<p>No row was refused.</p>`
        : [
            html`<h3>What was refused or read differently, and why</h3>`,
            factsTable(["Reason", "Table", "Rows"], reasons)
          ]
    }
  </div>`;
}

/** The reader's filters in order, as last seen on the Compounds page. */
function ownFunnel({set, n_compounds: all, steps}: KeptFunnel): HTMLElement {
  const lines = steps.map(({words, n_left: left, note}, i) => {
    const before = steps[i - 1]?.n_left ?? all;
    return [words, left, before - left, note] as const;
  });
  const rows = lines.map(([words, left, lost, note]): FactCell[] => [
    words,
    bar(all === 0 ? 0 : left / all, formatCount(left)),
    num(lost === 0 ? "0" : `−${formatCount(lost)}`),
    note === "" ? null : note
  ]);
  const caption = `Our filters in order: ${set}, ${formatCount(all)} compounds, and what each filter leaves.`;
  const heads = ["Filter", "Left", "Lost here", "Approved drugs"];
  return reportFigure("funnel-own", caption, factsTable(heads, rows), () =>
    toCsv(["filter", "left", "lost", "approved_drugs"], lines)
  );
}

function bar(part: number, words: string): HTMLElement {
  const fill = html<HTMLElement>`<span class="report-bar-fill"></span>`;
  fill.style.width = `${(100 * part).toFixed(1)}%`;
  return html<HTMLElement>`<span class="report-bar"
    ><span class="report-bar-track">${fill}</span><span class="num">${words}</span></span
  >`;
}

/** How the numbers were made: the ranking, the compounds, what is computed by which paper. */
export function methodsPart(ranking: string, methods: readonly MethodCitation[]): HTMLElement {
  const papers = new Set(methods.flatMap(({dois}) => dois)).size;
  const words =
    "Structures were standardised and described with RDKit (WebAssembly build); every structure was read, standardised " +
    "and judged by the same code in the build, on the command line and in the browser. Potencies are medians over exact " +
    "records of one type, per compound and target; records with another relation are counted apart and never averaged " +
    "in. " +
    `The ${String(papers)} papers that the code follows are listed with the function that follows each on the page Methods.`;
  return html<HTMLElement>`<div>
    <p>${ranking}</p>
    <p>${words}</p>
  </div>`;
}

/** The references with what each was used for, and as files for a reference manager. */
export function referencesPart(references: readonly Reference[]): HTMLElement {
  const save = (label: string, name: string, type: string, write: () => string): HTMLElement => {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet no-print">${label}</button>`;
    button.onclick = () => {
      saveText(name, type, write());
    };
    return button;
  };
  return html<HTMLElement>`<div>
    <ol class="report-references">
      ${references.map(
        ({text, doi, used_for: uses}) =>
          html`<li>
            ${text}.${doi === null ? "" : doiLink(doi)}
            ${uses.length === 0 ? "" : html`<span class="report-uses">${uses.join("; ")}.</span>`}
          </li>`
      )}
    </ol>
    <p class="no-print">
      ${save("BibTeX", "references.bib", "application/x-bibtex", () => bibtex(references))}
      ${save("Plain text", "references.txt", "text/plain", () => plainReferences(references))}
    </p>
  </div>`;
}
