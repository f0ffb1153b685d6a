import * as Plot from "@observablehq/plot";
import {packLanes} from "./trial-lanes.js";
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

/** What became of a trial, by the registry's status. */
export type TrialFate = "stopped" | "completed" | "under way" | "not known";

const FATES: Readonly<Record<string, TrialFate>> = {
  ...{TERMINATED: "stopped", WITHDRAWN: "stopped", SUSPENDED: "stopped"},
  ...{COMPLETED: "completed", APPROVED_FOR_MARKETING: "completed"},
  ...{RECRUITING: "under way", NOT_YET_RECRUITING: "under way", ENROLLING_BY_INVITATION: "under way"},
  ...{ACTIVE_NOT_RECRUITING: "under way", AVAILABLE: "under way"}
};

/** What became of a trial; statuses that say nothing are "not known". */
export const trialFate = ({status}: {readonly status: string}): TrialFate => FATES[status] ?? "not known";

const NO_PHASE = "no phase given";

/** A stage in words, e.g. "Phase 2/3". */
export const stageWords = (stage: string | null): string =>
  stage === null
    ? NO_PHASE
    : stage
        .toLowerCase()
        .replace(/_(\d)_(\d)$/, " $1/$2")
        .replaceAll("_", " ")
        .replace(/^./, (letter) => letter.toUpperCase());

const STROKES: Readonly<Record<TrialFate, string>> = {
  stopped: "var(--bad)",
  completed: "var(--ink-3)",
  "under way": "var(--accent)",
  "not known": "var(--missing)"
};
const LANE = 7;

interface Bar extends TimedTrial {
  readonly start: Date;
  readonly end: Date;
  readonly fate: TrialFate;
  readonly y: number;
}

/**
 * Trials by start and phase, latest phase on top: a line from start to completion; a cross ends those that were stopped,
 * an arrow those under way, a dot those that were completed. Trials without a start are not drawn: `undated` counts them.
 */
export function trialTimeline(trials: readonly TimedTrial[], {width = 720} = {}): SVGElement | HTMLElement {
  const {bars, phases, height} = layOut(trials);
  const words = ({trial_id: id, title, fate, why_stopped: why}: Bar): string =>
    [`${id}: ${title}`, fate, why ?? ""].filter((part) => part !== "").join("\n");
  const ends = (fate: TrialFate, symbol: Plot.SymbolType, filled: boolean) =>
    Plot.dot(
      bars.filter((bar) => bar.fate === fate),
      {x: "end", y: "y", symbol, r: 3, [filled ? "fill" : "stroke"]: STROKES[fate], title: words}
    );
  return withPictureRole(
    Plot.plot({
      width,
      height: 46 + LANE * height,
      marginLeft: 120,
      marginTop: 44,
      ariaLabel: `${String(bars.length)} trials from start to completion by phase`,
      x: {label: "Start to completion: × stopped, ● completed, ▷ under way", type: "utc", axis: "top", labelOffset: 36},
      y: {axis: null, domain: [height, 0]},
      marks: [
        Plot.ruleY(phases.slice(1), {y: "from", stroke: "var(--rule)"}),
        Plot.text(phases, {
          x: null,
          y: "from",
          text: ({stage, n}: Phase) => `${stage}, ${String(n)}`,
          frameAnchor: "left",
          textAnchor: "end",
          lineAnchor: "top",
          dx: -8,
          dy: 3
        }),
        Plot.link(bars, {
          x1: "start",
          x2: "end",
          y1: "y",
          y2: "y",
          stroke: ({fate}: Bar) => STROKES[fate],
          title: words
        }),
        ends("completed", "circle", true),
        ends("stopped", "times", false),
        Plot.dot(
          bars.filter(({fate}) => fate === "under way"),
          {x: "end", y: "y", symbol: "triangle", rotate: 90, r: 3, stroke: STROKES["under way"], title: words}
        )
      ]
    })
  );
}

interface Phase {
  readonly stage: string;
  readonly n: number;
  /** First lane of the phase. */
  readonly from: number;
}

function layOut(trials: readonly TimedTrial[]): {bars: Bar[]; phases: Phase[]; height: number} {
  const dated = trials.flatMap((trial) => {
    if (trial.started_on === null) return [];
    const start = new Date(trial.started_on);
    const end = new Date(trial.completed_on ?? trial.started_on);
    return [{...trial, start, end: end < start ? start : end, fate: trialFate(trial)}];
  });
  const byStage = new Map<string | null, typeof dated>();
  for (const trial of dated) byStage.set(trial.stage, [...(byStage.get(trial.stage) ?? []), trial]);
  const stages = [...byStage].sort(([, a], [, b]) => (b[0]?.stage_rank ?? 0) - (a[0]?.stage_rank ?? 0));
  const bars: Bar[] = [];
  const phases: Phase[] = [];
  let height = 0;
  for (const [stage, own] of stages) {
    const packed = packLanes(own);
    phases.push({stage: stageWords(stage), n: own.length, from: height});
    bars.push(...packed.map(({item, lane}) => ({...item, y: height + lane + 1})));
    height += Math.max(2, ...packed.map(({lane}) => lane + 2));
  }
  return {bars, phases, height: Math.max(height, 3)};
}
