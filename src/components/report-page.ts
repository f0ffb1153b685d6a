import {html} from "htl";
import {REMEMBERED_PAGES} from "../state/page-memory.js";
import type {Decision} from "../state/shortlist.js";
import {shortlistOfPage} from "../state/shortlist-store.js";
import {
  formatWorkspace,
  LONGEST_LINK,
  packWorkspace,
  parseWorkspace,
  REPORT_SECTIONS,
  type ReportSection,
  type ReportText,
  type Workspace
} from "../state/workspace.js";
import {sourceReferences} from "../tables/references.js";
import {findCommonCore} from "../workers/common-core-client.js";
import {saveText} from "./save-file.js";
import {type ReportActs, reportBar, reportChoices, SECTION_TITLES} from "./report-bar.js";
import {reportCell} from "./report-cell.js";
import {readReportCompounds, readReportData, type ReportData} from "./report-data.js";
import {reportEvidence} from "./report-evidence.js";
import {reportFile, settleReport} from "./report-file.js";
import {funnelPart, methodsPart, questionPart, referencesPart, sourcesPart} from "./report-sections.js";
import {sarTable} from "./report-shortlist.js";
import {
  addressOfState,
  adoptDecisions,
  keepReport,
  ownState,
  type ReportState,
  stateOfAddress,
  stateOfRead
} from "./report-state.js";
import {type ReportTargets, reportTargets} from "./report-targets.js";
import {chosenColumns, sarColumns, type SarColumn, type SarCompound} from "./sar-columns.js";

/** What a report is made of, once it was read. */
interface Parts {
  readonly data: ReportData;
  readonly state: ReportState;
  readonly targets: ReportTargets;
  readonly compounds: readonly SarCompound[];
  /** Decisions under the keys of the compounds. */
  readonly decisions: readonly Decision[];
  /** Key of the reference compound; empty for none. */
  readonly reference: string;
  readonly columns: readonly SarColumn[];
  readonly core: string | null;
}

/** The Report page: the reasoning and the shortlist in one document, to print, save and share. */
export async function reportPage(invalidation: Promise<unknown>): Promise<HTMLElement> {
  const stop = new AbortController();
  void invalidation.then(() => {
    stop.abort();
  });
  const data = await readReportData();
  const store = shortlistOfPage();
  const project = data.overview.project.id;
  const node = html<HTMLElement>`<div class="report-page"></div>`;
  const show = async (state: ReportState): Promise<void> => {
    const parts = await readParts(data, state, stop.signal);
    node.replaceChildren(...reportNodes(parts, show));
  };
  await show(await stateOfAddress(project, store));
  addEventListener(
    "hashchange",
    () => {
      void stateOfAddress(project, store).then(show);
    },
    {signal: stop.signal}
  );
  return node;
}

async function readParts(data: ReportData, state: ReportState, signal: AbortSignal): Promise<Parts> {
  const {overview, board, vocabulary, store, drugs} = data;
  const types = [
    ...new Set(overview.project.compound_sets.flatMap((set) => (set.kind === "measured" ? set.standard_types : [])))
  ];
  const [targets, found] = await Promise.all([
    reportTargets(board, vocabulary, state.workspace.pages["targets"] ?? "", signal),
    readReportCompounds(store, state.decisions, drugs, signal)
  ]);
  const reference = found.keyOf(state.workspace.report.reference);
  const decided = new Set(found.decisions.map(({key}) => key));
  const drawn = [
    ...found.compounds.filter(({key}) => key === reference),
    ...found.compounds.filter(({key}) => decided.has(key) && key !== reference)
  ];
  const core = await findCommonCore(drawn.map(({smiles}) => smiles));
  const {compounds, decisions} = found;
  return {data, state, targets, compounds, decisions, reference, columns: sarColumns(overview.project, types), core};
}

type Show = (state: ReportState) => Promise<void>;

function reportNodes(parts: Parts, show: Show): HTMLElement[] {
  const {data, state} = parts;
  const project = data.overview.project;
  let text = state.workspace.report;
  const article = html<HTMLElement>`<article class="report"></article>`;
  const change = (part: Partial<ReportText>, isWords: boolean): void => {
    text = {...text, ...part};
    if (!state.isShared) keepReport(text);
    if (!isWords) void show({...state, workspace: {...state.workspace, report: text}});
  };
  const workspace = (): Workspace => ({
    ...state.workspace,
    project: project.id,
    report: text,
    decisions: [...state.decisions]
  });
  const title = (): string => text.title || project.title;
  article.append(
    heading(text, project.title, (part) => {
      change(part, true);
    }),
    ...REPORT_SECTIONS.filter((id) => !text.hidden.includes(id)).map((id) =>
      section(id, parts, text, (cells) => {
        change({cells: {...text.cells, ...cells}}, true);
      })
    )
  );
  return [
    reportBar(acts(article, title, workspace, (file) => openFile(file, project.id, show))),
    ...notices(parts, show),
    reportChoices({...text, reference: parts.reference}, parts.columns, parts.compounds, (part) => {
      change(part, false);
    }),
    article
  ];
}

async function openFile(file: File, project: string, show: Show): Promise<void> {
  await show(await stateOfRead(parseWorkspace(await file.text(), file.name), project, shortlistOfPage()));
}

function acts(
  article: HTMLElement,
  title: () => string,
  workspace: () => Workspace,
  openState: (file: File) => Promise<void>
): ReportActs {
  return {
    openState,
    saveFile: async () => {
      await settleReport(article);
      saveText("report.html", "text/html", reportFile(article, title(), formatWorkspace(workspace())));
    },
    saveState: () => {
      saveText("state.json", "application/json", formatWorkspace(workspace()));
    },
    copyLink: async () => {
      const packed = await packWorkspace(workspace());
      if (packed.length > LONGEST_LINK) {
        saveText("state.json", "application/json", formatWorkspace(workspace()));
        return `Too long for a link (${packed.length.toLocaleString("en")} characters): saved as a file instead.`;
      }
      const address = addressOfState(packed);
      return navigator.clipboard.writeText(address).then(
        () => `Copied, ${address.length.toLocaleString("en")} characters.`,
        () => {
          location.hash = address.slice(address.indexOf("#"));
          return "The browser does not let this page copy: the link stands in the address bar.";
        }
      );
    }
  };
}

/** What the reader must know before reading: whose report it is, and what could not be read. */
function notices({data, state}: Parts, show: Show): HTMLElement[] {
  const problems = state.problems.map((words) => html<HTMLElement>`<p class="state is-warning no-print">${words}</p>`);
  if (!state.isShared) return problems;
  const own = async (): Promise<void> => {
    history.replaceState(history.state, "", location.pathname);
    await show(await ownState(data.overview.project.id, shortlistOfPage()));
  };
  const said = html<HTMLElement>`<span role="status"></span>`;
  const adopt = html<HTMLButtonElement>`<button type="button">Take its text and decisions over</button>`;
  adopt.onclick = () => {
    keepReport(state.workspace.report);
    void adoptDecisions(state.decisions, shortlistOfPage()).then(({nAdded, nConflicts}) => {
      said.textContent = `${String(nAdded)} decisions added${nConflicts === 0 ? "" : `; ${String(nConflicts)} differ from yours, which stand: merge the file on the Shortlist page to settle them`}.`;
    });
  };
  const back = html<HTMLButtonElement>`<button type="button">Back to mine</button>`;
  back.onclick = () => {
    void own();
  };
  return [
    html<HTMLElement>`<div class="state no-print">
      <h3>A shared report</h3>
      <p>It came with its own state; nothing of yours was changed.</p>
      ${pageLinks(state.workspace.pages)} ${adopt} ${back} ${said}
    </div>`,
    ...problems
  ];
}

/** The pages as they were when the report was shared. */
function pageLinks(pages: Readonly<Record<string, string>>): HTMLElement | string {
  const known = REMEMBERED_PAGES.filter((page) => (pages[page] ?? "") !== "");
  if (known.length === 0) return "";
  return html<HTMLElement>`<p>
    Its pages as they were:
    ${known.map((page) => html`<a href=${`./${page}?${pages[page] ?? ""}`}>${page.replace(/^./, (letter) => letter.toUpperCase())}</a> `)}
  </p>`;
}

function heading(text: ReportText, fallback: string, onChange: (change: Partial<ReportText>) => void): HTMLElement {
  const field = (label: string, kind: string, value: string, placeholder: string, set: (value: string) => void) => {
    const input = html<HTMLInputElement>`<input
      type="text"
      class=${kind}
      aria-label=${label}
      placeholder=${placeholder}
    />`;
    input.value = value;
    input.onchange = () => {
      set(input.value);
    };
    return input;
  };
  return html<HTMLElement>`<header class="report-head">
    <h1>
      ${field("Title of the report", "report-title", text.title || fallback, fallback, (title) => {
        onChange({title});
      })}
    </h1>
    <p>
      ${field("Authors", "report-authors", text.authors, "Authors", (authors) => {
        onChange({authors});
      })}
    </p>
    <p class="note">Made on ${new Date().toISOString().slice(0, 10)} with Fumehood.</p>
  </header>`;
}

function section(
  id: ReportSection,
  parts: Parts,
  text: ReportText,
  onText: (cells: Readonly<Record<string, string>>) => void
): HTMLElement {
  const title = SECTION_TITLES[id];
  return html<HTMLElement>`<section class="report-section" id=${id}>
    <h2>${title}</h2>
    ${reportCell(title.toLowerCase(), text.cells[id] ?? "", (words) => {
      onText({[id]: words});
    })}
    ${content(id, parts, text)}
  </section>`;
}

function content(id: ReportSection, parts: Parts, text: ReportText): Node {
  const {data, targets} = parts;
  const {overview, refused, methods} = data;
  if (id === "question") return questionPart(overview);
  if (id === "sources") return sourcesPart(overview, Date.now());
  if (id === "targets") return targets.node;
  if (id === "funnel") return funnelPart(overview, refused, parts.state.workspace.funnel ?? null);
  if (id === "evidence") return reportEvidence(data);
  if (id === "methods") return methodsPart(targets.methods, methods);
  if (id === "references") return referencesPart(sourceReferences(overview.sources));
  return shortlistPart(parts, text);
}

const ORDER = {keep: 0, maybe: 1, drop: 2} as const;

function shortlistPart({decisions, compounds, columns, core, reference}: Parts, text: ReportText): HTMLElement {
  const decided = new Map(decisions.filter(({verdict}) => verdict !== "drop").map((one) => [one.key, one]));
  const first = chosenColumns(columns, text.columns)[0];
  const rows = compounds
    .map((compound) => ({compound, decision: decided.get(compound.key) ?? null}))
    .filter(({compound, decision}) => decision !== null || compound.key === reference)
    .map((row) => ({...row, value: first?.valueOf(row.compound)?.value ?? -Infinity}))
    .sort((a, b) => ORDER[a.decision?.verdict ?? "keep"] - ORDER[b.decision?.verdict ?? "keep"] || b.value - a.value);
  const targets = decisions.filter(({key}) => key.startsWith("target:"));
  return html<HTMLElement>`<div>
    ${targets.length === 0 ? "" : targetList(targets)}
    ${
      rows.some(({decision}) => decision !== null)
        ? sarTable({rows, columns, chosen: text.columns, reference, core})
        : html`<p class="state">
            No compound is kept yet. Decide with keep or maybe beside any compound, on its page or in the tables.
          </p>`
    }
  </div>`;
}

const targetList = (decisions: readonly Decision[]): HTMLElement =>
  html<HTMLElement>`<ul>
    ${decisions.map(
      ({label, verdict, reason = "", note}) =>
        html`<li><b>${label}</b>: ${[verdict, reason, note].filter((words) => words !== "").join(", ")}</li>`
    )}
  </ul>`;
