import {html} from "htl";
import MarkdownIt from "markdown-it";

/** Markdown without raw HTML and pictures: what another wrote can neither run nor load anything. */
const markdown = new MarkdownIt({html: false, linkify: true, typographer: true}).disable("image");

/** Markdown as nodes of the page. */
export function renderMarkdown(text: string): HTMLElement {
  const node = html<HTMLElement>`<div class="report-prose"></div>`;
  node.innerHTML = markdown.render(text);
  for (const link of node.querySelectorAll("a")) link.rel = "noreferrer";
  return node;
}

/** A narrative cell of a report: Markdown, rendered; a click or Enter opens it to write. */
export function reportCell(label: string, text: string, onChange: (text: string) => void): HTMLElement {
  let current = text;
  const node = html<HTMLElement>`<div class="report-cell"></div>`;
  const show = (): void => {
    const open = html<HTMLButtonElement>`<button type="button" class="quiet no-print report-write">
      ${current.trim() === "" ? `Write on ${label}` : "Change the text"}
    </button>`;
    open.onclick = write;
    node.replaceChildren(...(current.trim() === "" ? [] : [renderMarkdown(current)]), open);
  };
  const write = (): void => {
    const area = html<HTMLTextAreaElement>`<textarea
      class="no-print"
      rows="6"
      aria-label=${`Text on ${label}, in Markdown`}
      placeholder="Markdown: **bold**, - lists, [links](https://…)"
    ></textarea>`;
    area.value = current;
    const done = html<HTMLButtonElement>`<button type="button" class="no-print">Done</button>`;
    area.onchange = () => {
      current = area.value;
      onChange(current);
    };
    area.onkeydown = (event) => {
      if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) done.click();
    };
    done.onclick = () => {
      if (area.value !== current) {
        current = area.value;
        onChange(current);
      }
      show();
    };
    node.replaceChildren(area, done);
    area.focus();
  };
  show();
  return node;
}
