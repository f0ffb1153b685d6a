import {customField, type Field} from "./url-state.js";

/** The order of a list: a column and a direction. */
export interface TableOrder {
  readonly key: string;
  readonly descending: boolean;
}

/** An order in the address: the column's name, with a minus in front when descending; empty for none. */
export const orderField = (): Field<TableOrder | null> =>
  customField<TableOrder | null>(
    null,
    (text) => {
      const [, minus, key] = /^(-?)(\p{L}[\p{L}\p{N}_]*)$/u.exec(text) ?? [];
      return key === undefined ? null : {key, descending: minus === "-"};
    },
    (order) => (order ? `${order.descending ? "-" : ""}${order.key}` : "")
  );
