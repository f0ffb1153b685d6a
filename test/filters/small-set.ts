import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("t", "One row per test.", {
  compound_id: required("VARCHAR", "Compound", "Id."),
  name: optional("VARCHAR", "Name", "Name."),
  mw_da: optional("DOUBLE", "MW", "Weight.", {unit: "Da"}),
  clogp: optional("DOUBLE", "cLogP", "LogP."),
  veber_violations: required("UTINYINT", "Veber", "Limits broken."),
  n_rotatable_bonds: required("INTEGER", "Rotatable bonds", "Bonds."),
  tpsa_a2: required("DOUBLE", "TPSA", "Area.", {unit: "Å²"})
});

/** Four compounds to filter: the second without a name and logP, the third breaks Veber's rule twice. */
export const smallSet = new ColumnSet(table);
const row = (
  ...[compound_id, name, mw_da, clogp, veber_violations, n_rotatable_bonds, tpsa_a2]: [
    string,
    string | null,
    number,
    number | null,
    number,
    number,
    number
  ]
) => ({compound_id, name, mw_da, clogp, veber_violations, n_rotatable_bonds, tpsa_a2});
smallSet.append([
  row("C1", "Tofacitinib", 312.4, 1.5, 0, 3, 88.9),
  row("C2", null, 450, null, 0, 5, 100),
  row("C3", "Cyclosporin", 1202.6, 3.3, 2, 15, 278.8),
  row("C4", "Baricitinib", 371.4, 0.6, 0, 5, 120.6)
]);
