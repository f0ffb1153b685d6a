import {targetModel, type TargetModel} from "../../src/components/target-model.js";
import type {TargetBoard} from "../../src/tables/target-board.js";
import type {TargetVocabulary} from "../../src/tables/target-vocabulary.js";

const vocabulary: TargetVocabulary = {
  citation: {doi: "10.1/x", text: "Someone 2025"},
  datatypes: [
    {id: "genetic", label: "Genetic"},
    {id: "literature", label: "Literature"}
  ],
  datasources: [
    {id: "gwas", label: "GWAS", datatype: "genetic", weight: 1},
    {id: "papers", label: "Papers", datatype: "literature", weight: 0.2}
  ],
  factors: [
    {id: "maxClinicalStage", label: "Clinic", group: "Precedence", lowest: 0, highest: 1, rule: "stage"},
    {id: "hasPocket", label: "Pocket", group: "Tractability", lowest: 0, highest: 1, rule: "1 when there is one"},
    {id: "hasSafetyEvent", label: "Safety", group: "Safety", lowest: -1, highest: -1, rule: "-1 when known"}
  ]
};

/** Three targets; the second has a number for a symbol, the third shares the first's and has no evidence. */
export const smallBoard: TargetBoard = {
  targets: {
    target_id: ["AAA", "7157", "AAA (2)"],
    symbol: ["AAA", "7157", "AAA"],
    approved_name: ["=HYPERLINK(1)", null, null],
    uniprot_accession: [null, null, null],
    chembl_target_id: [null, null, null],
    platform_score: [0.5, 0.3, null],
    in_project: [true, false, false],
    source_id: ["s", "s", "s"],
    source_row: [1, 2, 3]
  },
  scores: {gwas: [0.9, 0.2, null], papers: [null, 0.8, null]},
  factors: {maxClinicalStage: [1, 0.2, null], hasPocket: [0, 1, null], hasSafetyEvent: [null, -1, null]},
  facts: {n_compounds: [12, null, null]},
  classes: {"tractability SM": {"Approved Drug": [0]}}
};

export const smallModel: TargetModel = targetModel(smallBoard, vocabulary);

/** A board with no target. */
export const emptyModel: TargetModel = targetModel(
  {
    targets: {
      ...{target_id: [], symbol: [], approved_name: [], uniprot_accession: [], chembl_target_id: []},
      ...{platform_score: [], in_project: [], source_id: [], source_row: []}
    },
    ...{scores: {}, factors: {}, facts: {}, classes: {}}
  },
  vocabulary
);
