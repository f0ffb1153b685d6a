import {defineTable, optional, required, type Row} from "./table.js";

/** How common each structural alert is among approved drugs: what an alert is worth as a reason to drop a compound. */
export const alertRates = defineTable("alert_rates", "One row per structural alert and set that lists it.", {
  alert_id: required("VARCHAR", "Alert", "set:place, as the column alerts of compounds has it."),
  set_id: required("VARCHAR", "Set", "Set of alerts."),
  set_name: required("VARCHAR", "Set name", "Set of alerts as it is called."),
  name: required("VARCHAR", "Name", "Name of the alert in its set."),
  smarts: required("VARCHAR", "SMARTS", "The pattern."),
  most: required("INTEGER", "Allowed", "Times the pattern may occur before a compound is flagged; 0 for most."),
  n_drugs: required("INTEGER", "Drugs", "Approved drugs of the project's tables that carry it."),
  n_drugs_all: required("INTEGER", "Drugs looked at", "Approved drugs of the project's tables with a structure."),
  drug_share: optional(
    "DOUBLE",
    "Share of drugs",
    "Share of approved drugs that carry it, 0-1; missing when the project has no approved drug."
  )
});
export type AlertRateRow = Row<typeof alertRates>;
