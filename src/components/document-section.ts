import {html} from "htl";
import type {CompoundActivity} from "../store/queries/activities-of-compound.js";
import type {CompoundDocument} from "../store/queries/documents-of-compound.js";

/** Documents listed at once; the others open. */
const SHOWN = 8;

/** The papers and patents that measured values come from; in words what of it is not known, and how it can be. */
export function documentSection(
  documents: readonly CompoundDocument[],
  activities: readonly CompoundActivity[]
): HTMLElement | "" {
  if (activities.length === 0) return "";
  const without = activities.filter(({document_id: id}) => id === null).length;
  const isUnknown = documents.some(({title, is_known: isKnown}) => !isKnown || title === null) || without > 0;
  return html<HTMLElement>`<section class="document-section">
    <h3>Papers and patents</h3>
    ${documents.length === 0 ? "" : documentList(documents.slice(0, SHOWN))}
    ${
      documents.length > SHOWN
        ? html`<details>
            <summary>${documents.length - SHOWN} more</summary>
            ${documentList(documents.slice(SHOWN))}
          </details>`
        : ""
    }
    ${without > 0 ? html`<p class="note">The source names no document for ${without} of ${activities.length} values.</p>` : ""}
    ${isUnknown ? html`<p class="note">Titles, DOIs and patent numbers of all documents come with <code>npm run data</code>, which asks ChEMBL for them; the embedded data have ids, kinds, journals and years of some.</p>` : ""}
  </section>`;
}

const documentList = (documents: readonly CompoundDocument[]): HTMLElement =>
  html<HTMLElement>`<ol class="document-list">
    ${documents.map(documentItem)}
  </ol>`;

function documentItem(document: CompoundDocument): HTMLElement {
  const {document_id: id, title, authors, symbols, n_values: count} = document;
  const what = `${String(count)} ${count === 1 ? "value" : "values"}${symbols === null ? "" : `, ${symbols}`}`;
  if (title === null)
    return html<HTMLElement>`<li class="note">${chemblLink(id)} ${placeOf(document)} ${linksOf(document)} ${what}</li>`;
  return html<HTMLElement>`<li>
    <span class="document-title">${title}</span>
    <div class="note">
      ${authors === null ? "" : `${firstAuthor(authors)} `}${placeOf(document)} ${linksOf(document)} ${what}
    </div>
  </li>`;
}

const firstAuthor = (authors: string): string => {
  const [first = "", ...others] = authors.split(",");
  return others.length === 0 ? first.trim() : `${first.trim()} et al.`;
};

/** Journal, year, volume and page; of a patent its number. */
function placeOf({journal, year, volume, first_page: page, patent_id: patent, document_type: type}: CompoundDocument) {
  const words = [
    patent === null
      ? (journal ?? (type === null || type === "PUBLICATION" ? "" : type.toLowerCase()))
      : `patent ${patent}`,
    year === null ? "" : String(year),
    volume === null ? "" : `${volume}${page === null ? "" : `:${page}`}`
  ].filter((word) => word !== "");
  return words.length === 0 ? "" : `${words.join(" ")}. `;
}

function linksOf({document_id: id, title, doi, pubmed_id: pubmed, patent_id: patent}: CompoundDocument): HTMLElement {
  const links = [
    doi === null ? null : link(`https://doi.org/${doi}`, `doi:${doi}`),
    pubmed === null ? null : link(`https://pubmed.ncbi.nlm.nih.gov/${pubmed}/`, `PubMed ${pubmed}`),
    patent === null ? null : link(`https://patents.google.com/patent/${patent.replaceAll("-", "")}/en`, "patent text"),
    title === null ? null : chemblLink(id)
  ].filter((each) => each !== null);
  return html<HTMLElement>`<span>${links.map((each) => html`${each} `)}</span>`;
}

const link = (href: string, words: string): HTMLElement =>
  html<HTMLElement>`<a rel="noreferrer" href=${href}>${words}</a>`;
const chemblLink = (id: string): HTMLElement => link(`https://www.ebi.ac.uk/chembl/explore/document/${id}`, id);
