import {html} from "htl";
import {DESCRIPTOR_NAMES} from "../admet/known-descriptors.js";
import {withPredictions} from "../admet/with-predictions.js";
import {formatNumber} from "../base/format-number.js";
import {ScreenedRows} from "../screening/screened-rows.js";
import {endpointColumns} from "../tables/admet-columns.js";
import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import {ADMET_RADAR} from "../tables/admet-radar.js";
import type {ColumnSet} from "../tables/column-set.js";
import {createAdmetClient} from "../workers/admet-client.js";
import {admetUrls} from "../workers/admet-urls.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {screenInBrowser} from "../workers/screening-client.js";
import {admetCell, predictedColumns} from "./admet-cell.js";
import {endpointsOf} from "./admet-panel.js";
import {factsTable} from "./facts-table.js";
import {loadScreeningTables} from "./load-screening-tables.js";
import {columnWords} from "./series-columns.js";

/** Properties told of a compound that nobody has made. */
const PROPERTIES = [
  "mw_da",
  "clogp",
  "tpsa_a2",
  "n_hbd",
  "n_hba",
  "qed",
  "sa_score",
  "lipinski_violations",
  "n_alerts"
];

/** A compound that nobody has made, and where it is told of. */
export interface Product {
  readonly smiles: string;
  readonly place: HTMLElement;
}

/** Screens structures as a file is screened: the same properties by the same code. */
async function screenProducts(smiles: readonly string[], signal: AbortSignal): Promise<ColumnSet> {
  const collected = new ScreenedRows();
  await screenInBrowser([new File([smiles.join("\n")], "products.smi")], {
    ...{urls: rdkitUrls, tables: await loadScreeningTables(), signal, threads: 1},
    labels: {setId: "products", sourceId: "products"},
    onBatch: (batch) => {
      collected.append(batch);
    }
  });
  return collected.columnSet();
}

async function predictProducts(
  set: ColumnSet,
  endpoints: readonly AdmetEndpoint[],
  signal: AbortSignal
): Promise<ColumnSet> {
  const client = createAdmetClient(admetUrls, 1);
  try {
    const smiles = set.texts("smiles").map((cell) => String(cell ?? ""));
    const descriptors = DESCRIPTOR_NAMES.map((name) => set.numbers(name));
    const table = await client.predictAll(smiles, {endpoints: endpoints.map(({id}) => id), descriptors, signal});
    return await withPredictions(set, endpoints, table, new Map());
  } finally {
    client.dispose();
  }
}

const propertyWords = (set: ColumnSet, row: number): string =>
  PROPERTIES.map((name) => {
    const value = set.cell(name, row);
    const {label = name, unit = ""} = set.table.columns[name] ?? {};
    return `${label} ${typeof value === "number" ? formatNumber(value) : "?"} ${unit}`.trim();
  }).join(" · ");

function predictions(set: ColumnSet, endpoints: readonly AdmetEndpoint[], row: number): HTMLElement {
  const lines = endpoints.map((endpoint) => {
    const {value} = endpointColumns(endpoint);
    const columns = predictedColumns(set, value);
    return [columnWords(set, value), columns && admetCell(set, columns, row)];
  });
  return html<HTMLElement>`<details class="product-predictions">
    <summary>ADMET predictions</summary>
    ${factsTable(["Predicted", "Value, 80 % interval, domain"], lines)}
  </details>`;
}

/**
 * Tells of compounds that nobody has made: properties by the screening pipeline, then ADMET predictions with interval and
 * domain, of the endpoints asked for or of the usual eight.
 *
 * @param endpointIds those that the page predicts; empty for the usual ones
 * @throws when no engine starts; the reason is told in each place too
 */
export async function tellOfProducts(
  products: readonly Product[],
  endpointIds: readonly string[],
  signal: AbortSignal
): Promise<void> {
  const tell = (row: number, ...content: Node[]): void => {
    products[row]?.place.replaceChildren(...content);
  };
  for (const {place} of products) place.textContent = "Working out properties…";
  try {
    const set = await screenProducts(
      products.map(({smiles}) => smiles),
      signal
    );
    const wanted = endpointIds.length > 0 ? endpointIds : ADMET_RADAR.map(({endpoint}) => endpoint);
    const endpoints = await endpointsOf(wanted);
    const rowOf = new Map(Array.from(set.numbers("line"), (line, row) => [line - 1, row]));
    const words = (product: number): HTMLElement => {
      const row = rowOf.get(product);
      return html`<small
        >${row === undefined ? "The screening refuses this structure." : propertyWords(set, row)}</small
      >`;
    };
    products.forEach((_, product) => {
      tell(product, words(product), html`<small>Predicting…</small>`);
    });
    const predicted = await predictProducts(set, endpoints, signal);
    products.forEach((_, product) => {
      const row = rowOf.get(product);
      tell(product, words(product), ...(row === undefined ? [] : [predictions(predicted, endpoints, row)]));
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const {place} of products) place.textContent = `Its properties could not be worked out: ${reason}`;
    throw error;
  }
}
