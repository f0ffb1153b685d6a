import type {SourceRow} from "./sources.js";

/** Something that a report or a site has to cite. */
export interface Reference {
  /** Key within the list, e.g. "opentargets_associations". */
  readonly key: string;
  readonly text: string;
  readonly doi: string | null;
  readonly url: string | null;
  /** What was taken from it, e.g. sources with release, date and licence. */
  readonly used_for: readonly string[];
}

/** How a source is named where it was used: name, release, retrieval, licence. What it does not state is said. */
export const sourceWords = ({name, release, retrieved_on: day, licence}: SourceRow): string =>
  [
    name,
    release === null ? "release not stated" : `release ${release}`,
    day === null ? "date of retrieval not stated" : `retrieved ${day}`,
    licence
  ].join(", ");

/** The references of sources in their order; sources that ask for the same citation share one. */
export function sourceReferences(sources: readonly SourceRow[]): Reference[] {
  const byText = new Map<string, Reference>();
  for (const source of sources) {
    const {source_id: key, citation: text, doi, url} = source;
    const known = byText.get(text) ?? {key, text, doi, url, used_for: []};
    byText.set(text, {...known, used_for: [...known.used_for, sourceWords(source)]});
  }
  return [...byText.values()];
}

/** References as a numbered list in plain text, one a line. */
export const plainReferences = (references: readonly Reference[]): string =>
  references
    .map(({text, doi, used_for: uses}, i) => {
      const use = uses.length === 0 ? "" : ` Used for: ${uses.join("; ")}.`;
      return `${String(i + 1)}. ${text}.${doi === null ? "" : ` doi:${doi}.`}${use}\n`;
    })
    .join("");

const SPECIAL = /[\\{}$&#^_%~]/g;
const latex = (text: string): string => text.replace(SPECIAL, (character) => `\\${character}`);

/** References as BibTeX: the citation as the source words it stands in `note`, because its parts are not known apart. */
export function bibtex(references: readonly Reference[]): string {
  return references
    .map(({key, text, doi, url, used_for: uses}) => {
      const fields = [
        ["note", latex(text)],
        ["doi", doi],
        ["url", doi === null ? url : null],
        ["annote", uses.length === 0 ? null : latex(uses.join("; "))]
      ].filter(([, value]) => value !== null);
      const body = fields.map(([name, value]) => `  ${String(name)} = {${String(value)}}`).join(",\n");
      return `@misc{${key.replace(/[^\w:-]/g, "_")},\n${body}\n}\n`;
    })
    .join("\n");
}

/** What whoever passes the data on must keep: each licence with its sources and how they ask to be cited. */
export function attribution(sources: readonly SourceRow[]): string {
  const licences = [...new Set(sources.map(({licence}) => licence))].sort();
  return licences
    .map((licence) => {
      const rows = sources.filter((row) => row.licence === licence);
      const lines = rows.map(
        (row) => `- ${sourceWords(row)}\n  ${row.citation}${row.doi === null ? "" : ` doi:${row.doi}`}\n  ${row.url}`
      );
      return `${licence}\n\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
