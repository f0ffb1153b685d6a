import type {Asked} from "../http/test-server.js";

type Item = Readonly<Record<string, unknown>>;

const SMILES = ["CCO", "c1ccccc1O", "CC(=O)Oc1ccccc1C(=O)O", "CN1CCC[C@H]1c1cccnc1", "O=C(O)c1ccccc1"];

const activity = (i: number, target: string): Item => ({
  activity_id: 1000 + i,
  assay_chembl_id: `CHEMBL8${String(i % 3)}`,
  assay_type: "B",
  bao_format: "BAO_0000357",
  document_chembl_id: `CHEMBL99${String(i % 2)}`,
  document_year: 2020,
  molecule_chembl_id: i === 1 ? "CHEMBL777" : `CHEMBL${String(i % 5)}01`,
  parent_molecule_chembl_id: `CHEMBL${String(i % 5)}01`,
  target_chembl_id: target,
  target_organism: "Homo sapiens",
  standard_type: "IC50",
  standard_relation: i % 4 === 0 ? ">" : "=",
  standard_value: i % 4 === 0 ? "10000.0" : "2500.0",
  standard_units: "nM",
  pchembl_value: i % 4 === 0 ? null : "5.60",
  activity_comment: null,
  data_validity_comment: null,
  potential_duplicate: 0,
  type: "IC50",
  units: "uM",
  value: "2.5"
});

const molecule = (i: number): Item => ({
  molecule_chembl_id: `CHEMBL${String(i)}01`,
  pref_name: i < 2 ? `DRUG ${String(i)}` : null,
  molecule_type: "Small molecule",
  max_phase: i < 2 ? "4.0" : null,
  first_approval: i === 0 ? 2011 : null,
  atc_classifications: i === 0 ? ["L01EC01", "D11AX01"] : [],
  molecule_structures: i === 4 ? null : {canonical_smiles: SMILES[i], molfile: "\n"},
  molecule_hierarchy: {parent_chembl_id: `CHEMBL${String(i)}01`}
});

const forms = {molecule_chembl_id: "CHEMBL777", parent_molecule_chembl_id: "CHEMBL101"};

/** Our own small records in ChEMBL's schema, by resource. */
export const chemblRecords: Readonly<Record<string, {readonly key: string; readonly items: readonly Item[]}>> = {
  activity: {
    key: "activities",
    items: [
      ...Array.from({length: 12}, (_, i) => activity(i, "CHEMBL5145")),
      ...Array.from({length: 5}, (_, i) => activity(100 + i, "CHEMBL3587"))
    ]
  },
  document: {
    key: "documents",
    items: [
      {
        ...{document_chembl_id: "CHEMBL990", doc_type: "PUBLICATION", title: "Inhibitors of a kinase"},
        ...{authors: "Doe J, Roe R.", journal: "J Med Chem", year: 2020, volume: "63", first_page: "1"},
        ...{doi: "10.1000/xyz123", pubmed_id: 12345678, patent_id: null, abstract: "not stored"}
      },
      {
        ...{document_chembl_id: "CHEMBL991", doc_type: "PATENT", title: "Compounds", authors: null, journal: null},
        ...{year: 2020, volume: null, first_page: null, doi: null, pubmed_id: null, patent_id: "US-1234567-B2"}
      }
    ]
  },
  assay: {
    key: "assays",
    items: [0, 1, 2].map((i) => ({
      assay_chembl_id: `CHEMBL8${String(i)}`,
      target_chembl_id: "CHEMBL5145",
      assay_type: "B",
      bao_format: "BAO_0000357",
      confidence_score: 9,
      relationship_type: "D",
      assay_organism: "Homo sapiens"
    }))
  },
  molecule: {key: "molecules", items: [0, 1, 2, 3, 4].map(molecule)},
  mechanism: {
    key: "mechanisms",
    items: [
      {
        ...forms,
        mec_id: 7,
        target_chembl_id: "CHEMBL5145",
        mechanism_of_action: "B-raf inhibitor",
        action_type: "INHIBITOR",
        max_phase: 4
      }
    ]
  },
  drug_indication: {
    key: "drug_indications",
    items: [
      {
        ...forms,
        drugind_id: 8,
        efo_id: "EFO:0000756",
        efo_term: "melanoma",
        mesh_id: "D008545",
        mesh_heading: "Melanoma",
        max_phase_for_ind: "4.0",
        indication_refs: [{ref_id: "NCT01006980", ref_type: "ClinicalTrials", ref_url: ""}]
      }
    ]
  },
  drug_warning: {
    key: "drug_warnings",
    items: [{...forms, warning_id: 9, warning_type: "Black Box Warning", warning_class: "Carcinogenicity"}]
  },
  target: {
    key: "targets",
    items: [
      {target_chembl_id: "CHEMBL3587", target_type: "SINGLE PROTEIN"},
      {target_chembl_id: "CHEMBL3587", target_type: "SINGLE PROTEIN"}
    ]
  }
};

/** Records that pass the filters we use. */
function matches(item: Item, parameters: URLSearchParams): boolean {
  return [...parameters].every(([name, value]) => {
    const field = name.replace(/__in$/, "");
    if (name.includes("__") && !name.endsWith("__in")) return true;
    if (!(field in item) || field === "molecule_type" || field === "target_type") return true;
    const values = name.endsWith("__in") ? value.split(",") : [value];
    return values.some((one) => String(item[field]) === one || Number(item[field]) === Number(one));
  });
}

/** Answers as the ChEMBL server does: clamps pages, gives a relative `next`, counts. */
export function answerChembl({url}: Asked, pageSize: number): unknown {
  const resource = /\/data\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? "";
  if (resource === "status") return {chembl_db_version: "ChEMBL_37", status: "UP", disinct_compounds: 2921148};
  const list = chemblRecords[resource];
  if (!list) return null;
  const found = list.items.filter((item) => matches(item, url.searchParams));
  const offset = Number(url.searchParams.get("offset"));
  const limit = Math.min(pageSize, Number(url.searchParams.get("limit")));
  const isLast = offset + limit >= found.length;
  const next = `/chembl/api/data/${resource}.json?limit=${String(limit)}&offset=${String(offset + limit)}`;
  return {
    [list.key]: found.slice(offset, offset + limit),
    page_meta: {limit, next: isLast ? null : next, offset, previous: null, total_count: found.length}
  };
}
