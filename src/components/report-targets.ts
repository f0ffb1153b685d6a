import {html} from "htl";
import {targetFields} from "../state/target-fields.js";
import {readState} from "../state/url-state.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import {toCsv} from "../tables/to-csv.js";
import {type FactCell, factsTable} from "./facts-table.js";
import {rankTargets} from "./rank-targets.js";
import {reportFigure} from "./report-figure.js";
import {type Firmness, findFirmness, firmnessFigure, firmnessWords} from "./target-firmness.js";
import {targetMethods} from "./target-methods.js";
import {
  coverageOf,
  type RankedTargets,
  targetModel,
  type TargetModel,
  type TargetState,
  weightsOf
} from "./target-model.js";

/** Targets named beside those of the project: the first of the ranking. */
const FIRST = 10;

/** The ranking of a report. */
export interface ReportTargets {
  readonly node: HTMLElement;
  /** How the ranking was made, in a paragraph. */
  readonly methods: string;
}

/** The ranking as the Targets page was left: weights, ranks with their stability, what is known of each. */
export async function reportTargets(
  board: TargetBoard,
  vocabulary: TargetVocabulary,
  query: string,
  signal: AbortSignal
): Promise<ReportTargets> {
  const state = readState(targetFields, query);
  const model = targetModel(board, vocabulary);
  const ranked = rankTargets(model, state);
  const sources = [...new Set(board.targets.source_id)].join(", ");
  const methods = targetMethods(model, state, ranked, sources);
  const firmness = await findFirmness(model, state, signal);
  if (!firmness) return {node: html<HTMLElement>`<div></div>`, methods};
  const shown = {...ranked, order: chosen(model, ranked)};
  const figure = firmnessFigure(model, state, shown, firmness, () => undefined);
  const drawing = figure.querySelector("svg");
  const caption =
    "Ranks and how far they move. Dot: rank under the weights in force. Bar: 80 % of 200 draws of weights around them " +
    "(Dirichlet, seeded). Line: one data source left out at a time; an arrow has no score without one of them.";
  const node = html<HTMLElement>`<div>
    ${weightsTable(model, state)} ${rankingTable(model, shown, firmness)}
    ${drawing ? reportFigure("target-ranks", caption, inert(drawing)) : ""}
  </div>`;
  return {node, methods};
}

/** The first of the ranking, and the targets of the project wherever they stand, by rank. */
function chosen(model: TargetModel, {order, ranks}: RankedTargets): number[] {
  const byRank = Array.from({length: model.count}, (_, target) => target)
    .filter((target) => !Number.isNaN(ranks[target]))
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const first = new Set(byRank.filter((target) => order.includes(target)).slice(0, FIRST));
  return byRank.filter((target) => first.has(target) || model.board.targets.in_project[target] === true);
}

/** On paper a row is no button. */
function inert(drawing: SVGSVGElement): SVGSVGElement {
  for (const row of drawing.querySelectorAll("[role=button]")) {
    row.removeAttribute("role");
    row.removeAttribute("tabindex");
    row.removeAttribute("aria-label");
  }
  drawing.setAttribute("role", "img");
  return drawing;
}

function weightsTable(model: TargetModel, state: TargetState): HTMLElement {
  const weights = weightsOf(model, state);
  const rows = model.sourceIds.map((id): FactCell[] => {
    const source = model.vocabulary.datasources.find((one) => one.id === id);
    return [
      source?.label ?? id,
      html`<span class="num">${String(weights[id] ?? 1)}</span>`,
      html`<span class="num">${String(source?.weight ?? 1)}</span>`,
      state.need.includes(id) ? "required" : id in state.w ? "changed" : ""
    ];
  });
  return html<HTMLElement>`<div>
    <h3>Weights</h3>
    ${factsTable(["Data source", "Weight", "Platform's", ""], rows)}
  </div>`;
}

function rankingTable(model: TargetModel, {order, ranks, scores}: RankedTargets, firmness: Firmness): HTMLElement {
  const {targets} = model.board;
  const line = (target: number) => {
    const {sources, factors} = coverageOf(model, target);
    return {
      rank: ranks[target] ?? NaN,
      symbol: targets.symbol[target] ?? "",
      score: scores[target] ?? NaN,
      stability: firmnessWords(model, firmness, target),
      known: `${String(sources)} of ${String(model.sourceIds.length)} sources, ${String(factors)} of ${String(model.factorIds.length)} factors`,
      mine: targets.in_project[target] === true
    };
  };
  const lines = order.map(line);
  const rows = lines.map(({rank, symbol, score, stability, known, mine}): FactCell[] => [
    html`<span class="num">${String(rank)}</span>`,
    mine ? html`<b>${symbol}</b>` : symbol,
    html`<span class="num">${score.toFixed(3)}</span>`,
    stability,
    known
  ]);
  const caption = `Targets by rank: the first ${String(FIRST)} and, in bold, those of the project, of ${model.count.toLocaleString("en")}.`;
  return reportFigure(
    "targets",
    caption,
    factsTable(["Rank", "Target", "Score", "How firm", "What is known"], rows),
    () =>
      toCsv(
        ["rank", "symbol", "score", "stability", "known"],
        lines.map((row) => [row.rank, row.symbol, row.score, row.stability, row.known])
      )
  );
}
