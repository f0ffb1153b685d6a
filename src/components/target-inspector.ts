import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import {decisionButtons} from "./decision-buttons.js";
import {factorCell, scoreCell} from "./heat-cell.js";
import {targetLink} from "./target-compare.js";
import {type Firmness, firmnessWords} from "./target-firmness.js";
import {targetOvertake} from "./target-overtake.js";
import {weightsOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

/** What is known of one target: its score taken apart, its factors with their rules, where the row comes from. */
export function targetInspector(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: RankedTargets,
  firmness: Firmness | null,
  target: number
): HTMLElement {
  const {targets} = model.board;
  const name = targets.approved_name[target];
  return html<HTMLElement>`<article class="target-inspector">
    <h2>${targetLink(targets.symbol[target] ?? "", targets.in_project[target] === true)}</h2>
    ${name ? html`<p>${name}</p>` : ""}
    <p class="target-rank">${rankWords(ranked, target)} ${firmness ? firmnessWords(model, firmness, target) : ""}</p>
    <p>${priorityWords(ranked, target)}</p>
    ${decisionButtons({key: `target:${targets.target_id[target] ?? ""}`, label: targets.symbol[target] ?? ""})}
    ${evidenceList(model, state.value, target)} ${targetOvertake(model, state, ranked, target)}
    ${factorList(model, target)}
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

function rankWords({scores, ranks}: RankedTargets, target: number): string {
  const score = scores[target] ?? NaN;
  if (Number.isNaN(score)) return "No score under these weights: no evidence where it is asked for.";
  return `Rank ${String(ranks[target])}, score ${score.toFixed(3)}.`;
}

function priorityWords({priority}: RankedTargets, target: number): string {
  const [low, high, coverage] = [priority.low[target], priority.high[target], priority.coverage[target]];
  if (low === undefined || Number.isNaN(low)) return "No factor has weight.";
  const known = `${(100 * (coverage ?? 0)).toFixed(0)} % of the factors' weight assessed`;
  return `Priority ${low.toFixed(2)} to ${(high ?? NaN).toFixed(2)}: ${known}, the rest at its worst and at its best.`;
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
