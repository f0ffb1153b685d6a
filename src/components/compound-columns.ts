import {html} from "htl";
import {formatNumber, formatYear} from "../base/format-number.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import {absorptionColumns} from "../tables/absorption-columns.js";
import {alertColumns} from "../tables/alert-columns.js";
import {descriptorColumns} from "../tables/descriptor-columns.js";
import type {ColumnSet} from "../tables/column-set.js";
import {type RuleColumn, ruleColumns} from "../tables/compounds.js";
import type {Column} from "../tables/table.js";
import {columnCell, columnLength, type TextColumn} from "../tables/text-column.js";
import {headHistogram} from "../charts/head-histogram.js";
import {admetCell, predictedColumns} from "./admet-cell.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import {copyButton} from "./compound-card.js";
import {YEAR_COLUMN} from "./compound-inspector.js";
import {isNumbered} from "./compound-title.js";
import {markedStructure} from "./marked-structure.js";
import {structure} from "./structure.js";
import type {TableColumn} from "./table-column.js";

/** Longest list whose text columns can be sorted without holding the page up. */
const LONGEST_TEXT_SORT = 100_000;

export interface CompoundColumnsOptions {
  /** Columns that are visible. */
  readonly shown: ReadonlySet<string>;
  /** What is marked in structures, which are laid over it: SMILES, SMARTS or molfile; null for none. */
  readonly marked: string | null;
  /** Row against which numbers are told; null for none. */
  readonly pinned: number | null;
  /** Cells of numbers are coloured by their place on the column's scale. */
  readonly isColoured: boolean;
  /** The structure of a row is to be copied as an image. */
  readonly onCopy: (row: number) => void;
}

const groupOf = (name: string): string =>
  name in alertColumns
    ? "Structural alerts"
    : name in ruleColumns
      ? "Rules"
      : name in absorptionColumns
        ? "Absorption"
        : name in descriptorColumns
          ? "Descriptors"
          : name.startsWith("admet_")
            ? "ADMET"
            : name.startsWith("mpo_")
              ? "Rank"
              : isOwnColumn(name)
                ? "Your columns"
                : "Other";

const isRule = (name: string): name is RuleColumn => name in ruleColumns;

/** Broken limits as a word with a shape: a verdict never rests on colour alone. */
function ruleCell(broken: number): Node {
  return broken === 0
    ? html`<span class="rule-verdict is-kept">✓ kept</span>`
    : html`<span class="rule-verdict is-broken">✕ ${broken} broken</span>`;
}

/** Columns of the BOILED-Egg, and the region that 1 stands for. */
const EGG: Readonly<Record<string, string>> = {gi_absorption: "white", brain_access: "yolk"};

const eggCell = (value: number, region: string): Node =>
  value === 1
    ? html`<span class="rule-verdict is-kept">✓ in ${region}</span>`
    : html`<span class="rule-verdict">✕ outside</span>`;

/** A number with a bar under it that shows where it lies on the column's scale. */
function numberCell(value: number, first: number, last: number, difference: number | null): Node {
  const cell = html`<span class="bar-cell">${formatNumber(value)}${differenceMark(difference)}</span>`;
  const share = Math.max(0, Math.min(1, (value - first) / (last - first || 1)));
  cell.style.setProperty("--share", `${String(Math.round(share * 100))}%`);
  return cell;
}

/** How far a value is from the pinned compound's, with its sign. */
function differenceMark(difference: number | null): Node | string {
  if (difference === null || Number.isNaN(difference)) return "";
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
  return html`<span class="bar-difference">${sign}${formatNumber(Math.abs(difference))}</span>`;
}

function numberColumn(
  set: ColumnSet,
  filter: Crossfilter,
  name: string,
  column: Column,
  {pinned, isColoured}: CompoundColumnsOptions
): TableColumn<number> {
  const {edges} = filter.bins(name);
  const values = set.numbers(name);
  const predicted = predictedColumns(set, name);
  const reference = pinned === null ? NaN : (values[pinned] ?? NaN);
  const differenceTo = (row: number): number | null =>
    pinned === null || row === pinned ? null : (values[row] ?? NaN) - reference;
  return {
    ...{key: name, label: column.label, unit: column.unit, about: column.about, group: groupOf(name)},
    ...{width: predicted ? 132 : 92, align: "right" as const, sortable: true},
    ...(isColoured && !predicted && !isRule(name) ? {kind: "is-coloured"} : {}),
    figure: () => headHistogram(filter.bins(name), filter.background(name), filter.bars(name)),
    title: (row) => `${column.label} ${String(values[row])} ${column.unit}`.trim(),
    cell: (row) => {
      if (predicted) return admetCell(set, predicted, row);
      const value = values[row] ?? NaN;
      if (Number.isNaN(value)) return null;
      if (name === YEAR_COLUMN) return formatYear(value);
      if (name in EGG) return eggCell(value, EGG[name] ?? "");
      return isRule(name) ? ruleCell(value) : numberCell(value, edges[0] ?? 0, edges.at(-1) ?? 1, differenceTo(row));
    }
  };
}

const MARKS: Readonly<Record<string, string>> = {keep: "✓ keep", maybe: "? maybe", drop: "✕ drop"};

/** Nobody has decided: that is no missing value, and not hatched. */
const decisionMark = (verdict: string | null): string => (verdict === null ? "" : (MARKS[verdict] ?? verdict));

function textColumn(set: ColumnSet, name: string, column: Column, width: number): TableColumn<number> {
  const text = (row: number): string | null => {
    const cell = set.cell(name, row);
    return cell === null ? null : String(cell);
  };
  return {
    ...{key: name, label: column.label, about: column.about, width},
    ...("smiles" in set.table.columns ? {kind: "is-lines"} : {}),
    group: isOwnColumn(name) ? "Your columns" : "Identity",
    sortable: set.rowCount <= LONGEST_TEXT_SORT,
    title: (row) => text(row) ?? "",
    cell: name === "decision" ? (row) => decisionMark(text(row)) : text
  };
}

/** Height of a row that shows a drawing, and the size of the drawing in it. */
export const DRAWING_ROW = 96;
const DRAWING = {width: 148, height: 88} as const;

function structureColumn(
  set: ColumnSet,
  {marked, onCopy}: Pick<CompoundColumnsOptions, "marked" | "onCopy">
): TableColumn<number> {
  const options = {...DRAWING, ...markedStructure(marked)};
  return {
    ...{key: "structure", label: "Structure", width: 160, sortable: false, group: "Identity"},
    about: "The standardised parent, drawn by RDKit in this page.",
    cell: (row) => {
      const smiles = set.cell("smiles", row);
      if (smiles === null) return null;
      return html`<span class="structure-cell"
        >${structure(String(smiles), options)}${copyButton(set, row, onCopy)}</span
      >`;
    }
  };
}

const known = new WeakMap<TextColumn, boolean>();

/** Whether some row of a column of texts is as asked, or there is no row; looked up once. */
function someRow(cells: TextColumn, is: (row: number) => boolean): boolean {
  const before = known.get(cells);
  if (before !== undefined) return before;
  const length = columnLength(cells);
  let row = 0;
  while (row < length && !is(row)) row++;
  const answer = length === 0 || row < length;
  known.set(cells, answer);
  return answer;
}

/** Whether the names say anything that the ids do not. */
function hasNames(set: ColumnSet): boolean {
  if (!("name" in set.table.columns)) return false;
  const [names, ids] = [set.textColumn("name"), set.textColumn("compound_id")];
  return someRow(names, (row) => {
    const name = columnCell(names, row);
    return name !== null && name !== columnCell(ids, row);
  });
}

/** Whether the compounds are known by ids of their own, and not by their lines while they have names. */
const hasOwnIds = (set: ColumnSet): boolean =>
  !hasNames(set) || someRow(set.textColumn("compound_id"), (row) => !isNumbered(set, row));

const WIDE_TEXTS = ["smiles", "input_smiles", "inchikey"];
/** Columns of text that stand first and are always shown where they say anything. */
const ALWAYS_SHOWN = ["compound_id", "name", "decision"];

/** True for a column that is shown whatever is chosen. */
export const isFixed = ({key, visible = true}: TableColumn<number>): boolean =>
  visible && ["select", "structure", ...ALWAYS_SHOWN].includes(key);

/** Scores, by which a list is read: they stand before all other numbers and the reader's own texts. */
const SCORES = ["mpo_score", "similarity", "pick"];

function isShown(set: ColumnSet, name: string, shown: ReadonlySet<string>): boolean {
  if (name === "compound_id") return shown.has(name) || hasOwnIds(set);
  if (name === "name") return shown.has(name) || hasNames(set);
  return shown.has(name) || ALWAYS_SHOWN.includes(name);
}

/** Place among the numbers: the reader's own, then those that are asked for most, then the others. */
function placeOf(name: string): number {
  if (isOwnColumn(name)) return -1;
  const place = FIRST_COLUMNS.indexOf(name);
  return place < 0 ? FIRST_COLUMNS.length : place;
}

/** Columns of a list of compounds whose rows are row numbers of the set. */
export function compoundColumns(
  set: ColumnSet,
  filter: Crossfilter,
  options: CompoundColumnsOptions
): TableColumn<number>[] {
  const {shown} = options;
  const {columns} = set.table;
  const held = new Set(filter.names);
  const numbers = new Set(set.numericNames);
  const texts = (isFirst: boolean): TableColumn<number>[] =>
    Object.entries(columns)
      .filter(([name]) => !numbers.has(name) && ALWAYS_SHOWN.includes(name) === isFirst)
      .map(([name, column]) => ({
        ...textColumn(set, name, column, WIDE_TEXTS.includes(name) ? 260 : 130),
        visible: isShown(set, name, shown)
      }));
  const ofNumbers = (isScore: boolean): TableColumn<number>[] =>
    Object.entries(columns)
      .filter(([name]) => held.has(name) && SCORES.includes(name) === isScore)
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([name, column]) => ({...numberColumn(set, filter, name, column, options), visible: shown.has(name)}));
  return [
    ...("smiles" in columns ? [structureColumn(set, options)] : []),
    ...[...texts(true), ...ofNumbers(true), ...texts(false), ...ofNumbers(false)]
  ];
}
