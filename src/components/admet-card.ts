import {html} from "htl";
import type {AdmetExplanation} from "../admet/explain.js";
import type {ModelCard} from "../admet/model-card.js";
import type {AdmetPrediction} from "../admet/prediction.js";
import {drugPercentile, numberOf, verdictWord} from "../admet/reading.js";
import type {Neighbour} from "../admet/training-index.js";
import type {AdmetGroup} from "../tables/admet-endpoints.js";
import type {AdmetVerdictWord} from "../tables/admet-limits.js";

const GROUPS: readonly AdmetGroup[] = ["absorption", "distribution", "metabolism", "excretion", "toxicity"];
const SHAPES: Readonly<Record<AdmetVerdictWord, string>> = {favourable: "●", caution: "▲", unfavourable: "■"};
const DOMAIN_WORDS = {in: "inside", edge: "edge", out: "outside"} as const;
const number = (value: number): string => Number(value.toPrecision(3)).toString();

/**
 * Predictions of one compound grouped A-D-M-E-T: verdict as shape and word, value with its 80 % interval or set, share
 * of approved drugs below it, likeness to the training molecules, and the three nearest measured ones on request.
 */
export function admetCard(cards: readonly ModelCard[], {verdict, neighbours}: AdmetExplanation): HTMLElement {
  if (verdict.refused !== null)
    return html`<section class="admet-card"><p class="admet-refused">No prediction: ${verdict.refused}.</p></section>`;
  const rows = cards.flatMap((card, model) => {
    const prediction = verdict.predictions[model];
    return prediction ? [{card, prediction, near: neighbours[model] ?? []}] : [];
  });
  return html`<section class="admet-card">
    ${GROUPS.map((group) => {
      const ofGroup = rows.filter(({card}) => card.endpoint.group === group);
      return ofGroup.length > 0 ? groupTable(group, ofGroup) : null;
    })}
  </section>`;
}

interface CardRow {
  readonly card: ModelCard;
  readonly prediction: AdmetPrediction;
  readonly near: readonly Neighbour[];
}

function groupTable(group: AdmetGroup, rows: readonly CardRow[]): HTMLElement {
  return html`<table class="admet-group">
    <caption>
      ${group[0]?.toUpperCase()}${group.slice(1)}
    </caption>
    <thead>
      <tr>
        <th scope="col">Endpoint</th>
        <th scope="col">Reads</th>
        <th scope="col" class="number">Predicted</th>
        <th scope="col">80 % confidence</th>
        <th scope="col" class="number">Drugs below, %</th>
        <th scope="col">Domain</th>
        <th scope="col">Nearest measured</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(cardRow)}
    </tbody>
  </table>`;
}

function cardRow({card, prediction, near}: CardRow): HTMLElement {
  const {label, about, unit, kind, id} = card.endpoint;
  const value = numberOf(prediction);
  const word = value === null ? null : verdictWord(id, value);
  const percentile = value === null ? null : drugPercentile(card, value);
  const shownUnit = kind === "class" ? "probability" : unit;
  return html`<tr>
    <th scope="row" title=${about}><a href="./about/models/${id}">${label}</a></th>
    <td class="admet-verdict">${word === null ? "" : html`<span aria-hidden="true">${SHAPES[word]}</span> ${word}`}</td>
    <td class="number">${value === null ? "not predictive here" : `${number(value)} ${shownUnit}`}</td>
    <td>${confidence(prediction)}</td>
    <td class="number">${percentile ?? ""}</td>
    <td>${DOMAIN_WORDS[prediction.domain]}</td>
    <td>${neighbourList(near, kind)}</td>
  </tr>`;
}

function confidence(prediction: AdmetPrediction): string {
  if (prediction.kind === "regression") return `${number(prediction.low)} to ${number(prediction.high)}`;
  if (prediction.kind === "not-predictive") return "";
  return {yes: "yes", no: "no", either: "yes or no", neither: "unlike both"}[prediction.set];
}

function neighbourList(near: readonly Neighbour[], kind: "class" | "regression"): HTMLElement {
  const measured = (value: number): string => (kind === "class" ? (value >= 0.5 ? "yes" : "no") : number(value));
  const [nearest] = near;
  return html`<details>
    <summary>${nearest ? `${measured(nearest.value)} at ${nearest.similarity.toFixed(2)}` : "none"}</summary>
    <ol class="admet-neighbours">
      ${near.map(
        ({smiles, similarity, value}) =>
          html`<li>${measured(value)}, similarity ${similarity.toFixed(2)}: <code>${smiles}</code></li>`
      )}
    </ol>
  </details>`;
}
