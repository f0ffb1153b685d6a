import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {chromium, type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {serve, type Served} from "../../loaders/commands/serve.js";
import {findChromium} from "./find-chromium.js";

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader"
];

/** How long a page is waited for: what takes a second on an idle machine can take many on a busy one. */
const PATIENCE_MS = 60_000;

/** The built site, served, and a browser to open it with. */
export interface SiteHarness {
  readonly site: Served;
  readonly browser: Browser;
  /** Opens a page and collects what must not happen on it. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** A page under test. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the page and its console, and requests to elsewhere, in the order they came. */
  readonly problems: string[];
  /** Bytes received so far, compressed as they came, by address. */
  readonly received: Map<string, number>;
  close(): Promise<void>;
}

/** Pages of the built site, as paths without `.html`. */
export function builtPages(folder = "dist"): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html") && !file.startsWith("_"))
    .map((file) =>
      file
        .replaceAll("\\", "/")
        .replace(/(^|\/)index\.html$/, "$1")
        .replace(/\.html$/, "")
    )
    .sort();
}

/** Serves a built site and starts Chromium. @throws when either is missing, with words that say what to do */
export async function startHarness(base = "/", folder = "dist"): Promise<SiteHarness> {
  const site = await serve(folder, 0, base);
  const browser = await chromium.launch({executablePath: await findChromium(), args: FLAGS});
  return {
    site,
    browser,
    open: (path, options) => openPage(browser, site.url, path, options),
    close: async () => {
      await browser.close();
      await site.close();
    }
  };
}

async function openPage(
  browser: Browser,
  root: string,
  path: string,
  options?: BrowserContextOptions
): Promise<OpenPage> {
  const context = await browser.newContext(options ?? {});
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  const received = new Map<string, number>();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(root).origin) && !/^(data|blob):/.test(url)) problems.push(`request elsewhere: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${String(response.status())}: ${response.url()}`);
    received.set(response.url(), Number(response.headers()["content-length"] ?? 0));
  });
  await page.goto(root + path, {waitUntil: "networkidle"});
  return {page, problems, received, close: () => context.close()};
}

/** Errors that Framework shows inside a page instead of failing the build. */
export function cellErrors(page: Page): Promise<string[]> {
  return page.locator(".observablehq--error").allTextContents();
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly {readonly html: string}[];
}

const axeText = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** What axe calls serious or critical, one line each. */
export async function seriousViolations(page: Page): Promise<string[]> {
  // Through the debugger, which the page's content policy does not bind.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", {expression: axeText});
  await session.detach();
  const violations = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(): Promise<{violations: AxeViolation[]}>}};
    return (await axe.run()).violations;
  });
  return violations
    .filter(({impact}) => impact === "serious" || impact === "critical")
    .map(
      ({id, nodes}) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({html}) => html.slice(0, 160))
          .join(" | ")}`
    );
}
