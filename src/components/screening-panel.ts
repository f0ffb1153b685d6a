import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {Issue} from "../base/issue.js";
import {toCsv} from "../tables/to-csv.js";
import type {ScreeningProgress} from "../workers/screening-client.js";
import {saveText} from "./save-file.js";

/** Progress and issues of a file that is being screened, above its table. */
export interface ScreeningPanel {
  readonly node: HTMLElement;
  /** How much could not be taken so far. */
  readonly issueCount: number;
  /** Shows how far it is. */
  progress(progress: ScreeningProgress): void;
  /** Adds what could not be taken. */
  addIssues(issues: readonly Issue[]): void;
  /** Adds something to be done with the file beside its name. */
  offer(node: Node): void;
  /** Says what is to be expected, before it is known. */
  expect(words: string): void;
  /** Shows how it ended, in words. */
  finish(words: string): void;
}

const MOST_SHOWN = 200;

/** Time left in words, e.g. "about 40 s left"; empty while nothing can be said. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 1) return "";
  return seconds < 90
    ? `about ${String(Math.ceil(seconds))} s left`
    : `about ${String(Math.ceil(seconds / 60))} min left`;
}

/** Progress in words, e.g. "1,200 of about 10,000, 300 a second, about 30 s left". */
export function progressWords({rows, issues, share, perSecond, secondsLeft}: ScreeningProgress): string {
  const done = rows + issues;
  const total = share > 0 && share < 1 ? ` of about ${formatCount(Math.round(done / share))}` : "";
  const left = timeLeft(secondsLeft);
  return `${formatCount(done)}${total}, ${formatCount(Math.round(perSecond))} a second${left === "" ? "" : `, ${left}`}`;
}

const issueRow = ({source, line, input, reason}: Issue, showsFile: boolean): HTMLElement =>
  html`<tr>
    ${showsFile ? html`<td>${source}</td>` : ""}
    <td class="number">${line ?? ""}</td>
    <td><code>${input}</code></td>
    <td>${reason}</td>
  </tr>`;

function issueList(issues: readonly Issue[], name: string): HTMLElement {
  const save = html<HTMLButtonElement>`<button type="button">Save the list as CSV</button>`;
  save.addEventListener("click", () => {
    const rows = issues.map(({source, line, input, reason}) => [source, line, input, reason]);
    saveText(`${name}.issues.csv`, "text/csv", toCsv(["source", "line", "input", "reason"], rows));
  });
  const showsFile = filesOf(issues) > 1 || issues.some(({line}) => line === null);
  const more =
    issues.length > MOST_SHOWN
      ? html`<p class="muted">The first ${MOST_SHOWN} are shown; the saved list has all.</p>`
      : "";
  return html`<div class="issue-list">
    ${save}${more}
    <table>
      <thead>
        <tr>
          ${showsFile ? html`<th>File</th>` : ""}
          <th>Line</th>
          <th>Input</th>
          <th>Reason</th>
        </tr>
      </thead>
      <tbody>
        ${issues.slice(0, MOST_SHOWN).map((issue) => issueRow(issue, showsFile))}
      </tbody>
    </table>
  </div>`;
}

const filesOf = (issues: readonly Issue[]): number => new Set(issues.map(({source}) => source)).size;

/** What was not taken, in words: "8 lines could not be taken", "2 files not taken whole; 8 lines of 3 files could not be taken". */
export function issueWords(issues: readonly Issue[]): string {
  const lines = issues.filter(({line}) => line !== null);
  const whole = filesOf(issues.filter(({line}) => line === null));
  const several = filesOf(lines);
  const count = `${formatCount(lines.length)} ${lines.length === 1 ? "line" : "lines"}`;
  const within = `${count}${several > 1 ? ` of ${formatCount(several)} files` : ""} could not be taken`;
  const files = `${whole === 1 ? "1 file" : `${formatCount(whole)} files`} not taken whole`;
  return [...(whole > 0 ? [files] : []), ...(lines.length > 0 ? [within] : [])].join("; ");
}

/** Whole files first, then by file and line. */
const byPlace = (a: Issue, b: Issue): number =>
  Number(a.line !== null) - Number(b.line !== null) ||
  (a.source === b.source ? (a.line ?? 0) - (b.line ?? 0) : a.source < b.source ? -1 : 1);

function issueDetails(summary: Node, issues: readonly Issue[], name: string): HTMLDetailsElement {
  const details = html<HTMLDetailsElement>`<details class="screening-issues" hidden>${summary}</details>`;
  details.addEventListener("toggle", () => {
    details.querySelector(".issue-list")?.remove();
    const sorted = [...issues].sort(byPlace);
    if (details.open) details.append(issueList(sorted, name));
  });
  return details;
}

/** The panel of a file: name, progress with Cancel, then the way back; issues on demand. */
export function screeningPanel(name: string, onCancel: () => void, onClose: () => void): ScreeningPanel {
  const issues: Issue[] = [];
  const bar = html<HTMLProgressElement>`<progress max="1" value="0" aria-label=${`Screening ${name}`}></progress>`;
  const words = html`<span class="screening-words" role="status">Starting the chemistry engine</span>`;
  const button = html<HTMLButtonElement>`<button type="button">Cancel</button>`;
  let act = onCancel;
  button.addEventListener("click", () => {
    act();
  });
  const summary = html`<summary></summary>`;
  const details = issueDetails(summary, issues, name);
  const expected = html`<p class="small muted screening-expected" hidden></p>`;
  const node = html`<section class="screening-panel" aria-label=${`File ${name}`}>
    <p><span class="screening-name">${name}</span> ${words} ${button}</p>
    ${bar}${expected}${details}
  </section>`;
  return {
    node,
    get issueCount() {
      return issues.length;
    },
    progress(progress) {
      bar.value = progress.share;
      words.textContent = progressWords(progress);
    },
    addIssues(more) {
      issues.push(...more);
      details.hidden = issues.length === 0;
      summary.textContent = issueWords(issues);
    },
    offer(more) {
      button.after(more);
    },
    expect(text) {
      expected.hidden = text === "";
      expected.textContent = text;
    },
    finish(text) {
      bar.hidden = true;
      expected.hidden = true;
      words.textContent = text;
      button.textContent = "Close the file";
      act = onClose;
    }
  };
}
