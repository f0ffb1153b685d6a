import {html} from "htl";
import {potencyHistogram} from "../charts/potency-histogram.js";
import type {DrugOnTarget} from "../store/queries/drugs-on-target.js";
import type {TargetPotency} from "../store/queries/potencies-of-target.js";
import type {ClinicalCandidateRow} from "../tables/drug-records.js";
import {factsTable, questionSection} from "./facts-table.js";
import {missingEvidence} from "./missing-evidence.js";
import {structure} from "./structure.js";

const POTENT = 7;
const BEST_SHOWN = 12;

const compoundLink = (id: string, words: string): HTMLElement =>
  html`<a href=${`../compound?${new URLSearchParams({id}).toString()}`}>${words}</a>`;

/** Potency of the compounds measured, and the best of them. */
export function chemistrySection(potencies: readonly TargetPotency[]): HTMLElement {
  const question = "How potent are the compounds?";
  if (potencies.length === 0) return questionSection(question, missingEvidence("measured compounds", "chembl"));
  const exact = potencies.flatMap(({pchembl_median: value}) => (value === null ? [] : [value]));
  const censored = potencies.length - exact.length;
  const best = potencies.filter(({pchembl_median: value}) => value !== null).slice(0, BEST_SHOWN);
  const cards = best.map(
    ({compound_id: id, name, smiles, pchembl_median: value, n_exact: n, standard_type: type}) =>
      html`<li>
        ${smiles === null ? html`<span class="is-missing">no structure</span>` : structure(smiles, {width: 168, height: 112, label: name ?? id})}
        <p>${compoundLink(id, name ?? id)}<br /><b>${value?.toFixed(2)}</b> median p${type}, n ${String(n)}</p>
      </li>`
  );
  return questionSection(
    question,
    html`<p>
      ${exact.length.toLocaleString("en")} compounds with an exact value,
      ${exact.filter((value) => value >= POTENT).length.toLocaleString("en")} of them at 100 nM or below;
      ${censored.toLocaleString("en")} more only above or below a limit.
    </p>`,
    exact.length > 0 ? potencyHistogram(exact, POTENT) : "",
    html`<ul class="best-compounds">
      ${cards}
    </ul>`
  );
}

/** Clinical candidates by stage, with why trials stopped. */
export function candidateSection(candidates: readonly ClinicalCandidateRow[]): HTMLElement {
  const question = "Who else is in the clinic?";
  if (candidates.length === 0) return questionSection(question, missingEvidence("clinical candidates", "opentargets"));
  const rows = candidates.map(
    ({compound_id: id, name, drug_type: type, stage, disease_name: disease, why_stopped: why}) =>
      [compoundLink(id, name), type, stage.replaceAll("_", " ").toLowerCase(), disease, why] as const
  );
  return questionSection(question, factsTable(["Drug", "Type", "Stage", "Disease", "Why stopped"], rows));
}

/** Drugs known by name that were measured on the target. */
export function drugSection(drugs: readonly DrugOnTarget[]): HTMLElement {
  const question = "Which known drugs hit it?";
  if (drugs.length === 0)
    return questionSection(question, html`<p>No drug of the project's reference set was measured on it.</p>`);
  const rows = drugs.map(
    ({compound_id: id, name, max_phase: phase, first_approval: year, pchembl_median: value, standard_type: type, n}) =>
      [compoundLink(id, name), phase, year === null ? null : String(year), value, `p${type}, n ${String(n)}`] as const
  );
  return questionSection(question, factsTable(["Drug", "Max phase", "Approved", "Median", "Measured as"], rows));
}
