import {createHash} from "node:crypto";

/**
 * What a page may load and whom it may ask, as a table: nothing but the site's own files. `data:` and `blob:` are made
 * in the page itself. Styles are set inline by figures. `wasm-unsafe-eval` allows WebAssembly, not `eval`.
 */
const PAGE_POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'self'",
  "form-action": "'none'"
};

/**
 * Sent with every file by `fumehood serve`. A worker does not inherit the policy written into its page, so the script of
 * the worker carries this one: it may compute whatever it likes (RDKit's bindings need `eval`) and ask only this site.
 */
export const SERVED_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
  "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;
const OLD_POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/gi;
const CHARSET = /<meta charset="utf-8">/i;

const hashOf = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** The policy of a page: the table above, and the hashes of the page's own inline scripts. */
export function pagePolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) => hashOf(script ?? ""));
  return Object.entries(PAGE_POLICY)
    .map(([name, value]) => [name, value, ...(name === "script-src" ? new Set(hashes) : [])].join(" "))
    .join("; ");
}

/**
 * The page with its policy as the first thing in its head; sealing twice gives the same page.
 *
 * @throws when the page has no `<meta charset="utf-8">` to put it after
 */
export function sealPage(html: string): string {
  const bare = html.replace(OLD_POLICY, "");
  if (!CHARSET.test(bare)) throw new Error(`invalid page: no <meta charset="utf-8"> in ${bare.slice(0, 80)}`);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(bare)}">`;
  return bare.replace(CHARSET, (charset) => `${charset}\n${policy}`);
}
