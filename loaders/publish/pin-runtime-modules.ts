import {mkdir, readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** Where the framework keeps modules that it fetched; the name of a folder states the version in it. */
const FETCHED_MODULES = "src/.observablehq/cache/_npm";
/** Never loaded, so any version does. */
const VERSION = "0.0.0";
const SPECIFIER = /["']npm:((?:@[\w.-]+\/)?[\w.-]+)/g;

/**
 * Names of the modules that the framework's runtime would fetch for pages that use its implicit names (`d3`, `Inputs`,
 * `jsx` cells …). No page here does.
 *
 * @param frameworkFolder the folder `dist` of the installed framework
 */
export async function runtimeModules(frameworkFolder: string): Promise<string[]> {
  const client = await readdir(join(frameworkFolder, "client"), {recursive: true});
  const files = [...client.filter((file) => file.endsWith(".js")).map((file) => join("client", file)), "resolvers.js"];
  const texts = await Promise.all(files.map((file) => readFile(join(frameworkFolder, file), "utf8")));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(SPECIFIER)].map((match) => match[1] ?? "")))].sort();
}

/**
 * Settles which version of those modules "latest" is, so that the framework does not ask the registry: it would on every
 * clean build, and a build has to work without a network.
 */
export async function pinRuntimeModules(frameworkEntry: string, folder: string = FETCHED_MODULES): Promise<void> {
  const names = await runtimeModules(dirname(dirname(frameworkEntry)));
  for (const name of names) await mkdir(join(folder, `${name}@${VERSION}`), {recursive: true});
}
