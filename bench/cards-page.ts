import {type Browser, type BrowserContext, chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {findChromium} from "../test/browser/find-chromium.js";

const CARDS = 500;
const PAGES = ["compounds?view=cards", "structures", "compound?id=", "compare", "structures"];
const ROUNDS = 2;
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
/** Pixels that a turn of the wheel moves, and milliseconds between two. */
const WHEEL = {pixels: 900, pause: 30};
const MEGABYTE = 1e6;

interface Contexts {
  readonly made: number;
  readonly live: number;
  readonly most: number;
}

/** Counts WebGL contexts of a page that are held by a canvas in it and not given back. As text: it runs in the page, unchanged. */
const COUNT_CONTEXTS = `
  const made = [];
  const known = new WeakSet();
  let most = 0;
  // A canvas off the screen has no place in the page: it lives until its context is given back.
  const isLive = ({canvas, context}) => !context.isContextLost() && (canvas.isConnected ?? true);
  const count = () => {
    const live = made.filter(isLive).length;
    most = Math.max(most, live);
    return live;
  };
  for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = Canvas.prototype.getContext;
    Canvas.prototype.getContext = function (kind, ...rest) {
      const context = original.call(this, kind, ...rest);
      if (String(kind).startsWith("webgl") && context && !known.has(context)) {
        known.add(context);
        made.push({canvas: this, context});
      }
      return context;
    };
  }
  setInterval(count, 100);
  globalThis.contexts = () => ({made: made.length, live: count(), most});
`;

const contextsOf = (page: Page): Promise<Contexts> =>
  page.evaluate(() => (globalThis as unknown as {contexts: () => Contexts}).contexts());

/** Bytes of JavaScript that are in use after the rubbish is taken away. */
async function heapOf(page: Page, context: BrowserContext): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const {metrics} = await session.send("Performance.getMetrics");
  await session.detach();
  return metrics.find(({name}) => name === "JSHeapUsedSize")?.value ?? NaN;
}

/** Structures of cards that the window shows, and how many of them are drawn. */
const inView = (page: Page): Promise<{shown: number; drawn: number; failed: number}> =>
  page.evaluate(() => {
    const nodes = [...document.querySelectorAll(".compound-card .structure")].filter((node) => {
      const {top, bottom} = node.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return {
      shown: nodes.length,
      drawn: nodes.filter((node) => node.querySelector("svg") !== null).length,
      failed: nodes.filter((node) => node.querySelector("code") !== null).length
    };
  });

async function drawnAfter(page: Page): Promise<{milliseconds: number; shown: number; failed: number}> {
  const started = Date.now();
  for (;;) {
    const {shown, drawn, failed} = await inView(page);
    if ((shown > 0 && drawn + failed === shown) || Date.now() - started > 30_000)
      return {milliseconds: Date.now() - started, shown, failed: shown - drawn};
    await page.waitForTimeout(20);
  }
}

async function scrollCards(page: Page): Promise<void> {
  await page.locator(".compound-card .structure svg").first().waitFor({timeout: 120_000});
  const box = await page.locator(".compounds-list").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  const rowsSeen = new Set<string>();
  const waits: number[] = [];
  let dropped = 0;
  while (rowsSeen.size < CARDS) {
    for (let turn = 0; turn < 6; turn++) {
      await page.mouse.wheel(0, WHEEL.pixels);
      await page.waitForTimeout(WHEEL.pause);
      for (const row of await rowsInPage(page)) rowsSeen.add(row);
    }
    const {milliseconds, failed} = await drawnAfter(page);
    waits.push(milliseconds);
    dropped += failed;
  }
  waits.sort((a, b) => a - b);
  console.log(
    `  ${String(rowsSeen.size)} cards scrolled past, stopped ${String(waits.length)} times: all in view drawn after median ${String(waits[waits.length >> 1])} ms, slowest ${String(waits.at(-1))} ms; dropped ${String(dropped)}`
  );
}

const rowsInPage = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".compound-card")].map((card) => card.dataset["row"] ?? "")
  );

/** Opens three dimensions where a page has them, so that a context is there to be left behind. */
async function settle(page: Page, path: string): Promise<void> {
  if (path.startsWith("structures")) await page.locator(".viewer canvas").first().waitFor({timeout: 120_000});
  else await page.waitForTimeout(1500);
}

/** Choices within one page, which never leaves the tab: the ones that could leave contexts and pictures behind. */
async function changeWithin(page: Page, context: BrowserContext): Promise<void> {
  const heaps: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    await page.getByText(turn % 2 === 0 ? "table" : "cards", {exact: true}).click();
    await page.waitForTimeout(700);
    heaps.push(await heapOf(page, context));
  }
  console.log(
    `  table and cards in turn, ten times: heap ${heaps.map((heap) => (heap / MEGABYTE).toFixed(1)).join(", ")} MB`
  );
}

async function changePages(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  await context.addInitScript({content: COUNT_CONTEXTS});
  const page = await context.newPage();
  const heaps: number[] = [];
  let most = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const path of PAGES) {
      await page.goto(url + path);
      await settle(page, path);
      heaps.push(await heapOf(page, context));
      most = Math.max(most, (await contextsOf(page)).most);
    }
  console.log(
    `  ten pages in one tab (${PAGES.join(", ")}; twice): heap ${heaps.map((heap) => (heap / MEGABYTE).toFixed(1)).join(", ")} MB; most WebGL contexts at once ${String(most)}`
  );
  await context.close();
}

/** Cards scrolled fast, structures drawn, contexts of WebGL and memory over ten changes of page. Needs a build in dist/. */
export async function cardsPageBench(): Promise<void> {
  const site = await serve("dist", 0);
  const browser = await chromium.launch({executablePath: await findChromium(), args: FLAGS});
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  await context.addInitScript({content: COUNT_CONTEXTS});
  const page = await context.newPage();
  await page.goto(`${site.url}compounds?view=cards`);
  console.log("\nCards of the Compounds page at 1440 × 900");
  await scrollCards(page);
  await changeWithin(page, context);
  console.log(`  WebGL contexts on it: ${JSON.stringify(await contextsOf(page))}`);
  await context.close();
  await changePages(browser, site.url);
  await browser.close();
  await site.close();
}
