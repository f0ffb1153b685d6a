import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {addressedRow, compoundAddress} from "./compound-address.js";
import {decisionButtons} from "./decision-buttons.js";
import {compoundKey} from "../state/shortlist.js";
import {potencyWords} from "./group-columns.js";
import type {SeriesContext} from "./series-context.js";
import type {GroupSummary} from "./series-groups.js";
import {structure} from "./structure.js";

const MOST_SHOWN = 60;
const DRAWING = {width: 150, height: 92} as const;

/** A compound among others, with its value of the activity. */
export function memberCard(context: SeriesContext, row: number, alignTo: string | null = null): HTMLElement {
  const {set, chemistry} = context.model;
  const id = String(set.cell("compound_id", row) ?? "");
  const name = String(set.cell("name", row) ?? id);
  const smiles = chemistry.smiles(row);
  const address = compoundAddress(addressedRow(set, row));
  return html<HTMLElement>`<li>
    ${structure(smiles, {...DRAWING, label: name, alignTo})}
    <span><a href=${address}>${name}</a> ${valueWords(context, row)}</span>
  </li>`;
}

/** The value of a compound in words: a number, a limit, or that nothing was measured. */
export function valueWords(context: SeriesContext, row: number): HTMLElement {
  const activity = context.activity();
  if (activity === null) return html`<span></span>`;
  const exact = activity.exact[row] ?? NaN;
  const below = activity.below[row] ?? NaN;
  const n = activity.records[row] ?? NaN;
  if (Number.isNaN(exact) && Number.isNaN(below))
    return html`<b class="member-value is-missing"><span class="visually-hidden">not measured</span>&ensp;</b>`;
  const words = Number.isNaN(exact) ? `< ${formatNumber(below)}` : formatNumber(exact);
  return html`<b class="member-value" title=${activity.label}>${words}</b
    >${n > 1 ? html`<small> n ${formatCount(n)}</small>` : ""}`;
}

/** Best first, limits after exact values, what was not measured last. */
export function byActivity(context: SeriesContext, rows: readonly number[]): number[] {
  const activity = context.activity();
  if (activity === null) return [...rows];
  const rank = (row: number): number => {
    const exact = activity.exact[row] ?? NaN;
    if (!Number.isNaN(exact)) return exact;
    return Number.isNaN(activity.below[row] ?? NaN) ? -2000 : -1000 + (activity.below[row] ?? 0);
  };
  return [...rows].sort((a, b) => rank(b) - rank(a) || a - b);
}

/** A button that picks rows for all views, or lifts the pick when they are what is picked. */
export function pickButton(context: SeriesContext, rows: readonly number[]): HTMLButtonElement {
  const picked = context.picked();
  const isPicked = picked?.size === rows.length && rows.every((row) => picked.has(row));
  const words = isPicked ? "Lift the pick" : `Pick these ${formatCount(rows.length)}`;
  const button = html<HTMLButtonElement>`<button type="button" class=${isPicked ? "" : "primary"}>${words}</button>`;
  button.onclick = () => {
    context.pick(isPicked ? null : rows);
  };
  return button;
}

/** One group: its structure, what it holds, its compounds from the best down. */
export function groupInspector(
  context: SeriesContext,
  {title, smiles, summary}: {readonly title: string; readonly smiles: string; readonly summary: GroupSummary}
): HTMLElement {
  const ordered = byActivity(context, summary.rows);
  const activity = context.activity();
  return html<HTMLElement>`<div class="group-inspector">
    <h2>${title}</h2>
    ${smiles === "" ? "" : structure(smiles, {width: 320, height: 170, style: "page", label: title})}
    <p>
      <b>${formatCount(summary.rows.length)}</b>
      ${summary.rows.length === 1 ? "compound" : "compounds"}${activity ? html`, ${activity.label}: ${potencyWords(summary)}` : ""}.
    </p>
    <p>${pickButton(context, summary.rows)}</p>
    ${smiles === "" ? "" : html`<p class="compound-smiles"><code>${smiles}</code></p>`}
    <h3>${activity ? "From the best down" : "Compounds"}</h3>
    <ul class="member-list">
      ${ordered.slice(0, MOST_SHOWN).map((row) => memberCard(context, row, smiles === "" ? null : smiles))}
    </ul>
    ${ordered.length > MOST_SHOWN ? html`<p class="note">The first ${MOST_SHOWN} are shown. Pick them to see all on the Compounds page.</p>` : ""}
  </div>`;
}

/** One compound: structure, its value, the way to its page, keep or drop. */
export function compoundPanel(context: SeriesContext, row: number): HTMLElement {
  const {set, chemistry} = context.model;
  const id = String(set.cell("compound_id", row) ?? "");
  const smiles = chemistry.smiles(row);
  const address = compoundAddress(addressedRow(set, row));
  return html<HTMLElement>`<div class="group-inspector">
    <h2>${set.cell("name", row) ?? id}</h2>
    <p class="small"><span class="muted">${id}</span> <a href=${address}>Open compound</a></p>
    ${structure(smiles, {width: 320, height: 200, style: "page", label: id})}
    <p>${context.activity()?.label ?? ""} ${valueWords(context, row)}</p>
    ${decideOn(context, row)}
    <p class="compound-smiles"><code>${smiles}</code></p>
  </div>`;
}

/** Keep, maybe or drop for a compound of the set. */
function decideOn({model: {set}}: SeriesContext, row: number): HTMLElement {
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const compound = {
    compound_id: text("compound_id"),
    set_id: text("set_id"),
    inchikey: text("inchikey"),
    smiles: text("smiles")
  };
  return decisionButtons({
    key: compoundKey(compound),
    label: text("name") || text("compound_id"),
    smiles: text("smiles")
  });
}
