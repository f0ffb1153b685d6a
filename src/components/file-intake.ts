import {html} from "htl";
import {ACCEPTED, chosenFiles, droppedFiles, folderFiles, type GivenFiles} from "./given-files.js";
import {openFileButton} from "./open-file-button.js";

const PASTED = "pasted text";

type OnFiles = (given: GivenFiles) => void;

const filesButton = (onFiles: OnFiles): HTMLElement =>
  openFileButton({
    ...{words: "Open files", label: "File of structures", accept: ACCEPTED, takes: "several"},
    onFiles: (files) => {
      onFiles(chosenFiles(files));
    }
  });

const folderButton = (onFiles: OnFiles): HTMLElement =>
  openFileButton({
    ...{words: "Open folder", label: "Folder of structures", takes: "folder"},
    onFiles: (files) => {
      onFiles(folderFiles(files));
    }
  });

function pasteBox(onFiles: OnFiles): HTMLElement {
  const field = html<HTMLTextAreaElement>`<textarea
    rows="6"
    cols="48"
    aria-label="Structures, one a line"
    placeholder="One SMILES a line, a name behind it if you like; a CSV with a header; or a molfile"
  ></textarea>`;
  const button = html<HTMLButtonElement>`<button type="button" class="primary">Screen</button>`;
  const details = html<HTMLDetailsElement>`<details class="paste-box">
    <summary class="button">Paste</summary>
    <div>${field}${button}</div>
  </details>`;
  button.addEventListener("click", () => {
    if (field.value.trim() === "") return;
    details.open = false;
    onFiles(chosenFiles([new File([field.value], PASTED)]));
  });
  return details;
}

/** Takes files and folders that are dropped anywhere on the page, until the signal is aborted. */
export function onFileDrop(onFiles: OnFiles, signal: AbortSignal): void {
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
      mark(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then(onFiles);
    },
    {signal}
  );
}

/** The ways to bring one's own structures: files or a folder chosen, or text pasted. They can be dropped as well. */
export const fileIntake = (onFiles: OnFiles): HTMLElement =>
  html`<div class="file-intake">
    ${filesButton(onFiles)}${folderButton(onFiles)}${pasteBox(onFiles)}
    <span class="muted" title="SMILES, CSV, SDF, Parquet, or gzip of one">or drop them: nothing is sent.</span>
  </div>`;
