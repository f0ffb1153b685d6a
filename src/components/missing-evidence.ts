import {html} from "htl";

/** Says that something was not fetched for this project, and which command brings it; missing is not "none". */
export function missingEvidence(what: string, ...sources: readonly string[]): HTMLElement {
  const command = `npm run data -- ${sources.map((source) => `--only ${source}`).join(" ")}`;
  return html`<div class="state">
    <h3>Not fetched: ${what}</h3>
    <p>
      This says nothing about how much there is. The embedded data of a project hold none; on a machine with a network,
      run the command below, then <code>npm run build</code>.
    </p>
    <p><code>${command}</code></p>
  </div>`;
}
