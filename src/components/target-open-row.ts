import {html} from "htl";
import {firmnessWords, type Firmness} from "./target-firmness.js";
import {targetLink} from "./target-compare.js";
import {shortNumber} from "./heat-cell.js";
import {type TargetModel, type TargetState, weightsOf} from "./target-model.js";

/** Terms of the harmonic sum are divided by the square of their place. */
const share = (value: number, place: number): number => value / ((place + 1) * (place + 1));

/** What a row shows when it is opened in place: how each source adds to the score, and why each factor is what it is. */
export function targetOpenRow(
  model: TargetModel,
  state: TargetState,
  firmness: Firmness | null,
  target: number
): HTMLElement {
  const {targets} = model.board;
  return html<HTMLElement>`<div class="target-open">
    <div>
      <h3>
        ${targetLink(targets.symbol[target] ?? "", targets.in_project[target] === true)}
        ${targets.approved_name[target] ?? ""}
      </h3>
      ${firmness ? html`<p class="note">${firmnessWords(model, firmness, target)}</p>` : ""}
      ${scoreParts(model, state, target)}
    </div>
    <ul class="open-reasons" aria-label="Factors">
      ${model.factorIds.map((id) => factorReason(model, id, target))}
    </ul>
  </div>`;
}

function scoreParts(model: TargetModel, state: TargetState, target: number): HTMLElement {
  const weights = weightsOf(model, state);
  const terms = model.sourceIds
    .map((id) => ({id, score: model.board.scores[id]?.[target] ?? null, weight: weights[id] ?? 1}))
    .flatMap(({id, score, weight}) =>
      score === null || weight === 0 ? [] : [{id, score, weight, term: score * weight}]
    )
    .sort((a, b) => b.term - a.term);
  const total = terms.reduce((sum, {term}, i) => sum + share(term, i), 0);
  if (total === 0) return html`<p>No evidence under these weights.</p>`;
  const rows = terms.map(({id, score, weight, term}, i) => {
    const bar = html<HTMLElement>`<span class="open-bar"></span>`;
    const part = share(term, i) / total;
    bar.style.width = `${String(Math.round(part * 120))}px`;
    return html`<tr>
      <th scope="row">${model.vocabulary.datasources.find((source) => source.id === id)?.label ?? id}</th>
      <td class="num">${shortNumber(score)} × ${shortNumber(weight)}</td>
      <td>${bar} ${Math.round(part * 100)} %</td>
    </tr>`;
  });
  return html`<table class="facts">
    <caption>
      What the score is made of
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function factorReason({vocabulary, board}: TargetModel, id: string, target: number): HTMLElement {
  const factor = vocabulary.factors.find((one) => one.id === id);
  const value = board.factors[id]?.[target] ?? null;
  return html`<li class=${value === null ? "is-unknown" : ""}>
    <b>${value === null ? "?" : shortNumber(value)}</b> ${factor?.label ?? id}
    <span class="muted">${value === null ? "not assessed, which is not safe" : (factor?.rule ?? "")}</span>
  </li>`;
}
