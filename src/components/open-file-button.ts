import {html} from "htl";

export interface OpenFileOptions {
  /** What the button says. */
  readonly words: string;
  /** What kind of file is asked for, for those who do not see the button. */
  readonly label: string;
  /** Endings of file names that are offered: ".json,.csv"; all when empty. */
  readonly accept?: string;
  /** "quiet" or "primary"; empty for a plain button. */
  readonly look?: string;
  /** One file, several, or all files of a folder. */
  readonly takes?: "one" | "several" | "folder";
  /** Told the files chosen, at least one; the same file can be chosen again. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void | Promise<void>;
}

/** A button that asks the browser for files. They are read in the page and sent nowhere. */
export function openFileButton(options: OpenFileOptions): HTMLElement {
  const {words, label, accept = "", look = "", takes = "one", onFiles} = options;
  const field = html<HTMLInputElement>`<input
    type="file"
    accept=${accept}
    class="visually-hidden"
    tabindex="-1"
    aria-label=${label}
  />`;
  field.multiple = takes === "several";
  field.webkitdirectory = takes === "folder";
  field.onchange = () => {
    const [first, ...others] = field.files ?? [];
    field.value = "";
    if (first) void onFiles([first, ...others]);
  };
  const button = html<HTMLButtonElement>`<button type="button" class=${look}>${words}</button>`;
  button.onclick = () => {
    field.click();
  };
  return html<HTMLElement>`<span class="open-file">${button}${field}</span>`;
}
