import {html} from "htl";
import {formatNumber, formatYear} from "../base/format-number.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {Column} from "../tables/table.js";
import {compoundKey} from "../state/shortlist.js";
import type {AlertRateRow} from "../tables/alert-rates.js";
import {absorptionSection} from "./absorption-section.js";
import {addressedRow, compoundAddress} from "./compound-address.js";
import {compoundAlerts} from "./compound-alerts.js";
import {idWords} from "./compound-title.js";
import {decisionButtons} from "./decision-buttons.js";
import {pictureMenu} from "./picture-menu.js";
import {structure} from "./structure.js";
import {structureSvg} from "./structure-picture.js";

/** The one numeric column that holds years. */
export const YEAR_COLUMN = "first_approval";

function valueCell(name: string, value: string | number | boolean | null, {unit}: Column): Node {
  if (value === null) return html`<td class="number is-missing">missing</td>`;
  const format = name === YEAR_COLUMN ? formatYear : formatNumber;
  const words = typeof value === "number" ? `${format(value)} ${unit}`.trim() : String(value);
  return html`<td class="number" title=${String(value)}>${words}</td>`;
}

export interface CompoundInspectorOptions {
  /** Put before the table: how a score comes about. */
  readonly more?: Node | null;
  /** Alerts of the catalogue, by id; without them none is named. */
  readonly alerts?: ReadonlyMap<string, AlertRateRow>;
  /** Selects the compound for comparison, or no more. */
  readonly onCompare?: () => void;
  readonly isCompared?: boolean;
}

const ABSORPTION = ["clogp", "mw_da", "tpsa_a2", "fsp3", "n_rotatable_bonds"] as const;

/** The radar and the egg of a row; null where the set lacks what they are read from. */
function absorptionOf(set: ColumnSet, row: number, smiles: string): HTMLElement | null {
  if (smiles === "" || !ABSORPTION.every((name) => set.numericNames.includes(name))) return null;
  const value = (name: (typeof ABSORPTION)[number]): number => set.numbers(name)[row] ?? NaN;
  return html<HTMLElement>`<details class="inspector-part" open>
    <summary><h3>By mouth, into the brain</h3></summary>
    ${absorptionSection({
      ...{smiles, clogp: value("clogp"), mw_da: value("mw_da"), tpsa_a2: value("tpsa_a2")},
      ...{fsp3: value("fsp3"), n_rotatable_bonds: value("n_rotatable_bonds")}
    })}
  </details>`;
}

function compareButton({onCompare, isCompared = false}: CompoundInspectorOptions): Node | string {
  if (!onCompare) return "";
  const button = html<HTMLButtonElement>`<button type="button" aria-pressed=${String(isCompared)}>
    ${isCompared ? "✓ Selected" : "Select"}
  </button>`;
  button.onclick = onCompare;
  return button;
}

/** What the set holds on one compound, and the way to its own page. */
export function compoundInspector(set: ColumnSet, row: number, options: CompoundInspectorOptions = {}): HTMLElement {
  const id = String(set.cell("compound_id", row) ?? "");
  const smiles = String(set.cell("smiles", row) ?? "");
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const key = compoundKey({compound_id: id, set_id: text("set_id"), inchikey: text("inchikey"), smiles});
  const columns = Object.entries(set.table.columns).filter(
    ([name]) => !["compound_id", "smiles", "name"].includes(name)
  );
  const name = text("name") || id;
  const picture = html<HTMLElement>`<div class="inspector-picture"></div>`;
  if (smiles !== "") picture.append(structure(smiles, {width: 320, height: 220, label: id, style: "page"}));
  const image = pictureMenu({words: "Image", name: () => name, svg: (backdrop) => structureSvg(smiles, {}, backdrop)});
  return html`<div class="compound-inspector">
    <h2>${name}</h2>
    <p class="small"><span class="muted">${idWords(set, row)}</span> ${openLink(set, row)}</p>
    ${picture}
    <p class="inspector-acts">${smiles === "" ? "" : image} ${compareButton(options)}</p>
    ${id === "" ? "" : decisionButtons({key, label: name, smiles})}
    <p class="compound-smiles"><code>${smiles}</code></p>
    ${options.more ?? ""}
    ${
      options.alerts === undefined || !("alerts" in set.table.columns)
        ? ""
        : html`<details class="inspector-part" open>
            <summary><h3>Structural alerts</h3></summary>
            ${compoundAlerts(smiles, text("alerts"), options.alerts, picture)}
          </details>`
    }
    ${absorptionOf(set, row, smiles) ?? ""}
    <table>
      <tbody>
        ${columns.map(
          ([name, column]) =>
            html`<tr title=${column.about}>
              <th scope="row">${column.label}</th>
              ${valueCell(name, set.cell(name, row), column)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** The way to the compound's own page; the address is made when it is needed. */
function openLink(set: ColumnSet, row: number): HTMLAnchorElement {
  const link = html<HTMLAnchorElement>`<a href="./compound">Open compound</a>`;
  link.onpointerdown = link.onfocus = () => {
    link.href = compoundAddress(addressedRow(set, row));
  };
  return link;
}

/** Shown before a compound is chosen. */
export const noCompound = (): HTMLElement =>
  html`<p class="no-compound muted">
    Choose a compound in the table to see it here. <kbd>j</kbd> and <kbd>k</kbd> move.
  </p>`;
