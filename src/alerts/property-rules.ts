import {ruleColumns, type RuleColumn} from "../tables/compounds.js";
import {descriptorColumns, type DescriptorName, type Descriptors} from "../tables/descriptor-columns.js";

/** What a limit can be set on: a descriptor, or the number of carbons, which follows from two of them. */
export type RuleProperty = DescriptorName | "n_carbons";

/** One limit of a rule; both bounds belong to the allowed range; null is no bound. */
export interface RuleLimit {
  readonly property: RuleProperty;
  readonly min: number | null;
  readonly max: number | null;
}

/** A published property rule: limits and where they come from. */
export interface PropertyRule {
  readonly id: string;
  /** Column of the compound table that counts the limits broken. */
  readonly column: RuleColumn;
  readonly name: string;
  /** Number of limits that may be broken by a compound that still passes. */
  readonly allowed: number;
  readonly citation: string;
  readonly doi: string;
  readonly limits: readonly RuleLimit[];
}

/** A limit that a compound breaks, and the value that breaks it. */
export interface BrokenLimit extends RuleLimit {
  readonly value: number;
}

/** What a rule says of one compound. */
export interface RuleVerdict {
  readonly rule: PropertyRule;
  readonly passes: boolean;
  readonly broken: readonly BrokenLimit[];
}

/**
 * Reads the curated table of rules (data/curated/property-rules.json).
 *
 * @throws what is wrong and in which rule, when the table is not what it should be: one rule for each of `ruleColumns`
 */
export function parsePropertyRules(content: unknown): readonly PropertyRule[] {
  if (!Array.isArray(content)) throw new Error("invalid property rules: not a list");
  const rules = content as readonly PropertyRule[];
  for (const rule of rules) checkRule(rule);
  const missing = Object.keys(ruleColumns).filter((column) => !rules.some((rule) => rule.column === column));
  if (missing.length > 0) throw new Error(`invalid property rules: none for ${missing.join(", ")}`);
  return rules;
}

/** The value a limit is held against; carbons are the heavy atoms that are no heteroatoms. */
export function ruleProperty(values: Descriptors, property: RuleProperty): number {
  if (property === "n_carbons") return Math.max(0, values.n_heavy_atoms - values.n_heteroatoms);
  return values[property];
}

/** Judges one compound by each rule, in order. */
export function judgeProperties(rules: readonly PropertyRule[], values: Descriptors): readonly RuleVerdict[] {
  return rules.map((rule) => {
    const broken: BrokenLimit[] = [];
    for (const limit of rule.limits) {
      const value = ruleProperty(values, limit.property);
      if (value < (limit.min ?? -Infinity) || value > (limit.max ?? Infinity)) broken.push({...limit, value});
    }
    return {rule, broken, passes: broken.length <= rule.allowed};
  });
}

/** The counts of broken limits as columns of a compound row. */
export function violationColumns(verdicts: readonly RuleVerdict[]): Readonly<Record<RuleColumn, number>> {
  return Object.fromEntries(verdicts.map(({rule, broken}) => [rule.column, broken.length])) as Record<
    RuleColumn,
    number
  >;
}

function checkRule(rule: PropertyRule): void {
  const where = `invalid property rule ${JSON.stringify(rule.id)}`;
  if (!(rule.column in ruleColumns)) throw new Error(`${where}: unknown column ${rule.column}`);
  if (rule.doi === "") throw new Error(`${where}: no DOI`);
  for (const {property, min, max} of rule.limits) {
    if (property !== "n_carbons" && !(property in descriptorColumns))
      throw new Error(`${where}: unknown property ${property}`);
    if (min === null && max === null) throw new Error(`${where}: ${property} has no bound`);
  }
}
