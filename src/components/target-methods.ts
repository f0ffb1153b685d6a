import {WEIGHT_DOUBT} from "../scoring/rank-intervals.js";
import {weightsOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

const listOf = (entries: readonly (readonly [string, number])[]): string =>
  entries.map(([label, value]) => `${label} ${String(value)}`).join(", ");

/** How the ranking was made, as a paragraph for a methods section; it names every choice of the reader. */
export function targetMethods(model: TargetModel, state: TargetState, {order}: RankedTargets, sources: string): string {
  const {vocabulary, sourceIds, factorIds, count} = model;
  const labelOf = (list: readonly {id: string; label: string}[], id: string): string =>
    list.find((item) => item.id === id)?.label ?? id;
  const weights = weightsOf(model, state);
  const own = sourceIds
    .filter((id) => id in state.w)
    .map((id) => [labelOf(vocabulary.datasources, id), weights[id] ?? 1] as const);
  const given = sourceIds
    .filter((id) => !(id in state.w) && weights[id] !== 1)
    .map((id) => [labelOf(vocabulary.datasources, id), weights[id] ?? 1] as const);
  const factors = factorIds
    .filter((id) => id in state.fw)
    .map((id) => [labelOf(vocabulary.factors, id), state.fw[id] ?? 1] as const);
  const curves = factorIds.filter((id) => id in state.fc).map((id) => labelOf(vocabulary.factors, id));
  const narrowed = [
    state.q === "" ? "" : `text “${state.q}”`,
    state.mine ? "targets of the project" : "",
    state.genes.length > 0 ? `a list of ${String(state.genes.length)} genes` : "",
    ...state.has.map((token) => token.replace("=", " "))
  ].filter((words) => words !== "");
  return [
    `${count.toLocaleString("en")} targets (${sources}) were ranked by the harmonic sum of weighted data-source scores of the Open Targets Platform (${vocabulary.citation.text}, doi:${vocabulary.citation.doi}).`,
    own.length > 0 ? `Weights set for this ranking: ${listOf(own)}.` : "The platform's default weights were used.",
    given.length > 0 ? `Of the other sources, ${listOf(given)}; the rest 1.` : "",
    state.need.length > 0
      ? `Evidence was required from ${state.need.map((id) => labelOf(vocabulary.datasources, id)).join(", ")}.`
      : "",
    `Rank intervals are the 10th to 90th percentile of ${String(WEIGHT_DOUBT.draws)} draws of weights from a Dirichlet distribution around these (concentration ${String(WEIGHT_DOUBT.concentration)}, seed ${String(WEIGHT_DOUBT.seed)}).`,
    `Priorities are weighted means of the desirability of ${String(factorIds.length)} prioritisation factors${factors.length > 0 ? ` (weights ${listOf(factors)}, the others 1)` : ", equally weighted"}${curves.length > 0 ? `, with own curves for ${curves.join(", ")}` : ""}; a factor that was not assessed was taken at its worst for the lower and at its best for the upper end.`,
    narrowed.length > 0 ? `Shown are ${String(order.length)} targets: ${narrowed.join("; ")}.` : ""
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
