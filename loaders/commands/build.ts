import {spawn} from "node:child_process";
import {rm} from "node:fs/promises";
import {createRequire} from "node:module";
import {delimiter, dirname, join, resolve} from "node:path";
import {Command} from "commander";
import {keepBuild, keepLastBuild} from "../diff/project-changes.js";
import {PROJECT_FOLDER_VARIABLE, projectFolder} from "../project-files.js";
import {checkInputs} from "../publish/check-inputs.js";
import {pinRuntimeModules} from "../publish/pin-runtime-modules.js";
import {sealSite} from "../publish/seal.js";

const WITHOUT_NETWORK = new URL("../publish/without-network.mjs", import.meta.url).href;
const OUTPUT = "dist";
const LOADER_CACHE = "src/.observablehq/cache";

function frameworkEntry(): string {
  const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
  return join(dirname(manifest), "dist/bin/observable.js");
}

/** Runs the framework's own build. @throws when it fails; its words are already on the screen. */
function runFramework(folder: string): Promise<void> {
  const path = [resolve("node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const environment = {
    ...process.env,
    PATH: path,
    OBSERVABLE_TELEMETRY_DISABLE: "1",
    [PROJECT_FOLDER_VARIABLE]: folder
  };
  const args = ["--import", WITHOUT_NETWORK, frameworkEntry(), "build"];
  const child = spawn(process.execPath, args, {stdio: "inherit", env: environment});
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`the site was not built (exit ${String(code)}); the first error above says why`));
    });
  });
}

/**
 * Builds the site into `dist/` and seals its pages. The loader cache is cleared first: the framework keys it on the entry point's age only
 * and would use a stale answer after the code behind it changed. The database of the build before is kept, to say what
 * changed since.
 *
 * @param since database of an earlier build to compare with instead
 */
export async function build(since?: string): Promise<void> {
  await checkInputs();
  await (since === undefined ? keepLastBuild(OUTPUT) : keepBuild(since));
  await rm(LOADER_CACHE, {recursive: true, force: true});
  await pinRuntimeModules(frameworkEntry());
  await runFramework(resolve(await projectFolder()));
  const pages = await sealSite(OUTPUT);
  console.log(`sealed ${String(pages)} pages: they may ask this site only`);
}

/** `fumehood build` */
export function buildCommand(): Command {
  return new Command("build")
    .description("build the site into dist/")
    .option("--since <database>", "fumehood.duckdb of an earlier build; the page Changes says what differs")
    .action(({since}: {since?: string}) => build(since));
}
