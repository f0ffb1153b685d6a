import {describe, expect, it} from "vitest";
import {absorptionCells} from "../../src/alerts/absorption-cells.js";
import {descriptorColumns, type Descriptors} from "../../src/tables/descriptor-columns.js";
import {absorptionColumns} from "../../src/tables/absorption-columns.js";

const zeros = Object.fromEntries(Object.keys(descriptorColumns).map((name) => [name, 0])) as unknown as Descriptors;

describe("absorptionCells(smiles, values)", () => {
  it("fills the columns of the table, and no others", () => {
    const diazepam = {...zeros, clogp: 3.15, mw_da: 284.7, tpsa_a2: 32.67, fsp3: 0.125, n_rotatable_bonds: 1};
    const cells = absorptionCells("CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc21", diazepam);
    expect(Object.keys(cells)).toEqual(Object.keys(absorptionColumns));
    expect(cells).toMatchObject({gi_absorption: 1, brain_access: 1, radar_outside: 1});
    expect(cells.esol_log_mol_l).toBeCloseTo(-3.968, 3);
  });
});
