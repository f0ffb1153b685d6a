import {html} from "htl";
import type {AdmetExplanation, MeasuredNeighbour} from "../admet/explain.js";
import type {DrugReference} from "../admet/drug-reference.js";
import type {ModelCard} from "../admet/model-card.js";
import type {AdmetPrediction} from "../admet/prediction.js";
import {drugPercentile, numberOf, verdictWord} from "../admet/reading.js";
import type {PredictionReasons} from "../admet/reasons.js";
import {formatNumber} from "../base/format-number.js";
import type {AdmetEndpoint, AdmetGroup} from "../tables/admet-endpoints.js";
import {ADMET_LIMITS, type AdmetVerdictWord} from "../tables/admet-limits.js";
import {admetRadar} from "./admet-radar.js";
import {admetReasons} from "./admet-reasons.js";

const GROUPS: readonly AdmetGroup[] = ["absorption", "distribution", "metabolism", "excretion", "toxicity"];
const SHAPES: Readonly<Record<AdmetVerdictWord, string>> = {favourable: "●", caution: "▲", unfavourable: "■"};
const DOMAIN_WORDS = {in: "inside", edge: "edge", out: "outside"} as const;
const N_COLUMNS = 8;

/** Finds why a model, by its place among the cards, answers as it does. */
export type AskWhy = (model: number) => Promise<PredictionReasons | null>;

/**
 * What is measured and predicted of one compound, grouped A-D-M-E-T: the measured value of the compound or of the one
 * most like it, then the prediction with its 80 % interval or set, verdict as shape and word by cited limits, share of
 * approved drugs below, likeness to the training molecules, and why on request.
 * @param classes drugs of one ATC class each, to compare with instead of all; may be empty
 */
export function admetCard(
  cards: readonly ModelCard[],
  explanation: AdmetExplanation,
  askWhy: AskWhy,
  classes: readonly DrugReference[]
): HTMLElement {
  const {verdict, neighbours} = explanation;
  if (verdict.refused !== null)
    return html`<section class="admet-card"><p class="admet-refused">No prediction: ${verdict.refused}.</p></section>`;
  const rows = cards.flatMap((card, model) => {
    const prediction = verdict.predictions[model];
    return prediction ? [{card, prediction, near: neighbours[model] ?? [], why: () => askWhy(model)}] : [];
  });
  const node = html<HTMLElement>`<section class="admet-card">
    ${admetRadar(cards, explanation)}
    ${referenceChooser(classes, (reference) => {
      showPercentiles(node, rows, reference);
    })}
    ${GROUPS.map((group) => {
      const ofGroup = rows.filter(({card}) => card.endpoint.group === group);
      return ofGroup.length > 0 ? groupTable(group, ofGroup) : null;
    })}
    <p class="note">
      ● favourable, ▲ caution, ■ unfavourable for a drug taken by mouth; the limits and their source are named on the
      verdict and on each model's page. Endpoints without an agreed limit have no verdict.
    </p>
  </section>`;
  showPercentiles(node, rows, null);
  return node;
}

/** Chooses the drugs that predictions are compared with; says what is missing where there is no choice. */
function referenceChooser(
  classes: readonly DrugReference[],
  onChoose: (reference: DrugReference | null) => void
): HTMLElement {
  if (classes.length === 0)
    return html`<p class="note">
      Compared with all approved drugs of the project; its drug records carry no ATC codes, <code>npm run data</code>
      brings them.
    </p>`;
  const select = html<HTMLSelectElement>`<select>
    <option value="">all approved drugs</option>
    ${classes.map(({name, n}, place) => html`<option value=${String(place)}>${name}, ${String(n)}</option>`)}
  </select>`;
  select.onchange = () => {
    onChoose(select.value === "" ? null : (classes[Number(select.value)] ?? null));
  };
  return html`<p class="admet-reference"><label>Compared with ${select}</label></p>`;
}

/** Fills the column of percentiles. */
function showPercentiles(node: HTMLElement, rows: readonly CardRow[], reference: DrugReference | null): void {
  for (const {card, prediction} of rows) {
    const {id} = card.endpoint;
    const value = numberOf(prediction);
    const quantiles = reference ? (reference.quantiles[id] ?? []) : card.drugQuantiles;
    const cell = node.querySelector(`[data-percentile="${id}"]`);
    if (cell) cell.textContent = value === null ? "" : String(drugPercentile(quantiles, value) ?? "");
  }
}

interface CardRow {
  readonly card: ModelCard;
  readonly prediction: AdmetPrediction;
  readonly near: readonly MeasuredNeighbour[];
  readonly why: () => Promise<PredictionReasons | null>;
}

function groupTable(group: AdmetGroup, rows: readonly CardRow[]): HTMLElement {
  return html`<div class="wide-table" tabindex="0" role="region" aria-label=${`Predictions, ${group}`}>
    <table class="admet-group">
      <caption>
        ${group[0]?.toUpperCase()}${group.slice(1)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col">Measured</th>
          <th scope="col" class="number">Predicted</th>
          <th scope="col">80 % confidence</th>
          <th scope="col">Reads</th>
          <th scope="col" class="number">Drugs below, %</th>
          <th scope="col">Domain</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(cardRow)}
      </tbody>
    </table>
  </div>`;
}

function cardRow(row: CardRow): HTMLElement {
  const {card, prediction, near} = row;
  const {label, about, unit, kind, id} = card.endpoint;
  const value = numberOf(prediction);
  const shownUnit = kind === "class" ? "probability" : unit;
  return html`<tr>
    <th scope="row" title=${about}><a href="./about/models/${id}">${label}</a></th>
    <td>${measuredCell(card.endpoint, near)}</td>
    <td class="number">${value === null ? "not predictive here" : `${formatNumber(value)} ${shownUnit}`}</td>
    <td>${confidence(prediction)}</td>
    <td class="admet-verdict">${value === null ? "" : verdictCell(id, value)}</td>
    <td class="number" data-percentile=${id}></td>
    <td>${DOMAIN_WORDS[prediction.domain]}</td>
    <td>${whyButton(row)}</td>
  </tr>`;
}

function verdictCell(id: string, value: number): Node | string {
  const word = verdictWord(id, value);
  const limits = ADMET_LIMITS[id];
  if (word === null || !limits) return "";
  const title = `Favourable from ${String(limits.favourable[0])} to ${String(limits.favourable[1])}, doi:${limits.doi}`;
  return html`<span title=${title}><span aria-hidden="true">${SHAPES[word]}</span> ${word}</span>`;
}

function measuredCell({kind}: AdmetEndpoint, [nearest]: readonly MeasuredNeighbour[]): Node | string {
  if (!nearest) return "none";
  const value = kind === "class" ? (nearest.value >= 0.5 ? "yes" : "no") : formatNumber(nearest.value);
  return nearest.isSame
    ? html`<strong>${value}</strong> this molecule`
    : html`<span class="muted">${value} at similarity ${nearest.similarity.toFixed(2)}</span>`;
}

function confidence(prediction: AdmetPrediction): string {
  if (prediction.kind === "regression") return `${formatNumber(prediction.low)} to ${formatNumber(prediction.high)}`;
  if (prediction.kind === "not-predictive") return "";
  return {yes: "yes", no: "no", either: "yes or no", neither: "unlike both"}[prediction.set];
}

/** Opens a row under its own with what drove the prediction; closes it again. */
function whyButton({card: {endpoint}, near, why}: CardRow): HTMLElement {
  const button = html<HTMLButtonElement>`<button
    type="button"
    class="quiet"
    aria-expanded="false"
    aria-label=${`Why: ${endpoint.label}`}
  >
    Why
  </button>`;
  let opened: HTMLElement | null = null;
  button.onclick = () => {
    button.setAttribute("aria-expanded", String(opened === null));
    if (opened) {
      opened.remove();
      opened = null;
      return;
    }
    const cell = html<HTMLElement>`<td colspan=${N_COLUMNS}><span role="status">Asking the model</span></td>`;
    opened = html<HTMLElement>`<tr>
      ${cell}
    </tr>`;
    button.closest("tr")?.after(opened);
    why().then(
      (reasons) => {
        cell.replaceChildren(admetReasons(endpoint, reasons, near));
      },
      (error: unknown) => {
        cell.textContent = error instanceof Error ? error.message : String(error);
      }
    );
  };
  return button;
}
