import {html} from "htl";
import type {Store} from "../store/store.js";
import {
  type CompoundMechanism,
  drugOfCompound,
  indicationsOfCompound,
  mechanismsOfCompound,
  warningsOfCompound
} from "../store/queries/drug-records-of-compound.js";
import {
  type CompoundPaper,
  type CompoundTrial,
  papersOfCompound,
  trialsOfCompound
} from "../store/queries/mentions-of-compound.js";
import type {CompoundRow} from "../tables/compounds.js";
import type {DrugWarningRow, IndicationRow} from "../tables/drug-records.js";
import type {DrugRow} from "../tables/drugs.js";
import {type FactCell, factsTable} from "./facts-table.js";

const PHASES: Readonly<Record<string, string>> = {
  "4": "approved",
  "3": "phase 3",
  "2": "phase 2",
  "1": "phase 1",
  "0.5": "early phase 1",
  "-1": "stage unknown"
};
const phaseWords = (phase: number | null): string | null =>
  phase === null ? null : (PHASES[String(phase)] ?? `phase ${String(phase)}`);

const SHOWN = 12;
/** Names shorter than this stand in too many titles by chance. */
const SHORTEST_NAME = 5;

/** Stage, mechanism, indications, warnings, trials and papers of a compound, as the project's sources have them. */
export async function clinicSection(store: Store, row: CompoundRow): Promise<HTMLElement> {
  const id = row.compound_id;
  const [[drug], mechanisms, indications, warnings] = await Promise.all([
    store.rows(drugOfCompound(id)),
    store.rows(mechanismsOfCompound(id)),
    store.rows(indicationsOfCompound(id)),
    store.rows(warningsOfCompound(id))
  ]);
  const name = row.name ?? drug?.name ?? "";
  const [trials, papers] =
    name.length < SHORTEST_NAME
      ? [[], []]
      : await Promise.all([store.rows(trialsOfCompound(name)), store.rows(papersOfCompound(name))]);
  if (!drug && mechanisms.length + indications.length + trials.length + papers.length === 0)
    return html<HTMLElement>`<p class="note">
      The project's sources know it neither as a drug nor as a candidate, and no trial or paper of the project names it.
    </p>`;
  return html<HTMLElement>`<div class="clinic-section">
    ${drug ? drugWords(drug) : html`<p class="note">Not in the project's list of drugs and candidates.</p>`}
    ${mechanismTable(mechanisms)} ${indicationList(indications)} ${warningList(warnings)} ${trialList(trials)}
    ${paperList(papers)}
  </div>`;
}

const drugWords = (drug: DrugRow): HTMLElement =>
  html<HTMLElement>`<p>
    ${drug.molecule_type ?? "Drug"}, highest stage <b>${phaseWords(drug.max_phase) ?? "not stated"}</b>${
      drug.first_approval === null ? "" : `, first approved ${String(drug.first_approval)}`
    } <span class="muted">(${drug.source_id}, row ${drug.source_row})</span>.
  </p>`;

function mechanismTable(mechanisms: readonly CompoundMechanism[]): HTMLElement {
  if (mechanisms.length === 0)
    return html<HTMLElement>`<p class="note">No mechanism is recorded in the project's data: unknown, not none.</p>`;
  return factsTable(
    ["Target", "Mechanism", "Action", "Source"],
    mechanisms.map((each) => [each.symbol, each.mechanism, each.action_type?.toLowerCase() ?? null, each.source_id])
  );
}

const year = (value: number | null): string | null => (value === null ? null : String(value));

/** A table that opens; a short one is open. */
function openable(words: string, heads: readonly string[], rows: readonly (readonly FactCell[])[]): HTMLElement | "" {
  if (rows.length === 0) return "";
  return html<HTMLElement>`<details open=${rows.length <= SHOWN}>
    <summary>${rows.length} ${words}</summary>
    ${factsTable(heads, rows)}
  </details>`;
}

const indicationList = (indications: readonly IndicationRow[]): HTMLElement | "" =>
  openable(
    "indications",
    ["Disease", "Stage", "Source"],
    indications.map((each) => [each.disease_name, phaseWords(each.max_phase), each.source_id])
  );

const warningList = (warnings: readonly DrugWarningRow[]): HTMLElement | "" =>
  openable(
    "warnings",
    ["Warning", "Class", "Where", "Year"],
    warnings.map((each) => [each.warning_type, each.warning_class, each.country, year(each.year)])
  );

const trialList = (trials: readonly CompoundTrial[]): HTMLElement | "" =>
  openable(
    "trials of the project give it",
    ["Trial", "Title", "Stage", "Status", "Start"],
    trials.map(({trial_id: id, title, stage, status, started_on: start}) => [
      html`<a rel="noreferrer" href=${`https://clinicaltrials.gov/study/${id}`}>${id}</a>`,
      ...[title, stage, status, start]
    ])
  );

const paperList = (papers: readonly CompoundPaper[]): HTMLElement | "" =>
  openable(
    "papers of the project name it in their title",
    ["Title", "Journal", "Year"],
    papers.map(({title, journal, year: published, doi}) => [
      doi === null ? title : html`<a rel="noreferrer" href=${`https://doi.org/${doi}`}>${title}</a>`,
      ...[journal, year(published)]
    ])
  );
