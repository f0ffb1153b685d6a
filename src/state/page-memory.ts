/** Pages whose last state a report takes up, by the last part of their address. */
export const REMEMBERED_PAGES = ["targets", "compounds", "series", "evidence"] as const;
export type RememberedPage = (typeof REMEMBERED_PAGES)[number];

const KEY = "fumehood:state:";

/** The page that an address leads to; null when it is none whose state is remembered. */
export function pageOfPath(path: string): RememberedPage | null {
  const name = path
    .replace(/\.html$/, "")
    .split("/")
    .at(-1);
  return REMEMBERED_PAGES.find((page) => page === name) ?? null;
}

/** Keeps the state of a page in this browser, as its query string without "?". */
export function rememberPage(path: string, query: string): void {
  const page = pageOfPath(path);
  if (page === null) return;
  try {
    localStorage.setItem(KEY + page, query);
  } catch {
    // Storage is denied: a report starts from the defaults.
  }
}

/** The last state of a page in this browser, as a query string without "?"; empty when there is none. */
export function rememberedPage(page: RememberedPage): string {
  try {
    return localStorage.getItem(KEY + page) ?? "";
  } catch {
    return "";
  }
}
