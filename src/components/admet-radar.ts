import {html} from "htl";
import type {AdmetExplanation} from "../admet/explain.js";
import type {ModelCard} from "../admet/model-card.js";
import {drugPercentile, numberOf} from "../admet/reading.js";
import {radar, type RadarAxis} from "../charts/radar.js";
import {ADMET_RADAR, type AdmetRadarAxis} from "../tables/admet-radar.js";

const FEWEST_AXES = 3;

/** Where a compound stands among the approved drugs, outward being better; empty when too little is predicted. */
export function admetRadar(cards: readonly ModelCard[], {verdict}: AdmetExplanation): HTMLElement | null {
  const axes = ADMET_RADAR.flatMap((axis) => {
    const place = cards.findIndex(({endpoint}) => endpoint.id === axis.endpoint);
    const [card, prediction] = [cards[place], verdict.predictions?.[place]];
    const value = prediction ? numberOf(prediction) : null;
    return card && value !== null ? (radarAxis(axis, drugPercentile(card.drugQuantiles, value)) ?? []) : [];
  });
  if (axes.length < FEWEST_AXES) return null;
  return html<HTMLElement>`<figure class="admet-radar">
    ${radar(axes, "Approved drugs predicted worse, percent")}
    <figcaption class="note">
      Percentage of the project's approved drugs that are predicted worse on each axis: the rim is better than all of
      them, the ring half-way better than half. Predicted values; their doubt is in the table. Percentiles by ATC class
      are not shown: the drug records of this project carry no ATC codes.
    </figcaption>
  </figure>`;
}

function radarAxis({label, better}: AdmetRadarAxis, below: number | null): RadarAxis | null {
  if (below === null) return null;
  const worse = better === "higher" ? below : 100 - below;
  return {label, share: worse / 100, words: `${String(worse)} %`};
}
