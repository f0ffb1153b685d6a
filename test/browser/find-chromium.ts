import {execFile} from "node:child_process";
import {access, constants, readFile} from "node:fs/promises";
import {delimiter, join} from "node:path";
import {promisify} from "node:util";
import {chromium} from "playwright-core";

const execute = promisify(execFile);
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];
const LONGEST_INSTALL_MS = 600_000;

/**
 * The path of a Chromium for the browser tests: `CHROME_PATH`, else one installed, else Playwright's own, else
 * Debian's package when this is root on Debian.
 *
 * @throws when there is none and none can be installed, with words that say what to do
 */
export async function findChromium(): Promise<string> {
  const installed = await findInstalled();
  if (installed !== undefined) return installed;
  const own = (await installPlaywrights()) ?? (await installDebians());
  if (own !== undefined) return own;
  throw new Error(
    "no Chromium for the browser tests: install Chrome or Chromium, or set CHROME_PATH to its program, then run npm test again"
  );
}

async function findInstalled(): Promise<string | undefined> {
  const given = process.env["CHROME_PATH"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...(given === undefined ? [] : [given]), ...candidates, ...PLACES, chromium.executablePath()]) {
    if (await isProgram(path)) return path;
  }
  return undefined;
}

async function installPlaywrights(): Promise<string | undefined> {
  console.log("no Chromium found; asking Playwright for its own");
  await attempt("npx", ["playwright-core", "install", "chromium"]);
  const path = chromium.executablePath();
  return (await isProgram(path)) ? path : undefined;
}

async function installDebians(): Promise<string | undefined> {
  const isDebian = (await readFile("/etc/os-release", "utf8").catch(() => "")).includes("debian");
  if (!isDebian || process.getuid?.() !== 0) return undefined;
  console.log("installing Debian's chromium package");
  await attempt("apt-get", ["update"]);
  await attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  return (await isProgram("/usr/bin/chromium")) ? "/usr/bin/chromium" : undefined;
}

async function attempt(command: string, args: readonly string[]): Promise<void> {
  const environment = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  await execute(command, args, {timeout: LONGEST_INSTALL_MS, env: environment}).catch((error: unknown) => {
    console.log(
      `${command} ${args.join(" ")} failed: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : ""}`
    );
  });
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => path !== "",
    () => false
  );
}
