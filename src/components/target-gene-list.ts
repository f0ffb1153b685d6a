import {html} from "htl";
import {matchGenes, parseGeneList} from "../state/gene-list.js";
import type {UrlState} from "../state/url-state.js";
import type {TargetModel, TargetState} from "./target-model.js";
import {openFileButton} from "./open-file-button.js";

/** A list of genes, pasted or opened: only what it names is shown; names that match nothing are listed. */
export function targetGeneList(model: TargetModel, state: UrlState<TargetState>): HTMLElement {
  const field = html<HTMLTextAreaElement>`<textarea
    rows="4"
    aria-label="Genes, one a line"
    placeholder="Symbols or Ensembl ids, one a line or separated by commas"
  ></textarea>`;
  const file = openFileButton({
    ...{words: "Open file", label: "File with genes", accept: ".txt,.csv,.tsv,.json"},
    onFiles: ([given]) => {
      void given.text().then((text) => {
        field.value = text;
        set(text);
      });
    }
  });
  const apply = html<HTMLButtonElement>`<button type="button">Show these</button>`;
  const clear = html<HTMLButtonElement>`<button type="button" class="quiet">Show all again</button>`;
  const outcome = html`<div role="status"></div>`;
  const set = (text: string): void => {
    state.set({genes: parseGeneList(text)});
  };
  apply.onclick = () => {
    set(field.value);
  };
  clear.onclick = () => {
    field.value = "";
    set("");
  };
  const update = (): void => {
    const {genes} = state.value;
    clear.hidden = genes.length === 0;
    outcome.replaceChildren(...(genes.length === 0 ? [] : [matchWords(model, genes)]));
    if (field.value === "" && genes.length > 0) field.value = genes.join("\n");
  };
  state.subscribe(update);
  update();
  return html<HTMLElement>`<details class="gene-list">
    <summary><h2>Gene list</h2></summary>
    ${field}
    <div class="gene-list-tools">${apply}${clear}${file}</div>
    ${outcome}
  </details>`;
}

function matchWords(model: TargetModel, genes: readonly string[]): HTMLElement {
  const {found, unmatched} = matchGenes(genes, model.board.targets);
  return html<HTMLElement>`<p class="note">
    ${String(found.length)} targets found for ${String(genes.length)} names.
    ${unmatched.length === 0 ? "" : html`Not among the targets of the disease: <code>${unmatched.join(", ")}</code>`}
  </p>`;
}
