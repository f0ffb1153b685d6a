import {readFile} from "node:fs/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const leftOf = (words: string): number => Number(/^[\d,]+/.exec(words)?.[0].replaceAll(",", ""));
/** Whether fewer are left than there are. */
const isNarrowed = (words: string): boolean => /^(\S+) of (?!\1 )/.test(words);

describe("page /compounds", () => {
  it("narrows the project's set by typed limits and says so in the address", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const count = page.locator(".compounds-count");
    await count.waitFor();
    await expect.poll(async () => leftOf(await count.innerText())).toBeGreaterThan(0);
    const all = leftOf(await count.innerText());
    const field = page.getByLabel("MW at most, typed");
    await field.fill("300");
    await field.press("Enter");
    await page.waitForURL(/mw_da:\.\.300/);
    await page.locator(".funnel > li").waitFor();
    await expect.poll(async () => leftOf(await count.innerText())).toBeLessThan(all);
    expect(leftOf(await count.innerText())).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".funnel > li").count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("opens a link as it was left: filters, order and compound", async () => {
    const {page, close} = await harness.open("compounds?where=mw_da:200..300,qed:0.5..&sort=-qed");
    await page.locator(".funnel > li").first().waitFor();
    await expect
      .poll(() => page.locator(".funnel-words").allInnerTexts())
      .toEqual(["MW 200 to 300 Da", "QED at least 0.5"]);
    await expect
      .poll(() => page.locator('[role=columnheader][aria-sort="descending"]').getAttribute("data-key"))
      .toBe("qed");
    await close();
  });

  it("moves an end of a range by arrow keys", async () => {
    const {page, close} = await harness.open("compounds");
    await page.locator('.histogram-slot[data-column="clogp"]').scrollIntoViewIfNeeded();
    await page.getByRole("slider", {name: "cLogP at least"}).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/where=clogp/);
    await expect.poll(() => page.locator(".funnel > li").count()).toBe(1);
    await close();
  });

  it("names the filters that leave nothing, and what lifting each would leave", async () => {
    const {page, close} = await harness.open("compounds?where=mw_da:..150,n_rings:9..");
    const state = page.locator(".virtual-table-message");
    await state.getByText("The filters leave no compound").waitFor();
    await expect.poll(() => state.locator("li").count()).toBe(2);
    await state.getByRole("button", {name: "Lift Rings at least 9"}).click();
    await page.locator(".virtual-table-body [role=row]").first().waitFor();
    await expect.poll(async () => leftOf(await page.locator(".compounds-count").innerText())).toBeGreaterThan(0);
    await close();
  });
});

describe("page /compounds, filtered by and, or and not", () => {
  const any = {
    kind: "any",
    of: [
      {kind: "range", column: "n_rings", min: 5, max: null},
      {kind: "text", column: "name", how: "contains", text: "citinib"}
    ]
  };
  const address = (filters: readonly object[]): string =>
    `compounds?where=mw_da:..400&filter=${encodeURIComponent(JSON.stringify(filters))}`;

  it("opens a tree from the address, shows what it took and how approved drugs fare", async () => {
    const {page, problems, close} = await harness.open(address([{after: 1, ...any}]));
    await page.locator(".funnel-words").nth(1).waitFor();
    await expect
      .poll(() => page.locator(".funnel-words").allInnerTexts())
      .toEqual(["MW at most 400 Da", "(Rings at least 5 or Name contains “citinib”)"]);
    await page.locator(".funnel-note").nth(1).waitFor();
    await expect
      .poll(() => page.locator(".funnel-note").first().innerText())
      .toMatch(/^\d+ % of [\d,]+ approved drugs fall too$/);
    await page.getByRole("button", {name: "dropped", exact: true}).click();
    await page.locator('[role=columnheader][data-key="fell_at"]').waitFor();
    const reason = page.locator(".fell-at").first();
    await reason.waitFor();
    await expect
      .poll(() => reason.innerText())
      .toMatch(/MW at most 400 Da\s+MW \d+ Da|Rings at least 5.*\s+Rings \d; Name/);
    expect(problems).toEqual([]);
    await close();
  });

  it("builds a tree by hand, keeps it by name and replays it after everything was lifted", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.locator(".compounds-count").waitFor();
    await page.getByLabel("Add a filter").selectOption("none");
    await page.getByLabel("Add to the group").selectOption("rule");
    await page.locator(".funnel > li").first().waitFor();
    const count = () => page.locator(".compounds-count").innerText();
    await expect.poll(async () => leftOf(await count())).toBeLessThan(10_000);
    const left = await count();
    await page.getByText("Filters by name").click();
    await page.getByLabel("Name for these filters").fill("beyond rules");
    await page.getByRole("button", {name: "Keep", exact: true}).click();
    await page.getByRole("button", {name: "beyond rules", exact: true}).waitFor();
    await page.getByRole("button", {name: "Lift all filters"}).click();
    await page.locator(".funnel > li").first().waitFor({state: "detached"});
    await page.getByText("Filters by name").click();
    await page.getByRole("button", {name: "beyond rules", exact: true}).click();
    await page.locator(".funnel > li").first().waitFor();
    await expect.poll(count).toBe(left);
    expect(problems).toEqual([]);
    await close();
  });

  it("saves why each compound fell, with value, limit and the share of approved drugs", async () => {
    const {page, close} = await harness.open("compounds?where=lipinski_violations:..1,mw_da:..450");
    await page.locator(".funnel-note").nth(1).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Save failure ledger"}).click()
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(lines[0]).toContain(
      "fell_here,filter,rule,property,value,limit,pattern,atoms,approved_drugs_failing_percent"
    );
    expect(lines.some((line) => /,1,true,.*,mw_da,[\d.]+,at most 500,,,[\d.]+,\d+$/.test(line))).toBe(true);
    const [left, all] = (await page.locator(".compounds-count").innerText()).split(" of ").map(leftOf);
    expect(lines.filter((line) => /,[12],true,/.test(line)).length).toBeGreaterThanOrEqual(all! - left!);
    await close();
  });

  it("says which filter cannot be applied, and applies the others", async () => {
    const foreign = {kind: "range", column: "own_ic50", min: 1, max: null};
    const {page, close} = await harness.open(address([foreign]));
    await page.getByText("Not applied: this set has no column own_ic50").waitFor();
    await expect.poll(() => page.locator(".funnel > li").count()).toBe(1);
    await close();
  });
});

describe("page /compounds, searched by structure", () => {
  it("finds a typed substructure, marks it and says how approved drugs fare", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const field = page.getByLabel("Structure: SMILES, SMARTS or molfile");
    await field.fill("S(=O)(=O)N");
    await field.press("Enter");
    await page
      .getByText(/^structure contains S\(=O\)\(=O\)N$/)
      .first()
      .waitFor();
    await page.locator(".funnel-note").getByText("approved drugs fall too").waitFor({timeout: 60_000});
    // Hits are shown as they are found.
    const left = async (): Promise<number> => leftOf(await page.locator(".compounds-count").innerText());
    await expect.poll(left, {timeout: 60_000}).toBeGreaterThan(100);
    await page.waitForURL(/filter=/);
    expect(problems).toEqual([]);
    await close();
  });

  it("shows the most similar first", async () => {
    const search = {kind: "search", how: "similar", query: "CC(=O)Oc1ccccc1C(=O)O", least: 0.4, metric: "tanimoto"};
    const {page, problems, close} = await harness.open(
      `compounds?filter=${encodeURIComponent(JSON.stringify([search]))}`
    );
    await page.locator('[role=columnheader][data-key="similarity"][aria-sort="descending"]').waitFor({timeout: 60_000});
    const first = page.locator(".virtual-table-body [role=row]").first();
    await first.getByText("ASPIRIN").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("says that a structure cannot be read", async () => {
    const search = {kind: "search", how: "contains", query: "C1CC("};
    const {page, close} = await harness.open(`compounds?filter=${encodeURIComponent(JSON.stringify([search]))}`);
    await page.getByText(/^Not applied: .*C1CC\(/).waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".funnel > li").count()).toBe(0);
    await close();
  });

  it("opens the structure editor under the page's policy, with the structure typed so far", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("Structure: SMILES, SMARTS or molfile").fill("c1ccncc1");
    await page.getByRole("button", {name: "Draw"}).click();
    await page.locator(".sketcher canvas").first().waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Take it"}).click();
    await page
      .getByText(/^structure contains /)
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe("page /compounds, ranked", () => {
  it("ranks by a ready-made profile, keeps it in the address and filters by its score", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.locator(".compounds-count").waitFor();
    await page.getByText("Rank", {exact: true}).click();
    await page.getByLabel("Profile to rank by").selectOption("lead_like");
    await page.waitForURL(/mpo=lead_like/);
    await page.locator('[role=columnheader][data-key="mpo_score"][aria-sort="descending"]').waitFor();
    await page.locator('.histogram-slot[data-column="mpo_score"]').scrollIntoViewIfNeeded();
    const field = page.getByLabel("Lead-like score at least, typed");
    await field.fill("0.9");
    await field.press("Enter");
    await page.waitForURL(/mpo_score:0\.9\.\./);
    await page.locator(".funnel > li").first().waitFor();
    const count = () => page.locator(".compounds-count").innerText();
    await expect.poll(async () => isNarrowed(await count())).toBe(true);
    const left = await count();
    expect(leftOf(left)).toBeGreaterThan(0);
    await page.reload();
    await page.locator(".funnel > li").first().waitFor();
    await expect.poll(count).toBe(left);
    expect(problems).toEqual([]);
    await close();
  });

  it("takes a curve moved by an arrow key into the address, and keeps it unfolded", async () => {
    const {page, close} = await harness.open("compounds?mpo=cns_mpo");
    await page.locator(".mpo-criterion summary").first().click();
    await page.getByRole("slider", {name: "Corner 1 of logP"}).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/profile=/);
    await page.getByRole("slider", {name: "Corner 1 of logP"}).waitFor();
    await expect.poll(() => page.getByLabel("Profile to rank by").inputValue()).toBe("own");
    await close();
  });
});

describe("page /compounds, given a file", () => {
  const good = ["CCO", "c1ccccc1O", "CC(=O)Nc1ccc(O)cc1", "CN1CCC[C@H]1c1cccnc1", "O=C(O)c1ccccc1OC(C)=O"];
  const fileOf = (lines: number, broken: number): {name: string; mimeType: string; buffer: Buffer} => {
    const every = Math.floor(lines / Math.max(1, broken));
    const text = Array.from({length: lines}, (_, i) =>
      broken > 0 && i % every === every - 1
        ? `C1CC(${String(i)} bad${String(i)}`
        : `${good[i % good.length]!} m${String(i)}`
    );
    return {name: "mine.smi", mimeType: "text/plain", buffer: Buffer.from(text.join("\n"))};
  };

  it("screens it in the page, and lists the lines that could not be taken", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("File of structures").setInputFiles(fileOf(400, 8));
    await page.getByText("392 compounds in").waitFor({timeout: 60_000});
    await expect.poll(async () => leftOf(await page.locator(".compounds-count").innerText())).toBe(392);
    await page.getByText("8 lines could not be taken").click();
    await page.locator(".issue-list tbody tr").nth(7).waitFor();
    await expect.poll(() => page.locator(".issue-list tbody tr").count()).toBe(8);
    await expect.poll(() => page.locator(".issue-list tbody tr td").first().innerText()).toBe("50");
    expect(problems).toEqual([]);
    await page.getByRole("button", {name: "Close the file"}).click();
    await page.getByText("The project's compounds").waitFor();
    await close();
  });

  it("keeps a screened set for the next visit, the reader's own columns too", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const text = `smiles,name,my pIC50\n${good.map((smiles, i) => `${smiles},m${String(i)},${String(i + 5.5)}`).join("\n")}`;
    const file = {name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(text)};
    await page.getByLabel("File of structures").setInputFiles(file);
    await page.getByText("5 compounds in").waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Keep for the next visit"}).click();
    await page.getByText("Kept in this browser; it is sent nowhere.").waitFor();
    await page.getByRole("button", {name: "Close the file"}).click();
    await page.getByRole("button", {name: "mine.csv", exact: true}).click();
    await page.getByText("5 of 5 compounds left").waitFor();
    await expect.poll(() => page.locator('[role=columnheader][data-key="own_my_pic50"]').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("stops when told, and keeps what was done", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("File of structures").setInputFiles(fileOf(20_000, 0));
    await page.locator(".compounds-count").getByText("compounds left").waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Cancel"}).click();
    await page.getByText(/^Stopped: /).waitFor();
    await expect.poll(async () => leftOf(await page.locator(".compounds-count").innerText())).toBeLessThan(20_000);
    expect(problems).toEqual([]);
    await close();
  });
});
