import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {builtPages, cellErrors, seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

const VIEWS = [
  {name: "light, 1440 px", options: {colorScheme: "light", viewport: {width: 1440, height: 900}, bypassCSP: true}},
  {name: "dark, 420 px", options: {colorScheme: "dark", viewport: {width: 420, height: 800}, bypassCSP: true}}
] as const;

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

describe.each(builtPages())("page /%s", (path) => {
  it.each(VIEWS)(
    "opens without error and without a request elsewhere, and axe finds nothing serious ($name)",
    async ({options}) => {
      const {page, problems, close} = await harness.open(path, options);
      await page.waitForTimeout(500);
      expect([...problems, ...(await cellErrors(page))]).toEqual([]);
      expect(await seriousViolations(page)).toEqual([]);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
      );
      expect(overflow).toBeLessThanOrEqual(1);
      await close();
    }
  );

  it("opens under its own content policy", async () => {
    const {page, problems, close} = await harness.open(path);
    await page.waitForTimeout(300);
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });
});
