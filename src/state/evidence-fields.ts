import {orderField} from "./table-order.js";
import {choiceField, listField, textField} from "./url-state.js";

/** State of the Evidence page, as its link keeps it. */
export const evidenceFields = {
  /** What the bench shows. */
  view: choiceField(["trend", "papers", "trials"], "trend"),
  /** Text searched in title, authors and journal of papers. */
  q: textField(),
  /** Chosen facet values of papers, "facet=value". */
  has: listField(),
  sort: orderField(),
  /** The same for trials. */
  tq: textField(),
  thas: listField(),
  tsort: orderField()
} as const;
