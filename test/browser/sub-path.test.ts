import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {builtPages, cellErrors, type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness("/some/sub/path/");
});
afterAll(async () => {
  await harness.close();
});

/** One page of each template stands for the others, which differ in their data only. */
function pagesToOpen(): string[] {
  const pages = builtPages();
  const templateOf = (path: string): string => path.replace(/^(about\/models|target)\/.+/, "$1/*");
  return [...new Map(pages.map((path) => [templateOf(path), path])).values()];
}

describe("a site that lies in a folder of its host", () => {
  it.each(pagesToOpen())(
    "shows /some/sub/path/%s, asks for nothing outside its folder, and links inside it",
    async (path) => {
      const {page, problems, received, close} = await harness.open(path);
      expect([...problems, ...(await cellErrors(page))]).toEqual([]);
      const outside = [...received.keys()].filter(
        (url) => !/^(data|blob):/.test(url) && !url.startsWith(harness.site.url)
      );
      expect(outside).toEqual([]);
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      const {origin} = new URL(harness.site.url);
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((href) => href.startsWith(origin) && !href.startsWith(harness.site.url))).toEqual([]);
      await close();
    }
  );
});
