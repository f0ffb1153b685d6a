import {required} from "./table.js";

/** What is estimated of solubility, absorption and brain access from size, polarity, lipophilicity and flexibility alone. */
export const absorptionColumns = {
  esol_log_mol_l: required(
    "DOUBLE",
    "ESOL log S",
    "Estimated solubility in water, log10 of mol/L (Delaney 2004), with RDKit's Crippen logP in place of ClogP.",
    {unit: "log mol/L"}
  ),
  radar_outside: required(
    "UTINYINT",
    "Radar axes outside",
    "Axes of the bioavailability radar outside the range suited to oral drugs, 0-6 (Daina 2017), with Crippen logP and ESOL."
  ),
  gi_absorption: required(
    "UTINYINT",
    "GI absorption",
    "1 inside the white of the BOILED-Egg (passively absorbed from the gut), else 0 (Daina 2016). Says nothing of transporters such as P-gp."
  ),
  brain_access: required(
    "UTINYINT",
    "Brain access",
    "1 inside the yolk of the BOILED-Egg (passively into the brain), else 0 (Daina 2016). Says nothing of efflux by P-gp."
  )
} as const;
export type AbsorptionColumn = keyof typeof absorptionColumns;
