/** What a check of a built site found: `wrong` must be mended before it is shown to anyone, `note` is for knowing. */
export interface Finding {
  readonly level: "wrong" | "note";
  /** What was checked. */
  readonly check: "links" | "policy" | "sizes" | "licences" | "database";
  /** File of the site, or source. */
  readonly place: string;
  /** What was found, and what to do. */
  readonly words: string;
}
