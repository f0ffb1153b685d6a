/** A source did not give what was asked: names the address (without keys) and what to do. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(reason: string, url: string | null, options?: ErrorOptions) {
    super(url === null ? reason : `${reason} (${withoutSecrets(url)})`, options);
  }
}

/** Parameters that identify the caller: never logged, never part of a cache key. */
const SECRET_PARAMETERS = ["api_key", "email", "tool"];

/** The address without the caller's key and e-mail. */
export function withoutSecrets(url: string): string {
  const parsed = new URL(url);
  for (const name of SECRET_PARAMETERS) parsed.searchParams.delete(name);
  return parsed.href;
}
