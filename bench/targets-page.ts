import {type Browser, chromium} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {seededRandom} from "../src/base/random.js";
import type {TargetBoard} from "../src/tables/target-board.js";
import {findChromium} from "../test/browser/find-chromium.js";

const MOVES = 21;
const LARGE = 20_000;
const SOURCES = 20;
const FILLED = 0.25;

type Columns = Readonly<Record<string, readonly unknown[]>>;

/** The board repeated to many targets, with made-up evidence of twenty sources. */
function enlarge(board: TargetBoard, count: number): object {
  const random = seededRandom(20);
  const repeat = (columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [
        name,
        Array.from({length: count}, (_, i) => values[i % values.length])
      ])
    );
  const column = (): (number | null)[] => Array.from({length: count}, () => (random() < FILLED ? random() : null));
  const ids = [...Object.keys(board.scores), ...Array.from({length: SOURCES}, (_, i) => `made_up_${String(i)}`)];
  const targets = repeat(board.targets);
  return {
    targets: {...targets, target_id: targets["symbol"]?.map((symbol, i) => `${String(symbol)} ${String(i)}`)},
    scores: Object.fromEntries(ids.slice(0, SOURCES).map((id) => [id, column()])),
    ...{factors: repeat(board.factors), facts: {}, classes: {}}
  };
}

/** Median of moving a weight: until the script has ended, and until the frame after it is painted. */
async function measure(
  browser: Browser,
  url: string,
  count: number | null
): Promise<readonly [string, number, number]> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  if (count !== null)
    await page.route("**/targets*.json", async (route) => {
      const board = (await (await route.fetch()).json()) as TargetBoard;
      await route.fulfill({json: enlarge(board, count)});
    });
  await page.goto(`${url}targets`);
  await page.locator(".target-doubt").filter({hasText: "–"}).first().waitFor({timeout: 120_000});
  const times = await page.evaluate(async (moves) => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Weight of Clinical precedence"]');
    if (!slider) throw new Error("there is no weight to move");
    const found: [number, number][] = [];
    for (let move = 0; move < moves; move++) {
      const start = performance.now();
      slider.value = String(((move % 10) + 1) / 20);
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      const script = performance.now() - start;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      found.push([script, performance.now() - start]);
      await new Promise((done) => setTimeout(done, 50));
    }
    return found;
  }, MOVES);
  const words = await page.locator(".targets-count").innerText();
  await page.close();
  const median = (at: 0 | 1): number => times.map((pair) => pair[at]).sort((a, b) => a - b)[MOVES >> 1] ?? NaN;
  return [words, median(0), median(1)];
}

/** A weight moved on the built Targets page: the project's targets, and 20,000 made-up ones. Needs a build in dist/. */
export async function targetsPageBench(): Promise<void> {
  const site = await serve("dist", 0);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu"]
  });
  console.log("\nPage Targets: a weight moved, all targets scored, ranked and ordered, table redrawn (medians)");
  for (const count of [null, LARGE]) {
    const [words, script, painted] = await measure(browser, site.url, count);
    console.log(`  ${words}: script ${script.toFixed(1)} ms, next frame painted ${painted.toFixed(1)} ms`);
  }
  await browser.close();
  await site.close();
}
