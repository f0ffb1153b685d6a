import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {targetFields} from "../state/target-fields.js";
import {readState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {candidatesOfTarget} from "../store/queries/candidates-of-target.js";
import {constraintOfTarget} from "../store/queries/constraint-of-target.js";
import {drugsOnTarget} from "../store/queries/drugs-on-target.js";
import {literatureByYear} from "../store/queries/literature-by-year.js";
import {pdbEntriesOfTarget} from "../store/queries/pdb-entries-of-target.js";
import {potenciesOfTarget} from "../store/queries/potencies-of-target.js";
import {safetyOfTarget} from "../store/queries/safety-of-target.js";
import {structuresOfTarget} from "../store/queries/structures-of-target.js";
import {tractabilityOfTarget} from "../store/queries/tractability-of-target.js";
import {trialsOfProject} from "../store/queries/trials-of-project.js";
import type {Store} from "../store/store.js";
import type {Project} from "../tables/project.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import {rankTargets} from "./rank-targets.js";
import {evidenceSection, factorSection, headSection, roomSection} from "./target-evidence-sections.js";
import {candidateSection, chemistrySection, drugSection} from "./target-chemistry-sections.js";
import {
  constraintSection,
  literatureSection,
  safetySection,
  structureSection,
  tractabilitySection,
  trialSection
} from "./target-context-sections.js";
import {targetModel} from "./target-model.js";

/** The page of one target of the project: what speaks for it, what is known of it, what is missing. */
export async function targetPage(symbol: string): Promise<HTMLElement> {
  const [board, vocabulary, project] = await Promise.all([
    FileAttachment("../data/targets.json").json<TargetBoard>(),
    FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>(),
    FileAttachment("../data/project.json").json<Project>()
  ]);
  const model = targetModel(board, vocabulary);
  const target = board.targets.symbol.findIndex((each, i) => each === symbol && board.targets.in_project[i] === true);
  if (target < 0)
    return html<HTMLElement>`<div class="state">
      <h3>${symbol} is no target of the project</h3>
      <p>Targets of the project are named in <code>data/project.json</code>. <a href="../targets">All targets</a></p>
    </div>`;
  const ranked = rankTargets(model, readState(targetFields, ""));
  const body = html<HTMLElement>`<div></div>`;
  void fillFromStore(body, board.targets.target_id[target] ?? symbol, symbol, project);
  return html<HTMLElement>`<article class="target-page">
    ${headSection(model, ranked, target, project)} ${evidenceSection(model, target, project.disease.name)}
    ${factorSection(model, ranked, target)} ${roomSection(model, target)} ${body}
  </article>`;
}

async function fillFromStore(body: HTMLElement, targetId: string, symbol: string, project: Project): Promise<void> {
  body.replaceChildren(
    html`<div class="state" role="status">
      <h3>Reading the tables</h3>
      <progress aria-label="Reading"></progress>
    </div>`
  );
  try {
    body.replaceChildren(...(await storeSections(await openProjectStore(), targetId, symbol, project)));
  } catch (error) {
    body.replaceChildren(
      html`<div class="state is-error" role="alert">
        <h3>The tables could not be read</h3>
        <p>${error instanceof Error ? error.message : String(error)}</p>
      </div>`
    );
  }
}

async function storeSections(store: Store, targetId: string, symbol: string, project: Project): Promise<HTMLElement[]> {
  const [potencies, drugs, candidates, structures, entries] = await Promise.all([
    store.rows(potenciesOfTarget(targetId)),
    store.rows(drugsOnTarget(targetId)),
    store.rows(candidatesOfTarget(targetId)),
    store.rows(structuresOfTarget(targetId)),
    store.rows(pdbEntriesOfTarget(targetId))
  ]);
  const [tractability, safety, constraint, years, trials] = await Promise.all([
    store.rows(tractabilityOfTarget(targetId)),
    store.rows(safetyOfTarget(targetId)),
    store.rows(constraintOfTarget(targetId)),
    store.rows(literatureByYear()),
    store.rows(trialsOfProject())
  ]);
  const queries = new Set(project.literature.filter(({target}) => target === symbol).map(({id}) => id));
  const names = [...drugs.map(({name}) => name), ...candidates.map(({name}) => name)];
  return [
    chemistrySection(potencies),
    candidateSection(candidates),
    drugSection(drugs),
    structureSection(structures, entries),
    tractabilitySection(tractability),
    safetySection(safety),
    constraintSection(constraint),
    trialSection(trials, names),
    literatureSection(years.filter(({query_id: id, is_preprint: isPreprint}) => queries.has(id) && !isPreprint))
  ];
}
