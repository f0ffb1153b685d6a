import type {AlertSet} from "../../src/alerts/structural-alerts.js";
import type {AlertRateRow} from "../../src/tables/alert-rates.js";
import type {CompoundRow} from "../../src/tables/compounds.js";

type Screened = Pick<CompoundRow, "inchikey" | "alerts" | "first_approval">;

/** How many approved drugs carry each alert: compounds with a year of first approval, each parent once. */
export function makeAlertRates(sets: readonly AlertSet[], compounds: readonly Screened[]): AlertRateRow[] {
  const drugs = new Map(
    compounds.filter((row) => row.first_approval !== null && row.inchikey !== "").map((row) => [row.inchikey, row])
  );
  const counts = new Map<string, number>();
  for (const {alerts} of drugs.values())
    for (const id of alerts?.split(",") ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return sets.flatMap(({id: setId, name: setName, alerts}) =>
    alerts.map(({name, smarts, most}, index) => {
      const id = `${setId}:${String(index)}`;
      const count = counts.get(id) ?? 0;
      return {
        ...{alert_id: id, set_id: setId, set_name: setName, name, smarts, most},
        ...{n_drugs: count, n_drugs_all: drugs.size, drug_share: drugs.size === 0 ? null : count / drugs.size}
      };
    })
  );
}
