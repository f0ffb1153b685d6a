import type {Site, SitePage} from "./site.js";

/** Runs before the first paint: the theme of the reader's choice, else of the system. */
const THEME_SCRIPT = `{
  let chosen = null;
  try { chosen = localStorage.getItem("fumehood:theme"); } catch {}
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.lang = "en";
}`;

const ESCAPES: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** What pages wait for before their first rows: fetched beside their modules, not after them. */
const FIRST_FILES: Readonly<Record<string, readonly string[]>> = {
  "/compounds": ["/data/answers/project-compounds.bin", "/vendor/kernels.wasm"],
  "/series": [
    ...["/data/answers/project-compounds.bin", "/data/answers/project-potencies.bin"],
    ...["/data/answers/project-scaffolds.bin", "/data/answers/project-scaffold-tree.bin"]
  ]
};

/** What a page has in its head: fonts, the theme before the first paint, the module that wakes the frame, its first files. */
export function pageHead(path: string): string {
  return [
    ...(FIRST_FILES[path] ?? []).map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`),
    `<script>${THEME_SCRIPT}</script>`,
    `<link rel="stylesheet" href="/vendor/fonts.css">`,
    `<link rel="icon" type="image/svg+xml" href="/vendor/icon.svg">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="no-referrer">`,
    `<script type="module" src="/components/start-frame.js"></script>`
  ].join("\n");
}

function isCurrent(page: SitePage, path: string): boolean {
  const home = path === "/index" || path === "/";
  return page.path === "/"
    ? home
    : path === page.path || [page.path, page.group].some((part) => part !== undefined && path.startsWith(`${part}/`));
}

function pageLink(page: SitePage, path: string): string {
  const current = isCurrent(page, path) ? ` aria-current="page"` : "";
  return `<a href="${page.path}"${current}>${escapeHtml(page.name)}</a>`;
}

/** The pages of the daily work in a row, the others in a list that opens. */
function pageLinks({pages}: Site, path: string): string {
  const links = (isAside: boolean): string =>
    pages
      .filter((page) => (page.isAside ?? false) === isAside)
      .map((page) => pageLink(page, path))
      .join("");
  const aside = links(true);
  if (aside === "") return links(false);
  return `${links(false)}<details class="top-bar-more"><summary>More</summary><div>${aside}</div></details>`;
}

function ageOfData({retrievedOn}: Site): string {
  if (retrievedOn === null) return "";
  return `<a class="top-bar-age" href="/about/sources" title="Oldest source retrieved ${retrievedOn}">Data of <time datetime="${retrievedOn}">${retrievedOn}</time></a>`;
}

/** The top bar as static markup, so that it is there at the first paint; `startFrame` wakes its buttons. */
export function pageHeader(site: Site, path: string): string {
  return `<a class="skip-link" href="#content">Skip to content</a>
<div class="top-bar">
<a class="top-bar-brand" href="/">Fumehood</a>
<span class="top-bar-project">${escapeHtml(site.title)}</span>
<nav class="top-bar-pages" aria-label="Pages">${pageLinks(site, path)}</nav>
<div class="top-bar-tools">
<button type="button" class="top-bar-search" data-action="search" aria-keyshortcuts="/">Search <kbd>/</kbd></button>
${ageOfData(site)}
<button type="button" class="top-bar-privacy" data-action="privacy" aria-expanded="false">Nothing left this page</button>
<button type="button" class="top-bar-theme" data-action="theme" aria-label="Switch between light and dark"></button>
</div>
</div>
<noscript><p class="noscript">Fumehood computes everything in your browser and needs JavaScript. Allow it for this site, then reload.</p></noscript>
<span id="content" tabindex="-1"></span>`;
}
