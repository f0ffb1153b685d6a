import type {DrugWarningRow, IndicationRow, MechanismRow} from "../../tables/drug-records.js";
import type {DrugRow} from "../../tables/drugs.js";
import type {Query} from "../store.js";

/** A mechanism with the symbol of its target. */
export interface CompoundMechanism extends MechanismRow {
  readonly symbol: string | null;
}

/** What a compound is as a drug; none when it is not known as one. */
export const drugOfCompound = (compoundId: string): Query<DrugRow> => ({
  sql: "FROM drugs WHERE compound_id = ?",
  parameters: [compoundId]
});

/** Mechanisms of a compound on targets of the project. */
export const mechanismsOfCompound = (compoundId: string): Query<CompoundMechanism> => ({
  sql: `SELECT m.*, t.symbol FROM mechanisms AS m LEFT JOIN targets AS t USING (target_id)
    WHERE m.compound_id = ? ORDER BY t.symbol, m.mechanism_id`,
  parameters: [compoundId]
});

/** Diseases that a compound was tried or approved for, the furthest first. */
export const indicationsOfCompound = (compoundId: string): Query<IndicationRow> => ({
  sql: "FROM indications WHERE compound_id = ? ORDER BY max_phase DESC NULLS LAST, disease_name, indication_id",
  parameters: [compoundId]
});

/** Warnings and withdrawals of a compound. */
export const warningsOfCompound = (compoundId: string): Query<DrugWarningRow> => ({
  sql: "FROM drug_warnings WHERE compound_id = ? ORDER BY year DESC NULLS LAST, warning_id",
  parameters: [compoundId]
});
