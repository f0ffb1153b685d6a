import {basename, extname} from "node:path";
import type {AdmetEndpoint, AdmetGroup} from "../../src/tables/admet-endpoints.js";

/** What a team says of its own table of measured values. */
export interface OwnTable {
  /** CSV or tab-separated file with a structure column and a value column. */
  readonly table: string;
  readonly id?: string;
  readonly label?: string;
  readonly kind?: string;
  readonly group?: string;
  readonly unit?: string;
  /** Train on the logarithm of the values. */
  readonly log?: boolean;
  /** Column of the values. */
  readonly value?: string;
}

const GROUPS: readonly AdmetGroup[] = ["absorption", "distribution", "metabolism", "excretion", "toxicity"];

/**
 * The endpoint of a team's own table; its name is that of the file unless told.
 * @throws when the id, kind or group is none
 */
export function ownEndpoint({
  table,
  id,
  label,
  kind = "regression",
  group = "absorption",
  ...rest
}: OwnTable): AdmetEndpoint {
  const stem = basename(table, extname(table));
  const name = id ?? stem.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new Error(`invalid id: ${name}`);
  if (kind !== "regression" && kind !== "class") throw new Error(`invalid kind: ${kind}`);
  const found = GROUPS.find((one) => one === group);
  if (!found) throw new Error(`invalid group: ${group}; there are ${GROUPS.join(", ")}`);
  return {
    ...{id: name, label: label ?? stem, group: found, kind, unit: rest.unit ?? ""},
    scale: rest.log === true ? "log10" : "as-is",
    metric: kind === "class" ? "roc-auc" : "mae",
    about: `Own table ${basename(table)}.`,
    dataset: rest.value === undefined ? stem : `${stem}#${rest.value}`,
    doi: "",
    benchmark: null
  };
}
