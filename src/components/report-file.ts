import {escapeText} from "../base/escape-text.js";
import {STATE_ELEMENT} from "../state/workspace.js";

/** Milliseconds between two looks at whether all structures are drawn, and looks before a report is saved as it is. */
const LOOK = 100;
const MOST_LOOKS = 200;

/** Waits until every structure is drawn and every part has come. */
export async function settleReport(article: HTMLElement): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    if (!article.querySelector(".is-loading, [role=status] progress")) return;
    await new Promise((done) => setTimeout(done, LOOK));
  }
}

/** Rules of every style sheet of the page, in their order. */
function styleText(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(textOfRule));
  return rules.join("\n").replaceAll("</style", "<\\/style");
}

/** An imported sheet stands where its import stood. */
function textOfRule(rule: CSSRule): string {
  if (rule instanceof CSSImportRule) return [...(rule.styleSheet?.cssRules ?? [])].map(textOfRule).join("\n");
  return rule.cssText;
}

/** The report without what only works on the page; links lead where they did. */
function paperOf(article: HTMLElement): HTMLElement {
  const paper = article.cloneNode(true) as HTMLElement;
  for (const part of paper.querySelectorAll(".no-print, button, textarea, select, script")) part.remove();
  for (const input of paper.querySelectorAll("input")) {
    const text = document.createElement("span");
    text.className = input.className;
    text.textContent = input.value;
    input.replaceWith(text);
  }
  for (const link of paper.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#")) continue;
    link.setAttribute("href", new URL(href, location.href).href);
  }
  return paper;
}

/** Nothing is loaded and nothing runs: styles, faces and pictures are in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * The report as one HTML file that needs no server, no network and no script. It carries its state, from which the
 * workbench opens it again.
 */
export function reportFile(article: HTMLElement, title: string, state: string): string {
  return `<!DOCTYPE html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>
${styleText()}
</style>
</head>
<body>
<main id="observablehq-main" class="observablehq">
${paperOf(article).outerHTML}
</main>
<script type="application/json" id="${STATE_ELEMENT}">${state.replaceAll("<", "\\u003c")}</script>
</body>
</html>
`;
}
