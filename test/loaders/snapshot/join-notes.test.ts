import {describe, expect, it} from "vitest";
import {joinDocuments, joinNames, mergeDrugs, notedDocuments} from "../../../loaders/snapshot/join-notes.js";
import {normaliseActivity} from "../../../loaders/normalise/activity-export.js";
import {normaliseWebExport} from "../../../loaders/normalise/web-export.js";

const activity = (value: string, assay = "A1") =>
  normaliseActivity(
    {
      molecule_chembl_id: "M1",
      standard_type: "IC50",
      standard_value: value,
      standard_units: "nM",
      standard_relation: "=",
      assay_chembl_id: assay
    },
    {targetId: "T", sourceId: "s", line: 1}
  ).activity;
const note = (value: string, duplicate: string) =>
  normaliseWebExport({
    "Molecule ChEMBL ID": "M1",
    "Molecule Name": "NAME",
    "Molecule Max Phase": "2.0",
    "Assay ChEMBL ID": "A1",
    "Document ChEMBL ID": "D1",
    "Standard Type": "IC50",
    "Standard Relation": "'='",
    "Standard Value": value,
    "Standard Units": "nM",
    "Potential Duplicate": duplicate
  });
const drug = (isProjectDrug: boolean, name: string) => ({
  compound_id: "M1",
  name,
  molecule_type: isProjectDrug ? null : "Small molecule",
  max_phase: 4,
  first_approval: isProjectDrug ? null : 2012,
  is_project_drug: isProjectDrug,
  source_id: "s",
  source_row: 1
});

describe("joinDocuments(activities, notes)", () => {
  it("adds the document of the assay, and the mark of the record", () => {
    const [row] = joinDocuments([activity("5")], [note("5.0", "1")]);
    expect([row?.document_id, row?.is_duplicate]).toEqual(["D1", true]);
  });

  it("leaves the mark open where a record is there twice", () => {
    const rows = joinDocuments([activity("5"), activity("5")], [note("5", "1")]);
    expect(rows.map((row) => row.is_duplicate)).toEqual([null, null]);
  });

  it("leaves the mark open where the export has the record twice", () => {
    expect(joinDocuments([activity("5")], [note("5", "0"), note("5", "1")])[0]?.is_duplicate).toBeNull();
  });

  it("leaves the document open for an assay that the export does not have", () => {
    expect(joinDocuments([activity("5", "A2")], [note("5", "0")])[0]?.document_id).toBeNull();
  });
});

describe("joinNames(molecules, drugs, notes)", () => {
  const molecule = {
    compound_id: "M1",
    set_id: "set",
    smiles: "C",
    name: null,
    molecule_type: null,
    max_phase: null,
    first_approval: null,
    source_id: "s",
    source_row: 1
  };

  it("takes the drug list before the export", () => {
    const [row] = joinNames([molecule], [drug(false, "DRUG")], [note("5", "0")]);
    expect(row).toMatchObject({name: "DRUG", max_phase: 4, first_approval: 2012});
  });

  it("takes the export where no list knows the molecule", () => {
    expect(joinNames([molecule], [], [note("5", "0")])[0]).toMatchObject({name: "NAME", max_phase: 2});
  });

  it("leaves an unknown molecule without a name", () => {
    expect(joinNames([molecule], [], [])[0]?.name).toBeNull();
  });
});

describe("mergeDrugs(drugs)", () => {
  it("gives one row per compound, the project's list first, gaps filled", () => {
    const expected = {name: "P", is_project_drug: true, first_approval: 2012, molecule_type: "Small molecule"};
    expect(mergeDrugs([drug(true, "P"), drug(false, "A")])).toMatchObject([expected]);
    expect(mergeDrugs([drug(false, "A"), drug(true, "P")])).toMatchObject([expected]);
  });
});

describe("notedDocuments(activities, notes, sourceId)", () => {
  it("gives each document that an activity names once, with what the notes know of it", () => {
    const patent = normaliseWebExport({
      "Document ChEMBL ID": "D1",
      "Document Year": "2015",
      "Source Description": "BindingDB Patent Bioactivity Data"
    });
    const other = normaliseWebExport({"Document ChEMBL ID": "D2", "Source Description": "Scientific Literature"});
    expect(notedDocuments([{document_id: "D1"}, {document_id: null}], [patent, patent, other], "s")).toEqual([
      {
        ...{document_id: "D1", document_type: "PATENT", title: null, authors: null, journal: null, year: 2015},
        ...{volume: null, first_page: null, doi: null, pubmed_id: null, patent_id: null, source_id: "s"}
      }
    ]);
  });

  it("of no note gives nothing", () => {
    expect(notedDocuments([{document_id: "D1"}], [], "s")).toEqual([]);
  });
});
