import {loadavg} from "node:os";
import {type Browser, chromium} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {findChromium} from "../test/browser/find-chromium.js";

const TURNS = 5;
/** What a reader waits for on a page that opens the project. */
const VIEWS = [
  {path: "compounds", what: "the first rows", selector: ".virtual-table-body [role=row]"},
  {path: "compounds", what: "the first structure drawn", selector: ".virtual-table-body svg.drawing"},
  {path: "series", what: "the first scaffolds", selector: ".series-stage .virtual-table-body [role=row]"}
] as const;

/** Milliseconds from the start of the navigation to the frame after something is there, in a browser that has nothing yet. */
async function firstSeen(browser: Browser, address: string, selector: string): Promise<number> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  const page = await context.newPage();
  // As text: what tsx makes of a function asks for helpers that a page does not have.
  const content = `(function look() {
    if (!document.querySelector(${JSON.stringify(selector)})) requestAnimationFrame(look);
    else requestAnimationFrame(() => { globalThis.seenAt = performance.now(); });
  })()`;
  await page.addInitScript({content});
  await page.goto(address, {waitUntil: "commit"});
  const seen = await page.waitForFunction(() => (globalThis as unknown as {seenAt?: number}).seenAt ?? 0);
  const time = await seen.jsonValue();
  await context.close();
  return time;
}

/** How long a reader waits for the first view of the pages that open the project's compounds; needs dist/. */
export async function firstViewBench(): Promise<void> {
  const site = await serve("dist", 0, "/");
  const executablePath = await findChromium();
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"]});
  try {
    console.log(`\nFirst view of the project's compounds, in Chromium with an empty cache, ${String(TURNS)} times`);
    for (const {path, what, selector} of VIEWS) {
      const times: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) times.push(await firstSeen(browser, site.url + path, selector));
      times.sort((a, b) => a - b);
      const words = times.map((time) => time.toFixed(0)).join(" ");
      console.log(`  /${path}, ${what}`.padEnd(44), `median ${(times[TURNS >> 1] ?? NaN).toFixed(0)} ms  (${words})`);
    }
    console.log(`  load average ${loadavg()[0]?.toFixed(1) ?? "unknown"}`);
  } finally {
    await browser.close();
    await site.close();
  }
}
