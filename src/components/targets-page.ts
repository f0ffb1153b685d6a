import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {rankIntervals, type RankIntervals} from "../scoring/rank-intervals.js";
import {targetFields} from "../state/target-fields.js";
import {urlState, type UrlState} from "../state/url-state.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import {targetColumns} from "./target-columns.js";
import {targetFilters} from "./target-filters.js";
import {targetInspector} from "./target-inspector.js";
import {
  rankTargets,
  targetModel,
  weightsOf,
  type RankedTargets,
  type TargetModel,
  type TargetState
} from "./target-model.js";
import {targetWeights} from "./target-weights.js";
import {virtualTable, type VirtualTable} from "./virtual-table.js";
import {workbench} from "./workbench.js";

/** The Targets page: heat map of evidence and factors, weights, and the selected target. State in the address. */
export async function targetsPage(invalidation: Promise<void>): Promise<HTMLElement> {
  const [board, vocabulary] = await Promise.all([
    FileAttachment("../data/targets.json").json<TargetBoard>(),
    FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>()
  ]);
  const state = urlState(targetFields);
  void invalidation.then(() => {
    state.dispose();
  });
  return targetsBench(targetModel(board, vocabulary), state);
}

function targetsBench(model: TargetModel, state: UrlState<TargetState>): HTMLElement {
  const inspector = html`<div aria-live="polite"></div>`;
  const count = html`<p class="note" role="status"></p>`;
  const view = {ranked: rankTargets(model, state.value), intervals: null as RankIntervals | null};
  const table = targetsTable(model, state, () => view.ranked);
  const inspect = (): void => {
    const target = model.board.targets.target_id.indexOf(state.value.at);
    const hint = html`<p class="note">Choose a target to see its score taken apart.</p>`;
    inspector.replaceChildren(
      target < 0 ? hint : targetInspector(model, state.value, view.ranked, view.intervals, target)
    );
    count.textContent = countWords(model, state.value, view.ranked);
  };
  const findIntervals = delayed(() => {
    const options = {weights: weightsOf(model, state.value), required: state.value.need};
    view.intervals = rankIntervals(model.count, model.board.scores, options);
    inspect();
  });
  let before = state.value;
  state.subscribe((now) => {
    if (now.w !== before.w || now.need !== before.need) view.intervals = null;
    if (!isOnlyFocus(before, now)) {
      view.ranked = rankTargets(model, now);
      table.update(tableOptions(model, state, () => view.ranked));
    }
    before = now;
    inspect();
    if (!view.intervals) findIntervals();
  });
  inspect();
  findIntervals();
  return workbench({
    rail: [targetFilters(model, state, () => view.ranked), count, targetWeights(model, state)],
    bench: [table.node],
    inspector,
    railLabel: "Weights",
    benchLabel: "Targets",
    inspectorLabel: "Target"
  });
}

function targetsTable(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: () => RankedTargets
): VirtualTable<number> {
  const table = virtualTable<number>({
    label: "Targets",
    ...tableOptions(model, state, ranked),
    rowHeight: 28,
    frozen: 1,
    onSort: (sort) => {
      state.set({sort: sort?.key ?? "score", asc: sort ? !sort.descending : false});
    },
    onFocus: (target) => {
      state.set({at: model.board.targets.target_id[target] ?? ""});
    },
    empty: () => "No target matches the search. Clear it, or show all targets."
  });
  table.node.classList.add("targets-table");
  return table;
}

/** True when nothing but the selected target has changed: the table stays as it is. */
function isOnlyFocus(before: TargetState, now: TargetState): boolean {
  return (
    now.at !== before.at &&
    Object.entries(now).every(([name, value]) => name === "at" || before[name as keyof TargetState] === value)
  );
}

function countWords(model: TargetModel, {w}: TargetState, {order}: RankedTargets): string {
  const changed = Object.keys(w).length;
  const weights =
    changed === 0 ? "the platform's weights" : `${String(changed)} changed weight${changed === 1 ? "" : "s"}`;
  return `${order.length.toLocaleString("en")} of ${model.count.toLocaleString("en")} targets, ${weights}`;
}

function tableOptions(model: TargetModel, state: UrlState<TargetState>, ranked: () => RankedTargets) {
  const {sort, asc} = state.value;
  const onPin = (target: number): void => {
    const id = model.board.targets.target_id[target] ?? "";
    const others = state.value.pin.filter((other) => other !== id);
    state.set({pin: others.length < state.value.pin.length ? others : [...others, id]});
  };
  const {order} = ranked();
  return {
    columns: targetColumns(model, state.value, ranked, onPin),
    rowCount: order.length,
    getRows: (from: number, to: number) => order.slice(from, to),
    rowKey: (target: number) => model.board.targets.target_id[target] ?? "",
    sort: {key: sort, descending: !asc}
  };
}

/** Runs the work when nothing has asked for it again for a moment. */
function delayed(work: () => void, milliseconds = 250): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}
