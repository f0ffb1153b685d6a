import type {ActivityRow, PotencyRow} from "../../src/tables/activities.js";
import type {CompoundRow, RuleColumn} from "../../src/tables/compounds.js";
import type {Funnel, FunnelStep, MeasuredTarget} from "../../src/tables/overview.js";
import type {CompoundSet, Project} from "../../src/tables/project.js";
import type {TargetRow} from "../../src/tables/targets.js";

/** What a funnel needs of a rule set. */
export interface FunnelRule {
  readonly id: string;
  readonly name: string;
  readonly column: RuleColumn;
  /** Violations that still pass. */
  readonly allowed: number;
}

interface Step {
  readonly id: string;
  readonly label: string;
  readonly passes: (row: CompoundRow) => boolean;
}

/** The way of a compound set through screening and the rule sets, in the order of the rules. */
export function makeFunnel(
  {id: setId, title}: CompoundSet,
  nGiven: number,
  compounds: readonly CompoundRow[],
  rules: readonly FunnelRule[]
): Funnel {
  const rows = compounds.filter((row) => row.set_id === setId);
  const given: FunnelStep = {id: "given", label: "In the source", n_pass: nGiven, n_left: nGiven};
  const steps: Step[] = [
    {id: "screened", label: "Structure read", passes: () => true},
    ...rules.map(({id, name, column, allowed}) => ({
      id,
      label: name,
      passes: (row: CompoundRow) => row[column] <= allowed
    }))
  ];
  let left = rows;
  const passed = steps.map(({id, label, passes}) => {
    left = left.filter(passes);
    return {id, label, n_pass: rows.filter(passes).length, n_left: left.length};
  });
  return {set_id: setId, title, steps: [given, ...passed]};
}

/** How well each target of the project is measured, in the order of the project file. */
export function makeMeasured(
  {targets: wanted}: Project,
  targets: readonly TargetRow[],
  activities: readonly ActivityRow[],
  potencies: readonly PotencyRow[]
): MeasuredTarget[] {
  const count = (rows: readonly {readonly compound_id: string}[]) => new Set(rows.map((row) => row.compound_id)).size;
  return wanted
    .flatMap(({symbol}) => targets.find((row) => row.in_project && row.symbol === symbol) ?? [])
    .map(({target_id: id, symbol}) => ({
      target_id: id,
      symbol,
      n_activities: activities.filter((row) => row.target_id === id).length,
      n_compounds: count(activities.filter((row) => row.target_id === id)),
      n_exact_compounds: count(potencies.filter((row) => row.target_id === id && row.n_exact > 0))
    }));
}
