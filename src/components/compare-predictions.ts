import {html} from "htl";
import type {AdmetExplanation} from "../admet/explain.js";
import {numberOf} from "../admet/reading.js";
import {createAdmetClient} from "../workers/admet-client.js";
import {admetUrls} from "../workers/admet-urls.js";
import {type CompareLine, compareTable} from "./compare-table.js";

/** Predictions of several structures side by side, made when they are asked for; ADMET models weigh some megabytes. */
export function comparePredictions(
  names: readonly string[],
  smiles: readonly string[],
  signal: AbortSignal
): HTMLElement {
  const place = html<HTMLElement>`<div></div>`;
  const button = html<HTMLButtonElement>`<button type="button">Predict ADMET in this browser</button>`;
  button.onclick = () => {
    button.disabled = true;
    button.textContent = "Predicting…";
    void predict(names, smiles, signal).then(
      (table) => {
        place.replaceChildren(table);
      },
      (error: unknown) => {
        place.textContent = `No prediction: ${error instanceof Error ? error.message : String(error)}`;
        button.disabled = false;
      }
    );
  };
  place.append(button);
  return html<HTMLElement>`<div>${place}</div>`;
}

async function predict(names: readonly string[], smiles: readonly string[], signal: AbortSignal): Promise<HTMLElement> {
  const client = createAdmetClient(admetUrls, 1);
  signal.addEventListener("abort", () => {
    client.dispose();
  });
  const cards = await client.cards();
  const explanations: AdmetExplanation[] = [];
  for (const each of smiles) explanations.push(await client.explain(each));
  client.dispose();
  const lines = cards.flatMap(({endpoint, skill}, model): CompareLine[] => {
    if (!skill.shown) return [];
    const own = explanations.map(({verdict}) => verdict.predictions?.[model] ?? null);
    return [
      {
        label: endpoint.label,
        unit: own.some((each) => each?.kind === "class") ? "probability" : endpoint.unit,
        about: "Interval, domain and measured neighbours stand on the page of each compound.",
        values: own.map((each) => (each ? numberOf(each) : null))
      }
    ];
  });
  return html<HTMLElement>`<div>
    ${compareTable(names, lines)}
    <p class="note">
      A difference smaller than a model's interval says nothing: intervals, domains and measured neighbours are on the
      page of each compound. Models that do not predict are left out.
    </p>
  </div>`;
}
