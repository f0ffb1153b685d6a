import {html} from "htl";
import {compoundAddress, ownCompound} from "./compound-address.js";
import type {GridCell} from "../series/r-group-grid.js";
import {type Product, tellOfProducts} from "./product-facts.js";
import type {Decomposed} from "./r-group-data.js";
import type {SeriesContext} from "./series-context.js";
import {structure} from "./structure.js";

/** An empty cell of a matrix that additivity says something of. */
export type MadeCell = GridCell & {readonly predicted: NonNullable<GridCell["predicted"]>};

const MOST_MADE = 48;
const MADE = {width: 170, height: 110} as const;

/**
 * Compounds that nobody has made, each with what additivity expects, the support behind it and its structure; null when
 * there are none.
 *
 * @param pause awaited after each, so that the page can answer meanwhile
 */
export async function makeListNode(
  context: SeriesContext,
  decomposed: Decomposed,
  cells: readonly MadeCell[],
  pause: () => Promise<void>
): Promise<HTMLElement | null> {
  const list = cells.slice(0, MOST_MADE);
  if (list.length === 0) return null;
  const items = html<HTMLElement>`<ol class="member-list"></ol>`;
  const tell = html<HTMLButtonElement>`<button type="button" disabled>
    Properties and ADMET predictions of these
  </button>`;
  for (const cell of list) {
    items.append(itemOf(cell));
    await pause();
  }
  void fillIn(context, decomposed, list, {items, tell});
  return html<HTMLElement>`<section class="make-list" aria-label="Make-list">
    <h3>Not made yet: what additivity expects of the empty cells, highest first</h3>
    ${items}
    <p>${tell}</p>
    <p class="note">80 % prediction intervals; other positions carry their commonest part.</p>
  </section>`;
}

const itemOf = ({predicted, parts}: MadeCell): HTMLElement =>
  html<HTMLElement>`<li data-parts=${JSON.stringify(parts)}>
    <span class="made-structure"></span>
    <span
      ><b class="member-value">${predicted.value.toFixed(1)}</b> ${predicted.interval[0].toFixed(1)} to
      ${predicted.interval[1].toFixed(1)} <small>each part n ≥ ${predicted.support}</small></span
    >
    <div class="product-facts"></div>
  </li>`;

/** The compound that would fill an empty cell, drawn when it has been put together, with the offer to work out what is known of such. */
export function madeNode(context: SeriesContext, decomposed: Decomposed, cell: GridCell): HTMLElement {
  const tell = html<HTMLButtonElement>`<button type="button" disabled>Properties and ADMET predictions</button>`;
  const node = html<HTMLElement>`<div class="made-compound">
    <span class="made-structure"></span>
    <p>${tell}</p>
    <div class="product-facts"></div>
  </div>`;
  void fillIn(context, decomposed, [cell], {items: node, tell});
  return node;
}

/** Draws the compounds when they have been put together, and offers what is worked out of them. */
async function fillIn(
  context: SeriesContext,
  {table}: Decomposed,
  list: readonly GridCell[],
  {items, tell}: {readonly items: HTMLElement; readonly tell: HTMLButtonElement}
): Promise<void> {
  const ask = {core: table.core ?? "", parts: list.map(({parts}) => Object.values(parts))};
  const {signal} = new AbortController();
  const made = await context.model.chemistry.pool.set("assemble", ask, {signal}).catch(() => []);
  items.querySelectorAll<HTMLElement>(".made-structure").forEach((place, i) => {
    place.replaceChildren(made[i] ? drawn(made[i]) : "It cannot be put together.");
  });
  const places = [...items.querySelectorAll<HTMLElement>(".product-facts")];
  const products = places.flatMap((place, i): Product[] => (made[i] ? [{smiles: made[i], place}] : []));
  tell.disabled = products.length === 0;
  tell.onclick = () => {
    tell.hidden = true;
    // What failed is told in the places.
    tellOfProducts(products, context.state.value.admet, signal).catch(() => undefined);
  };
}

const drawn = (smiles: string): HTMLElement =>
  html<HTMLElement>`<a href=${compoundAddress(ownCompound(smiles))}>${structure(smiles, MADE)}</a>`;
