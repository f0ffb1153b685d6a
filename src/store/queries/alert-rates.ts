import type {AlertRateRow} from "../../tables/alert-rates.js";
import type {Query} from "../store.js";

/** Every structural alert with the share of approved drugs that carry it. */
export function allAlertRates(): Query<AlertRateRow> {
  return {sql: "SELECT * FROM alert_rates ORDER BY alert_id", parameters: []};
}
