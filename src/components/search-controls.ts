import {html} from "htl";
import {limitInput} from "../charts/limit-input.js";
import type {SearchFilter} from "../filters/filter-node.js";
import {type MetricName, SEARCH_MODES} from "../search/structure-query.js";
import {choiceOf} from "./choice-of.js";
import {openSketcher} from "./open-sketcher.js";

const METRICS: readonly MetricName[] = ["tanimoto", "dice", "tversky"];

/** A search before anything was typed. */
export const newSearch: SearchFilter = {kind: "search", how: "contains", query: "", least: 0.5, metric: "tanimoto"};

/** The fields of a search: structure typed, pasted or drawn, mode, and for similarity measure and least value. */
export function searchControls(node: SearchFilter, onChange: (changed: SearchFilter) => void): Node[] {
  const field = html<HTMLTextAreaElement>`<textarea
    rows="1"
    spellcheck="false"
    aria-label="Structure: SMILES, SMARTS or molfile"
    placeholder="SMILES, SMARTS or molfile"
  ></textarea>`;
  field.value = node.query;
  const find = html<HTMLButtonElement>`<button type="button">Find</button>`;
  // Not on leaving the field: the press on "Draw" that leaves it would find another button in its place.
  find.onclick = () => {
    onChange({...node, query: field.value});
  };
  field.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || field.value.includes("\n")) return;
    event.preventDefault();
    find.click();
  };
  const draw = html<HTMLButtonElement>`<button type="button">Draw</button>`;
  draw.onclick = async () => {
    const drawn = await openSketcher(field.value);
    draw.focus();
    if (drawn !== null) onChange({...node, query: drawn});
  };
  const mode = choiceOf(
    "Relation to the structure",
    SEARCH_MODES.map((each) => [each, each] as const),
    node.how,
    (value) => {
      const how = SEARCH_MODES.find((each) => each === value);
      if (how) onChange({...node, query: field.value, how});
    }
  );
  return [mode, ...(node.how === "similar" ? likenessControls(node, onChange) : []), field, draw, find];
}

function likenessControls(node: SearchFilter, onChange: (changed: SearchFilter) => void): Node[] {
  const metric = choiceOf(
    "Measure of similarity",
    METRICS.map((each) => [each, each] as const),
    node.metric,
    (value) => {
      const chosen = METRICS.find((each) => each === value);
      if (chosen) onChange({...node, metric: chosen});
    }
  );
  const least = limitInput("Similarity", "min", (value) => {
    if (value !== null && value >= 0 && value <= 1) onChange({...node, least: value});
  });
  least.update(node.least);
  return [metric, least.node];
}
