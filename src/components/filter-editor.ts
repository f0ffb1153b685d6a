import {html} from "htl";
import {filterWords} from "../filters/filter-words.js";
import {limitInput} from "../charts/limit-input.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import {
  type FilterNode,
  type GroupFilter,
  isGroup,
  type RangeFilter,
  type SqlFilter,
  TEXT_MODES,
  type TextFilter
} from "../filters/filter-node.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import type {ColumnSet} from "../tables/column-set.js";
import {ruleColumns} from "../tables/compounds.js";
import {choiceOf} from "./choice-of.js";
import {ALLOWED} from "./rule-filters.js";
import {newSearch, searchControls} from "./search-controls.js";

/** Takes a filter after it was changed; null when it is taken away. */
export type OnFilter = (changed: FilterNode | null) => void;

const TEXT_WORDS: Readonly<Record<TextFilter["how"], string>> = {
  contains: "contains",
  equals: "is",
  starts: "begins with",
  matches: "matches (regular expression)"
};

const GROUP_WORDS: Readonly<Record<GroupFilter["kind"], string>> = {
  all: "all of these",
  any: "any of these",
  none: "none of these"
};

const labelled = (set: ColumnSet, names: readonly string[]): (readonly [string, string])[] =>
  names.map((name) => [name, set.table.columns[name]?.label ?? name]);

const isRule = (name: string): boolean => name in ruleColumns;
/** Places in the file: nothing to filter by. */
const PLACES = ["line", "source_row"];
/** The reader's own columns first, then those that are asked for most. */
const byUse = (names: readonly string[]): string[] => {
  const first = FIRST_COLUMNS.filter((name) => names.includes(name));
  return [...new Set([...names.filter(isOwnColumn), ...first, ...names])];
};
const numbersOf = (set: ColumnSet): string[] =>
  byUse(set.numericNames.filter((name) => !isRule(name) && !PLACES.includes(name)));
const rulesOf = (set: ColumnSet): string[] => set.numericNames.filter(isRule);
const textsOf = (set: ColumnSet): string[] =>
  byUse(Object.keys(set.table.columns).filter((name) => !set.numericNames.includes(name)));

/** A new filter of a kind, on the first column that suits; null when the set has none. */
function newFilter(kind: string, set: ColumnSet): FilterNode | null {
  if (kind === "all" || kind === "any" || kind === "none") return {kind, of: []};
  if (kind === "search") return newSearch;
  if (kind === "sql") return {kind, where: ""};
  const [number, text, rule] = [numbersOf(set), textsOf(set), rulesOf(set)].map(([first]) => first);
  if (kind === "number" && number !== undefined)
    return {kind: "range", column: number, min: null, max: null, keepMissing: false};
  if (kind === "rule" && rule !== undefined)
    return {kind: "range", column: rule, min: null, max: ALLOWED[rule] ?? 0, keepMissing: false};
  if (kind === "text" && text !== undefined)
    return {kind: "text", column: text, how: "contains", text: "", keepMissing: false};
  return null;
}

/** Adds a filter of a kind that is chosen. */
export function filterAdder(label: string, set: ColumnSet, onAdd: (node: FilterNode) => void): HTMLElement {
  const kinds = [
    ...(numbersOf(set).length > 0 ? [["number", "a number in a range"] as const] : []),
    ...(textsOf(set).length > 0 ? [["text", "a text"] as const] : []),
    ...(rulesOf(set).length > 0 ? [["rule", "a rule set"] as const] : []),
    ...("smiles" in set.table.columns ? [["search", "a structure"] as const] : []),
    ["sql", "a condition in SQL"] as const,
    ...[["all", "all of (and)"] as const, ["any", "any of (or)"] as const, ["none", "none of (not)"] as const]
  ];
  const select = choiceOf(label, [["", label], ...kinds], "", (kind) => {
    select.value = "";
    const node = newFilter(kind, set);
    if (node) onAdd(node);
  });
  return select;
}

/** A filter to change, groups with all that is in them. */
export function filterEditor(node: FilterNode, set: ColumnSet, onChange: OnFilter): HTMLElement {
  const remove = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label="Take this filter away">
    ×
  </button>`;
  remove.onclick = () => {
    onChange(null);
  };
  if (isGroup(node)) return groupEditor(node, set, remove, onChange);
  const controls =
    node.kind === "range"
      ? rangeControls(node, set, onChange)
      : node.kind === "text"
        ? textControls(node, set, onChange)
        : node.kind === "search"
          ? searchControls(node, onChange)
          : node.kind === "sql"
            ? sqlControls(node, set, onChange)
            : filterWords(node, set.table.columns);
  return html`<div class="filter-leaf">${controls}${remove}</div>`;
}

function groupEditor(node: GroupFilter, set: ColumnSet, remove: Node, onChange: OnFilter): HTMLElement {
  const kinds = Object.entries(GROUP_WORDS);
  const kind = choiceOf("How these filters are joined", kinds, node.kind, (value) => {
    if (value === "all" || value === "any" || value === "none") onChange({...node, kind: value});
  });
  const parts = node.of.map((part, at) =>
    filterEditor(part, set, (changed) => {
      const of = node.of.flatMap((old, i) => (i !== at ? [old] : changed === null ? [] : [changed]));
      onChange({...node, of});
    })
  );
  const adder = filterAdder("Add to the group", set, (added) => {
    onChange({...node, of: [...node.of, added]});
  });
  return html`<div class="filter-group" role="group" aria-label=${GROUP_WORDS[node.kind]}>
    <div class="filter-leaf">${kind}${remove}</div>
    <div class="filter-parts">${parts}${adder}</div>
  </div>`;
}

function keepMissingBox(node: RangeFilter | TextFilter, onChange: OnFilter): HTMLElement {
  const box = html<HTMLInputElement>`<input type="checkbox" />`;
  box.checked = node.keepMissing;
  box.onchange = () => {
    onChange({...node, keepMissing: box.checked});
  };
  return html`<label>${box}keep missing</label>`;
}

function rangeControls(node: RangeFilter, set: ColumnSet, onChange: OnFilter): Node[] {
  const label = set.table.columns[node.column]?.label ?? node.column;
  const names = isRule(node.column) ? rulesOf(set) : numbersOf(set);
  const columns = names.includes(node.column) ? names : [node.column, ...names];
  const column = choiceOf("Column", labelled(set, columns), node.column, (value) => {
    onChange({...node, column: value, max: isRule(value) ? (ALLOWED[value] ?? 0) : null, min: null});
  });
  if (isRule(node.column)) {
    const counts = [0, 1, 2, 3].map((count) => [String(count), String(count)] as const);
    const most = choiceOf(`${label}: limits that may be broken`, counts, String(node.max ?? 0), (value) => {
      onChange({...node, max: Number(value)});
    });
    return [column, html`<label>breaks at most ${most}</label>`];
  }
  const inputs = (["min", "max"] as const).map((end) => {
    const input = limitInput(`Filter on ${label}`, end, (value) => {
      onChange({...node, [end]: value});
    });
    input.update(node[end]);
    return input.node;
  });
  return [column, html`<span>${inputs[0]} to ${inputs[1]}</span>`, keepMissingBox(node, onChange)];
}

function sqlControls(node: SqlFilter, set: ColumnSet, onChange: OnFilter): Node[] {
  const field = html<HTMLTextAreaElement>`<textarea
    rows="2"
    spellcheck="false"
    aria-label="Condition in SQL, on the names of columns"
    placeholder="mw_da / n_heavy_atoms < 14 AND clogp > 1"
  ></textarea>`;
  field.value = node.where;
  field.onchange = () => {
    onChange({...node, where: field.value});
  };
  field.onkeydown = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    field.blur();
  };
  const own = Object.keys(set.table.columns).filter(isOwnColumn);
  const named = html<HTMLElement>`<p class="small muted">Your columns: ${own.join(", ")}</p>`;
  return own.length === 0 ? [field] : [field, named];
}

function textControls(node: TextFilter, set: ColumnSet, onChange: OnFilter): Node[] {
  const names = textsOf(set);
  const columns = names.includes(node.column) ? names : [node.column, ...names];
  const column = choiceOf("Column", labelled(set, columns), node.column, (value) => {
    onChange({...node, column: value});
  });
  const hows = TEXT_MODES.map((mode) => [mode, TEXT_WORDS[mode]] as const);
  const how = choiceOf("How the text is compared", hows, node.how, (value) => {
    const mode = TEXT_MODES.find((each) => each === value);
    if (mode) onChange({...node, how: mode});
  });
  const field = html<HTMLInputElement>`<input type="text" aria-label="Text" size="14" />`;
  field.value = node.text;
  field.onchange = () => {
    onChange({...node, text: field.value});
  };
  return [column, how, field, keepMissingBox(node, onChange)];
}
