import type {Asked} from "../http/test-server.js";

const TRIALS = Array.from({length: 9}, (_, i) => ({
  protocolSection: {
    identificationModule: {nctId: `NCT0000000${String(i)}`, briefTitle: `Trial ${String(i)} \\[x\\]`},
    statusModule: {
      overallStatus: i % 3 === 0 ? "TERMINATED" : "COMPLETED",
      ...(i % 3 === 0 ? {whyStopped: "Slow accrual"} : {}),
      ...(i === 8 ? {} : {startDateStruct: {date: i % 2 === 0 ? "2016-07" : "2018-08-20"}})
    },
    sponsorCollaboratorsModule: {leadSponsor: {name: "Sponsor", class: "INDUSTRY"}},
    conditionsModule: {conditions: ["Melanoma"]},
    ...(i === 7
      ? {}
      : {
          designModule: {
            studyType: "INTERVENTIONAL",
            phases: ["PHASE1", "PHASE2"],
            enrollmentInfo: {count: i === 6 ? 99999999 : 40}
          }
        }),
    armsInterventionsModule: {interventions: [{name: "Vemurafenib", type: "DRUG"}]}
  }
}));

/** ClinicalTrials.gov: the count on the first page only, the token absent on the last. */
export function answerTrials({url}: Asked, pageSize: number): unknown {
  if (url.pathname.endsWith("/version")) return {apiVersion: "2.0.5", dataTimestamp: "2026-01-01T09:00:05"};
  const token = url.searchParams.get("pageToken");
  const start = Number(token ?? 0);
  const end = start + Math.min(pageSize, Number(url.searchParams.get("pageSize")));
  return {
    studies: TRIALS.slice(start, end),
    ...(token === null ? {totalCount: TRIALS.length} : {}),
    ...(end < TRIALS.length ? {nextPageToken: String(end)} : {})
  };
}

/** UniProt: fields that do not apply are absent. */
export function answerUniprot({url}: Asked): unknown {
  const accession = /uniprotkb\/(\w+)\.json/.exec(url.pathname)?.[1];
  return {
    entryType: "UniProtKB reviewed (Swiss-Prot)",
    primaryAccession: accession,
    uniProtkbId: `${String(accession)}_HUMAN`,
    proteinDescription: {recommendedName: {fullName: {value: "A kinase"}}},
    genes: [{geneName: {value: "GENE"}}],
    organism: {scientificName: "Homo sapiens", taxonId: 9606},
    sequence: {length: 766},
    comments: [{commentType: "FUNCTION", texts: [{value: "Transduces signals."}]}],
    features: [
      {type: "Domain", description: "Protein kinase", location: {start: {value: 457}, end: {value: 717}}},
      {type: "Helix", location: {start: {value: 1}, end: {value: 9}}}
    ],
    uniProtKBCrossReferences: [
      {database: "Ensembl", id: "ENST1", properties: [{key: "GeneId", value: "ENSG00000157764.14"}]},
      {database: "ChEMBL", id: "CHEMBL5145", properties: []}
    ]
  };
}

const atom = (serial: number, name: string, x: number): string =>
  `ATOM  ${String(serial).padStart(5)}  ${name.padEnd(3)} ALA A   1    ${x.toFixed(3).padStart(8)}   2.000   3.000  1.00 90.00           ${name[0] ?? "C"}`;
const PDB_FILE = [
  "HEADER    TRANSFERASE                             01-JAN-04   1UWH",
  "TITLE     THE KINASE",
  "EXPDTA    X-RAY DIFFRACTION",
  "REMARK   2 RESOLUTION.    2.95 ANGSTROMS.",
  ...["N", "CA", "C"].map((name, i) => atom(i + 1, name, i)),
  "HETATM    4  C1  BAX A   2       9.000   2.000   3.000  1.00 30.00           C",
  "END"
].join("\n");

/** RCSB: no hits are 204 with an empty body; unknown entries are null. */
export function answerRcsb({path, body}: Asked): unknown {
  if (path.includes("/download/")) return {body: `${PDB_FILE}\n`};
  if (path.includes("/rcsbsearch/"))
    return body.includes("P15056")
      ? {query_id: "q", result_type: "entry", total_count: 2, result_set: [{identifier: "1UWH"}, {identifier: "2L05"}]}
      : {status: 204, body: ""};
  const entries = [
    {
      rcsb_id: "1UWH",
      struct: {title: "The kinase"},
      exptl: [{method: "X-RAY DIFFRACTION"}],
      rcsb_entry_info: {resolution_combined: [2.95]},
      rcsb_accession_info: {initial_release_date: "2004-03-04T00:00:00Z"},
      rcsb_primary_citation: {pdbx_database_id_PubMed: 15035987, pdbx_database_id_DOI: "10.1016/S0092"},
      nonpolymer_entities: [
        {rcsb_nonpolymer_entity_container_identifiers: {nonpolymer_comp_id: "BAX"}},
        {rcsb_nonpolymer_entity_container_identifiers: {nonpolymer_comp_id: "SO4"}}
      ]
    },
    {rcsb_id: "2L05", exptl: [{method: "SOLUTION NMR"}], nonpolymer_entities: null, rcsb_entry_info: {}},
    null
  ];
  return {data: {entries}};
}

/** AlphaFold DB: isoforms first, new and old field names. */
export function answerAlphafold({path}: Asked): unknown {
  if (path.endsWith(".pdb")) return {body: `${PDB_FILE}\n`};
  const accession = /prediction\/(\w+)$/.exec(path)?.[1] ?? "";
  if (accession === "Q02750") return {status: 404, body: "{}"};
  const model = (entry: string) => ({
    entryId: entry,
    uniprotAccession: accession,
    latestVersion: 6,
    uniprotStart: 1,
    uniprotEnd: 766,
    globalMetricValue: 72.4,
    pdbUrl: `https://alphafold.ebi.ac.uk/files/${entry}-model_v6.pdb`
  });
  return [model(`AF-${accession}-2-F1`), model(`AF-${accession}-F1`)];
}
