import {html} from "htl";
import {trialTimeline} from "../charts/trial-timeline.js";
import {evidenceTrend} from "./evidence-trend.js";
import {drugTable, linkTrials, stoppedTable} from "./evidence-trials.js";
import {missingEvidence} from "./missing-evidence.js";
import type {ReportData} from "./report-data.js";
import {reportFigure} from "./report-figure.js";

const WIDTH = 680;

/** The evidence as the Evidence page has it: trend, platform scores, trials and what stopped, drugs. */
export function reportEvidence({overview, vocabulary, years, measured, scores, trials, given, drugs}: ReportData) {
  const trend = evidenceTrend({...{project: overview.project, vocabulary, years, measured, scores}, width: WIDTH});
  for (const [i, figure] of [...trend.querySelectorAll("figure")].entries()) {
    const drawing = figure.querySelector("svg");
    if (drawing)
      figure.replaceWith(reportFigure(`per-year-${String(i + 1)}`, drawing.getAttribute("aria-label") ?? "", drawing));
  }
  for (const heading of trend.querySelectorAll("h2")) {
    const lower = document.createElement("h3");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  const linked = linkTrials(trials, given);
  return html<HTMLElement>`<div class="report-evidence">
    ${trend}
    <h3>Trials</h3>
    ${
      linked.length === 0
        ? [missingEvidence("trials", "clinicaltrials"), drugs.length === 0 ? "" : drugTable(drugs)]
        : [trialFigure(linked), stoppedTable(linked)]
    }
  </div>`;
}

function trialFigure(trials: ReturnType<typeof linkTrials>): HTMLElement {
  const caption = `${String(trials.length)} trials from start to completion, by phase.`;
  return reportFigure("trials", caption, trialTimeline(trials, {width: WIDTH}));
}
