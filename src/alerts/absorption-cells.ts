import {aromaticProportion, esol} from "../chem/esol.js";
import type {AbsorptionColumn} from "../tables/absorption-columns.js";
import type {Descriptors} from "../tables/descriptor-columns.js";
import {countOutside} from "./bioavailability-radar.js";
import {BOILED_EGG, isInRegion} from "./boiled-egg.js";

/** The columns of a compound row that estimate solubility and absorption. */
export function absorptionCells(smiles: string, values: Descriptors): Readonly<Record<AbsorptionColumn, number>> {
  const esol_log_mol_l = esol(values, aromaticProportion(smiles));
  return {
    esol_log_mol_l,
    radar_outside: countOutside({...values, esol_log_mol_l}),
    gi_absorption: Number(isInRegion(BOILED_EGG.white, values.tpsa_a2, values.clogp)),
    brain_access: Number(isInRegion(BOILED_EGG.yolk, values.tpsa_a2, values.clogp))
  };
}
