import {optional, required} from "./table.js";

const set = (label: string, words: string) =>
  required("UTINYINT", label, `Structural alerts of ${words} that occur in it; 0 is none found, no proof of safety.`);

/** Structural alerts of a compound, by the set that lists them. Definitions and citations: data/curated/alerts. */
export const alertColumns = {
  n_alerts: required(
    "UTINYINT",
    "Alerts",
    "Structural alerts that occur in it, over all sets; a pattern that several sets list is counted once."
  ),
  pains_alerts: set("PAINS", "the PAINS sets A, B and C (Baell & Holloway 2010)"),
  brenk_alerts: set("Brenk", "the Brenk set (2008)"),
  nih_alerts: set("NIH", "the NIH set (Jadhav 2009, Doveston 2014)"),
  zinc_alerts: set("ZINC", "ZINC's drug-like filters"),
  glaxo_alerts: set("Glaxo", "ChEMBL's Glaxo set"),
  bms_alerts: set("BMS", "ChEMBL's BMS set"),
  dundee_alerts: set("Dundee", "ChEMBL's Dundee set"),
  inpharmatica_alerts: set("Inpharmatica", "ChEMBL's Inpharmatica set"),
  lint_alerts: set("LINT", "ChEMBL's Pfizer LINT set"),
  mlsmr_alerts: set("MLSMR", "ChEMBL's MLSMR set"),
  surechembl_alerts: set("SureChEMBL", "ChEMBL's SureChEMBL set"),
  alerts: optional(
    "VARCHAR",
    "Which alerts",
    "Alerts that occur in it as set:place, places counted from 0 in data/curated/alerts; missing when there is none."
  )
} as const;

/** A column that counts the alerts of one set or of several that belong together. */
export type AlertColumn = Exclude<keyof typeof alertColumns, "n_alerts" | "alerts">;

/** The column that counts each set of alerts, by the set's id. */
export const ALERT_COLUMN_OF_SET: Readonly<Record<string, AlertColumn>> = {
  pains_a: "pains_alerts",
  pains_b: "pains_alerts",
  pains_c: "pains_alerts",
  brenk: "brenk_alerts",
  nih: "nih_alerts",
  zinc: "zinc_alerts",
  chembl_glaxo: "glaxo_alerts",
  chembl_bms: "bms_alerts",
  chembl_dundee: "dundee_alerts",
  chembl_inpharmatica: "inpharmatica_alerts",
  chembl_lint: "lint_alerts",
  chembl_mlsmr: "mlsmr_alerts",
  chembl_surechembl: "surechembl_alerts"
};
