import {html} from "htl";
import type {ModelCard} from "../admet/model-card.js";
import type {AdmetEndpoint, AdmetGroup} from "../tables/admet-endpoints.js";

const GROUPS: readonly AdmetGroup[] = ["absorption", "distribution", "metabolism", "excretion", "toxicity"];

const COLUMNS_NOTE =
  "Each becomes columns to filter, sort and weigh: the value; the ends of its 80 % interval (ask for a high end below a " +
  "limit to keep what is confidently below it); steps outside the model's domain; where one end is better, the " +
  "probability of being among the best 100.";

/** A button that opens the list of endpoints, `initial` ones chosen; those whose model does not predict cannot be chosen. */
export function endpointChooser(
  loadCards: () => Promise<readonly ModelCard[]>,
  initial: readonly string[],
  onStart: (endpoints: readonly AdmetEndpoint[]) => void
): HTMLElement {
  const chosen = new Set(initial);
  let known: readonly AdmetEndpoint[] = [];
  const start = html<HTMLButtonElement>`<button type="button" class="primary" disabled>Predict</button>`;
  const list = html<HTMLElement>`<div><p role="status">Reading the model cards</p></div>`;
  const node = html<HTMLDetailsElement>`<details class="column-chooser endpoint-chooser">
    <summary class="button">Predict ADMET</summary>
    ${list}
  </details>`;
  const refresh = (): void => {
    start.disabled = chosen.size === 0;
    start.textContent = chosen.size === 0 ? "Predict" : `Predict ${String(chosen.size)}`;
  };
  refresh();
  start.onclick = () => {
    node.open = false;
    onStart(known.filter(({id}) => chosen.has(id)));
  };
  let isLoaded = false;
  node.addEventListener("toggle", () => {
    if (isLoaded) return;
    isLoaded = true;
    loadCards().then(
      (cards) => {
        known = cards.map(({endpoint}) => endpoint);
        list.replaceChildren(
          html`<p class="note">${COLUMNS_NOTE}</p>`,
          html`<div>${choices(cards, chosen, refresh)}</div>`,
          html`<p>${start} ${allOrNone(list)}</p>`
        );
      },
      (error: unknown) => {
        isLoaded = false;
        list.textContent = `The model cards could not be read: ${error instanceof Error ? error.message : String(error)}`;
      }
    );
  });
  return node;
}

/** Buttons that choose every endpoint that can be chosen, and none. */
function allOrNone(list: HTMLElement): HTMLElement[] {
  return (["All", "None"] as const).map((words) => {
    const button = html<HTMLButtonElement>`<button type="button">${words}</button>`;
    button.onclick = () => {
      for (const box of list.querySelectorAll<HTMLInputElement>("input:enabled")) {
        if (box.checked !== (words === "All")) box.click();
      }
    };
    return button;
  });
}

function choices(cards: readonly ModelCard[], chosen: Set<string>, onChange: () => void): HTMLElement[] {
  return GROUPS.map((group) => {
    const ofGroup = cards.filter(({endpoint}) => endpoint.group === group);
    return html<HTMLElement>`<fieldset>
      <legend>${group[0]?.toUpperCase()}${group.slice(1)}</legend>
      ${ofGroup.map((card) => choice(card, chosen, onChange))}
    </fieldset>`;
  });
}

function choice({endpoint, skill}: ModelCard, chosen: Set<string>, onChange: () => void): HTMLElement {
  const box = html<HTMLInputElement>`<input
    type="checkbox"
    disabled=${!skill.shown}
    checked=${chosen.has(endpoint.id)}
  />`;
  box.onchange = () => {
    if (box.checked) chosen.add(endpoint.id);
    else chosen.delete(endpoint.id);
    onChange();
  };
  const note = skill.shown ? "" : html` <span class="muted">not predictive</span>`;
  return html<HTMLElement>`<label title=${endpoint.about}>${box}${endpoint.label}${note}</label>`;
}
