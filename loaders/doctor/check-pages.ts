import {dirname, join, normalize, sep} from "node:path";
import {pagePolicy} from "../publish/content-policy.js";
import type {Finding} from "./finding.js";

/** A page of a built site: its path from the root of the site, e.g. `about/sources.html`, and its text. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?/i;
const LOADED = /<(?:script|link|img|iframe|source)\b[^>]*?\s(?:src|href)="([^"]*)"/g;
const LINKED = /<a\b[^>]*?\shref="([^"]*)"/g;

/** Links that lead nowhere in the site, and things loaded from elsewhere. */
export function checkLinks(pages: readonly BuiltPage[], files: ReadonlySet<string>): Finding[] {
  return pages.flatMap(({path, html}) => {
    const wrong = (words: string): Finding => ({level: "wrong", check: "links", place: path, words});
    const loaded = addresses(html, LOADED).filter((href) => !href.startsWith("data:"));
    const linked = addresses(html, LINKED).filter((href) => !isExternal(href));
    return [
      ...loaded.filter(isExternal).map((href) => wrong(`loads ${href} from elsewhere: serve it from this site`)),
      ...[...linked, ...loaded.filter((href) => !isExternal(href))]
        .filter((href) => !isThere(path, href, files))
        .map((href) => wrong(`leads to ${href}, which is not in the site`)),
      ...[...linked, ...loaded]
        .filter((href) => href.startsWith("/"))
        .map((href) => wrong(`leads to ${href}, which is lost when the site lies in a folder: write it relative`))
    ];
  });
}

/** Pages whose policy is missing or is not the one that fits their content. */
export function checkPolicy(pages: readonly BuiltPage[]): Finding[] {
  return pages.flatMap(({path, html}): Finding[] => {
    const found = POLICY.exec(html)?.[1];
    const wrong = (words: string): Finding[] => [{level: "wrong", check: "policy", place: path, words}];
    if (found === undefined) return wrong("has no content-security policy: build it with `npm run build`");
    const wanted = pagePolicy(html.replace(POLICY, ""));
    return found === wanted ? [] : wrong("was changed after it was sealed: build it again with `npm run build`");
  });
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
}

const isExternal = (href: string): boolean => /^([a-z]+:|\/\/)/i.test(href);

function isThere(page: string, href: string, files: ReadonlySet<string>): boolean {
  const [address = ""] = href.split(/[?#]/);
  if (address === "") return true;
  const path = address.startsWith("/") ? address.slice(1) : join(dirname(page), decodeURIComponent(address));
  const clean = normalize(path)
    .split(sep)
    .join("/")
    .replace(/^\.\/?/, "")
    .replace(/\/$/, "");
  const candidates = [clean, `${clean}.html`, clean === "" ? "index.html" : `${clean}/index.html`];
  return candidates.some((file) => files.has(file));
}
