import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {builtPages} from "./browser/site-harness.js";

const DIST = "dist";
/** Compressed bytes that the Overview may need before it is painted. */
const FIRST_PAINT_BYTES = 400_000;
/** Addresses that stand in the text of the site or of a package as words, and are never asked. */
const NAMESPACES = /^https?:\/\/(www\.w3\.org|localhost|127\.0\.0\.1|site)\b/;

const read = (file: string): string => readFileSync(join(DIST, file), "utf8");
const pageFile = (path: string): string => (path === "" || path.endsWith("/") ? `${path}index.html` : `${path}.html`);
const pages = builtPages(DIST).map((path) => ({path, html: read(pageFile(path))}));
const scripts = readdirSync(DIST, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".js"));

const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => match[1] ?? "");

/** The file in dist/ that a link of a page leads to. */
function fileOf(page: string, href: string): string {
  const [address = ""] = href.split(/[?#]/);
  const path = address.startsWith("/") ? address.slice(1) : normalize(join(dirname(pageFile(page)), address));
  if (address === "" || path === "." || path === "./") return pageFile(address === "" ? page : "");
  if (existsSync(join(DIST, path)) && !path.endsWith("/")) return path;
  return path.endsWith("/") ? `${path}index.html` : `${path}.html`;
}

const isExternal = (href: string): boolean => /^[a-z]+:/i.test(href);

describe("the built site", () => {
  it("has pages", () => {
    expect(pages.length).toBeGreaterThan(0);
  });

  it("has no error in the place of a page's code", () => {
    const broken = pages.filter(({html}) => /observablehq--error|SyntaxError:|RuntimeError:/.test(html));
    expect(broken.map(({path}) => path)).toEqual([]);
  });

  it("has no specifier left over that a browser cannot resolve", () => {
    const pattern = /(?:from|import)\s*\(?\s*["']((?:npm|jsr|observablehq|node):[^"']*|[a-z@][\w./-]*)["']/g;
    const left = [
      ...pages.map(({path, html}) => ({file: path, text: html})),
      ...scripts.map((file) => ({file, text: read(file)}))
    ]
      .filter(({file}) => !file.startsWith("_file"))
      .flatMap(({file, text}) => [...text.matchAll(pattern)].map((match) => `${file}: ${match[1] ?? ""}`))
      .filter((line) => /: (npm|jsr|observablehq|node):/.test(line) || /import\("/.test(line));
    expect(left).toEqual([]);
  });

  it("has no broken link and no broken anchor", () => {
    const broken = pages.flatMap(({path, html}) =>
      [...attributes(html, "href"), ...attributes(html, "src")]
        .filter((href) => !isExternal(href))
        .filter((href) => {
          const file = fileOf(path, href);
          if (!existsSync(join(DIST, file))) return true;
          const anchor = /#(.+)$/.exec(href)?.[1];
          return (
            anchor !== undefined && file.endsWith(".html") && !read(file).includes(`id="${decodeURIComponent(anchor)}"`)
          );
        })
        .map((href) => `${path}: ${href}`)
    );
    expect(broken).toEqual([]);
  });

  it("loads nothing from elsewhere", () => {
    const elsewhere = pages.flatMap(({path, html}) =>
      [...html.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)="([^"]*)"/g)]
        .map((match) => match[1] ?? "")
        .filter((href) => isExternal(href) && !href.startsWith("data:") && !NAMESPACES.test(href))
        .map((href) => `${path}: ${href}`)
    );
    expect(elsewhere).toEqual([]);
  });

  it("carries a content policy on every page, before any script", () => {
    const open = pages.filter(({html}) => {
      const policy = html.indexOf('http-equiv="Content-Security-Policy"');
      return policy < 0 || policy > html.indexOf("<script");
    });
    expect(open.map(({path}) => path)).toEqual([]);
  });

  it(`needs less than ${String(FIRST_PAINT_BYTES / 1000)} kB compressed to paint the Overview, without the engines`, () => {
    const {html} = pages.find(({path}) => path === "") ?? {html: ""};
    const preloaded = [...html.matchAll(/<link rel="(?:modulepreload|stylesheet)"[^>]*href="\.\/([^"]+)"/g)].map(
      (match) => match[1] ?? ""
    );
    const bytes = preloaded.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length,
      gzipSync(html).length
    );
    console.log(`Overview: ${String(Math.round(bytes / 1000))} kB compressed in ${String(preloaded.length + 1)} files`);
    expect(preloaded.filter((file) => /duckdb|rdkit|\.wasm/i.test(file) && !/store/.test(file))).toEqual([]);
    expect(bytes).toBeLessThan(FIRST_PAINT_BYTES);
  });
});
