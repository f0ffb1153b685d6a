import {TARGET_FACTS} from "../tables/target-facts.js";
import type {TargetModel} from "./target-model.js";

/** A choice within a facet, with the targets that have it. */
export interface FacetValue {
  readonly id: string;
  readonly label: string;
  readonly targets: ReadonlySet<number>;
}

/** A way to narrow targets: values within a facet join by "or", facets by "and". */
export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly values: readonly FacetValue[];
}

type Column = readonly (number | null)[];
type Rule = readonly [id: string, label: string, holds: (value: number) => boolean];

const YES_NO: readonly Rule[] = [
  ["yes", "yes", (value) => value === 1],
  ["no", "no", (value) => value === 0]
];
const CONCERN: readonly Rule[] = [
  ["known", "known concern", (value) => value < 0],
  ["none", "assessed, none", (value) => value === 0]
];
const SIGN: readonly Rule[] = [
  ["good", "favourable", (value) => value > 0],
  ["zero", "neutral", (value) => value === 0],
  ["bad", "unfavourable", (value) => value < 0]
];
/** Lowest value of each stage on the platform's scale; see the rule of the factor. */
const STAGES: readonly Rule[] = [
  ["approved", "approved", (value) => value >= 1],
  ["late", "phase 3 or submitted", (value) => value >= 0.7 && value < 1],
  ["mid", "phase 2", (value) => value >= 0.2 && value < 0.7],
  ["early", "phase 1 or before", (value) => value < 0.2]
];
const CLINIC = new Set(["maxClinicalStage", "maxClinicalTrialPhase"]);
const COUNTS: readonly Rule[] = [
  ["some", "some", (value) => value > 0],
  ["none", "none", (value) => value === 0]
];

const made = new WeakMap<TargetModel, readonly Facet[]>();

/** All facets of the board; values that no target has are left out, and facets with a single value. Made once. */
export function targetFacets(model: TargetModel): readonly Facet[] {
  const facets = made.get(model) ?? makeFacets(model);
  made.set(model, facets);
  return facets;
}

function makeFacets(model: TargetModel): Facet[] {
  const {board, vocabulary, factorIds, typeIds, types} = model;
  const labelOf = (list: readonly {id: string; label: string}[], id: string): string =>
    list.find((item) => item.id === id)?.label ?? id;
  const facets = [
    ...factorIds.map((id) =>
      makeFacet(id, labelOf(vocabulary.factors, id), groupOf(model, id), board.factors[id] ?? [], rulesOf(model, id))
    ),
    ...typeIds.map((id) =>
      makeFacet(`evidence ${id}`, labelOf(vocabulary.datatypes, id), "Evidence", types[id] ?? [], [
        ["some", "has evidence", () => true]
      ])
    ),
    ...TARGET_FACTS.filter(({id}) => id.startsWith("n_") && id in board.facts).map(({id, label, group}) =>
      makeFacet(id, label, group, board.facts[id] ?? [], COUNTS)
    ),
    ...Object.entries(board.classes).map(([kind, classes]) => classFacet(kind, classes))
  ];
  return facets.filter(({values}) => values.length > 1 || values[0]?.targets.size !== model.count);
}

const groupOf = ({vocabulary}: TargetModel, factor: string): string =>
  vocabulary.factors.find(({id}) => id === factor)?.group ?? "Factors";

function rulesOf({vocabulary}: TargetModel, id: string): readonly Rule[] {
  if (CLINIC.has(id)) return STAGES;
  const factor = vocabulary.factors.find((one) => one.id === id);
  if (factor?.highest === 1 && factor.lowest === 0)
    return factor.group === "Doability" && !id.startsWith("has") ? SIGN : YES_NO;
  return factor && factor.highest <= 0 ? CONCERN : SIGN;
}

function makeFacet(id: string, label: string, group: string, column: Column, rules: readonly Rule[]): Facet {
  const having = (holds: (value: number | null) => boolean): Set<number> =>
    new Set([...column.keys()].filter((target) => holds(column[target] ?? null)));
  const values = rules.map(([key, words, holds]) => ({
    id: key,
    label: words,
    targets: having((value) => value !== null && holds(value))
  }));
  const unknown = {id: "unknown", label: "not assessed", targets: having((value) => value === null)};
  return {id, label, group, values: [...values, unknown].filter(({targets}) => targets.size > 0)};
}

const classFacet = (kind: string, classes: Readonly<Record<string, readonly number[]>>): Facet => ({
  id: kind,
  label: kind.replace(/^tractability /, "Tractability, "),
  group: kind.startsWith("tractability") ? "Tractability" : "Identity",
  values: Object.entries(classes).map(([label, targets]) => ({id: label, label, targets: new Set(targets)}))
});

/** A chosen value in a link: "facet=value". */
export const facetToken = (facet: string, value: string): string => `${facet}=${value}`;

/** The targets that pass every chosen facet; null when nothing is chosen. Tokens that name nothing are ignored. */
export function facetFilter(facets: readonly Facet[], chosen: readonly string[]): ((target: number) => boolean) | null {
  const active = facets
    .map(({id, values}) => values.filter((value) => chosen.includes(facetToken(id, value.id))))
    .filter((values) => values.length > 0);
  if (active.length === 0) return null;
  return (target) => active.every((values) => values.some(({targets}) => targets.has(target)));
}
