import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {builtPages, cellErrors, seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

const VIEWS = [
  {name: "light, 1440 px", options: {colorScheme: "light", viewport: {width: 1440, height: 900}}},
  {name: "dark, 420 px", options: {colorScheme: "dark", viewport: {width: 420, height: 800}}}
] as const;

/** Pages made from one template are opened a few at a time: the first, the last and some between. */
const TEMPLATES = [/^about\/models\/.+/, /^target\/.+/];
const OF_A_TEMPLATE = 4;

function pagesToOpen(): string[] {
  const pages = builtPages();
  const made = TEMPLATES.map((template) => pages.filter((path) => template.test(path)));
  const sample = made.flatMap((group) => group.filter((_, i) => i % Math.ceil(group.length / OF_A_TEMPLATE) === 0));
  return [...pages.filter((path) => !TEMPLATES.some((template) => template.test(path))), ...sample];
}

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

describe.each(pagesToOpen())("page /%s", (path) => {
  it.each(VIEWS)(
    "opens under its own policy without error and without a request elsewhere, and axe finds nothing serious ($name)",
    async ({options}) => {
      const {page, problems, close} = await harness.open(path, options);
      await page.waitForTimeout(500);
      expect([...problems, ...(await cellErrors(page))]).toEqual([]);
      await expect.poll(() => page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(1);
      await expect.poll(() => seriousViolations(page)).toEqual([]);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(overflow).toBeLessThanOrEqual(1);
      await close();
    }
  );
});
