import {absorptionColumns} from "./absorption-columns.js";
import {alertColumns} from "./alert-columns.js";
import {descriptorColumns} from "./descriptor-columns.js";
import {defineTable, optional, required, type Row} from "./table.js";

/** Number of limits broken in each property rule set; 0 passes. Limits and citations: data/curated/property-rules. */
export const ruleColumns = {
  lipinski_violations: required("UTINYINT", "Lipinski", "Limits of the rule of five broken, 0-4 (one is allowed)."),
  veber_violations: required("UTINYINT", "Veber", "Limits of Veber's rule broken, 0-2."),
  egan_violations: required("UTINYINT", "Egan", "Limits of Egan's egg broken, 0-2."),
  ghose_violations: required("UTINYINT", "Ghose", "Limits of Ghose's filter broken, 0-4."),
  muegge_violations: required("UTINYINT", "Muegge", "Limits of Muegge's filter broken, 0-9."),
  lead_like_violations: required("UTINYINT", "Lead-like", "Limits of lead-likeness broken, 0-3."),
  rule_of_three_violations: required("UTINYINT", "Rule of three", "Limits of the fragment rule of three broken, 0-6.")
} as const;
export type RuleColumn = keyof typeof ruleColumns;

/** Screened compounds: the same row for the project's sets and for a file dropped on the page. */
export const compounds = defineTable("compounds", "One row per compound that passed the screening pipeline.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id, the id given in the input, or '<set>:<line>'."),
  set_id: required("VARCHAR", "Set", "Compound set it belongs to, as named in the project file, or 'dropped'."),
  line: required("INTEGER", "Line", "1-based line or record in the input."),
  name: optional("VARCHAR", "Name", "Name given in the input or by the source."),
  input_smiles: required("VARCHAR", "Input", "Structure as it was given."),
  smiles: required("VARCHAR", "SMILES", "Canonical SMILES of the standardised parent (RDKit)."),
  inchikey: required(
    "VARCHAR",
    "InChIKey",
    "Standard InChIKey of the standardised parent; empty when InChI has no answer."
  ),
  changes: optional("VARCHAR", "Changes", "What standardisation did, comma-separated; missing when it did nothing."),
  first_approval: optional("INTEGER", "First approval", "Year of first approval where the source gives one."),
  ...descriptorColumns,
  qed: required("DOUBLE", "QED", "Quantitative estimate of drug-likeness, 0-1 (Bickerton 2012)."),
  sa_score: required(
    "DOUBLE",
    "SA score",
    "Synthetic accessibility, 1 (easy) to 10 (hard), as RDKit's contributed script has it (Ertl & Schuffenhauer 2009)."
  ),
  ...absorptionColumns,
  ...ruleColumns,
  ...alertColumns,
  source_id: required("VARCHAR", "Source", "Key into sources; 'dropped' for a file opened in the page."),
  source_row: optional("INTEGER", "Source row", "1-based data row in the source file, to trace the line.")
});
export type CompoundRow = Row<typeof compounds>;
