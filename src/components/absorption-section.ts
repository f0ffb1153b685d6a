import {html} from "htl";
import {aromaticProportion, esol} from "../chem/esol.js";
import {readOralAxes} from "../alerts/bioavailability-radar.js";
import {BOILED_EGG, isInRegion} from "../alerts/boiled-egg.js";
import {formatNumber} from "../base/format-number.js";
import {oralRadar, oralWords} from "../charts/oral-radar.js";

/** What the radar and the egg are read from. */
export interface AbsorptionValues {
  readonly smiles: string;
  readonly clogp: number;
  readonly mw_da: number;
  readonly tpsa_a2: number;
  readonly fsp3: number;
  readonly n_rotatable_bonds: number;
}

const yesNo = (isInside: boolean, region: string): HTMLElement =>
  html<HTMLElement>`<span class=${isInside ? "verdict passes" : "verdict"}
    >${isInside ? `✓ inside the ${region}` : `✕ outside the ${region}`}</span
  >`;

/** The bioavailability radar and the two regions of the BOILED-Egg for one compound, with what they do not say. */
export function absorptionSection(values: AbsorptionValues): HTMLElement {
  const esol_log_mol_l = esol(values, aromaticProportion(values.smiles));
  const readings = readOralAxes({...values, esol_log_mol_l});
  const outside = readings.filter(({verdict}) => verdict !== "inside");
  const {clogp, tpsa_a2} = values;
  const place = `TPSA ${formatNumber(tpsa_a2)} Å², Crippen logP ${formatNumber(clogp)}`;
  return html<HTMLElement>`<div class="absorption">
    <figure>
      ${oralRadar(readings)}
      <figcaption class="note">
        ${
          outside.length === 0
            ? "All six within the range suited to oral drugs (the band)."
            : `Outside the band: ${outside.map(oralWords).join("; ")}.`
        }
        Ranges of SwissADME (<a href="https://doi.org/10.1038/srep42717" rel="noreferrer">Daina 2017</a>), with
        Crippen's logP in place of XLOGP3 and <a href="https://doi.org/10.1021/ci034243x" rel="noreferrer">ESOL</a> log
        S ${formatNumber(esol_log_mol_l)}.
      </figcaption>
    </figure>
    <dl class="egg-verdict">
      <dt>Passive absorption from the gut</dt>
      <dd>${yesNo(isInRegion(BOILED_EGG.white, tpsa_a2, clogp), "white")}</dd>
      <dt>Passive access to the brain</dt>
      <dd>${yesNo(isInRegion(BOILED_EGG.yolk, tpsa_a2, clogp), "yolk")}</dd>
    </dl>
    <p class="note">
      BOILED-Egg (<a href="https://doi.org/10.1002/cmdc.201600182" rel="noreferrer">Daina 2016</a>): ${place}, as RDKit
      computes them, so that results near a rim differ from SwissADME's. It says nothing of transporters: a substrate of
      P-gp may be kept out of the brain.
    </p>
  </div>`;
}
