import {type Issue, makeIssue} from "../../src/base/issue.js";
import {proteinFeatures, type ProteinFeatureRow, type ProteinRow, proteins} from "../../src/tables/proteins.js";
import {SourceError} from "../http/source-error.js";
import {readEnvelope} from "../normalise/schema-drift.js";
import {featureRows, proteinRow, uniprotEntry} from "../normalise/uniprot-entry.js";
import {type Fetched, type Source, type SourceContext, tableOf, targetIdOf} from "./source.js";

const API = "https://rest.uniprot.org";
const FIELDS =
  "accession,id,protein_name,gene_names,organism_name,length,cc_function,ft_domain,ft_region,ft_act_site,ft_binding," +
  "ft_transmem,ft_signal,ft_topo_dom,xref_ensembl,xref_chembl";

const entryUrl = (accession: string): string => `${API}/uniprotkb/${accession}.json?fields=${FIELDS}`;

/** UniProt: the proteins of the targets with their domains and sites. */
export const uniprot: Source = {
  id: "uniprot",
  name: "UniProt",
  url: "https://www.uniprot.org/",
  licence: "CC-BY-4.0",
  citation: "The UniProt Consortium. Nucleic Acids Res. 2025, 53, D609-D617",
  doi: "10.1093/nar/gkae1010",
  hosts: {"rest.uniprot.org": {concurrency: 1, gapMs: 250, retries: 5, timeoutMs: 60_000}},
  tables: [proteins, proteinFeatures],
  isNeeded: false,
  isOptIn: false,
  plan: ({targets}) =>
    targets.map(({symbol, uniprot: accession}) => ({
      what: `protein of ${symbol}`,
      url: entryUrl(accession),
      size: "1 request, about 30 kB"
    })),
  findRelease: () => Promise.resolve(null),
  fetch: fetchUniprot
};

async function fetchUniprot({http, project, report}: SourceContext): Promise<Fetched> {
  const rows: ProteinRow[] = [];
  const features: ProteinFeatureRow[] = [];
  const issues: Issue[] = [];
  for (const [i, target] of project.targets.entries()) {
    const {body} = await http.request({url: entryUrl(target.uniprot), expect: "json"});
    const entry = readEnvelope("UniProt entry", uniprotEntry, body);
    if (entry.entryType === "Inactive")
      throw new SourceError(
        `UniProt has withdrawn ${target.uniprot} (${target.symbol}); correct the project file`,
        null
      );
    if (entry.primaryAccession !== target.uniprot)
      issues.push(makeIssue("UniProt entry", null, target.uniprot, `is now part of ${entry.primaryAccession}`));
    rows.push(proteinRow(entry, targetIdOf(target)));
    features.push(...featureRows(entry));
    report("proteins", i + 1, project.targets.length);
  }
  return {tables: [tableOf(proteins, rows), tableOf(proteinFeatures, features)], issues, warnings: []};
}
