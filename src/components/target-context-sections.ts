import {html} from "htl";
import {publicationsPerYear} from "../charts/publications-per-year.js";
import type {LiteratureYear} from "../store/queries/literature-by-year.js";
import type {ProjectTrial} from "../store/queries/trials-of-project.js";
import type {PdbEntryRow} from "../tables/proteins.js";
import type {StructureRow} from "../tables/structures.js";
import type {TargetConstraintRow, TargetSafetyRow, TargetTractabilityRow} from "../tables/target-cards.js";
import {factsTable, questionSection} from "./facts-table.js";
import {missingEvidence} from "./missing-evidence.js";

const out = (href: string, words: string): HTMLElement => html`<a href=${href} rel="noreferrer">${words}</a>`;
const entryLink = (id: string): HTMLElement => out(`https://www.rcsb.org/structure/${id}`, id);

/** Structures with coordinates here, and all entries where they were fetched. */
export function structureSection(structures: readonly StructureRow[], entries: readonly PdbEntryRow[]): HTMLElement {
  const question = "Is there a structure?";
  const here = new Set(structures.map(({structure_id: id}) => id));
  const known =
    entries.length > 0
      ? entries.map((row) => ({...row, id: row.pdb_id}))
      : structures.map((row) => ({...row, id: row.structure_id}));
  if (known.length === 0) return questionSection(question, missingEvidence("structures", "rcsb", "alphafold"));
  const rows = known.map(
    ({id, title, method, resolution_a: resolution, ligand_ids: ligands}) =>
      [
        entryLink(id),
        title,
        method,
        resolution,
        ligands,
        here.has(id) ? html`<a href=${`../structures?s=${id}`}>see it in 3D</a>` : "no"
      ] as const
  );
  const note =
    entries.length > 0
      ? ""
      : html`<p class="note">Those of the project; <code>npm run data -- --only rcsb</code> lists all entries.</p>`;
  return questionSection(
    question,
    factsTable(["Entry", "Title", "Method", "Resolution, Å", "Ligands", "Coordinates here"], rows),
    note
  );
}

const MODALITIES: Readonly<Record<string, string>> = {
  SM: "Small molecule",
  AB: "Antibody",
  PR: "Degrader",
  OC: "Other"
};

/** The tractability ladder of each modality. */
export function tractabilitySection(rows: readonly TargetTractabilityRow[]): HTMLElement {
  const question = "Which modality could reach it?";
  if (rows.length === 0) return questionSection(question, missingEvidence("tractability", "opentargets"));
  const ladders = [...new Set(rows.map(({modality}) => modality))].map(
    (modality) =>
      html`<div>
        <h3>${MODALITIES[modality] ?? modality}</h3>
        <ul>
          ${rows
            .filter((row) => row.modality === modality)
            .map(
              ({class_label: label, is_met: isMet}) =>
                html`<li class=${isMet ? "is-met" : ""}>${isMet ? "✓" : "–"} ${label}</li>`
            )}
        </ul>
      </div>`
  );
  return questionSection(question, html`<div class="ladders">${ladders}</div>`);
}

/** Reported safety events. */
export function safetySection(rows: readonly TargetSafetyRow[]): HTMLElement {
  const question = "Is it known to be unsafe?";
  if (rows.length === 0) return questionSection(question, missingEvidence("safety events", "opentargets"));
  const lines = rows.map(
    ({event, effects, tissues, reported_by: by, pmid}) =>
      [event, effects, tissues, pmid === null ? by : out(`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, by)] as const
  );
  return questionSection(question, factsTable(["Event", "Effect", "Tissues", "Reported by"], lines));
}

/** How far natural variation avoids the gene. */
export function constraintSection(rows: readonly TargetConstraintRow[]): HTMLElement {
  const question = "Does nature tolerate its loss?";
  if (rows.length === 0) return questionSection(question, missingEvidence("genetic constraint", "opentargets"));
  const kinds: Readonly<Record<string, string>> = {syn: "Synonymous", mis: "Missense", lof: "Loss of function"};
  const lines = rows.map(
    ({variant_kind: kind, n_expected: expected, n_observed: observed, oe, oe_lower: low, oe_upper: high}) =>
      [
        kinds[kind] ?? kind,
        expected,
        observed,
        oe,
        low === null || high === null ? null : `${low.toFixed(2)}–${high.toFixed(2)}`
      ] as const
  );
  return questionSection(question, factsTable(["Variants", "Expected", "Observed", "o/e", "Interval of o/e"], lines));
}

/** Trials of the project in which one of the drugs is given. */
export function trialSection(trials: readonly ProjectTrial[], drugNames: readonly string[]): HTMLElement {
  const question = "Which trials test it?";
  if (trials.length === 0) return questionSection(question, missingEvidence("trials", "clinicaltrials"));
  const names = drugNames.map((name) => name.toLowerCase());
  const own = trials.filter(({interventions}) => names.some((name) => interventions?.toLowerCase().includes(name)));
  if (own.length === 0)
    return questionSection(
      question,
      html`<p>None of the ${String(trials.length)} trials of the project names a drug of this target.</p>`
    );
  const rows = own.map(
    ({trial_id: id, title, stage, status, started_on: start, why_stopped: why}) =>
      [out(`https://clinicaltrials.gov/study/${id}`, id), title, stage, status.toLowerCase(), start, why] as const
  );
  return questionSection(question, factsTable(["Trial", "Title", "Phase", "Status", "Start", "Why stopped"], rows));
}

/** Papers per year of the project's queries about the target. */
export function literatureSection(years: readonly LiteratureYear[]): HTMLElement {
  const question = "Is it being written about?";
  if (years.length === 0) return questionSection(question, missingEvidence("papers per year", "pubmed"));
  return questionSection(question, publicationsPerYear(years));
}
