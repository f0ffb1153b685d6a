import {FileAttachment} from "observablehq:stdlib";
import {type Decision, nameOfKey, rekeyCompounds} from "../state/shortlist.js";
import {openProjectStore} from "../store/project-store.js";
import {drugsInTrials, type DrugInTrial} from "../store/queries/drugs-in-trials.js";
import {evidenceScores, type EvidenceScore} from "../store/queries/evidence-scores.js";
import {literatureByYear, type LiteratureYear} from "../store/queries/literature-by-year.js";
import {measuredByYear, type MeasuredYear} from "../store/queries/measured-by-year.js";
import {potenciesOfCompounds} from "../store/queries/potencies-of-compounds.js";
import {projectDrugs} from "../store/queries/project-drugs.js";
import {type RefusedRows, refusedRows} from "../store/queries/refused-rows.js";
import {shortlistedCompounds} from "../store/queries/shortlisted-compounds.js";
import {type ProjectTrial, trialsOfProject} from "../store/queries/trials-of-project.js";
import type {Store} from "../store/store.js";
import type {CompoundRow} from "../tables/compounds.js";
import type {DrugRow} from "../tables/drugs.js";
import type {MethodCitation} from "../tables/method-citation.js";
import type {Overview} from "../tables/overview.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import type {SarCompound} from "./sar-columns.js";
import {screenOne} from "./screen-one.js";

/** Everything that a report reads of the project. */
export interface ReportData {
  readonly store: Store;
  readonly overview: Overview;
  readonly board: TargetBoard;
  readonly vocabulary: TargetVocabulary;
  readonly methods: readonly MethodCitation[];
  readonly refused: readonly RefusedRows[];
  readonly years: readonly LiteratureYear[];
  readonly measured: readonly MeasuredYear[];
  readonly scores: readonly EvidenceScore[];
  readonly trials: readonly ProjectTrial[];
  readonly given: readonly DrugInTrial[];
  readonly drugs: readonly DrugRow[];
}

const EVIDENCE_KINDS = new Set(["literature", "clinical"]);

/** @throws StoreError with words for the user */
export async function readReportData(): Promise<ReportData> {
  const [overview, board, vocabulary, methods, store] = await Promise.all([
    FileAttachment("../data/overview.json").json<Overview>(),
    FileAttachment("../data/targets.json").json<TargetBoard>(),
    FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>(),
    FileAttachment("../data/methods.json").json<readonly MethodCitation[]>(),
    openProjectStore()
  ]);
  const datasources = vocabulary.datasources.filter(({datatype}) => EVIDENCE_KINDS.has(datatype)).map(({id}) => id);
  const [refused, years, measured, scores, trials, given, drugs] = await Promise.all([
    store.rows(refusedRows()),
    store.rows(literatureByYear()),
    store.rows(measuredByYear()),
    store.rows(evidenceScores(datasources)),
    store.rows(trialsOfProject()),
    store.rows(drugsInTrials()),
    store.rows(projectDrugs())
  ]);
  return {store, overview, board, vocabulary, methods, refused, years, measured, scores, trials, given, drugs};
}

const COMPOUND = "compound:";

/** The compounds of a report, and the decisions under the keys of these compounds. */
export interface ReportCompounds {
  readonly compounds: readonly SarCompound[];
  readonly decisions: readonly Decision[];
  /** Today's key of a key that may be an earlier one. */
  readonly keyOf: (key: string) => string;
}

/** The compounds that were decided on and the drugs, with what the project knows of them; others are screened here. */
export async function readReportCompounds(
  store: Store,
  decided: readonly Decision[],
  drugs: readonly DrugRow[],
  signal: AbortSignal
): Promise<ReportCompounds> {
  const own = decided.filter(({key}) => key.startsWith(COMPOUND));
  const names = [...own.map(({key}) => nameOfKey(key)), ...drugs.map(({compound_id: id}) => id)];
  const rows = await store.rows(shortlistedCompounds(names, names));
  const inchikeys = new Map(rows.map(({compound_id: id, inchikey}) => [id, inchikey]));
  const {decisions} = rekeyCompounds(decided, inchikeys);
  const potencies = await store.rows(potenciesOfCompounds(rows.map(({compound_id: id}) => id)));
  const keyOf = (key: string): string => {
    const inchikey = inchikeys.get(nameOfKey(key));
    return inchikey ? COMPOUND + inchikey : key;
  };
  const named = new Map(drugs.map(({compound_id: id, name}) => [keyOf(COMPOUND + id), {label: name, smiles: ""}]));
  for (const {key, label, smiles} of decisions)
    if (key.startsWith(COMPOUND)) named.set(key, {label: label || (named.get(key)?.label ?? ""), smiles});
  const compounds: SarCompound[] = [];
  for (const [key, {label, smiles}] of named) {
    const same = rows.filter((row) => row.inchikey === nameOfKey(key) || row.compound_id === nameOfKey(key));
    const row = same[0] ?? (await screened(smiles, signal));
    compounds.push({
      ...{key, row, smiles: row?.smiles ?? smiles, label: label || (row?.name ?? nameOfKey(key))},
      potencies: potencies.filter(({compound_id: id}) => same.some((one) => one.compound_id === id))
    });
  }
  return {compounds, decisions, keyOf};
}

async function screened(smiles: string, signal: AbortSignal): Promise<CompoundRow | null> {
  if (smiles === "") return null;
  const found = await screenOne(smiles, signal);
  return "row" in found ? found.row : null;
}
