import type {SeriesValues} from "../state/series-fields.js";
import {columnOptions} from "./series-columns.js";
import type {SeriesContext} from "./series-context.js";
import {buttonGroup, choice} from "./series-controls.js";

/** A part of the state that a control shows and sets. */
export interface BoundField<Value> {
  readonly label: string;
  readonly read: (state: SeriesValues) => Value;
  /** What is set when a value is chosen: the field itself, and what falls with it. */
  readonly set: (value: Value) => Partial<SeriesValues>;
}

/** A row of buttons of which the one that the state names is pressed. */
export function boundGroup<Value extends string>(
  {state, follow}: SeriesContext,
  {label, read, set}: BoundField<Value>,
  options: readonly (readonly [value: Value, words: string])[]
): HTMLElement {
  const group = buttonGroup(label, options, (value) => {
    state.set(set(value));
  });
  follow(() => {
    group.press(read(state.value));
  });
  return group.node;
}

/** What a choice among columns offers beside them. */
export interface BoundChoice {
  readonly field: BoundField<string>;
  /** Words for no column, the first of the list. */
  readonly none: () => string;
  /** Offered after the columns, with their words. */
  readonly more: readonly (readonly [value: string, words: string])[];
}

/**
 * A choice among the numeric columns of the set, those predicted later too.
 *
 * @param none words for no column, the first of the list
 */
export function columnChoice(context: SeriesContext, field: BoundField<string>, none: () => string): HTMLElement {
  return boundChoice(context, {field, none, more: []});
}

/** A choice among the numeric columns of the set and what else is offered. */
export function boundChoice(context: SeriesContext, {field: {label, read, set}, none, more}: BoundChoice): HTMLElement {
  const place = document.createElement("span");
  let drawn = "";
  context.follow(() => {
    const options = [["", none()] as const, ...columnOptions(context.model.set), ...more];
    const asked = read(context.state.value);
    // Another view may colour by what this one does not offer.
    const value = options.some(([name]) => name === asked) ? asked : "";
    const key = [value, ...options.flat()].join("\n");
    if (key === drawn) return;
    drawn = key;
    const choose = (name: string): void => {
      context.state.set(set(name));
    };
    place.replaceChildren(choice(label, options, value, choose));
  });
  return place;
}
