import {countWords} from "./count-words.js";
import {formatLimit} from "./format-limit.js";
import type {Column} from "../tables/table.js";
import type {SearchMode} from "../search/structure-query.js";
import {type FilterNode, type GroupFilter, isGroup, type RangeFilter, type TextMode} from "./filter-node.js";
import {rangeWords} from "./range-words.js";

type Columns = Readonly<Record<string, Column>>;

const TEXT_WORDS: Readonly<Record<TextMode, string>> = {
  contains: "contains",
  equals: "is",
  starts: "begins with",
  matches: "matches"
};

const SEARCH_WORDS: Readonly<Record<SearchMode, string>> = {
  contains: "contains",
  "not contains": "does not contain",
  "contained in": "is contained in",
  "not contained in": "is not contained in",
  exact: "is",
  similar: "is similar to"
};

const LONGEST_QUERY = 60;

/** A filter in words, e.g. "MW at most 500 Da", "(Lipinski: at most 1 limit broken or Name contains “nib”)". */
export function filterWords(node: FilterNode, columns: Columns): string {
  if (isGroup(node)) return groupWords(node, columns);
  if (node.kind === "range") return columnWords(node, columns);
  if (node.kind === "text")
    return `${columns[node.column]?.label ?? node.column} ${TEXT_WORDS[node.how]} “${node.text}”${node.keepMissing ? " or is missing" : ""}`;
  if (node.kind === "sql") return node.where;
  if (node.kind === "picked") return "picked on the Series page";
  const {query, how, least, metric} = node;
  const [line = ""] = query.trim().split("\n");
  const shown = query.includes("\n") ? "the drawn structure" : shorten(line);
  const measure = how === "similar" ? ` (${metric} at least ${formatLimit(least)})` : "";
  return `structure ${SEARCH_WORDS[how]} ${shown}${measure}`;
}

function columnWords(node: RangeFilter, columns: Columns): string {
  const column = columns[node.column] ?? {label: node.column, unit: ""};
  return countWords(node.column, column.label, node) ?? rangeWords(column, node);
}

const shorten = (text: string): string => (text.length > LONGEST_QUERY ? `${text.slice(0, LONGEST_QUERY - 1)}…` : text);

function groupWords({kind, of}: GroupFilter, columns: Columns): string {
  const [first, ...others] = of.map((node) => filterWords(node, columns));
  if (first === undefined) return kind === "any" ? "any of nothing" : "no condition";
  if (kind === "none") return `not ${others.length === 0 ? first : `(${[first, ...others].join(" or ")})`}`;
  return others.length === 0 ? first : `(${[first, ...others].join(kind === "all" ? " and " : " or ")})`;
}
