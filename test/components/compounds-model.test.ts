import {describe, expect, it} from "vitest";
import {CompoundsModel, type CompoundsState} from "../../src/components/compounds-model.js";
import {Crossfilter} from "../../src/kernels/crossfilter.js";
import {compoundsFields} from "../../src/state/compounds-view.js";
import {readState, type StateOf} from "../../src/state/url-state.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {optional} from "../../src/tables/table.js";
import {kernels} from "../kernels/compiled.js";

const column = (label: string) => optional("DOUBLE", label, `${label}.`);
const values = {mw_da: Float64Array.of(100, 200, 300, 400), own: Float64Array.of(1, 2, NaN, 4)};

/** The state of a page without a window. */
function stateOf(search: string): CompoundsState {
  let value: StateOf<typeof compoundsFields> = readState(compoundsFields, search);
  return {
    get value() {
      return value;
    },
    set: (change) => {
      value = {...value, ...change};
    },
    reset: () => undefined,
    subscribe: () => () => false,
    dispose: () => undefined
  };
}

async function open(search: string, names: readonly (keyof typeof values)[]) {
  const columns = Object.fromEntries(names.map((name) => [name, column(name)]));
  const set = ColumnSet.of({name: "t", about: "", columns}, 4, values, {});
  const filter = await Crossfilter.open(
    kernels,
    names.map((name) => ({name, values: values[name]})),
    4
  );
  const state = stateOf(search);
  return {state, model: new CompoundsModel(set, filter, state)};
}

const link = (fields: Partial<StateOf<typeof compoundsFields>>): string =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === "where" ? compoundsFields.where.format(value as never) : compoundsFields.filter.format(value as never)
    ])
  ).toString();

const step = {kind: "range", column: "mw_da", min: null, max: 350, keepMissing: false} as const;
const opened = link({
  where: new Map([
    ["own", {min: 2, max: null, keepMissing: false}],
    ["mw_da", {min: 150, max: null, keepMissing: false}]
  ]),
  filter: [{after: 1, node: {kind: "any", of: [step]}}]
});

describe("CompoundsModel, opened by a link", () => {
  it("has its filters in the order of the link", async () => {
    const {model} = await open(opened, ["mw_da", "own"]);
    expect(model.funnel().map(({name}) => name)).toEqual(["own", "step:1", "mw_da"]);
  });

  it("keeps the place of a range that waits for its column, in the funnel and in the address", async () => {
    const {model, state} = await open(opened, ["mw_da"]);
    expect(model.funnel().map(({name}) => name)).toEqual(["step:1", "mw_da"]);
    model.writeState();
    expect([...state.value.where.keys()]).toEqual(["own", "mw_da"]);
    expect(state.value.filter.map(({after}) => after)).toEqual([1]);
    model.putColumns([{name: "own", column: column("own"), values: values.own}]);
    expect(model.funnel().map(({name}) => name)).toEqual(["own", "step:1", "mw_da"]);
    model.writeState();
    expect([...state.value.where.keys()]).toEqual(["own", "mw_da"]);
  });

  it("keeps the places when the rows come anew without the column, and later with it", async () => {
    const {model} = await open(opened, ["mw_da", "own"]);
    const {model: without} = await open("", ["mw_da"]);
    model.replaceRows(without.set, without.filter);
    const {model: whole} = await open("", ["mw_da", "own"]);
    expect(model.funnel().map(({name}) => name)).toEqual(["step:1", "mw_da"]);
    model.replaceRows(whole.set, whole.filter);
    expect(model.funnel().map(({name}) => name)).toEqual(["own", "step:1", "mw_da"]);
  });

  it("puts a filter that is set anew at the end", async () => {
    const {model} = await open(opened, ["mw_da", "own"]);
    model.lift("own");
    model.setRange("own", {min: 1, max: 3, keepMissing: false});
    expect(model.funnel().map(({name}) => name)).toEqual(["step:1", "mw_da", "own"]);
  });
});
