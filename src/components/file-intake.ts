import {html} from "htl";
import {openFileButton} from "./open-file-button.js";

const PASTED = "pasted text";
const ACCEPTED = ".smi,.smiles,.csv,.tsv,.txt,.sdf,.sd,.mol,.parquet,.gz";

const chooseButton = (onFile: (file: File) => void): HTMLElement =>
  openFileButton({
    ...{words: "Open file", label: "File of structures", accept: ACCEPTED},
    onFiles: ([file]) => {
      onFile(file);
    }
  });

function pasteBox(onFile: (file: File) => void): HTMLElement {
  const field = html<HTMLTextAreaElement>`<textarea
    rows="6"
    cols="48"
    aria-label="Structures, one a line"
    placeholder="One SMILES a line, a name behind it if you like; or a CSV with a header"
  ></textarea>`;
  const button = html<HTMLButtonElement>`<button type="button" class="primary">Screen</button>`;
  const details = html<HTMLDetailsElement>`<details class="paste-box">
    <summary class="button">Paste</summary>
    <div>${field}${button}</div>
  </details>`;
  button.addEventListener("click", () => {
    if (field.value.trim() === "") return;
    details.open = false;
    onFile(new File([field.value], PASTED));
  });
  return details;
}

/** Takes files that are dropped anywhere on the page, until the signal is aborted. */
export function onFileDrop(onFile: (file: File) => void, signal: AbortSignal): void {
  const {classList} = document.documentElement;
  const mark = (isOver: boolean): void => {
    classList.toggle("is-file-over", isOver);
  };
  addEventListener(
    "dragover",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      mark(true);
    },
    {signal}
  );
  addEventListener(
    "dragleave",
    ({relatedTarget}) => {
      mark(relatedTarget !== null);
    },
    {signal}
  );
  addEventListener(
    "drop",
    (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      mark(false);
      if (!file) return;
      event.preventDefault();
      onFile(file);
    },
    {signal}
  );
}

/** The ways to bring one's own structures: a file chosen, or text pasted. Files can be dropped on the page as well. */
export const fileIntake = (onFile: (file: File) => void): HTMLElement =>
  html`<div class="file-intake">
    ${chooseButton(onFile)}${pasteBox(onFile)}
    <span class="muted">or drop a SMILES, CSV, SDF or Parquet file: it is read in this page and sent nowhere.</span>
  </div>`;
