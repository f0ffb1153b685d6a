import {orderField} from "./table-order.js";
import {choiceField, listField, textField} from "./url-state.js";

/** State of the Changes page, as its link keeps it. */
export const changesFields = {
  view: choiceField(["summary", "targets", "potencies", "compounds", "trials"], "summary"),
  q: textField(),
  /** Chosen facet values, "facet=value". */
  has: listField(),
  sort: orderField()
} as const;
