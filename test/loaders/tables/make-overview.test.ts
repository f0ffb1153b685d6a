import {describe, expect, it} from "vitest";
import {readProject} from "../../../loaders/project.js";
import {makeFunnel, makeMeasured} from "../../../loaders/tables/make-overview.js";
import {makePotencies} from "../../../loaders/tables/make-potencies.js";
import {activities, type ActivityRow} from "../../../src/tables/activities.js";
import {compounds, type CompoundRow} from "../../../src/tables/compounds.js";
import {targets, type TargetRow} from "../../../src/tables/targets.js";
import {blankRow} from "../../small-store.js";

const rules = [
  {id: "one", name: "One", column: "lipinski_violations", allowed: 1},
  {id: "two", name: "Two", column: "veber_violations", allowed: 0}
] as const;
const compound = (lipinski: number, veber: number, set = "a"): CompoundRow =>
  blankRow<CompoundRow>(compounds, {set_id: set, lipinski_violations: lipinski, veber_violations: veber});
const set = {id: "a", title: "A", kind: "approved"} as const;

describe("makeFunnel(set, nGiven, compounds, rules)", () => {
  it("counts what each rule passes alone and what is left after all before it", () => {
    const rows = [compound(0, 0), compound(1, 1), compound(2, 0), compound(0, 0, "other")];
    expect(makeFunnel(set, 4, rows, rules).steps.map((step) => [step.id, step.n_pass, step.n_left])).toEqual([
      ["given", 4, 4],
      ["screened", 3, 3],
      ["one", 2, 2],
      ["two", 2, 1]
    ]);
  });

  it("shows an empty set as empty", () => {
    expect(makeFunnel(set, 0, [], rules).steps.every((step) => step.n_left === 0)).toBe(true);
  });
});

describe("makeMeasured(project, targets, activities, potencies)", () => {
  it("counts per target of the project, in the order of the project file", async () => {
    const project = await readProject();
    const [first, second] = project.targets.map(({symbol}) => symbol);
    const rows = [second!, first!].map((symbol) =>
      blankRow<TargetRow>(targets, {target_id: symbol, symbol, in_project: true})
    );
    const measured = [7, null].map((pchembl, i) =>
      blankRow<ActivityRow>(activities, {
        compound_id: `C${String(i)}`,
        target_id: second!,
        standard_relation: pchembl === null ? ">" : "=",
        standard_value_nm: 100,
        pchembl_value: pchembl
      })
    );
    const made = makeMeasured(project, rows, measured, makePotencies(measured));
    expect(made.map((row) => [row.symbol, row.n_activities, row.n_compounds, row.n_exact_compounds])).toEqual([
      [first, 0, 0, 0],
      [second, 2, 2, 1]
    ]);
  });
});
