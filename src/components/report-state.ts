import {mergeShortlists, parseShortlist, type Decision} from "../state/shortlist.js";
import type {ShortlistStore} from "../state/shortlist-store.js";
import {keptFunnel} from "../state/kept-funnel.js";
import {REMEMBERED_PAGES, rememberedPage} from "../state/page-memory.js";
import {
  emptyReport,
  parseWorkspace,
  type ReportText,
  unpackWorkspace,
  type Workspace,
  type WorkspaceRead
} from "../state/workspace.js";

const KEY = "fumehood:report";
const LINK = "#s=";

/** What the report shows: the reader's own state, or one that came by link or file. */
export interface ReportState {
  readonly workspace: Workspace;
  readonly decisions: readonly Decision[];
  /** True for a state that came from elsewhere: nothing of it is kept until the reader says so. */
  readonly isShared: boolean;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}

function keptReport(): ReportText {
  try {
    const {workspace} = parseWorkspace(localStorage.getItem(KEY) ?? "", "this browser");
    return workspace?.report ?? emptyReport();
  } catch {
    return emptyReport();
  }
}

/** Keeps what was written and chosen in this browser. */
export function keepReport(report: ReportText): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({fumehood_state: 1, report}));
  } catch {
    // Storage is denied: the report lasts as long as the page.
  }
}

/** The reader's own state: pages as they were left, report as it was kept, decisions of this browser. */
export async function ownState(project: string, store: ShortlistStore, problems: readonly string[] = []) {
  const pages = Object.fromEntries(
    REMEMBERED_PAGES.map((page) => [page, rememberedPage(page)]).filter(([, query]) => query !== "")
  ) as Record<string, string>;
  // A browser that keeps nothing has no decisions.
  const decisions = await store.all().catch(() => []);
  const workspace: Workspace = {project, pages, report: keptReport(), funnel: keptFunnel(), decisions};
  return {workspace, decisions, isShared: false, problems} satisfies ReportState;
}

/** A state that came from elsewhere; what of its decisions cannot be read is said. */
export function sharedState(workspace: Workspace, project: string): ReportState {
  const text = JSON.stringify({fumehood_shortlist: 1, decisions: workspace.decisions});
  const {decisions, issues} = parseShortlist(text, "the state");
  const other =
    workspace.project !== "" && workspace.project !== project
      ? [`It was made in another project (${workspace.project}): targets and compounds may not be found here.`]
      : [];
  const problems = [...other, ...issues.map(({line, reason}) => `Decision ${String(line ?? "")}: ${reason}`)];
  return {workspace, decisions, isShared: true, problems};
}

/** The state that the address holds, else the reader's own. */
export async function stateOfAddress(project: string, store: ShortlistStore): Promise<ReportState> {
  if (!location.hash.startsWith(LINK)) return ownState(project, store);
  return stateOfRead(await unpackWorkspace(location.hash.slice(LINK.length)), project, store);
}

/** The state that was read, or the reader's own with the reason why it could not be. */
export async function stateOfRead(read: WorkspaceRead, project: string, store: ShortlistStore): Promise<ReportState> {
  if (read.workspace) return sharedState(read.workspace, project);
  return ownState(project, store, [`The ${read.issue.source} ${read.issue.reason}. This is your own report.`]);
}

/** The address that reopens a packed state on this page. */
export const addressOfState = (packed: string): string => `${location.origin}${location.pathname}${LINK}${packed}`;

/** Takes the decisions of a shared state over; own ones stay where both decided. Answers how many came and how many differ. */
export async function adoptDecisions(decisions: readonly Decision[], store: ShortlistStore) {
  const {changed, nAdded, conflicts} = mergeShortlists(await store.all(), decisions);
  await store.put(changed);
  return {nAdded, nConflicts: conflicts.length};
}
