import {SEARCH_MODES} from "../search/structure-query.js";
import {type FilterNode, type SearchFilter, TEXT_MODES, type TextFilter, type RangeFilter} from "./filter-node.js";

type Content = Readonly<Record<string, unknown>>;

const DEEPEST = 12;

/**
 * Reads a filter from JSON.
 *
 * @throws what is wrong with it, in words for whoever wrote the file
 */
export function parseFilter(content: unknown, depth = 0): FilterNode {
  if (depth > DEEPEST) throw new Error(`invalid filter: groups are nested deeper than ${String(DEEPEST)}`);
  if (typeof content !== "object" || content === null) throw new Error("invalid filter: not an object");
  const node = content as Content;
  const {kind} = node;
  if (kind === "range") return parseRange(node);
  if (kind === "text") return parseText(node);
  if (kind === "search") return parseSearch(node);
  if (kind === "picked") return {kind, rows: textOf(node, "rows")};
  if (kind === "sql") return {kind, where: textOf(node, "where")};
  if (kind !== "all" && kind !== "any" && kind !== "none") throw new Error(`invalid kind of filter: ${String(kind)}`);
  if (!Array.isArray(node["of"])) throw new Error(`invalid group of filters: "of" is no list`);
  return {kind, of: node["of"].map((part) => parseFilter(part, depth + 1))};
}

function parseRange(node: Content): RangeFilter {
  const limit = (name: "min" | "max"): number | null => {
    const value = node[name] ?? null;
    if (value === null || (typeof value === "number" && Number.isFinite(value))) return value;
    throw new Error(`invalid ${name} of a range: ${String(value)}`);
  };
  const column = columnOf(node);
  return {kind: "range", column, min: limit("min"), max: limit("max"), keepMissing: node["keepMissing"] === true};
}

function parseText(node: Content): TextFilter {
  const how = TEXT_MODES.find((mode) => mode === node["how"]);
  if (how === undefined) throw new Error(`invalid text filter: how is ${String(node["how"])}`);
  const text = textOf(node, "text");
  if (how === "matches") new RegExp(text, "iu");
  return {kind: "text", column: columnOf(node), how, text, keepMissing: node["keepMissing"] === true};
}

const METRICS = ["tanimoto", "dice", "tversky"] as const;

function parseSearch(node: Content): SearchFilter {
  const how = SEARCH_MODES.find((mode) => mode === node["how"]);
  if (how === undefined) throw new Error(`invalid search: how is ${String(node["how"])}`);
  const least = node["least"] ?? 0.5;
  if (typeof least !== "number" || !(least >= 0 && least <= 1)) throw new Error(`invalid similarity: ${String(least)}`);
  const metric = METRICS.find((each) => each === (node["metric"] ?? "tanimoto"));
  if (metric === undefined) throw new Error(`invalid metric: ${String(node["metric"])}`);
  return {kind: "search", how, query: textOf(node, "query"), least, metric};
}

function columnOf(node: Content): string {
  const column = textOf(node, "column");
  if (column === "") throw new Error("invalid filter: it names no column");
  return column;
}

function textOf(node: Content, name: string): string {
  const text = node[name];
  if (typeof text !== "string") throw new Error(`invalid ${name} of a filter: ${String(text)}`);
  return text;
}
