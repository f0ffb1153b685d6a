import {html} from "htl";
import {factorCell, scoreCell} from "./heat-cell.js";
import {weightsOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";
import type {RankIntervals} from "../scoring/rank-intervals.js";

/** What is known of one target: its score taken apart, its factors with their rules, where the row comes from. */
export function targetInspector(
  model: TargetModel,
  state: TargetState,
  ranked: RankedTargets,
  intervals: RankIntervals | null,
  target: number
): HTMLElement {
  const {targets} = model.board;
  const name = targets.approved_name[target];
  return html<HTMLElement>`<article class="target-inspector">
    <h2>${targets.symbol[target] ?? ""}</h2>
    ${name ? html`<p>${name}</p>` : ""}
    <p class="target-rank">${rankWords(ranked, intervals, target)}</p>
    ${evidenceList(model, state, target)} ${factorList(model, target)}
    <p class="note">
      ${idWords(model, target)} Source: <a href="./about/sources">${targets.source_id[target] ?? ""}</a>, row
      ${String(targets.source_row[target] ?? "")}.
    </p>
  </article>`;
}

function idWords({board: {targets}}: TargetModel, target: number): string {
  const ids = [targets.uniprot_accession[target], targets.chembl_target_id[target]].filter((id) => id != null);
  return ids.length > 0 ? `${ids.join(", ")}.` : "";
}

function rankWords({scores, ranks}: RankedTargets, intervals: RankIntervals | null, target: number): string {
  const score = scores[target] ?? NaN;
  if (Number.isNaN(score)) return "No score under these weights: no evidence where it is asked for.";
  const words = `Rank ${String(ranks[target])}, score ${score.toFixed(3)}.`;
  if (!intervals) return words;
  const [low, high] = [intervals.low[target], intervals.high[target]];
  return `${words} Rank ${String(low)}–${String(high)} when the weights are in doubt (80 % of 200 draws).`;
}

function evidenceList(model: TargetModel, state: TargetState, target: number): HTMLElement {
  const weights = weightsOf(model, state);
  const rows = model.sourceIds
    .map((id) => ({id, score: model.board.scores[id]?.[target] ?? null, weight: weights[id] ?? 1}))
    .filter((row): row is typeof row & {score: number} => row.score !== null)
    .sort((a, b) => b.score * b.weight - a.score * a.weight)
    .map(({id, score, weight}) => {
      const label = model.vocabulary.datasources.find((source) => source.id === id)?.label ?? id;
      return html`<tr>
        <th scope="row">${label}</th>
        <td>${scoreCell(score)}</td>
        <td class="num">× ${weight.toFixed(2)}</td>
      </tr>`;
    });
  if (rows.length === 0) return html`<p>No evidence.</p>`;
  const missing = model.sourceIds.length - rows.length;
  return html`<section>
    <h3>Evidence</h3>
    <table class="facts">
      <thead>
        <tr>
          <th>Source</th>
          <th>Score</th>
          <th class="num">Weight</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="note">No evidence in the ${String(missing)} other sources.</p>
  </section>`;
}

function factorList(model: TargetModel, target: number): HTMLElement {
  const rows = model.factorIds.map((id) => {
    const factor = model.vocabulary.factors.find((one) => one.id === id);
    const value = model.board.factors[id]?.[target] ?? null;
    const cell =
      value === null
        ? html`<span class="heat-cell is-missing" title="not assessed"
            ><span class="visually-hidden">not assessed</span></span
          >`
        : factorCell(value);
    return html`<tr>
      <th scope="row">${factor?.label ?? id}</th>
      <td>${cell}</td>
      <td class="rule">${factor?.rule ?? ""}</td>
    </tr>`;
  });
  return html`<section>
    <h3>Prioritisation factors</h3>
    <table class="facts">
      <thead>
        <tr>
          <th>Factor</th>
          <th>Value</th>
          <th>Rule</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="note">−1 unfavourable (orange) to +1 favourable (purple); a hatch is not assessed, which is not safe.</p>
  </section>`;
}
