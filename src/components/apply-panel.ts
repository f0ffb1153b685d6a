import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {findCell} from "../tables/text-column.js";
import type {Transformation} from "../series/transformations.js";
import {tellOfProducts} from "./product-facts.js";
import type {SeriesContext} from "./series-context.js";
import {compoundAddress, ownCompound} from "./compound-address.js";
import {structure} from "./structure.js";

const PRODUCT = {width: 150, height: 100} as const;

/** The compound that a text means: an id or name of the set, else the text itself as SMILES. */
function findCompound(
  {model: {set, chemistry}}: SeriesContext,
  text: string
): {readonly smiles: string; readonly row: number} {
  const wanted = text.trim().toLowerCase();
  for (let row = 0; row < set.rowCount; row++)
    for (const name of ["compound_id", "name"])
      if (String(set.cell(name, row) ?? "").toLowerCase() === wanted) return {smiles: chemistry.smiles(row), row};
  return {smiles: text.trim(), row: -1};
}

/** Makes of a compound what the transformation makes of it, with the value that the pairs let expect. */
export function applyPanel(context: SeriesContext, one: Transformation, label: string): HTMLElement {
  const field = html<HTMLInputElement>`<input
    type="text"
    size="22"
    aria-label="Compound to change: an id of the set, or SMILES"
    placeholder="Id or SMILES"
  />`;
  const button = html<HTMLButtonElement>`<button type="button">Apply</button>`;
  const said = html<HTMLElement>`<div role="status"></div>`;
  const form = html<HTMLFormElement>`<form class="apply-panel"><span>Apply to</span>${field}${button}</form>`;
  const apply = async (): Promise<void> => {
    if (field.value.trim() === "") return;
    const {smiles, row} = findCompound(context, field.value);
    const {signal} = new AbortController();
    const answer = await context.model.chemistry.pool.set("apply", {smiles, from: one.from, to: one.to}, {signal});
    said.replaceChildren(products(context, {one, label, row, answer}));
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    apply().catch((error: unknown) => {
      said.textContent = `It could not be applied: ${error instanceof Error ? error.message : String(error)}`;
    });
  };
  button.onclick = () => {
    form.requestSubmit();
  };
  button.type = "button";
  return html<HTMLElement>`<section aria-label="Apply the transformation">${form}${said}</section>`;
}

function products(
  context: SeriesContext,
  {
    one,
    label,
    row,
    answer
  }: {
    readonly one: Transformation;
    readonly label: string;
    readonly row: number;
    readonly answer: {readonly smiles: string | null; readonly products: readonly string[]};
  }
): HTMLElement {
  if (answer.smiles === null)
    return html<HTMLElement>`<p>That is neither an id of this set nor a SMILES that can be read.</p>`;
  if (answer.products.length === 0)
    return html<HTMLElement>`<p>This compound does not hold the part that is exchanged.</p>`;
  const before = context.state.value.change === "" ? (context.activity()?.exact[row] ?? NaN) : NaN;
  const expected = Number.isNaN(before)
    ? `${label} is expected to change by ${one.mean.toFixed(2)}.`
    : `${label}: ${formatNumber(before)} measured, ${formatNumber(before + one.mean)} expected${one.deviation === null ? "" : ` (spread of single changes ${formatNumber(one.deviation)})`}.`;
  const places = answer.products.map((smiles) => ({
    smiles,
    place: html<HTMLElement>`<div class="product-facts"></div>`
  }));
  // What failed is told in the places.
  tellOfProducts(places, context.state.value.admet, new AbortController().signal).catch(() => undefined);
  return html<HTMLElement>`<div>
    <p>${expected}</p>
    <ul class="member-list is-wide">
      ${places.map(({smiles, place}) => {
        const known = findCell(context.model.set.textColumn("smiles"), smiles);
        const address = compoundAddress(ownCompound(smiles));
        return html`<li>
          <a href=${address}>${structure(smiles, PRODUCT)}</a>
          <span
            >${known < 0 ? "not in this set" : `in this set: ${String(context.model.set.cell("compound_id", known))}`}</span
          >
          ${place}
        </li>`;
      })}
    </ul>
  </div>`;
}
