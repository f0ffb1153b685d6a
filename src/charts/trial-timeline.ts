import * as Plot from "@observablehq/plot";
import {withPictureRole} from "./picture-role.js";

export interface TimedTrial {
  readonly trial_id: string;
  readonly title: string;
  readonly status: string;
  readonly stage: string | null;
  readonly stage_rank: number | null;
  readonly why_stopped: string | null;
  readonly started_on: string | null;
  readonly completed_on: string | null;
}

/** Statuses after which a trial goes no further. */
const STOPPED = ["TERMINATED", "WITHDRAWN", "SUSPENDED"];
const NO_PHASE = "no phase";

/** Trials by start and phase: a line from start to completion, a cross at the end of those that were stopped. */
export function trialTimeline(trials: readonly TimedTrial[], {width = 720} = {}): SVGElement | HTMLElement {
  const dated = trials.flatMap((trial) =>
    trial.started_on === null
      ? []
      : [{...trial, start: new Date(trial.started_on), end: new Date(trial.completed_on ?? trial.started_on)}]
  );
  const stages = [...new Map(dated.map((trial) => [trial.stage ?? NO_PHASE, trial.stage_rank ?? 0]))];
  const domain = stages.sort((a, b) => b[1] - a[1]).map(([stage]) => stage);
  const stageOf = ({stage}: TimedTrial): string => stage ?? NO_PHASE;
  const stopped = dated.filter(({status}) => STOPPED.includes(status));
  const words = ({title, status, why_stopped: why}: TimedTrial): string =>
    [title, status.toLowerCase().replaceAll("_", " "), why ?? ""].filter((part) => part !== "").join("\n");
  return withPictureRole(
    Plot.plot({
      width,
      height: 60 + 60 * domain.length,
      marginLeft: 110,
      x: {label: "Start to completion", type: "utc"},
      y: {axis: null},
      fy: {domain, label: null},
      marks: [
        Plot.link(dated, {
          x1: "start",
          x2: "end",
          y1: "trial_id",
          y2: "trial_id",
          fy: stageOf,
          stroke: "var(--accent)",
          strokeOpacity: 0.6,
          title: words
        }),
        Plot.dot(dated, {x: "start", y: "trial_id", fy: stageOf, r: 2, fill: "var(--accent)", title: words}),
        Plot.dot(stopped, {x: "end", y: "trial_id", fy: stageOf, symbol: "times", stroke: "var(--bad)", title: words})
      ]
    })
  );
}
