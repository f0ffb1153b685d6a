import {html} from "htl";

type Content = Node | string | readonly (Node | string)[];

/** The regions of a workbench; rail and inspector may be absent. */
export interface WorkbenchOptions {
  readonly rail?: Content;
  readonly bench: Content;
  readonly inspector?: Content;
  /** Names of the regions, for the tabs of a narrow window, the folds and screen readers. */
  readonly railLabel?: string;
  readonly benchLabel?: string;
  readonly inspectorLabel?: string;
}

interface Region {
  readonly name: "rail" | "bench" | "inspector";
  readonly label: string;
  readonly node: HTMLElement;
}

const FOLD_KEY = "fumehood:fold:";

function isFolded(name: string): boolean {
  try {
    return localStorage.getItem(FOLD_KEY + name) === "1";
  } catch {
    return false;
  }
}

function rememberFold(name: string, folded: boolean): void {
  try {
    localStorage.setItem(FOLD_KEY + name, folded ? "1" : "0");
  } catch {
    // Storage is denied: the fold lasts as long as the page.
  }
}

function foldButton(name: string, label: string, region: HTMLElement): HTMLButtonElement {
  const button = html<HTMLButtonElement>`<button type="button" class="workbench-fold"></button>`;
  const update = (folded: boolean): void => {
    region.classList.toggle("is-folded", folded);
    button.textContent = folded ? label : name === "rail" ? "‹" : "›";
    button.setAttribute("aria-expanded", String(!folded));
    button.setAttribute("aria-label", folded ? `Show ${label}` : `Fold ${label}`);
  };
  button.addEventListener("click", () => {
    const folded = !region.classList.contains("is-folded");
    rememberFold(name, folded);
    update(folded);
    region.dispatchEvent(new CustomEvent("fold", {bubbles: true, detail: {region: name, folded}}));
  });
  update(isFolded(name));
  return button;
}

function makeRegion(name: Region["name"], label: string, content: Content): Region {
  const tag = name === "bench" ? "section" : "aside";
  const node = document.createElement(tag);
  node.className = `workbench-region workbench-${name}`;
  node.setAttribute("aria-label", label);
  node.tabIndex = -1;
  node.append(...(Array.isArray(content) ? (content as (Node | string)[]) : [content as Node | string]));
  if (name !== "bench") node.append(foldButton(name, label, node));
  return {name, label, node};
}

function makeTabs(regions: readonly Region[]): HTMLElement {
  const tabs = html`<div class="workbench-tabs" role="group" aria-label="Parts of this page"></div>`;
  const show = (shown: Region): void => {
    for (const region of regions) {
      region.node.classList.toggle("is-shown", region === shown);
      tabs.querySelector(`[data-region="${region.name}"]`)?.setAttribute("aria-pressed", String(region === shown));
    }
  };
  for (const region of regions) {
    const button = html<HTMLButtonElement>`<button type="button" data-region=${region.name}>${region.label}</button>`;
    button.addEventListener("click", () => {
      show(region);
    });
    tabs.append(button);
  }
  const bench = regions.find(({name}) => name === "bench");
  if (bench) show(bench);
  return tabs;
}

/**
 * The layout of a page to work at: rail (filters) | bench (table or figure) | inspector (what is selected). Rail and
 * inspector fold and stay as they were left; in a window under 900 px the regions become tabs.
 */
export function workbench({rail, bench, inspector, ...labels}: WorkbenchOptions): HTMLElement {
  const regions: Region[] = [];
  if (rail !== undefined) regions.push(makeRegion("rail", labels.railLabel ?? "Filters", rail));
  regions.push(makeRegion("bench", labels.benchLabel ?? "Table", bench));
  if (inspector !== undefined) regions.push(makeRegion("inspector", labels.inspectorLabel ?? "Selected", inspector));
  const node = html`<div class="workbench"></div>`;
  if (regions.length > 1) node.append(makeTabs(regions));
  node.append(...regions.map((region) => region.node));
  return node;
}

/** Brings a region to the front where the window is too narrow to show them all. */
export function showRegion(bench: HTMLElement, name: Region["name"]): void {
  bench.querySelector<HTMLButtonElement>(`.workbench-tabs [data-region="${name}"]`)?.click();
}
