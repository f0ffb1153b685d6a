import {html} from "htl";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search the pages"],
  ["?", "this list"],
  [".", "copy the link of what you see"],
  ["j k ↑ ↓", "move in a table"],
  ["x c", "select the row; compare those selected"],
  ["Enter", "open the row"],
  ["s d m", "keep, drop or maybe, in the list of compounds"],
  ["n p", "note on a compound; pin it on top to tell the others against it"],
  ["Ctrl C", "copy the structure of the row as an image, with its SMILES"],
  ["Esc", "close"]
];

const pageLinks = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>(".top-bar-pages a, #observablehq-main a[href]")
];

function uniqueLinks(words: string): HTMLAnchorElement[] {
  const byAddress = new Map<string, HTMLAnchorElement>();
  for (const link of pageLinks()) {
    const isHere = link.origin === location.origin && link.textContent.toLowerCase().includes(words.toLowerCase());
    if (isHere && !byAddress.has(link.href)) byAddress.set(link.href, link);
  }
  return [...byAddress.values()].slice(0, 30);
}

/** Opens the search over the pages and what this page links to; Enter follows the first answer. */
export function openPalette(): void {
  const list = html`<ul class="palette-list"></ul>`;
  const input = html<HTMLInputElement>`<input
    type="search"
    aria-label="Search the pages"
    placeholder="Page or link"
  />`;
  const show = (): void => {
    list.replaceChildren(
      ...uniqueLinks(input.value).map(({href, textContent}) => html`<li><a href=${href}>${textContent}</a></li>`)
    );
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", ({key}) => {
    if (key === "Enter") list.querySelector("a")?.click();
  });
  show();
  openDialog("Search", html`<div>${input}${list}</div>`);
}

/** Opens the list of keys. */
export function openKeyHelp(): void {
  const rows = KEYS.map(
    ([key, words]) =>
      html`<tr>
        <td><kbd>${key}</kbd></td>
        <td>${words}</td>
      </tr>`
  );
  openDialog(
    "Keys",
    html`<table>
      <tbody>
        ${rows}
      </tbody>
    </table>`
  );
}

function openDialog(label: string, content: Node): void {
  const dialog = html<HTMLDialogElement>`<dialog class="palette" aria-label=${label}>${content}</dialog>`;
  dialog.addEventListener("close", () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Listens for the keys that work everywhere: `/`, `?` and `.`. */
export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    const {key, ctrlKey, metaKey, altKey, target} = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || isTyping(target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (key === "/") openPalette();
    else if (key === "?") openKeyHelp();
    else if (key === ".") void navigator.clipboard.writeText(location.href);
    else return;
    event.preventDefault();
  });
}
