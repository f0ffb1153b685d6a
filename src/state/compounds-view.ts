import type {TableOrder} from "./table-order.js";
import {orderField} from "./table-order.js";
import {formatRanges, parseRanges, type Ranges} from "./range-text.js";
import {formatSteps, parseSteps, type PlacedStep} from "./step-text.js";
import {choiceField, customField, flagField, type Field, listField, textField} from "./url-state.js";

/** Columns that the list of compounds shows until others are chosen. */
export const FIRST_COLUMNS: readonly string[] = [
  ...["mw_da", "clogp", "tpsa_a2", "n_hbd", "n_hba", "n_rotatable_bonds", "fsp3", "n_rings", "qed"],
  ...["lipinski_violations", "veber_violations"]
];

/** What the address of the Compounds page holds. */
export const compoundsFields = {
  /** Ranges that filter, in the order they were set. */
  where: customField<Ranges>(new Map(), parseRanges, formatRanges),
  /** Filters that are more than a range of one column, with their places among the ranges. */
  filter: customField<readonly PlacedStep[]>([], parseSteps, formatSteps),
  /** Compounds that pass, or those that fell. */
  show: choiceField(["left", "dropped"], "left"),
  view: choiceField(["table", "cards", "plot"], "table"),
  /** Columns plotted along and up. */
  px: textField("clogp"),
  py: textField("tpsa_a2"),
  /** Id of the compound that stays on top, against which the others are told. */
  pin: textField(),
  /** Cells coloured by their value. */
  colour: flagField(),
  sort: orderField() satisfies Field<TableOrder | null>,
  columns: listField(FIRST_COLUMNS),
  /** Endpoints that are predicted for the whole set. */
  admet: listField(),
  /** Profile ranked by: the id of a ready-made one. */
  mpo: textField(),
  /** The profile ranked by as JSON, where it is not a ready-made one as it stands. */
  profile: textField(),
  /** Id of the compound that is open beside the list. */
  compound: textField()
};
