import {chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {findChromium} from "../test/browser/find-chromium.js";

const MOVES = 40;

interface Measured {
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly longestTaskMs: number;
}

/** Brushes the first histogram in the page, one bar at a time, and times each move up to the next painted frame. */
async function brush(page: Page): Promise<Measured> {
  const box = await page.locator(".brush-histogram .brush-surface").first().boundingBox();
  if (!box) throw new Error("there is no histogram to brush");
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, {tasks});
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration))).observe({
      type: "longtask"
    });
  });
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + 40, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let move = 1; move <= MOVES; move++) {
    const ready = page.evaluate(
      () =>
        new Promise<number>((done) => {
          addEventListener(
            "pointermove",
            ({timeStamp}) => {
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => {
                  done(performance.now() - timeStamp);
                };
                channel.port2.postMessage(0);
              });
            },
            {once: true, capture: true}
          );
        })
    );
    await page.waitForTimeout(20);
    await page.mouse.move(box.x + 40 + (move / MOVES) * (box.width - 60), y);
    times.push(await ready);
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => (globalThis as unknown as {tasks: number[]}).tasks);
  times.sort((a, b) => a - b);
  return {
    medianMs: times[times.length >> 1] ?? NaN,
    slowestMs: times.at(-1) ?? NaN,
    longestTaskMs: Math.max(0, ...tasks)
  };
}

/** Brushing a million rows of twenty columns in the built page: from pointer to painted frame. Needs a build in dist/. */
export async function pageBench(): Promise<void> {
  const site = await serve("dist", 0);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu"]
  });
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.goto(`${site.url}compounds?measure=1000000x20`);
  await page.waitForSelector(".brush-passing[d]", {timeout: 120_000});
  await page.waitForTimeout(1000);
  const {medianMs, slowestMs, longestTaskMs} = await brush(page);
  console.log("\nPage, 1000000 rows × 20 columns: brush to painted frame, histograms in view, table and count redrawn");
  console.log(`  median ${medianMs.toFixed(1)} ms, slowest ${slowestMs.toFixed(1)} ms of ${String(MOVES)} moves`);
  console.log(`  longest main-thread task ${longestTaskMs === 0 ? "under 50" : longestTaskMs.toFixed(0)} ms`);
  console.log(`  after it: ${await page.locator(".compounds-count").innerText()}`);
  await browser.close();
  await site.close();
}
