import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {attribution, bibtex, sourceReferences} from "../../src/tables/references.js";
import {readProject} from "../project.js";
import {readSources} from "../project-sources.js";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);

/** The manifest of an installed package, found beside its code where the package does not export it. */
async function readManifest(name: string): Promise<Manifest> {
  const [folder] = require.resolve.paths(name) ?? [];
  const paths = (require.resolve.paths(name) ?? [folder ?? ""]).map((path) => `${path}/${name}/package.json`);
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch(() => null);
    if (text !== null) return JSON.parse(text) as Manifest;
  }
  throw new Error(`${name} is not installed: run npm install`);
}

/** The packages that the site is made of, with version and licence, one a line. */
export async function softwareLicences(): Promise<string> {
  const own = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as Manifest;
  const manifests = await Promise.all(Object.keys(own.dependencies ?? {}).map(readManifest));
  return manifests
    .map(({name, version, license}) => `- ${name} ${version}, ${license ?? "see the package"}\n`)
    .join("");
}

/** What whoever publishes the site must keep: the sources really used by licence, and the software in it. */
export async function siteAttribution(): Promise<string> {
  const sources = await readSources(await readProject());
  return `Data in this site, by licence\n\n${attribution(sources)}\nSoftware in this site\n\n${await softwareLicences()}`;
}

/** The sources really used as BibTeX. */
export async function siteReferences(): Promise<string> {
  return bibtex(sourceReferences(await readSources(await readProject())));
}
