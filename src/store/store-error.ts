/** Why the store cannot be used: each has words for the user. */
export type StoreFailure =
  | "no-webassembly"
  | "no-engine"
  | "no-database"
  | "damaged-database"
  | "no-answer"
  | "damaged-answer"
  | "wrong-question";

const WORDS: Readonly<Record<StoreFailure, string>> = {
  "no-webassembly":
    "This browser has no WebAssembly, or it is switched off. Allow it for this site, or use a current browser.",
  "no-engine":
    "The database engine did not start. Reload the page; if it happens again, close other tabs to free memory.",
  "no-database":
    "The project's database could not be fetched from this site. Check the connection, then reload the page.",
  "damaged-database":
    "The project's database cannot be read: it is damaged, or was written by another version. Build the site again.",
  "no-answer":
    "A part of the project's data could not be fetched from this site. Check the connection, then try again.",
  "damaged-answer":
    "A part of the project's data cannot be read: it is damaged, or was written by another version. Build the site again.",
  "wrong-question": "The database could not answer."
};

/** A broken store, in words that say what to do. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    super(`${WORDS[failure]} (${detail.split("\n")[0] ?? detail})`, {cause});
    this.name = "StoreError";
    this.failure = failure;
  }
}
