import {html} from "htl";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({html: false});

/** A guide in Markdown, its headings one level down: the page has the first. */
export function guidePage(text: string): HTMLElement {
  const node = html<HTMLElement>`<div class="guide"></div>`;
  node.innerHTML = markdown.render(text.replace(/^# .*\n/, ""));
  for (const block of node.querySelectorAll("pre")) {
    block.tabIndex = 0;
    block.setAttribute("role", "region");
    block.setAttribute("aria-label", "Code");
  }
  return node;
}
