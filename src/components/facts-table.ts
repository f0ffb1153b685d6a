import {html} from "htl";

/** A cell of a table of facts; null is shown as missing. */
export type FactCell = Node | string | number | null;

const cellNode = (cell: FactCell): HTMLElement =>
  cell === null
    ? html`<td class="is-missing"><span class="visually-hidden">missing</span></td>`
    : html`<td class=${typeof cell === "number" ? "num" : ""}>
        ${typeof cell === "number" ? cell.toLocaleString("en", {maximumSignificantDigits: 4}) : cell}
      </td>`;

/** A small table: first column heads its row. Long ones scroll within the page. */
export function factsTable(heads: readonly string[], rows: readonly (readonly FactCell[])[]): HTMLElement {
  return html<HTMLElement>`<div class="wide-table" tabindex="0" role="region" aria-label=${heads.join(", ")}>
    <table class="facts">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first ?? ""}</th>
              ${rest.map(cellNode)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** A section of a page that answers a question. */
export const questionSection = (question: string, ...content: readonly (Node | string)[]): HTMLElement =>
  html<HTMLElement>`<section>
    <h2>${question}</h2>
    ${content}
  </section>`;
