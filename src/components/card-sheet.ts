import {escapeText} from "../base/escape-text.js";
import {formatNumber} from "../base/format-number.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {Backdrop} from "./picture-file.js";
import {inBackdrop, onWhite} from "./picture-file.js";
import {structureSvg, type StructurePictureOptions} from "./structure-picture.js";

/** Cards of a sheet at most: more cannot be read on a slide. */
export const MOST_CARDS = 24;
const CARD = {width: 200, height: 190, drawing: 120} as const;
const LINE = 13;
const MOST_FACTS = 4;
const MOST_IN_ROW = 6;
const LONGEST_NAME = 26;
const FONT = `font-family="Inter, Helvetica, Arial, sans-serif"`;

export interface CardSheetOptions extends StructurePictureOptions {
  readonly set: ColumnSet;
  /** Compounds in order; those beyond `MOST_CARDS` are left out. */
  readonly rows: readonly number[];
  /** Columns of which the first numbers are printed. */
  readonly facts: readonly string[];
  /** Said below the cards. */
  readonly caption: string;
}

/** Cards of compounds as one SVG file: structure, name and a few numbers each. */
export async function cardSheet(options: CardSheetOptions, backdrop: Backdrop): Promise<string> {
  const {set, rows, caption} = options;
  const shown = rows.slice(0, MOST_CARDS);
  const perRow = Math.min(MOST_IN_ROW, Math.max(1, Math.ceil(Math.sqrt(shown.length * 1.6))));
  const [width, height] = [perRow * CARD.width, Math.ceil(shown.length / perRow) * CARD.height + 2 * LINE];
  const ink = inBackdrop(backdrop, () => getComputedStyle(document.documentElement).getPropertyValue("--ink").trim());
  const drawings = await Promise.all(
    shown.map((row) => structureSvg(String(set.cell("smiles", row) ?? ""), options, backdrop).catch(() => ""))
  );
  const cards = shown.map((row, at) => {
    const [x, y] = [(at % perRow) * CARD.width, Math.floor(at / perRow) * CARD.height];
    return `<g transform="translate(${String(x)},${String(y)})">${nested(drawings[at] ?? "")}${words(row, options)}</g>`;
  });
  const said = `<text x="8" y="${String(height - 8)}" font-size="11">${escapeText(caption)}</text>`;
  const sheet =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" ` +
    `viewBox="0 0 ${String(width)} ${String(height)}"><g ${FONT} fill="${ink}">${cards.join("")}${said}</g></svg>`;
  return backdrop === "white" ? onWhite(sheet) : sheet;
}

/** A drawing as a part of the sheet, fitted to its card. */
const nested = (svg: string): string =>
  svg.replace(/^<svg([^>]*)>/, (_, head: string) => {
    const kept = head.replace(/\s(?:width|height|xmlns)="[^"]*"/g, "");
    return `<svg x="6" y="4" width="${String(CARD.width - 12)}" height="${String(CARD.drawing)}"${kept}>`;
  });

function words(row: number, {set, facts}: CardSheetOptions): string {
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const name = text("name") || text("compound_id");
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  const lines = facts.slice(0, MOST_FACTS).map((fact, at) => {
    const {label = fact, unit = ""} = set.table.columns[fact] ?? {};
    const value = set.cell(fact, row);
    const shown = typeof value === "number" ? formatNumber(value) : "missing";
    const [x, y] = [8 + (at % 2) * 96, CARD.drawing + 32 + Math.floor(at / 2) * LINE];
    return `<text x="${String(x)}" y="${String(y)}" font-size="10">${escapeText(`${label} ${shown} ${unit}`.trim())}</text>`;
  });
  return `<text x="8" y="${String(CARD.drawing + 18)}" font-size="12" font-weight="500">${escapeText(short)}</text>${lines.join("")}`;
}
