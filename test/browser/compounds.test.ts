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

describe("page /compounds", () => {
  it("narrows the project's set by typed limits and says so in the address", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const count = page.locator(".compounds-count");
    await count.waitFor();
    const all = leftOf(await count.innerText());
    const field = page.getByLabel("MW at most, typed");
    await field.fill("300");
    await field.press("Enter");
    await page.waitForURL(/mw_da:\.\.300/);
    const left = leftOf(await count.innerText());
    expect(all).toBeGreaterThan(left);
    expect(left).toBeGreaterThan(0);
    expect(await page.locator(".funnel > li").count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("opens a link as it was left: filters, order and compound", async () => {
    const {page, close} = await harness.open("compounds?where=mw_da:200..300,qed:0.5..&sort=-qed");
    await page.locator(".funnel > li").first().waitFor();
    expect(await page.locator(".funnel-words").allInnerTexts()).toEqual(["MW 200 to 300 Da", "QED at least 0.5"]);
    expect(await page.locator('[role=columnheader][aria-sort="descending"]').getAttribute("data-key")).toBe("qed");
    await close();
  });

  it("moves an end of a range by arrow keys", async () => {
    const {page, close} = await harness.open("compounds");
    await page.getByRole("slider", {name: "cLogP at least"}).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/where=clogp/);
    expect(await page.locator(".funnel > li").count()).toBe(1);
    await close();
  });

  it("names the filters that leave nothing, and what lifting each would leave", async () => {
    const {page, close} = await harness.open("compounds?where=mw_da:..150,n_rings:9..");
    const state = page.locator(".virtual-table-message");
    await state.getByText("The filters leave no compound").waitFor();
    expect(await state.locator("li").count()).toBe(2);
    await state.getByRole("button", {name: "Lift Rings at least 9"}).click();
    await page.locator(".virtual-table-body [role=row]").first().waitFor();
    expect(leftOf(await page.locator(".compounds-count").innerText())).toBeGreaterThan(0);
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
    const field = page.getByLabel("Lead-like score at least, typed");
    await field.fill("0.9");
    await field.press("Enter");
    await page.waitForURL(/mpo_score:0\.9\.\./);
    const left = await page.locator(".compounds-count").innerText();
    expect(leftOf(left)).toBeGreaterThan(0);
    await page.reload();
    await page.locator(".funnel > li").first().waitFor();
    expect(await page.locator(".compounds-count").innerText()).toBe(left);
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
    expect(await page.getByLabel("Profile to rank by").inputValue()).toBe("own");
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
    expect(leftOf(await page.locator(".compounds-count").innerText())).toBe(392);
    await page.getByText("8 lines could not be taken").click();
    await page.locator(".issue-list tbody tr").nth(7).waitFor();
    expect(await page.locator(".issue-list tbody tr").count()).toBe(8);
    expect(await page.locator(".issue-list tbody tr td").first().innerText()).toBe("50");
    expect(problems).toEqual([]);
    await page.getByRole("button", {name: "Close the file"}).click();
    await page.getByText("The project's compounds").waitFor();
    await close();
  });

  it("stops when told, and keeps what was done", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("File of structures").setInputFiles(fileOf(20_000, 0));
    await page.locator(".compounds-count").getByText("compounds left").waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Cancel"}).click();
    await page.getByText(/^Stopped: /).waitFor();
    expect(leftOf(await page.locator(".compounds-count").innerText())).toBeLessThan(20_000);
    expect(problems).toEqual([]);
    await close();
  });
});
