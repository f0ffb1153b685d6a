import type {Asked} from "../http/test-server.js";

const PAPERS = Array.from({length: 7}, (_, i) => ({uid: String(30_000_000 + i), year: 2018 + (i % 4)}));

/** PubMed: counts as text, summaries keyed by id, failures inside good replies. */
export function answerPubmed({url, body}: Asked): unknown {
  if (url.pathname.endsWith("esummary.fcgi")) return summaries(new URLSearchParams(body).get("id")?.split(",") ?? []);
  const parameters = url.searchParams;
  const isOwn = parameters.get("term")?.includes("BRAF") ?? false;
  const [from, to] = [Number(parameters.get("mindate") ?? 0), Number(parameters.get("maxdate") ?? 9999)];
  const found = PAPERS.filter(({year}) => year >= from && year <= to && (isOwn || year < 2020));
  const size = Number(parameters.get("retmax"));
  return {
    header: {type: "esearch", version: "0.3"},
    esearchresult: {
      count: String(found.length),
      retmax: String(size),
      retstart: "0",
      idlist: found.slice(0, size).map(({uid}) => uid),
      translationset: [],
      querytranslation: `"${String(parameters.get("term"))}"[All Fields]`
    }
  };
}

function summaries(ids: readonly string[]): unknown {
  const items = ids.map((uid) => [uid, summary(uid)] as const);
  return {header: {type: "esummary", version: "0.3"}, result: {uids: ids, ...Object.fromEntries(items)}};
}

const summary = (uid: string): unknown =>
  uid.endsWith("6")
    ? {uid, error: "cannot get document summary"}
    : {
        uid,
        title: `Paper &lt;i&gt;number&lt;/i&gt; ${uid}.`,
        source: "J Test",
        pubdate: "2025 Winter",
        sortpubdate: `${String(PAPERS.find((paper) => paper.uid === uid)?.year ?? 2000)}/04/01 00:00`,
        authors: [{name: "Doe J", authtype: "Author"}],
        pubtype: ["Journal Article"],
        articleids: [{idtype: "doi", idtypen: 3, value: `10.1000/${uid}`}]
      };

const annotation = (type: string, name: string | null, accession: string) => ({
  id: "1",
  infons: {type, name, accession, identifier: "1", valid: true},
  text: "as the authors write it",
  locations: [{offset: 0, length: 5}]
});

/** PubTator: documents in any order, words of the paper beside the annotations, names that are in no vocabulary. */
export function answerPubtator({url}: Asked): unknown {
  const ids = url.searchParams.get("pmids")?.split(",") ?? [];
  const documents = ids.reverse().map((id) => ({
    _id: `${id}|None`,
    id,
    passages: [
      {text: "Title", annotations: [annotation("Gene", "BRAF", "@GENE_BRAF"), annotation("Gene", null, "-")]},
      {
        text: "Abstract",
        annotations: [annotation("Gene", "BRAF", "@GENE_BRAF"), annotation("Disease", "Melanoma", "@D")]
      }
    ]
  }));
  return {PubTator3: documents};
}

const PREPRINTS = Array.from({length: 5}, (_, i) => ({
  id: `PPR${String(100 + i)}`,
  source: "PPR",
  doi: i === 4 ? `10.21203/rs.${String(i)}/v1` : `10.1101/2024.01.0${String(i + 1)}.12345${String(i)}`,
  title: `Preprint ${String(i)}.`,
  authorString: "Doe J.",
  pubYear: "2024",
  citedByCount: i,
  firstPublicationDate: `2024-01-0${String(i + 1)}`,
  bookOrReportDetails: {publisher: i === 4 ? "Research Square" : "bioRxiv", yearOfPublication: 2024}
}));

const CITED = PAPERS.map(({uid, year}) => ({
  id: uid,
  source: "MED",
  pmid: uid,
  title: "x",
  pubYear: String(year),
  citedByCount: 3
}));

/** Europe PMC: pages by cursor; the last page repeats its own. */
export function answerEuropePmc({url}: Asked, pageSize: number): unknown {
  const query = url.searchParams.get("query") ?? "";
  const year = /PUB_YEAR:(\d+)/.exec(query)?.[1];
  const all = (query.includes("SRC:PPR") ? PREPRINTS : CITED).filter((item) => !year || item.pubYear === year);
  const size = Math.min(pageSize, Number(url.searchParams.get("pageSize")));
  const cursor = url.searchParams.get("cursorMark") ?? "*";
  const start = cursor === "*" ? 0 : Number(cursor);
  const result = all.slice(start, start + size);
  return {
    version: "6.9",
    hitCount: all.length,
    nextCursorMark: start + size < all.length ? String(start + size) : cursor,
    resultList: {result}
  };
}

/** bioRxiv: two versions of each preprint. */
export function answerBiorxiv({url}: Asked): unknown {
  const doi = /details\/\w+\/(.+)\/na\/json$/.exec(url.pathname)?.[1];
  const collection = [1, 2].map((version) => ({
    doi,
    version: String(version),
    date: `2024-02-0${String(version)}`,
    server: "bioRxiv",
    license: "cc_by",
    category: "cancer biology",
    published: version === 2 ? "10.1000/final" : "NA",
    funder: "NA"
  }));
  return {messages: [{status: "ok"}], collection};
}
