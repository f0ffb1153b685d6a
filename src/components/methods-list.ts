import {html} from "htl";
import type {PropertyRule} from "../alerts/property-rules.js";
import {descriptorColumns} from "../tables/descriptor-columns.js";
import type {Column} from "../tables/table.js";
import type {MethodCitation} from "../tables/method-citation.js";
import {doiLink} from "./sources-table.js";

/** Every method of the code that follows a paper, by folder. */
export function methodsList(methods: readonly MethodCitation[]): HTMLElement {
  const folders = [...new Set(methods.map(({folder}) => folder))];
  return html<HTMLElement>`<div>
    ${folders.map((folder) => {
      const rows = methods.filter((method) => method.folder === folder);
      return html`<section>
        <h3><code>src/${folder}</code></h3>
        <table class="plain-table">
          <tbody>
            ${rows.map(methodRow)}
          </tbody>
        </table>
      </section>`;
    })}
  </div>`;
}

function methodRow({name, about, dois}: MethodCitation): HTMLElement {
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${about}${dois.map(doiLink)}</td>
  </tr>`;
}

/** The property rules with every limit and its paper. */
export function rulesTable(rules: readonly PropertyRule[]): HTMLElement {
  return html<HTMLElement>`<table class="plain-table">
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">Limits</th>
        <th scope="col">May break</th>
        <th scope="col">Source</th>
      </tr>
    </thead>
    <tbody>
      ${rules.map(ruleRow)}
    </tbody>
  </table>`;
}

function ruleRow({name, limits, allowed, citation, doi}: PropertyRule): HTMLElement {
  const words = limits.map(({property, min, max}) => {
    const column: Column | undefined = property === "n_carbons" ? undefined : descriptorColumns[property];
    const label = `${column?.label ?? "carbons"}${column?.unit ? ` (${column.unit})` : ""}`;
    if (min !== null && max !== null) return `${label} ${String(min)} to ${String(max)}`;
    return min !== null ? `${label} ≥ ${String(min)}` : `${label} ≤ ${String(max)}`;
  });
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${words.join("; ")}</td>
    <td>${String(allowed)}</td>
    <td>${citation}${doiLink(doi)}</td>
  </tr>`;
}
