import {ALERT_COLUMN_OF_SET, alertColumns, type AlertColumn} from "../tables/alert-columns.js";
import type {AlertCatalogue, AlertHit} from "./structural-alerts.js";

/** The alert columns of a compound row. */
export type AlertCells = Readonly<Record<AlertColumn | "n_alerts", number>> & {readonly alerts: string | null};

const COLUMNS = Object.keys(alertColumns).filter(
  (name): name is AlertColumn => name !== "n_alerts" && name !== "alerts"
);

/** The id of an alert: its set and its place in it, e.g. "brenk:3". */
export const alertId = ({set, index}: Pick<AlertHit, "set" | "index">): string => `${set}:${String(index)}`;

/**
 * What a compound row says of the alerts found in it: how many of each set, how many different patterns, and which.
 *
 * @throws `invalid alert set: …` when a set has no column
 */
export function alertCells({entries}: AlertCatalogue, hits: readonly AlertHit[]): AlertCells {
  const counts = Object.fromEntries(COLUMNS.map((name) => [name, 0])) as Record<AlertColumn, number>;
  const patterns = new Set<number>();
  for (const hit of hits) {
    const column = ALERT_COLUMN_OF_SET[hit.set];
    if (column === undefined) throw new Error(`invalid alert set: ${hit.set}`);
    counts[column]++;
    const entry = entries.find(({set, index}) => set === hit.set && index === hit.index);
    if (entry) patterns.add(entry.query);
  }
  return {n_alerts: patterns.size, ...counts, alerts: hits.length === 0 ? null : hits.map(alertId).join()};
}
