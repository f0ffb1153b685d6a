import type {IssueRow} from "../../src/tables/issues.js";
import {targetFactors, targets} from "../../src/tables/targets.js";
import type {TargetEvidenceRow, TargetFactorRow, TargetRow} from "../../src/tables/targets.js";

/** One record of the platform's web export of associated targets: column name → text (TSV) or value (JSON). */
export type AssociationRecord = Readonly<Record<string, unknown>>;

/** The rows of one record; `issues` says what was refused or read in another way than it is written. */
export interface AssociationRows {
  readonly target: TargetRow | null;
  readonly evidence: readonly TargetEvidenceRow[];
  readonly factors: readonly TargetFactorRow[];
  readonly issues: readonly IssueRow[];
}

/** What the export writes where there is no value: not assessed, which is not zero. */
const MISSING = "No data";

/** Columns of scores in the export → data source ids of the platform, over all releases since 25.06. */
const DATASOURCES: Readonly<Record<string, string>> = {
  clinicalPrecedence: "clinical_precedence",
  chembl: "chembl",
  gwasCredibleSets: "gwas_credible_sets",
  geneBurden: "gene_burden",
  eva: "eva",
  genomicsEngland: "genomics_england",
  gene2Phenotype: "gene2phenotype",
  uniprotLiterature: "uniprot_literature",
  uniprotVariants: "uniprot_variants",
  orphanet: "orphanet",
  clingen: "clingen",
  cancerGeneCensus: "cancer_gene_census",
  intogen: "intogen",
  evaSomatic: "eva_somatic",
  cancerBiomarkers: "cancer_biomarkers",
  crisprScreen: "crispr_screen",
  crispr: "crispr",
  slapenrich: "slapenrich",
  progeny: "progeny",
  reactome: "reactome",
  sysbio: "sysbio",
  europepmc: "europepmc",
  expressionAtlas: "expression_atlas",
  impc: "impc"
};

/** Columns of factors in the export → keys of the platform's interface. */
const FACTORS: Readonly<Record<string, string>> = {
  maxClinicalStage: "maxClinicalStage",
  maxClinicalTrialPhase: "maxClinicalTrialPhase",
  isInMembrane: "isInMembrane",
  isSecreted: "isSecreted",
  hasLigand: "hasLigand",
  hasSmallMoleculeBinder: "hasSmallMoleculeBinder",
  hasPocket: "hasPocket",
  mouseOrthologMaxIdentityPercentage: "mouseOrthologMaxIdentityPercentage",
  hasHighQualityChemicalProbes: "hasHighQualityChemicalProbes",
  hasTEP: "hasTEP",
  geneticConstraint: "geneticConstraint",
  mouseKoScore: "mouseKOScore",
  mouseKOScore: "mouseKOScore",
  geneEssentiality: "geneEssentiality",
  hasSafetyEvent: "hasSafetyEvent",
  isCancerDriverGene: "isCancerDriverGene",
  paralogMaxIdentityPercentage: "paralogMaxIdentityPercentage",
  tissueSpecificity: "tissueSpecificity",
  tissueDistribution: "tissueDistribution",
  celltypeSpecificity: "celltypeSpecificity",
  celltypeDistribution: "celltypeDistribution"
};

/** Some releases write −1 as an unsigned byte. */
const WRAPPED_MINUS_ONE = 255;

/**
 * Turns one record of the export into rows. A value that is missing gives no row; a factor written 255 is −1.
 *
 * @param line 1-based data row of the record
 * @param targetId key of the target; the symbol, unless another target of the export has it already
 */
export function normaliseAssociation(
  record: AssociationRecord,
  line: number,
  sourceId: string,
  targetId = symbolOf(record)
): AssociationRows {
  const issues: IssueRow[] = [];
  const refuse = (tableName: string, input: string, reason: string): void => {
    issues.push({table_name: tableName, source: sourceId, line, input, reason});
  };
  const symbol = symbolOf(record);
  const score = readNumber(record["globalScore"]);
  if (symbol === "" || score === null || !(score >= 0 && score <= 1)) {
    refuse(targets.name, `${symbol} ${String(record["globalScore"])}`, "needs a symbol and a score between 0 and 1");
    return {target: null, evidence: [], factors: [], issues};
  }
  const inRange = (table: string, low: number) => (name: string, value: number) => {
    const valid = value >= low && value <= 1;
    if (!valid) refuse(table, `${symbol} ${name} ${String(value)}`, `must lie between ${String(low)} and 1`);
    return valid;
  };
  const evidence = valuesOf(record, DATASOURCES).filter(([name, value]) => inRange("target_evidence", 0)(name, value));
  const factors = valuesOf(record, FACTORS)
    .map(([name, value]) => [name, value === WRAPPED_MINUS_ONE ? -1 : value] as const)
    .filter(([name, value]) => inRange(targetFactors.name, -1)(name, value));
  return {
    target: {...makeTarget(symbol, score, line, sourceId), target_id: targetId},
    evidence: evidence.map(([name, value]) => ({target_id: targetId, datasource_id: name, score: value})),
    factors: factors.map(([name, value]) => ({target_id: targetId, factor_id: name, value})),
    issues
  };
}

/** The symbol of a record, as text even where it looks like a number; empty when there is none. */
export const symbolOf = (record: AssociationRecord): string => String(record["symbol"] ?? "").trim();

/** Columns of the export that are neither identifiers nor known scores or factors. */
export function unknownColumns(record: AssociationRecord): string[] {
  return Object.keys(record).filter(
    (name) => name !== "symbol" && name !== "globalScore" && !(name in DATASOURCES) && !(name in FACTORS)
  );
}

/** The columns of a record in which −1 is written as 255. */
export function wrappedColumns(record: AssociationRecord): string[] {
  return Object.keys(record).filter((name) => name in FACTORS && readNumber(record[name]) === WRAPPED_MINUS_ONE);
}

function makeTarget(symbol: string, score: number, line: number, sourceId: string): TargetRow {
  return {
    target_id: symbol,
    symbol,
    approved_name: null,
    uniprot_accession: null,
    chembl_target_id: null,
    platform_score: score,
    in_project: false,
    source_id: sourceId,
    source_row: line
  };
}

function valuesOf(record: AssociationRecord, names: Readonly<Record<string, string>>): [string, number][] {
  return Object.entries(names).flatMap(([column, name]): [string, number][] => {
    const value = readNumber(record[column]);
    return value === null ? [] : [[name, value]];
  });
}

function readNumber(value: unknown): number | null {
  if (value === undefined || value === null || value === "" || value === MISSING) return null;
  return Number(value);
}
