import {ADMET_ENDPOINTS, type AdmetEndpoint} from "./admet-endpoints.js";
import {optional, type Column} from "./table.js";

/** Columns of one endpoint in a table of compounds; all missing where no model was asked. */
export interface EndpointColumns {
  readonly endpoint: AdmetEndpoint;
  /** Predicted value in the endpoint's unit, or calibrated probability of class 1 (0-1). */
  readonly value: string;
  /** Ends of the 80 % interval; null for classes. */
  readonly low: string | null;
  readonly high: string | null;
  /** Classes possible at 80 % confidence: yes, no, either, neither; null for regressions. */
  readonly set: string | null;
  /** Likeness to the training molecules: in, edge, out. */
  readonly domain: string;
}

/** Column that says why no model was asked. */
export const ADMET_REFUSED_COLUMN = "admet_refused";

/** Names of the columns of every endpoint: `admet_<endpoint>` with `_low`, `_high`, `_set`, `_domain`. */
export const admetEndpointColumns: readonly EndpointColumns[] = ADMET_ENDPOINTS.map((endpoint) => {
  const stem = `admet_${endpoint.id.replaceAll("-", "_")}`;
  const isClass = endpoint.kind === "class";
  return {
    endpoint,
    value: stem,
    low: isClass ? null : `${stem}_low`,
    high: isClass ? null : `${stem}_high`,
    set: isClass ? `${stem}_set` : null,
    domain: `${stem}_domain`
  };
});

/** Every ADMET column with its type, unit and meaning, in the order of the endpoints. */
export const admetColumns: Readonly<Record<string, Column>> = Object.fromEntries([
  ...admetEndpointColumns.flatMap((columns) => describeColumns(columns)),
  [ADMET_REFUSED_COLUMN, optional("VARCHAR", "ADMET refused", "Why no model was asked; missing when they were.")]
]);

function describeColumns({endpoint, value, low, high, set, domain}: EndpointColumns): [string, Column][] {
  const {label, about, kind} = endpoint;
  const unit = kind === "class" ? "probability" : endpoint.unit;
  const all: [string | null, Column][] = [
    [value, optional("DOUBLE", label, `Predicted. ${about} Missing when not predictive or refused.`, {unit})],
    [low, optional("DOUBLE", `${label} from`, "Low end of the 80 % interval.", {unit})],
    [high, optional("DOUBLE", `${label} to`, "High end of the 80 % interval.", {unit})],
    [set, optional("VARCHAR", `${label} set`, "Classes possible at 80 % confidence: yes, no, either or neither.")],
    [domain, optional("VARCHAR", `${label} domain`, "Likeness to the training molecules: in, edge or out.")]
  ];
  return all.flatMap(([name, column]) => (name === null ? [] : [[name, column] as [string, Column]]));
}
