import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Changes} from "../../src/tables/changes.js";
import {seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

/** As `fumehood diff --json` writes it. */
const changes: Changes = {
  sources: [
    {kind: "changed", source_id: "s", release_before: "1", release_after: "2", rows_before: 10, rows_after: 12}
  ],
  targets: [
    {
      ...{kind: "changed", target_id: "AAA", symbol: "AAA", in_project: true, score_before: 0.2, score_after: 0.6},
      ...{rank_before: 9, rank_after: 2, datasource_id: "europepmc", datasource_before: 0.1, datasource_after: 0.8}
    },
    {
      ...{kind: "gone", target_id: "BBB", symbol: "BBB", in_project: false, score_before: 0.1, score_after: null},
      ...{rank_before: 12, rank_after: null, datasource_id: null, datasource_before: null, datasource_after: null}
    }
  ],
  compounds: [{kind: "new", set_id: "a", compound_id: "C1", smiles_before: null, smiles_after: "CCO"}],
  potencies: [
    {
      ...{kind: "new", compound_id: "C1", name: "ONE", smiles: "CCO", symbol: "AAA", standard_type: "IC50"},
      ...{pchembl_before: null, pchembl_after: 8.2}
    }
  ],
  trials: [
    {
      ...{kind: "changed", trial_id: "NCT00000001", title: "A trial", status_before: "RECRUITING"},
      ...{status_after: "TERMINATED", stage_before: "PHASE_2", stage_after: "PHASE_2", why_stopped: "slow enrolment"}
    }
  ]
};

describe("the Changes page", () => {
  it("reads the answer of fumehood diff: what came, went and moved, and why; the choice stays in the address", async () => {
    const {page, problems, close} = await harness.open("changes");
    await page.locator(".changes-open > summary").click();
    const file = {name: "diff.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(changes))};
    await page.getByLabel("Answer of fumehood diff --json").setInputFiles(file);
    await page.getByRole("heading", {name: "Which targets moved most, and why?"}).waitFor();
    await expect.poll(() => page.locator(".changes-summary").innerText()).toContain("Europe PMC 1");
    await page.getByRole("button", {name: /^Targets/}).click();
    await page.getByText("9 → 2").waitFor();
    await expect.poll(() => page.getByText("Europe PMC 0.10 → 0.80").isVisible()).toBe(true);
    await page.getByLabel("gone").check();
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe("?view=targets&has=kind=gone".replace("kind=gone", "kind%3Dgone"));
    await page.getByText("1 of 2 targets").waitFor();
    await page.getByRole("button", {name: /^Trials/}).click();
    await page.getByText("recruiting → terminated").waitFor();
    await expect.poll(() => page.getByText("slow enrolment").isVisible()).toBe(true);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("says in words that a file is no answer of fumehood diff", async () => {
    const {page, close} = await harness.open("changes");
    await page.locator(".changes-open > summary").click();
    const file = {name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}")};
    await page.getByLabel("Answer of fumehood diff --json").setInputFiles(file);
    const words = page.getByText("x.json is no answer of fumehood diff --json.");
    await words.waitFor();
    await expect.poll(() => words.isVisible()).toBe(true);
    await close();
  });
});
