import type {AdmetEndpoint} from "./admet-endpoints.js";
import {betterOf} from "./admet-limits.js";
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
  /** Steps outside the domain, to filter by: 0 in, 1 edge, 2 out. */
  readonly steps: string;
  /** Probability of being among the best N; null for classes and where neither end is better. */
  readonly top: string | null;
}

/** Column that says why no model was asked. */
export const ADMET_REFUSED_COLUMN = "admet_refused";

/** Names of the columns of an endpoint: `admet_<endpoint>` with `_low`, `_high`, `_set`, `_domain`, `_steps`, `_top`. */
export function endpointColumns(endpoint: AdmetEndpoint): EndpointColumns {
  const stem = `admet_${endpoint.id.replaceAll("-", "_")}`;
  const isClass = endpoint.kind === "class";
  return {
    endpoint,
    value: stem,
    low: isClass ? null : `${stem}_low`,
    high: isClass ? null : `${stem}_high`,
    set: isClass ? `${stem}_set` : null,
    domain: `${stem}_domain`,
    steps: `${stem}_steps`,
    top: isClass || betterOf(endpoint.id) === null ? null : `${stem}_top`
  };
}

/** The columns of some endpoints with type, unit and meaning, in their order. */
export function admetColumns(endpoints: readonly AdmetEndpoint[]): Readonly<Record<string, Column>> {
  return Object.fromEntries([
    ...endpoints.flatMap((endpoint) => describeColumns(endpointColumns(endpoint))),
    [ADMET_REFUSED_COLUMN, optional("VARCHAR", "ADMET refused", "Why no model was asked; missing when they were.")]
  ]);
}

function describeColumns({endpoint, value, low, high, set, domain, steps, top}: EndpointColumns): [string, Column][] {
  const {label, about, kind} = endpoint;
  const unit = kind === "class" ? "probability" : endpoint.unit;
  const all: [string | null, Column][] = [
    [value, optional("DOUBLE", label, `Predicted. ${about} Missing when not predictive or refused.`, {unit})],
    [
      low,
      optional("DOUBLE", `${label} from`, "Low end of the 80 % interval: at least this means confidently above.", {
        unit
      })
    ],
    [
      high,
      optional("DOUBLE", `${label} to`, "High end of the 80 % interval: at most this means confidently below.", {unit})
    ],
    [set, optional("VARCHAR", `${label} set`, "Classes possible at 80 % confidence: yes, no, either or neither.")],
    [domain, optional("VARCHAR", `${label} domain`, "Likeness to the training molecules: in, edge or out.")],
    [steps, optional("INTEGER", `${label} outside`, "Steps outside the model's domain: 0 inside, 1 edge, 2 outside.")],
    [top, optional("DOUBLE", `${label} in top`, "Probability of being among the best N, its doubt counted.")]
  ];
  return all.flatMap(([name, column]) => (name === null ? [] : [[name, column] as [string, Column]]));
}
