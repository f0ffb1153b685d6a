import {cp, mkdtemp, readdir, truncate} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve, type Served} from "../../loaders/commands/serve.js";
import {type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
/** The site as it would be after an upload that broke off in the middle of an engine. */
let withoutDuckdb: Served;
let withoutRdkit: Served;
beforeAll(async () => {
  harness = await startHarness();
  withoutDuckdb = await serveCutShort(/duckdb.*\.wasm$/);
  withoutRdkit = await serveCutShort(/rdkit.*\.wasm$/);
});
afterAll(async () => {
  await harness.close();
  await withoutDuckdb.close();
  await withoutRdkit.close();
});

async function serveCutShort(files: RegExp): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "fumehood-cut-"));
  await cp("dist", folder, {recursive: true});
  const cut = (await readdir(folder, {recursive: true})).filter((file) => files.test(file));
  for (const file of cut) await truncate(join(folder, file), 1000);
  return serve(folder, 0, "/");
}

const whole = (): Promise<void> => Promise.resolve();

/** A page on which something is broken before it opens. */
async function openBroken(path: string, breakIt: (page: Page) => Promise<unknown>, site: Served = harness.site) {
  const context = await harness.browser.newContext();
  const page = await context.newPage();
  await breakIt(page);
  await page.goto(site.url + path);
  return {page, close: () => context.close()};
}

const answer = (pattern: string, response: {status: number; body: string}) => (page: Page) =>
  page.route(pattern, (route) => route.fulfill(response));

/** Pages that read the published database before anything else. */
const PAGES = ["sql"];
const BROKEN = [
  {
    what: "a damaged database",
    breakIt: answer("**/fumehood*.duckdb", {status: 200, body: "this is not a database ".repeat(1000)}),
    words: /database cannot be read: it is damaged.*Build the site again/
  },
  {
    what: "a missing database",
    breakIt: answer("**/fumehood*.duckdb", {status: 404, body: ""}),
    words: /database could not be fetched from this site\. Check the connection, then reload/
  },
  {
    what: "no WebAssembly",
    breakIt: (page: Page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, "WebAssembly");
      }),
    words: /no WebAssembly, or it is switched off\. Allow it for this site, or use a current browser/
  }
];

describe.each(PAGES)("page /%s", (path) => {
  it.each(BROKEN)("says what happened and what to do on $what", async ({breakIt, words}) => {
    const {page, close} = await openBroken(path, breakIt);
    const alert = page.getByRole("alert").filter({hasText: words});
    await alert.first().waitFor();
    await expect.poll(() => alert.first().innerText()).toMatch(words);
    await close();
  });
});

describe.each(PAGES)("page /%s, of a site whose upload broke off", (path) => {
  it("says that the engine did not start and what to do", async () => {
    const {page, close} = await openBroken(path, whole, withoutDuckdb);
    const alert = page.getByRole("alert").filter({hasText: /database engine did not start\. Reload the page/});
    await alert.first().waitFor();
    await expect.poll(() => alert.first().isVisible()).toBe(true);
    await close();
  });
});

describe("page /compounds", () => {
  const answers = "**/project-compounds*.bin";
  it.each([
    {
      what: "a missing file of compounds",
      breakIt: answer(answers, {status: 404, body: ""}),
      words: /could not be fetched from this site\. Check the connection, then try again/
    },
    {
      what: "a damaged file of compounds",
      breakIt: answer(answers, {status: 200, body: "these are no compounds"}),
      words: /cannot be read: it is damaged.*Build the site again/
    },
    {
      what: "no WebAssembly",
      breakIt: (page: Page) =>
        page.addInitScript(() => {
          Reflect.deleteProperty(globalThis, "WebAssembly");
        }),
      words: /cannot run the filter engine.*use a newer one, or allow WebAssembly/
    }
  ])("says what happened and what to do on $what", async ({breakIt, words}) => {
    const {page, close} = await openBroken("compounds", breakIt);
    const alert = page.getByRole("alert").filter({hasText: words});
    await alert.waitFor();
    await expect.poll(() => alert.getByRole("button", {name: "Try again"}).isVisible()).toBe(true);
    await close();
  });

  it("shows the compounds without the database", async () => {
    const {page, close} = await openBroken("compounds", answer("**/fumehood*.duckdb", {status: 404, body: ""}));
    const left = page.locator(".compounds-count");
    await left.waitFor();
    await expect.poll(() => left.innerText()).toMatch(/^[\d,]+ of [\d,]+ compounds left$/);
    await close();
  });
});

describe("page /compounds, given a file", () => {
  const lines = Array.from({length: 600}, (_, i) => `${"C".repeat(1 + (i % 20))}O m${String(i)}`).join("\n");
  const file = {name: "mine.smi", mimeType: "text/plain", buffer: Buffer.from(lines)};

  /** Kills the first screening workers of the page some time after they started, as a browser out of memory does. */
  const killWorkers = (kills: number) => (page: Page) =>
    page.addInitScript((count) => {
      let left = count;
      globalThis.Worker = class extends Worker {
        #answers = 0;
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          if (!String(url).includes("screening-worker")) return;
          this.addEventListener("message", (event) => {
            this.#answers++;
            if (this.#answers < 2 || left === 0) return;
            left--;
            event.stopImmediatePropagation();
            super.terminate();
            this.dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
          });
        }
      };
    }, kills);

  it("starts a crashed worker again and loses no line", async () => {
    const {page, close} = await openBroken("compounds", killWorkers(2));
    await page.getByLabel("File of structures").setInputFiles(file);
    await page.getByText("600 compounds in").waitFor();
    await expect.poll(() => page.locator(".compounds-count").innerText()).toContain("600 of 600");
    await close();
  });

  it("says what to do when the chemistry engine does not start", async () => {
    const {page, close} = await openBroken("compounds", whole, withoutRdkit);
    await page.getByLabel("File of structures").setInputFiles(file);
    const words = page
      .getByRole("status")
      .filter({hasText: /failed after 0 compounds: the chemistry engine did not start/});
    await words.waitFor();
    await expect.poll(() => words.innerText()).toContain("reload the page, or try another browser");
    await close();
  });
});
