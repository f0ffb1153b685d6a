import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import type {AlertSet} from "../alerts/structural-alerts.js";
import {findAlertsOf} from "../workers/alerts-client.js";
import type {FoundAlert} from "../workers/alerts-protocol.js";
import {structure} from "./structure.js";

interface AlertTable {
  readonly sets: readonly AlertSet[];
}

/** Structural alerts of a compound, with the atoms that carry the chosen one. */
export function alertSection(smiles: string, signal: AbortSignal): HTMLElement {
  const node = html<HTMLElement>`<div class="alert-section" role="status">Looking for 1,585 patterns…</div>`;
  void FileAttachment("../data/alerts.json")
    .json<AlertTable>()
    .then(async ({sets}) => {
      const found = await findAlertsOf(sets, smiles, signal);
      node.replaceChildren(found.length === 0 ? noAlert(sets) : alertList(smiles, sets, found));
    })
    .catch((error: unknown) => {
      if (!signal.aborted) node.textContent = `The alerts could not be looked for: ${String(error)}`;
    });
  return node;
}

const noAlert = (sets: readonly AlertSet[]): HTMLElement =>
  html`<p>None of the patterns of ${sets.map(({name}) => name).join(", ")} occurs. That is no proof of safety.</p>`;

function alertList(smiles: string, sets: readonly AlertSet[], found: readonly FoundAlert[]): HTMLElement {
  const picture = html<HTMLElement>`<div class="alert-picture"></div>`;
  const buttons = found.map((alert) => {
    const button = html<HTMLButtonElement>`<button type="button">${alert.name.replace(/\(\d+\)$/, "")}</button>`;
    const show = (): void => {
      for (const other of buttons) other.button.setAttribute("aria-pressed", String(other.button === button));
      const highlights = alert.atoms.map((atoms) => ({kind: "alert" as const, atoms}));
      const label = `${alert.name} on ${String(alert.atoms.length)} place${alert.atoms.length === 1 ? "" : "s"}`;
      picture.replaceChildren(structure(smiles, {width: 320, height: 220, style: "page", label, highlights}));
    };
    button.onclick = show;
    return {alert, button, show};
  });
  const rows = sets
    .map((set) => ({set, own: buttons.filter(({alert}) => alert.set === set.id)}))
    .filter(({own}) => own.length > 0)
    .map(
      ({set, own}) =>
        html`<tr title=${set.citation}>
          <th scope="row">
            ${set.doi === null ? set.name : html`<a href=${`https://doi.org/${set.doi}`} rel="noreferrer">${set.name}</a>`}
          </th>
          <td>${own.map(({button}) => button)}</td>
        </tr>`
    );
  buttons[0]?.show();
  const clear = sets.filter(({id}) => !found.some(({set}) => set === id)).map(({name}) => name);
  return html<HTMLElement>`<div class="alert-result">
    <div>
      <table class="facts">
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col">Alerts, to be shown on the atoms</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <p class="note">
        ${clear.length > 0 ? `None of ${clear.join(", ")}. ` : ""}An alert is a reason to look, not a verdict.
      </p>
    </div>
    ${picture}
  </div>`;
}
