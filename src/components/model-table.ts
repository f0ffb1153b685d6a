import {html} from "htl";
import {isClassDoubt, type ModelCard} from "../admet/model-card.js";
import {metricWords} from "../tables/admet-endpoints.js";
import {ADMET_PUBLISHED} from "../tables/admet-published.js";

/** Every model with its cross-validated metric, a published figure, coverage and calibration; links to its card. */
export function modelTable(cards: readonly ModelCard[]): HTMLElement {
  return html`<table class="model-table">
    <caption>
      ${cards.length} endpoints; metric is the benchmark's own, mean ± standard deviation over five scaffold splits.
    </caption>
    <thead>
      <tr>
        <th scope="col">Endpoint</th>
        <th scope="col" class="number">Molecules</th>
        <th scope="col">Metric</th>
        <th scope="col" class="number">Ours</th>
        <th scope="col" class="number">Published</th>
        <th scope="col" class="number">Coverage, %</th>
        <th scope="col" class="number">ECE</th>
        <th scope="col">Shown</th>
      </tr>
    </thead>
    <tbody>
      ${cards.map(modelRow)}
    </tbody>
  </table>`;
}

function modelRow(card: ModelCard): HTMLElement {
  const {endpoint, doubt, molecules, skill} = card;
  const published = ADMET_PUBLISHED.find((figure) => figure.endpoint === endpoint.id);
  const metric = card.metrics[published?.metric ?? endpoint.metric];
  const coverage = doubt.coverage.all.mean;
  return html`<tr>
    <th scope="row"><a href="./${endpoint.id}">${endpoint.label}</a></th>
    <td class="number">${molecules.toLocaleString("en")}</td>
    <td>${metricWords(published?.metric ?? endpoint.metric)}</td>
    <td class="number">${metric ? spread(metric.mean, metric.sd) : ""}</td>
    <td class="number">
      ${published ? html`<a href="https://doi.org/${published.doi}" title=${published.method}>${spread(published.value, published.sd)}</a>` : ""}
    </td>
    <td class="number">${coverage === null ? "" : (100 * coverage).toFixed(1)}</td>
    <td class="number">${isClassDoubt(doubt) ? doubt.ece.toFixed(3) : ""}</td>
    <td>${skill.shown ? "yes" : "no: not predictive"}</td>
  </tr>`;
}

/** A mean with its standard deviation where there is one. */
export function spread(mean: number, sd: number | null): string {
  return sd === null ? mean.toFixed(3) : `${mean.toFixed(3)} ± ${sd.toFixed(3)}`;
}
