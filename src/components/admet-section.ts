import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import type {DrugReference} from "../admet/drug-reference.js";
import {createAdmetClient, type AdmetClient} from "../workers/admet-client.js";
import {admetUrls} from "../workers/admet-urls.js";
import {admetCard} from "./admet-card.js";

let client: AdmetClient | undefined;

/** One worker with the models for all cards of the page, started on first use. */
const engine = (): AdmetClient => (client ??= createAdmetClient(admetUrls, 1));

/**
 * The ADMET card of a structure, made when it is asked for: the models and their neighbours weigh some megabytes.
 *
 * @param smiles structure; salts are predicted for their largest part
 */
export function admetSection(smiles: string): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button">Predict ADMET in this browser</button>`;
  const node = html<HTMLElement>`<div>
    <p class="note">
      Models, their error and their domain have <a href="./about/models/">a card each</a>. Nothing is sent anywhere.
    </p>
    ${button}
  </div>`;
  button.onclick = async () => {
    button.disabled = true;
    button.textContent = "Predicting…";
    try {
      const [cards, explanation, classes] = await Promise.all([
        engine().cards(),
        engine().explain(smiles),
        FileAttachment("../data/admet-classes.json").json<readonly DrugReference[]>()
      ]);
      node.replaceChildren(admetCard(cards, explanation, (model) => engine().why(smiles, model), classes));
    } catch (error) {
      node.replaceChildren(failed(error));
    }
  };
  return node;
}

function failed(error: unknown): HTMLElement {
  return html<HTMLElement>`<div class="state" role="alert">
    <h3>No prediction</h3>
    <p>${error instanceof Error ? error.message : String(error)}</p>
  </div>`;
}
