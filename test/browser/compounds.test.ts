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
    await page.waitForFunction("location.search.includes('mw_da:..300')");
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
    await page.waitForFunction("location.search.includes('where=clogp')");
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
