import {describe, expect, it} from "vitest";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {loadRDKit} from "../../loaders/rdkit.js";
import {alertCells} from "../../src/alerts/alert-cells.js";
import {compileAlerts, findAlerts} from "../../src/alerts/structural-alerts.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {ALERT_COLUMN_OF_SET, alertColumns} from "../../src/tables/alert-columns.js";

const {alerts} = await readScreeningTables();
const rdkit = await loadRDKit();
const catalogue = compileAlerts(rdkit, alerts.sets);
const cellsOf = (smiles: string) =>
  withMolecule(rdkit, smiles, (molecule) => alertCells(catalogue, findAlerts(catalogue, molecule)));

describe("alertCells(catalogue, hits)", () => {
  it("has a column for every curated set, and no other", () => {
    expect(alerts.sets.map(({id}) => id).sort()).toEqual(Object.keys(ALERT_COLUMN_OF_SET).sort());
    expect(Object.keys(cellsOf("C") ?? {}).sort()).toEqual(Object.keys(alertColumns).sort());
  });
  it("counts the alerts of a set and names them", () => {
    const cells = cellsOf("Oc1ccccc1O");
    expect(cells).toMatchObject({pains_alerts: 1});
    expect(cells?.alerts?.split(",")).toContain(
      `pains_b:${String(alerts.sets.find(({id}) => id === "pains_b")?.alerts.findIndex(({name}) => name.startsWith("catechol_A")))}`
    );
  });
  it("counts a pattern that two sets list once over all", () => {
    const cells = cellsOf("CC(=O)Cl");
    const listed = cells?.alerts?.split(",").length ?? 0;
    expect(cells?.n_alerts).toBeLessThan(listed);
  });
  it("is 0 throughout and names nothing for water", () => {
    expect(cellsOf("O")).toMatchObject({n_alerts: 0, brenk_alerts: 0, alerts: null});
  });
  it("throws for a set that has no column", () => {
    expect(() => alertCells(catalogue, [{set: "mine", index: 0, name: "x"}])).toThrow("invalid alert set: mine");
  });
});
