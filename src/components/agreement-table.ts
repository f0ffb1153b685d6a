import {html} from "htl";
import type {AgreementCounts, ResidueAgreement} from "../structures/published-agreement.js";
import {factsTable} from "./facts-table.js";
import {doiLink} from "./sources-table.js";

interface ComplexAgreement {
  readonly entry: string;
  readonly target: string;
  readonly ligand: string;
  readonly doi: string;
  readonly counts: AgreementCounts;
  readonly rows: readonly ResidueAgreement[];
}

/** Interactions that are found in crystal structures beside what is published of them, and every residue of each. */
export function agreementTable(complexes: readonly ComplexAgreement[]): HTMLElement {
  const summary = complexes.map(({entry, target, ligand, doi, counts}) => [
    html`${entry} ${ligand}, ${target}${doiLink(doi)}`,
    ofAll(counts.statements_found, counts.statements),
    ofAll(counts.statements_read_found, counts.statements_read),
    counts.site === 0 ? null : ofAll(counts.site_near, counts.site),
    counts.site === 0 ? null : ofAll(counts.site_found, counts.site),
    kindsOf(counts)
  ]);
  return html<HTMLElement>`<div>
    ${factsTable(
      [
        "Complex",
        "Stated and found",
        "Of these words read",
        "Site residues within 4 Å",
        "Site residues with an interaction",
        "Found, neither stated nor in the site"
      ],
      summary
    )}
    ${complexes.map(
      ({entry, rows}) =>
        html`<details>
          <summary>${entry}, residue by residue</summary>
          ${factsTable(["Residue", "Nearest, Å", "Found", "In the entry's site", "Stated"], rows.map(residueRow))}
        </details>`
    )}
  </div>`;
}

const ofAll = (found: number, all: number): string => (all === 0 ? "none" : `${String(found)} of ${String(all)}`);

function kindsOf({only_found: kinds}: AgreementCounts): string {
  const words = Object.entries(kinds).map(([kind, count]) => `${String(count)} ${kind}`);
  return words.length === 0 ? "none" : words.join(", ");
}

const residueRow = ({residue, nearest_a: nearest, found, is_in_site: isInSite, statements}: ResidueAgreement) => [
  residue,
  nearest === null ? "not in the file" : nearest.toFixed(1),
  found.join(", ") || "no interaction by the criteria",
  isInSite ? "yes" : "no",
  statements.length === 0
    ? "nothing"
    : html`${statements.map(
        ({words, read, doi, is_found: isFound}) =>
          html`<div>${isFound ? "Found" : html`<b>Not found</b>`}: ${words} (${read};${doiLink(doi)})</div>`
      )}`
];
