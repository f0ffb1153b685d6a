import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {evidenceFields} from "../state/evidence-fields.js";
import {type StateOf, urlState, type UrlState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {drugsInTrials} from "../store/queries/drugs-in-trials.js";
import {entitiesInPapers} from "../store/queries/entities-in-papers.js";
import {evidenceScores} from "../store/queries/evidence-scores.js";
import {literatureByYear} from "../store/queries/literature-by-year.js";
import {measuredByYear} from "../store/queries/measured-by-year.js";
import {papersOfProject} from "../store/queries/papers-of-project.js";
import {projectDrugs} from "../store/queries/project-drugs.js";
import {trialsOfProject} from "../store/queries/trials-of-project.js";
import type {Store} from "../store/store.js";
import type {Project} from "../tables/project.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import type {EvidenceList, ListChoice} from "./evidence-list.js";
import {paperList} from "./evidence-papers.js";
import {evidenceTrend} from "./evidence-trend.js";
import {drugTable, linkTrials, trialList} from "./evidence-trials.js";
import {missingEvidence} from "./missing-evidence.js";
import {workbench} from "./workbench.js";

type EvidenceState = StateOf<typeof evidenceFields>;
type View = EvidenceState["view"];

/** Kinds of evidence that this page is about, as the platform types its data sources. */
const KINDS = new Set(["literature", "clinical"]);

/** The Evidence page: publications per year, papers, trials; each says what is missing and which command brings it. */
export async function evidencePage(invalidation: Promise<unknown>): Promise<HTMLElement> {
  const [project, vocabulary, store] = await Promise.all([
    FileAttachment("../data/project.json").json<Project>(),
    FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>(),
    openProjectStore()
  ]);
  const {years, measured, scores, papers, entities, trials, given, drugs} = await readEvidence(store, vocabulary);
  const state = urlState(evidenceFields);
  void invalidation.then(() => {
    state.dispose();
  });
  const width = Math.max(340, Math.min(1080, innerWidth - (innerWidth < 900 ? 48 : 350)));
  const parts: Readonly<Record<View, Part>> = {
    trend: page(evidenceTrend({project, vocabulary, years, measured, scores, width}), legend()),
    papers:
      papers.length === 0
        ? page(missingEvidence("papers and preprints", "pubmed", "europepmc"))
        : listPart(
            paperList(project, papers, entities, (change) => {
              state.set(named(change, ["q", "has", "sort"]));
            }),
            ({q, has, sort}) => ({text: q, chosen: has, order: sort})
          ),
    trials:
      trials.length === 0
        ? page(
            html`<div class="evidence-clinic">
              ${missingEvidence("trials", "clinicaltrials")}
              <h2>Drugs and candidates on the targets</h2>
              ${drugTable(drugs)}
            </div>`
          )
        : listPart(
            trialList(linkTrials(trials, given), width, (change) => {
              state.set(named(change, ["tq", "thas", "tsort"]));
            }),
            ({tq, thas, tsort}) => ({text: tq, chosen: thas, order: tsort})
          )
  };
  return assemble(state, parts, {trend: null, papers: papers.length || null, trials: trials.length || null});
}

async function readEvidence(store: Store, vocabulary: TargetVocabulary) {
  const datasources = vocabulary.datasources.filter(({datatype}) => KINDS.has(datatype)).map(({id}) => id);
  const [years, measured, scores, papers, entities, trials, given, drugs] = await Promise.all([
    store.rows(literatureByYear()),
    store.rows(measuredByYear()),
    store.rows(evidenceScores(datasources)),
    store.rows(papersOfProject()),
    store.rows(entitiesInPapers()),
    store.rows(trialsOfProject()),
    store.rows(drugsInTrials()),
    store.rows(projectDrugs())
  ]);
  return {years, measured, scores, papers, entities, trials, given, drugs};
}

/** What a view puts into rail and bench. */
interface Part {
  readonly rail: HTMLElement;
  readonly bench: HTMLElement;
  show(state: EvidenceState): void;
}

const page = (bench: HTMLElement, rail: HTMLElement = html`<p class="note">Nothing to narrow.</p>`): Part => ({
  rail,
  bench,
  show: () => undefined
});

const listPart = ({rail, table, show}: EvidenceList, choiceOf: (state: EvidenceState) => ListChoice): Part => ({
  rail,
  bench: table,
  show: (state) => {
    show(choiceOf(state));
  }
});

/** A change of a list under the names that its fields have in the address. */
function named(change: Partial<ListChoice>, [text, chosen, order]: readonly [string, string, string]) {
  return {
    ...(change.text === undefined ? {} : {[text]: change.text}),
    ...(change.chosen === undefined ? {} : {[chosen]: change.chosen}),
    ...(change.order === undefined ? {} : {[order]: change.order})
  } as Partial<EvidenceState>;
}

const legend = (): HTMLElement =>
  html`<div class="note">
    <p>Titles and identifiers only: the texts stay with their publishers, one link away.</p>
    <p>Papers and preprints are counted by different services, so the two are never added up.</p>
  </div>`;

const VIEWS: readonly (readonly [View, string])[] = [
  ["trend", "Trend"],
  ["papers", "Papers"],
  ["trials", "Trials"]
];

function assemble(
  state: UrlState<EvidenceState>,
  parts: Readonly<Record<View, Part>>,
  counts: Readonly<Record<View, number | null>>
): HTMLElement {
  const rail = html<HTMLElement>`<div></div>`;
  const stage = html<HTMLElement>`<div class="evidence-stage" tabindex="0" role="region" aria-label="Evidence"></div>`;
  const tabs = VIEWS.map(([view, label]) => {
    const count = counts[view];
    const button = html<HTMLButtonElement>`<button type="button">
      ${label}${count === null ? "" : html`<span class="muted">${count.toLocaleString("en")}</span>`}
    </button>`;
    button.onclick = () => {
      state.set({view});
    };
    return [view, button] as const;
  });
  const show = (now: EvidenceState): void => {
    const part = parts[now.view];
    for (const [view, button] of tabs) button.setAttribute("aria-pressed", String(view === now.view));
    part.show(now);
    if (stage.firstChild !== part.bench) {
      stage.replaceChildren(part.bench);
      stage.dataset["view"] = now.view;
      rail.replaceChildren(part.rail);
    }
  };
  state.subscribe(show);
  show(state.value);
  const bar = html`<div class="evidence-bar">
    <div class="button-group" role="group" aria-label="View">${tabs.map(([, button]) => button)}</div>
  </div>`;
  return workbench({rail, bench: [bar, stage], railLabel: "Facets", benchLabel: "Evidence"});
}
