import {defineTable, optional, required, type Row} from "./table.js";

/** How tractable a target is, by modality; labels repeat between modalities. */
export const targetTractability = defineTable(
  "target_tractability",
  "One row per target, modality and tractability class.",
  {
    target_id: required("VARCHAR", "Target", "Key into targets."),
    modality: required("VARCHAR", "Modality", "SM small molecule, AB antibody, PR degrader, OC other."),
    class_label: required("VARCHAR", "Class", "Tractability class, e.g. 'High-Quality Pocket'."),
    is_met: required("BOOLEAN", "Met", "True when the target is in the class."),
    source_id: required("VARCHAR", "Source", "Key into sources.")
  }
);
export type TargetTractabilityRow = Row<typeof targetTractability>;

/** Classes and places of a target. */
export const targetLabels = defineTable("target_labels", "One row per target, kind of label and label.", {
  target_id: required("VARCHAR", "Target", "Key into targets."),
  kind: required("VARCHAR", "Kind", "'Target class' (ChEMBL's protein classes) or 'Location' (subcellular)."),
  label: required("VARCHAR", "Label", "In the source's words, e.g. 'Kinase', 'Cell membrane'."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type TargetLabelRow = Row<typeof targetLabels>;

/** Known safety liabilities; a target without a row has no known one, which does not mean safe. */
export const targetSafety = defineTable("target_safety", "One row per target and reported safety event.", {
  target_id: required("VARCHAR", "Target", "Key into targets."),
  event: required("VARCHAR", "Event", "Adverse event, as the source words it."),
  event_id: optional("VARCHAR", "Event id", "Ontology id of the event."),
  effects: optional("VARCHAR", "Effects", "Direction and dosing, e.g. 'inhibition, acute; activation, general'."),
  tissues: optional("VARCHAR", "Tissues", "Tissues or cells it was seen in, separated by '; '."),
  reported_by: required("VARCHAR", "Reported by", "Study or database that reports it."),
  pmid: optional("VARCHAR", "PubMed", "PubMed id of the report."),
  url: optional("VARCHAR", "Address", "Address of the report."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type TargetSafetyRow = Row<typeof targetSafety>;

/** Genetic constraint from gnomAD. */
export const targetConstraint = defineTable(
  "target_constraint",
  "One row per target and kind of variant: how far natural variation avoids it.",
  {
    target_id: required("VARCHAR", "Target", "Key into targets."),
    variant_kind: required("VARCHAR", "Variants", "syn synonymous, mis missense, lof loss of function."),
    n_expected: optional("DOUBLE", "Expected", "Variants expected."),
    n_observed: optional("DOUBLE", "Observed", "Variants observed."),
    oe: optional("DOUBLE", "o/e", "Observed over expected; small means that natural variation avoids it."),
    oe_lower: optional("DOUBLE", "o/e lower", "Lower bound of the interval of o/e."),
    oe_upper: optional("DOUBLE", "o/e upper", "Upper bound of the interval of o/e (LOEUF for lof)."),
    upper_bin6: optional("INTEGER", "Sextile", "Sextile of oe_upper over all genes: 0 most, 5 least constrained."),
    source_id: required("VARCHAR", "Source", "Key into sources.")
  }
);
export type TargetConstraintRow = Row<typeof targetConstraint>;
