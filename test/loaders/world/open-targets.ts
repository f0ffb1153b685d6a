import type {Asked} from "../http/test-server.js";

const symbols = ["BRAF", "MAP2K1", "NRAS", "CDKN2A", "KIT"];
const ids = ["ENSG00000157764", "ENSG00000169032", "ENSG00000213281", "ENSG00000147889", "ENSG00000157404"];

/** Our own small records in the platform's schema. */
const association = (i: number) => ({
  score: 0.9 - i / 10,
  datasourceScores: [{id: "europepmc", score: 0.5}, ...(i === 0 ? [{id: "clinical_precedence", score: 0.99}] : [])],
  target: {
    id: ids[i],
    approvedSymbol: symbols[i],
    approvedName: `gene ${String(symbols[i])}`,
    prioritisation: {items: i === 3 ? [] : [{key: "geneticConstraint", value: "-0.25"}]}
  }
});

const target = (i: number) => ({
  id: ids[i],
  proteinIds: [{id: `P0000${String(i)}`, source: "uniprot_swissprot"}],
  tractability: [
    {label: "Approved Drug", modality: "SM", value: i === 0},
    {label: "Approved Drug", modality: "AB", value: false}
  ],
  targetClass:
    i === 0
      ? [
          {label: "Enzyme", level: "l1"},
          {label: "Kinase", level: "l2"}
        ]
      : [],
  subcellularLocations: [{location: "Cytosol"}, {location: "Cytosol"}]
});

const card = (id: string) => ({
  id,
  safetyLiabilities: [
    {
      event: "heart disease",
      eventId: "EFO_0003777",
      datasource: "Lynch et al. (2017)",
      literature: "28216264",
      url: null,
      effects: [{direction: "inhibition", dosing: "general"}],
      biosamples: [{tissueLabel: "heart", cellLabel: null}]
    }
  ],
  geneticConstraint: [{constraintType: "lof", exp: 40.1, obs: 4, oe: 0.1, oeLower: 0.05, oeUpper: 0.23, upperBin6: 0}],
  drugAndClinicalCandidates: {
    count: 1,
    rows: [
      {
        id: "x",
        maxClinicalStage: "APPROVAL",
        drug: {id: "CHEMBL1229517", name: "VEMURAFENIB", drugType: "Small molecule"},
        diseases: [
          {diseaseFromSource: "Melanoma", disease: {id: "MONDO_0005105", name: "melanoma"}},
          {diseaseFromSource: "melanoma", disease: {id: "MONDO_0005105", name: "melanoma"}}
        ],
        clinicalReports: [
          {id: "NCT01006980", source: "ClinicalTrials.gov", trialOverallStatus: "Completed", trialWhyStopped: null},
          {id: "label", source: "DailyMed", trialOverallStatus: null, trialWhyStopped: "slow accrual"}
        ]
      }
    ]
  }
});

interface Query {
  readonly query: string;
  readonly variables: {readonly id?: string; readonly ids?: string[]; readonly index?: number; readonly size?: number};
}

/** Answers as the platform does: unknown ids are null with status 200 and no errors. */
export function answerOpenTargets({body}: Asked, pageSize: number): unknown {
  const {query, variables} = JSON.parse(body) as Query;
  if (query.includes("meta {")) return {data: {meta: {dataVersion: {year: "26", month: "06", iteration: null}}}};
  if (query.includes("search("))
    return {data: {search: {total: 1, hits: [{id: "MONDO_0005105", entity: "disease", name: "Melanoma"}]}}};
  if (query.includes("targets(")) {
    const wanted = ids.map((id, i) => [id, i] as const).filter(([id]) => variables.ids?.includes(id));
    return {data: {targets: wanted.reverse().map(([, i]) => target(i))}};
  }
  if (query.includes("target(")) return {data: {target: ids.includes(variables.id ?? "") ? card(variables.id!) : null}};
  if (variables.id !== "MONDO_0005105") return {data: {disease: null}};
  const size = Math.min(pageSize, variables.size ?? pageSize);
  const start = (variables.index ?? 0) * (variables.size ?? 0);
  const rows = symbols.map((_, i) => association(i)).slice(start, start + Math.max(size, symbols.length));
  return {data: {disease: {id: variables.id, name: "melanoma", associatedTargets: {count: symbols.length, rows}}}};
}
