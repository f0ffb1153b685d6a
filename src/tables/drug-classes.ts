import {defineTable, required, type Row} from "./table.js";

/** WHO classes of drugs; a drug used in several ways has several. */
export const drugClasses = defineTable("drug_classes", "One row per drug and ATC code.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id."),
  atc_code: required("VARCHAR", "ATC code", "Anatomical Therapeutic Chemical code of seven characters, e.g. L01EC01."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type DrugClassRow = Row<typeof drugClasses>;

/**
 * Names of the ATC main groups by their letter.
 * @see WHO Collaborating Centre for Drug Statistics Methodology, https://atcddd.fhi.no/atc_ddd_index/
 */
export const ATC_MAIN_GROUPS: Readonly<Record<string, string>> = {
  A: "alimentary tract and metabolism",
  B: "blood and blood-forming organs",
  C: "cardiovascular system",
  D: "dermatologicals",
  G: "genito-urinary system and sex hormones",
  H: "systemic hormones",
  J: "anti-infectives for systemic use",
  L: "antineoplastic and immunomodulating agents",
  M: "musculo-skeletal system",
  N: "nervous system",
  P: "antiparasitics, insecticides and repellents",
  R: "respiratory system",
  S: "sensory organs",
  V: "various"
};
