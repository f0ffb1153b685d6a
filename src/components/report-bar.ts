import {html} from "htl";
import {REPORT_SECTIONS, type ReportSection, type ReportText} from "../state/workspace.js";
import {chosenColumns, type SarColumn, type SarCompound} from "./sar-columns.js";
import {openFileButton} from "./open-file-button.js";

export const SECTION_TITLES: Readonly<Record<ReportSection, string>> = {
  question: "The question",
  sources: "What it rests on",
  targets: "Which targets, and how firmly",
  funnel: "What screening left",
  shortlist: "The shortlist",
  evidence: "What is published and tried",
  methods: "How it was made",
  references: "References"
};

/** What the bar can do. */
export interface ReportActs {
  readonly saveFile: () => Promise<void>;
  readonly copyLink: () => Promise<string>;
  readonly saveState: () => void;
  readonly openState: (file: File) => Promise<void>;
}

/** The bar above a report: save, print, share. */
export function reportBar({saveFile, copyLink, saveState, openState}: ReportActs): HTMLElement {
  const said = html<HTMLElement>`<span role="status" class="muted"></span>`;
  const act = (label: string, run: () => unknown, kind = ""): HTMLElement => {
    const button = html<HTMLButtonElement>`<button type="button" class=${kind}>${label}</button>`;
    button.onclick = () => {
      button.disabled = true;
      said.textContent = "";
      void Promise.resolve(run())
        .then((words) => {
          said.textContent = typeof words === "string" ? words : "";
        })
        .catch((error: unknown) => {
          said.textContent = error instanceof Error ? error.message : String(error);
        })
        .finally(() => {
          button.disabled = false;
        });
    };
    return button;
  };
  const open = openFileButton({
    ...{words: "Open one", label: "State file or saved report", accept: ".json,.html"},
    onFiles: ([file]) => void openState(file)
  });
  return html<HTMLElement>`<div class="report-bar-row no-print">
    ${act("Save as one HTML file", saveFile, "primary")}
    ${act("Print or PDF", () => {
      print();
    })}
    ${act("Copy a link to all of it", copyLink)} ${act("Save the state as a file", saveState)} ${open} ${said}
  </div>`;
}

/** Choices on what the report holds. */
export function reportChoices(
  text: ReportText,
  columns: readonly SarColumn[],
  compounds: readonly SarCompound[],
  onChange: (change: Partial<ReportText>) => void
): HTMLElement {
  const shown = chosenColumns(columns, text.columns).map(({id}) => id);
  const box = (label: string, isOn: boolean, toggle: (isOn: boolean) => void): HTMLElement => {
    const input = html<HTMLInputElement>`<input type="checkbox" />`;
    input.checked = isOn;
    input.onchange = () => {
      toggle(input.checked);
    };
    return html`<label>${input}${label}</label>`;
  };
  const sections = REPORT_SECTIONS.map((id) =>
    box(SECTION_TITLES[id], !text.hidden.includes(id), (isOn) => {
      onChange({hidden: isOn ? text.hidden.filter((other) => other !== id) : [...text.hidden, id]});
    })
  );
  const boxes = columns.map(({id, label}) =>
    box(label, shown.includes(id), (isOn) => {
      onChange({columns: isOn ? [...shown, id] : shown.filter((other) => other !== id)});
    })
  );
  const reference = html<HTMLSelectElement>`<select aria-label="Reference compound">
    <option value="">none</option>
    ${compounds.map(({key, label}) => html`<option value=${key}>${label}</option>`)}
  </select>`;
  reference.value = text.reference;
  reference.onchange = () => {
    onChange({reference: reference.value});
  };
  return html<HTMLElement>`<details class="report-choices no-print">
    <summary>Choose sections, columns and the reference</summary>
    <fieldset>
      <legend>Sections</legend>
      ${sections}
    </fieldset>
    <fieldset>
      <legend>Columns of the shortlist</legend>
      ${boxes}
    </fieldset>
    <label>Reference compound ${reference}</label>
  </details>`;
}
