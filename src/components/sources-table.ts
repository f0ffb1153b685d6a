import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {SourceRow} from "../tables/sources.js";

/** Every source of published rows: what was asked, when, under which licence, and how to trace a row. */
export function sourcesTable(sources: readonly SourceRow[]): HTMLElement {
  return html<HTMLElement>`<div class="source-list">${sources.map(sourceEntry)}</div>`;
}

function sourceEntry(source: SourceRow): HTMLElement {
  return html<HTMLElement>`<article class="source-entry" id=${source.source_id}>
    <h3>${source.name}</h3>
    <dl>
      <dt>Release</dt>
      <dd>${source.release ?? missing("not stated by the copy that was read")}</dd>
      <dt>Retrieved</dt>
      <dd>${source.retrieved_on ?? missing("not stated by the copy that was read")}</dd>
      <dt>Rows</dt>
      <dd>${formatCount(source.row_count)}</dd>
      <dt>Licence</dt>
      <dd>${source.licence}</dd>
      <dt>Query</dt>
      <dd>${source.query}</dd>
      <dt>Address</dt>
      <dd class="long"><a href=${source.url} rel="noreferrer">${source.url}</a></dd>
      <dt>Cite</dt>
      <dd>${source.citation}${source.doi === null ? "" : doiLink(source.doi)}</dd>
      <dt>SHA-256</dt>
      <dd class="long"><code>${source.sha256}</code></dd>
      <dt>Key</dt>
      <dd><code>${source.source_id}</code></dd>
      ${source.note === null ? "" : html.fragment`<dt>Limits</dt><dd>${source.note}</dd>`}
    </dl>
  </article>`;
}

/** A DOI as a link, with a space before it. */
export function doiLink(doi: string): Node {
  return html.fragment` <a href=${`https://doi.org/${doi}`} rel="noreferrer">doi:${doi}</a>`;
}

function missing(words: string): Node {
  return html`<span class="muted">${words}</span>`;
}
