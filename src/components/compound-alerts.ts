import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import type {AlertSet} from "../alerts/structural-alerts.js";
import {formatCount} from "../base/format-number.js";
import type {AlertRateRow} from "../tables/alert-rates.js";
import {findAlertsOf} from "../workers/alerts-client.js";
import type {FoundAlert} from "../workers/alerts-protocol.js";
import {structure} from "./structure.js";

const PICTURE = {width: 320, height: 220, style: "page"} as const;

/** How many approved drugs carry an alert, in words; empty where the project publishes none. */
function shareWords({n_drugs, n_drugs_all, drug_share}: AlertRateRow): string {
  if (drug_share === null) return "";
  const percent = 100 * drug_share;
  const shown = percent > 0 && percent < 1 ? "under 1" : String(Math.round(percent));
  return `${formatCount(n_drugs)} of ${formatCount(n_drugs_all)} approved drugs carry it (${shown} %)`;
}

/**
 * The structural alerts of a compound with the share of approved drugs that carry each; a press marks its atoms. They are
 * looked for once more on the first press, in a worker, to know the atoms.
 *
 * @param alerts what the column of that name holds: "set:place" separated by commas
 */
export function compoundAlerts(
  smiles: string,
  alerts: string,
  rates: ReadonlyMap<string, AlertRateRow>,
  picture: HTMLElement
): HTMLElement {
  const known = alerts.split(",").flatMap((id) => rates.get(id) ?? []);
  if (known.length === 0 && alerts !== "")
    return html<HTMLElement>`<p class="small muted">
      ${formatCount(alerts.split(",").length)} found; what they are called is not read yet.
    </p>`;
  if (known.length === 0)
    return html<HTMLElement>`<p class="small muted">No structural alert of the sets looked for.</p>`;
  const said = html<HTMLElement>`<p class="small" role="status"></p>`;
  let found: Promise<readonly FoundAlert[]> | undefined;
  const find = (): Promise<readonly FoundAlert[]> =>
    (found ??= FileAttachment("../data/alerts.json")
      .json<{readonly sets: readonly AlertSet[]}>()
      .then(({sets}) => findAlertsOf(sets, smiles, new AbortController().signal)));
  const buttons = known.map((rate) => {
    const button = html<HTMLButtonElement>`<button type="button" aria-pressed="false">
      ${rate.name.replace(/\(\d+\)$/, "")}
    </button>`;
    button.onclick = async () => {
      said.textContent = "Looking for its atoms";
      try {
        const atoms = (await find()).find(({set, name}) => set === rate.set_id && name === rate.name)?.atoms ?? [];
        const label = `${rate.name} on ${String(atoms.length)} place${atoms.length === 1 ? "" : "s"}`;
        const highlights = atoms.map((each) => ({kind: "alert" as const, atoms: each}));
        picture.replaceChildren(structure(smiles, {...PICTURE, label, highlights}));
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        said.textContent = `Marked: ${label}.`;
      } catch (error) {
        said.textContent = `The atoms could not be found: ${error instanceof Error ? error.message : String(error)}`;
      }
    };
    return button;
  });
  return html<HTMLElement>`<div class="compound-alerts">
    <ul>
      ${known.map(
        (rate, at) =>
          html`<li>${buttons[at]} <span class="muted">${rate.set_name}</span> <span>${shareWords(rate)}</span></li>`
      )}
    </ul>
    ${said}
  </div>`;
}
