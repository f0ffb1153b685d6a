import type {Project} from "../../../src/tables/project.js";

/** A small project that is not the demonstration: another disease, other targets. */
export const smallProject: Project = {
  version: 1,
  id: "melanoma-braf",
  title: "BRAF in melanoma",
  question: "Which inhibitors of BRAF deserve a look?",
  disease: {id: "MONDO_0005105", name: "melanoma"},
  targets: [
    {symbol: "BRAF", name: "B-Raf", uniprot: "P15056", chembl: "CHEMBL5145", ensembl: "ENSG00000157764"},
    {symbol: "MAP2K1", name: "MEK1", uniprot: "Q02750", chembl: null, ensembl: null}
  ],
  compound_sets: [
    {id: "measured", title: "Measured", kind: "measured", targets: ["BRAF", "MAP2K1"], standard_types: ["IC50"]},
    {id: "approved", title: "Approved", kind: "approved"}
  ],
  structures: [{id: "1UWH", target: "BRAF"}],
  literature: [
    {id: "disease", title: "Melanoma", query: '"melanoma"', target: null, disease: true},
    {id: "braf-disease", title: "BRAF in melanoma", query: 'BRAF AND "melanoma"', target: "BRAF", disease: true}
  ],
  trials: [{id: "all", title: "All", condition: "melanoma", intervention: null}]
};
