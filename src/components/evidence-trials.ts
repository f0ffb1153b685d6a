import {html} from "htl";
import {stageWords, trialFate, trialTimeline} from "../charts/trial-timeline.js";
import type {DrugInTrial} from "../store/queries/drugs-in-trials.js";
import type {ProjectTrial} from "../store/queries/trials-of-project.js";
import type {DrugRow} from "../tables/drugs.js";
import {evidenceList, type EvidenceList, type ListChoice} from "./evidence-list.js";
import {type FactCell, factsTable} from "./facts-table.js";
import type {RowFacet} from "./row-facets.js";
import type {TableColumn} from "./table-column.js";

/** A trial with the drugs given in it that the data know. */
export interface LinkedTrial extends ProjectTrial {
  readonly drugs: readonly DrugInTrial[];
}

/** Trials with their drugs, in the order of the trials. */
export function linkTrials(trials: readonly ProjectTrial[], drugs: readonly DrugInTrial[]): LinkedTrial[] {
  const byTrial = new Map<string, DrugInTrial[]>();
  for (const drug of drugs) byTrial.set(drug.trial_id, [...(byTrial.get(drug.trial_id) ?? []), drug]);
  return trials.map((trial) => ({...trial, drugs: byTrial.get(trial.trial_id) ?? []}));
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
const drugNames = ({drugs}: LinkedTrial): string[] => unique(drugs.map(({name}) => name));
const symbols = ({drugs}: LinkedTrial): string[] => unique(drugs.map(({symbol}) => symbol));
const plain = (words: string): string => words.toLowerCase().replaceAll("_", " ");

const trialLink = ({trial_id: id}: ProjectTrial): HTMLElement =>
  html`<a href=${`https://clinicaltrials.gov/study/${id}`} rel="noreferrer" target="_blank">${id}</a>`;

const joined = (nodes: readonly Node[]): Node | null =>
  nodes.length === 0 ? null : html`<span>${nodes.flatMap((node, i) => (i === 0 ? [node] : [", ", node]))}</span>`;

const drugLinks = (trial: LinkedTrial): Node | null =>
  joined(
    drugNames(trial).map((name) => {
      const id = trial.drugs.find((drug) => drug.name === name)?.compound_id ?? "";
      return html`<a href=${`./compound?id=${encodeURIComponent(id)}`}>${name}</a>`;
    })
  );

const targetLinks = (trial: LinkedTrial): Node | null =>
  joined(symbols(trial).map((symbol) => html`<a href=${`./targets?q=${encodeURIComponent(symbol)}`}>${symbol}</a>`));

const columns: readonly TableColumn<LinkedTrial>[] = [
  {key: "trial_id", label: "Trial", width: 104, cell: trialLink},
  {key: "title", label: "Title", width: 320, cell: (row) => row.title, title: (row) => row.title},
  {key: "stage", label: "Phase", width: 90, cell: (row) => (row.stage === null ? null : stageWords(row.stage))},
  {key: "status", label: "Status", width: 120, cell: (row) => plain(row.status)},
  {
    key: "why_stopped",
    label: "Why stopped",
    width: 200,
    cell: (row) => row.why_stopped ?? "",
    title: (row) => row.why_stopped ?? ""
  },
  {key: "drugs", label: "Drug", width: 150, about: "Named by the trial or by a source of drugs.", cell: drugLinks},
  {key: "targets", label: "Target", width: 110, about: "By the drug's mechanism.", cell: targetLinks},
  {key: "started_on", label: "Started", width: 88, cell: (row) => row.started_on},
  {key: "completed_on", label: "Completion", width: 88, cell: (row) => row.completed_on},
  {
    key: "n_enrolled",
    label: "Enrolled",
    unit: "people",
    width: 76,
    align: "right",
    cell: (row) => row.n_enrolled?.toLocaleString("en") ?? null
  },
  {key: "sponsor", label: "Sponsor", width: 160, cell: (row) => row.sponsor, title: (row) => row.sponsor ?? ""},
  {
    key: "interventions",
    label: "Interventions",
    width: 240,
    cell: (row) => row.interventions,
    title: (row) => row.interventions ?? ""
  }
];

const one = (value: string | null): string[] => (value === null ? [] : [value]);

const facets: readonly RowFacet<LinkedTrial>[] = [
  {id: "fate", label: "What became of it", values: (row) => [trialFate(row)]},
  {id: "phase", label: "Phase", values: ({stage}) => one(stage), show: stageWords, order: "down"},
  {id: "drug", label: "Drug", values: drugNames},
  {id: "target", label: "Target", values: symbols},
  {id: "status", label: "Status", values: ({status}) => [status], show: plain},
  {id: "sponsor", label: "Sponsor class", values: ({sponsor_class: kind}) => one(kind), show: plain},
  {id: "type", label: "Type", values: ({study_type: kind}) => one(kind), show: plain}
];

/** Trials to search, narrow and sort, with their timeline and what stopped. */
export function trialList(
  rows: readonly LinkedTrial[],
  width: number,
  onChange: (change: Partial<ListChoice>) => void
): EvidenceList {
  const figure = html<HTMLElement>`<div class="evidence-timeline"></div>`;
  const stopped = html<HTMLElement>`<div></div>`;
  const list = evidenceList({
    ...{name: "trials", rows, columns, facets, onChange},
    rowKey: ({trial_id: id}) => id,
    textsOf: (row) => [row.title, row.trial_id, row.interventions, row.sponsor, row.why_stopped, ...drugNames(row)],
    sortBy: {
      trial_id: ({trial_id: id}) => id,
      title: ({title}) => title,
      stage: ({stage_rank: rank}) => rank,
      status: ({status}) => status,
      why_stopped: ({why_stopped: why}) => why,
      started_on: ({started_on: day}) => day,
      completed_on: ({completed_on: day}) => day,
      n_enrolled: ({n_enrolled: n}) => n,
      sponsor: ({sponsor}) => sponsor,
      drugs: (row) => drugNames(row)[0] ?? null,
      targets: (row) => symbols(row)[0] ?? null
    },
    onShow: (left) => {
      const undated = left.filter(({started_on: day}) => day === null).length;
      figure.replaceChildren(
        trialTimeline(left, {width}),
        undated === 0 ? "" : html`<p class="note">Without a date of start, so not drawn: ${String(undated)}.</p>`
      );
      stopped.replaceChildren(stoppedTable(left));
    }
  });
  const table = html<HTMLElement>`<div>
    <h2>When, how far, and what became of it?</h2>
    ${figure}
    <h2>What stopped, and why?</h2>
    ${stopped}
    <h2>All trials</h2>
    ${list.table}
  </div>`;
  return {...list, table};
}

/** Trials that were stopped, the furthest first; a reason that nobody gave is missing, not good. */
export function stoppedTable(trials: readonly LinkedTrial[]): HTMLElement {
  const stopped = trials
    .filter((trial) => trialFate(trial) === "stopped")
    .sort((a, b) => (b.stage_rank ?? 0) - (a.stage_rank ?? 0));
  if (stopped.length === 0) return html<HTMLElement>`<p class="note">None of the trials shown was stopped.</p>`;
  const rows = stopped.map((trial): FactCell[] => [
    trialLink(trial),
    trial.title,
    trial.stage === null ? null : stageWords(trial.stage),
    drugLinks(trial) ?? trial.interventions,
    targetLinks(trial),
    trial.started_on?.slice(0, 4) ?? null,
    trial.why_stopped
  ]);
  return factsTable(["Trial", "Title", "Phase", "Drug", "Target", "Start", "Why it stopped"], rows);
}

/** Drugs and candidates on the targets: what is known of the clinic where no trial was fetched. */
export function drugTable(drugs: readonly DrugRow[]): HTMLElement {
  const phase = (value: number | null): FactCell =>
    value === null ? null : value === 4 ? "approved" : `phase ${String(value)}`;
  const rows = drugs.map((drug): FactCell[] => [
    html`<a href=${`./compound?id=${encodeURIComponent(drug.compound_id)}`}>${drug.name}</a>`,
    phase(drug.max_phase),
    drug.first_approval === null ? null : html`<span class="num">${String(drug.first_approval)}</span>`,
    drug.compound_id
  ]);
  return factsTable(["Drug or candidate", "Furthest", "First approval", "ChEMBL"], rows);
}
