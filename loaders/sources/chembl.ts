import {activities, assays, documents, type ActivityRow, type DocumentRow} from "../../src/tables/activities.js";
import {
  drugWarnings,
  indications,
  mechanisms,
  moleculeForms,
  type MechanismRow
} from "../../src/tables/drug-records.js";
import {drugs} from "../../src/tables/drugs.js";
import {drugClasses} from "../../src/tables/drug-classes.js";
import {molecules, type MoleculeRow} from "../../src/tables/molecules.js";
import {type Issue, makeIssue} from "../../src/base/issue.js";
import type {Project} from "../../src/tables/project.js";
import {activityRow, assayRow, chemblActivity, chemblAssay, compoundOf} from "../normalise/chembl-activity.js";
import {chemblDocument, documentRow} from "../normalise/chembl-document.js";
import * as drug from "../normalise/chembl-drug.js";
import {chemblMolecule, type ChemblMolecule, drugClassRows, moleculeRow} from "../normalise/chembl-molecule.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {
  CHEMBL_API,
  type ChemblList,
  chemblStatus,
  chemblUrl,
  collectChembl,
  collectChemblByIds
} from "./chembl-list.js";
import {keyOf, mapChemblTargets, measuredSets, targetFilters, TARGETS} from "./chembl-targets.js";
import {type Fetched, type PlannedRequest, type Source, type SourceContext, tableOf, targetIdOf} from "./source.js";

const ACTIVITIES: ChemblList = {resource: "activity", key: "activities", idField: "activity_id"};
const ASSAYS: ChemblList = {resource: "assay", key: "assays", idField: "assay_chembl_id"};
const MOLECULES: ChemblList = {resource: "molecule", key: "molecules", idField: "molecule_chembl_id"};
const MECHANISMS: ChemblList = {resource: "mechanism", key: "mechanisms", idField: "mec_id"};
const INDICATIONS: ChemblList = {resource: "drug_indication", key: "drug_indications", idField: "drugind_id"};
const DOCUMENTS: ChemblList = {resource: "document", key: "documents", idField: "document_chembl_id"};
const WARNINGS: ChemblList = {resource: "drug_warning", key: "drug_warnings", idField: "warning_id"};

const ACTIVITY_FIELDS = {only: Object.keys(chemblActivity.entries).join(",")};
const MOLECULE_FIELDS = {only: Object.keys(chemblMolecule.entries).join(",")};
/** All but the abstract. */
const DOCUMENT_FIELDS = {only: Object.keys(chemblDocument.entries).join(",")};
const APPROVED = {max_phase: "4", molecule_type: "Small molecule", ...MOLECULE_FIELDS};

const activityFilters = (chemblId: string, types: readonly string[]): Record<string, string> => ({
  target_chembl_id: chemblId,
  standard_type__in: types.join(","),
  ...ACTIVITY_FIELDS
});

/** ChEMBL REST: measured values, molecules, mechanisms, indications, warnings, approved drugs. */
export const chembl: Source = {
  id: "chembl",
  name: "ChEMBL",
  url: "https://www.ebi.ac.uk/chembl/",
  licence: "CC-BY-SA-3.0",
  citation: "Zdrazil B. et al. Nucleic Acids Res. 2024, 52, D1180-D1192",
  doi: "10.1093/nar/gkad1004",
  hosts: {"www.ebi.ac.uk": {concurrency: 3, gapMs: 350, retries: 5, timeoutMs: 120_000}},
  tables: [
    activities,
    assays,
    documents,
    molecules,
    moleculeForms,
    drugs,
    mechanisms,
    indications,
    drugWarnings,
    drugClasses
  ],
  isNeeded: true,
  isOptIn: false,
  plan,
  findRelease: async (http) => {
    const {body} = await http.request({url: `${CHEMBL_API}/status.json`, expect: "json", fresh: true});
    return readEnvelope("ChEMBL status", chemblStatus, body).chembl_db_version;
  },
  fetch: fetchChembl
};

function plan(project: Project): PlannedRequest[] {
  const lists = measuredSets(project).flatMap((set) =>
    project.targets
      .filter(({symbol}) => set.targets.includes(symbol))
      .map(({symbol, chembl: chemblId, uniprot}) => ({
        what: `activities of ${symbol}`,
        url:
          chemblId === null
            ? chemblUrl(TARGETS, targetFilters(uniprot))
            : chemblUrl(ACTIVITIES, activityFilters(chemblId, set.standard_types)),
        size: "1 request and about 0.6 MB per 1,000 records; then its assays, documents and molecules, 100 ids a request"
      }))
  );
  const approved = project.compound_sets.some(({kind}) => kind === "approved")
    ? [{what: "approved drugs", url: chemblUrl(MOLECULES, APPROVED), size: "about 4 requests, 20 MB"}]
    : [];
  return [...lists, ...approved];
}

/** Collects what the parts of a fetch find wrong. */
class Findings {
  readonly issues: Issue[] = [];
  readonly warnings: string[] = [];
}

async function fetchChembl(context: SourceContext): Promise<Fetched> {
  const findings = new Findings();
  const targets = await mapChemblTargets(context);
  const measured = await fetchActivities(context, targets, findings);
  const assayItems = await collectChemblByIds(context, ASSAYS, "assay_chembl_id", measured.assayIds);
  const assayRecords = readRecords("ChEMBL assay", chemblAssay, assayItems.items);
  const documentRows = await fetchDocuments(context, measured.rows, findings);
  const mechanismRows = await fetchMechanisms(context, targets, findings);
  const projectDrugs = [...new Set(mechanismRows.map(({compound_id: compoundId}) => compoundId))].sort();
  const sets = await fetchMolecules(context, measured.compoundsOf, projectDrugs, findings);
  const parent = "parent_molecule_chembl_id";
  const indicationItems = await collectChemblByIds(context, INDICATIONS, parent, projectDrugs);
  const warningItems = await collectChemblByIds(context, WARNINGS, parent, projectDrugs);
  const indicationRecords = readRecords("ChEMBL indication", drug.chemblIndication, indicationItems.items);
  const warningRecords = readRecords("ChEMBL warning", drug.chemblWarning, warningItems.items);
  for (const {issues} of [assayRecords, indicationRecords, warningRecords]) findings.issues.push(...issues);
  for (const {warnings} of [assayItems, indicationItems, warningItems]) findings.warnings.push(...warnings);
  return {
    tables: [
      tableOf(activities, measured.rows),
      tableOf(assays, assayRecords.records.map(assayRow)),
      tableOf(documents, documentRows),
      tableOf(molecules, sets.molecules),
      tableOf(moleculeForms, measured.forms),
      tableOf(drugs, sets.drugs),
      tableOf(mechanisms, mechanismRows),
      tableOf(indications, indicationRecords.records.map(drug.indicationRow)),
      tableOf(drugWarnings, warningRecords.records.map(drug.warningRow)),
      tableOf(drugClasses, sets.classes)
    ],
    ...findings
  };
}

type Targets = Awaited<ReturnType<typeof mapChemblTargets>>;

async function fetchActivities(context: SourceContext, targets: Targets, findings: Findings) {
  const rows = new Map<number, ActivityRow>();
  const forms = new Map<string, string>();
  const compoundsOf = new Map<string, Set<string>>();
  for (const set of measuredSets(context.project))
    for (const [chemblId, target] of targets) {
      if (!set.targets.includes(target.symbol)) continue;
      const filters = activityFilters(chemblId, set.standard_types);
      const list = await collectChembl(context, ACTIVITIES, filters, `activities of ${target.symbol}`);
      const {records, issues} = readRecords("ChEMBL activity", chemblActivity, list.items);
      findings.issues.push(...issues);
      findings.warnings.push(...list.warnings);
      const compounds = compoundsOf.get(set.id) ?? new Set();
      compoundsOf.set(set.id, compounds);
      for (const record of records) {
        const compound = compoundOf(record);
        compounds.add(compound);
        if (compound !== record.molecule_chembl_id) forms.set(record.molecule_chembl_id, compound);
        if (!rows.has(record.activity_id))
          rows.set(record.activity_id, activityRow(record, targetIdOf(target), rows.size + 1));
      }
    }
  const formRows = [...forms].map(([form_id, compound_id]) => ({form_id, compound_id, source_id: "chembl"}));
  const assayIds = [...new Set([...rows.values()].map(({assay_id: assayId}) => assayId))].sort();
  return {rows: [...rows.values()], forms: formRows, compoundsOf, assayIds};
}

/** Papers, patents and data sets that the values come from. */
async function fetchDocuments(
  context: SourceContext,
  rows: readonly ActivityRow[],
  findings: Findings
): Promise<DocumentRow[]> {
  const ids = [...new Set(rows.flatMap(({document_id: documentId}) => documentId ?? []))].sort();
  const {items, warnings} = await collectChemblByIds(context, DOCUMENTS, DOCUMENTS.idField, ids, DOCUMENT_FIELDS);
  const {records, issues} = readRecords("ChEMBL document", chemblDocument, items);
  findings.issues.push(...issues);
  findings.warnings.push(...warnings);
  return records.map(documentRow);
}

async function fetchMechanisms(context: SourceContext, targets: Targets, findings: Findings): Promise<MechanismRow[]> {
  const {items, warnings} = await collectChemblByIds(context, MECHANISMS, "target_chembl_id", [...targets.keys()]);
  const {records, issues} = readRecords("ChEMBL mechanism", drug.chemblMechanism, items);
  findings.issues.push(...issues);
  findings.warnings.push(...warnings);
  return records.flatMap((record) => {
    const targetId = keyOf(targets, record.target_chembl_id);
    return targetId === undefined ? [] : [drug.mechanismRow(record, targetId)];
  });
}

async function fetchMolecules(
  context: SourceContext,
  compoundsOf: ReadonlyMap<string, ReadonlySet<string>>,
  projectDrugs: readonly string[],
  findings: Findings
) {
  const known = new Map<string, ChemblMolecule>();
  const take = (items: readonly unknown[]): ChemblMolecule[] => {
    const {records, issues} = readRecords("ChEMBL molecule", chemblMolecule, items);
    findings.issues.push(...issues);
    for (const record of records) known.set(record.molecule_chembl_id, record);
    return [...records];
  };
  const wanted = new Set([...projectDrugs, ...[...compoundsOf.values()].flatMap((ids) => [...ids])]);
  const listed = await collectChemblByIds(
    context,
    MOLECULES,
    "molecule_chembl_id",
    [...wanted].sort(),
    MOLECULE_FIELDS
  );
  take(listed.items);
  findings.warnings.push(...listed.warnings);
  const rows: MoleculeRow[] = [];
  const add = (setId: string, molecule: ChemblMolecule | undefined): void => {
    if (!molecule) return;
    const row = moleculeRow(molecule, setId, rows.length + 1);
    if (row) rows.push(row);
    else findings.issues.push(makeIssue("ChEMBL molecule", null, molecule.molecule_chembl_id, "has no structure"));
  };
  for (const [setId, ids] of compoundsOf) for (const compoundId of [...ids].sort()) add(setId, known.get(compoundId));
  const drugIds = new Set(projectDrugs);
  for (const set of context.project.compound_sets.filter(({kind}) => kind === "approved")) {
    const approved = await collectChembl(context, MOLECULES, APPROVED, "approved drugs");
    findings.warnings.push(...approved.warnings);
    for (const molecule of take(approved.items)) {
      add(set.id, molecule);
      drugIds.add(molecule.molecule_chembl_id);
    }
  }
  const isProjectDrug = new Set(projectDrugs);
  const drugRows = [...drugIds].sort().flatMap((compoundId, i) => {
    const molecule = known.get(compoundId);
    return molecule ? [drug.drugRow(molecule, isProjectDrug.has(compoundId), i + 1)] : [];
  });
  const classes = [...drugIds].sort().flatMap((compoundId) => drugClassRows(known.get(compoundId)));
  return {molecules: rows, drugs: drugRows, classes};
}
