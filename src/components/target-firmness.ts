import {html} from "htl";
import {rankFirmness, type RankRange} from "../charts/rank-firmness.js";
import {leaveOneOut, type LeaveOneOut} from "../scoring/leave-one-out.js";
import {type RankIntervals, rankSampler} from "../scoring/rank-intervals.js";
import {type RankedTargets, type TargetModel, type TargetState, weightsOf} from "./target-model.js";

/** How firm the ranks are under the weights in force. */
export interface Firmness {
  readonly intervals: RankIntervals;
  readonly without: LeaveOneOut;
}

/** Milliseconds of work before the page may answer. */
const SLICE = 24;

/** Works out how firm the ranks are, in slices; null when `signal` was aborted meanwhile. */
export async function findFirmness(
  model: TargetModel,
  state: TargetState,
  signal: AbortSignal
): Promise<Firmness | null> {
  const options = {weights: weightsOf(model, state), required: state.need};
  const sampler = rankSampler(model.count, model.board.scores, options);
  while (!sampler.isDone) {
    const end = performance.now() + SLICE;
    while (!sampler.isDone && performance.now() < end) sampler.draw();
    await new Promise((done) => setTimeout(done));
    if (signal.aborted) return null;
  }
  const intervals = sampler.intervals();
  await new Promise((done) => setTimeout(done));
  return signal.aborted ? null : {intervals, without: leaveOneOut(model.count, model.board.scores, options)};
}

const MOST_ROWS = 40;

const wordsOf = (rank: number): string => (Number.isFinite(rank) ? String(rank) : "no score");

/** What is known of one rank, in a sentence. */
export function firmnessWords(model: TargetModel, {intervals, without}: Firmness, target: number): string {
  const [low, high] = [intervals.low[target] ?? NaN, intervals.high[target] ?? NaN];
  if (Number.isNaN(low)) return "";
  const decisive = without.decisive[target] ?? null;
  const label = model.vocabulary.datasources.find(({id}) => id === decisive)?.label;
  const loss =
    label === undefined
      ? "no source left out costs it a place"
      : `without ${label}: ${wordsOf(without.worst[target] ?? NaN)}`;
  return `80 % of draws: ${String(low)} to ${String(high)}; ${loss}.`;
}

/** The first targets shown, with the ranges of their ranks. */
export function firmnessFigure(
  model: TargetModel,
  state: TargetState,
  {order, ranks}: RankedTargets,
  firmness: Firmness | null,
  onChoose: (target: number) => void
): HTMLElement {
  if (!firmness)
    return html`<div class="state" role="status">
      <h3>Drawing weights</h3>
      <progress aria-label="Drawing weights"></progress>
    </div>`;
  const shown = order.filter((target) => !Number.isNaN(ranks[target])).slice(0, MOST_ROWS);
  const {intervals, without} = firmness;
  const ranges = shown.map((target): RankRange => {
    const label = model.board.targets.symbol[target] ?? "";
    const rank = ranks[target] ?? NaN;
    return {
      ...{label, rank, low: intervals.low[target] ?? rank, high: intervals.high[target] ?? rank},
      ...{best: without.best[target] ?? rank, worst: without.worst[target] ?? rank},
      isMarked: model.board.targets.target_id[target] === state.at,
      title: `${label}: rank ${String(rank)}. ${firmnessWords(model, firmness, target)}`
    };
  });
  if (ranges.length === 0) return html`<div class="state"><h3>No target here has a score</h3></div>`;
  const chart = rankFirmness(ranges, (i) => {
    const target = shown[i];
    if (target !== undefined) onChoose(target);
  });
  return html`<figure class="firmness">
    <figcaption>
      How far do the ranks move? Dot: rank under the weights in force. Bar: 80 % of 200 draws of weights around them
      (Dirichlet, seeded). Line: one data source left out at a time; an arrow has no score without one of them. The
      first ${String(ranges.length)} of ${order.length.toLocaleString("en")} targets shown.
    </figcaption>
    ${chart}
  </figure>`;
}
