import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {formatCount} from "../base/format-number.js";
import {scoreMoves} from "../charts/score-moves.js";
import {changesFields} from "../state/changes-fields.js";
import {type StateOf, urlState, type UrlState} from "../state/url-state.js";
import type {ChangeKind, Changes, PublishedChanges} from "../tables/changes.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import {
  type ChangeList,
  compoundChangeList,
  potencyChangeList,
  targetChangeList,
  trialChangeList
} from "./changes-columns.js";
import {evidenceList, type EvidenceList} from "./evidence-list.js";
import {type FactCell, factsTable} from "./facts-table.js";
import {openFileButton} from "./open-file-button.js";
import {workbench} from "./workbench.js";

type ChangesState = StateOf<typeof changesFields>;
type View = ChangesState["view"];

/** Movers shown in the figure. */
const MOVERS = 25;

/** The Changes page: what this build holds that the one before did not, and the other way round. */
export async function changesPage(published: PublishedChanges, invalidation: Promise<unknown>): Promise<HTMLElement> {
  const vocabulary = await FileAttachment("../data/target-vocabulary.json").json<TargetVocabulary>();
  const state = urlState(changesFields);
  void invalidation.then(() => {
    state.dispose();
  });
  const bench = html<HTMLElement>`<div
    class="evidence-stage changes-stage"
    tabindex="0"
    role="region"
    aria-label="Changes"
  ></div>`;
  const rail = html<HTMLElement>`<div></div>`;
  const bar = html<HTMLElement>`<div class="evidence-bar"></div>`;
  const show = (changes: Changes | null, problem: string | null): void => {
    fill(changes, problem, {bench, rail, bar}, state, vocabulary);
  };
  show(published.changes, published.problem);
  const opener = diffOpener((changes) => {
    show(changes, null);
  });
  return workbench({rail: [opener, rail], bench: [bar, bench], railLabel: "Facets", benchLabel: "Changes"});
}

/** Opens what `fumehood diff --json` wrote, so that any two databases can be read here. */
function diffOpener(onChanges: (changes: Changes) => void): HTMLElement {
  const said = html<HTMLElement>`<p class="note" role="status"></p>`;
  const input = openFileButton({
    ...{words: "Open diff.json", label: "Answer of fumehood diff --json", accept: ".json"},
    onFiles: ([file]) => {
      void file.text().then((text) => {
        const changes = parseChanges(text);
        said.textContent = changes ? `Shown: ${file.name}` : `${file.name} is no answer of fumehood diff --json.`;
        if (changes) onChanges(changes);
      });
    }
  });
  return html<HTMLElement>`<details class="changes-open">
    <summary>Compare two other builds</summary>
    <p class="note">
      <code>npm run fumehood -- diff old.duckdb new.duckdb --json &gt; diff.json</code>, then open it here:
    </p>
    ${input}${said}
  </details>`;
}

const LISTS = ["sources", "targets", "compounds", "potencies", "trials"] as const;

function parseChanges(text: string): Changes | null {
  try {
    const content = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return LISTS.every((name) => Array.isArray(content[name])) ? (content as unknown as Changes) : null;
  } catch {
    return null;
  }
}

interface Places {
  readonly bench: HTMLElement;
  readonly rail: HTMLElement;
  readonly bar: HTMLElement;
}

const VIEWS: readonly (readonly [View, string])[] = [
  ["summary", "Summary"],
  ["targets", "Targets"],
  ["potencies", "Potencies"],
  ["compounds", "Compounds"],
  ["trials", "Trials"]
];

function fill(
  changes: Changes | null,
  problem: string | null,
  {bench, rail, bar}: Places,
  state: UrlState<ChangesState>,
  vocabulary: TargetVocabulary
): void {
  rail.replaceChildren();
  bar.replaceChildren();
  if (!changes) {
    bench.replaceChildren(nothingToCompare(problem));
    return;
  }
  const lists = makeLists(changes, state, vocabulary);
  const summary = summaryOf(changes, vocabulary);
  const tabs = VIEWS.map(([view, label]) => {
    const button = html<HTMLButtonElement>`<button type="button">
      ${label}${view === "summary" ? "" : html`<span class="muted">${formatCount(changes[view].length)}</span>`}
    </button>`;
    button.onclick = () => {
      // Facets and order of one list say nothing of another.
      state.set({view, q: "", has: [], sort: null});
    };
    return [view, button] as const;
  });
  bar.append(html`<div class="button-group" role="group" aria-label="View">${tabs.map(([, button]) => button)}</div>`);
  const show = ({view, q, has, sort}: ChangesState): void => {
    for (const [name, button] of tabs) button.setAttribute("aria-pressed", String(name === view));
    const part = view === "summary" ? null : lists[view];
    part?.show({text: q, chosen: has, order: sort});
    bench.dataset["view"] = view === "summary" ? "" : "papers";
    if (bench.firstChild !== (part?.table ?? summary)) {
      bench.replaceChildren(part?.table ?? summary);
      rail.replaceChildren(...(part ? [part.rail] : []));
    }
  };
  state.subscribe(show);
  show(state.value);
}

type Lists = Readonly<Record<Exclude<View, "summary">, EvidenceList>>;

function makeLists(changes: Changes, state: UrlState<ChangesState>, vocabulary: TargetVocabulary): Lists {
  const list = <Row>(rows: readonly Row[], kind: ChangeList<Row>): EvidenceList =>
    evidenceList({
      ...{...kind, rows},
      onChange: ({text, chosen, order}) => {
        state.set({
          ...(text === undefined ? {} : {q: text}),
          ...(chosen === undefined ? {} : {has: chosen}),
          ...(order === undefined ? {} : {sort: order})
        });
      }
    });
  return {
    targets: list(changes.targets, targetChangeList(vocabulary)),
    potencies: list(changes.potencies, potencyChangeList),
    compounds: list(changes.compounds, compoundChangeList),
    trials: list(changes.trials, trialChangeList)
  };
}

function nothingToCompare(problem: string | null): HTMLElement {
  return html<HTMLElement>`<div class="state">
    <h3>${problem === null ? "No earlier build is known here" : "The earlier build cannot be compared"}</h3>
    <p>
      ${problem ?? "A build compares itself with the one that lay in dist/ before it, and looks through builds of the same data."}
    </p>
    <p>To compare with another: <code>npm run build -- --since path/to/fumehood.duckdb</code></p>
  </div>`;
}

function summaryOf(changes: Changes, {datasources}: TargetVocabulary): HTMLElement {
  const count = (rows: readonly {readonly kind: ChangeKind}[], kind: ChangeKind): HTMLElement =>
    html`<span class="num">${formatCount(rows.filter((row) => row.kind === kind).length)}</span>`;
  const lines = LISTS.map((name): FactCell[] => [
    name.replace(/^./, (letter) => letter.toUpperCase()),
    count(changes[name], "new"),
    count(changes[name], "gone"),
    count(changes[name], "changed")
  ]);
  if (LISTS.every((name) => changes[name].length === 0))
    return html<HTMLElement>`<div class="state"><h3>Nothing changed between the two builds</h3></div>`;
  const text = (value: string | number | null): FactCell =>
    value === null ? null : typeof value === "number" ? formatCount(value) : value;
  const sources = changes.sources.map((row): FactCell[] => [
    row.source_id,
    row.kind,
    text(row.release_before),
    text(row.release_after),
    text(row.rows_before),
    text(row.rows_after)
  ]);
  return html<HTMLElement>`<div class="evidence-trend changes-summary">
    <h2>What came, went and changed</h2>
    ${factsTable(["", "New", "Gone", "Changed"], lines)}
    <h2>Which sources are others?</h2>
    ${
      sources.length === 0
        ? html`<p class="note">None: what changed, changed in the project file or the code.</p>`
        : factsTable(["Source", "Change", "Release before", "Now", "Rows before", "Now"], sources)
    }
    <h2>Which targets moved most, and why?</h2>
    ${movers(changes, (id) => datasources.find((source) => source.id === id)?.label ?? id)}
  </div>`;
}

function movers({targets}: Changes, label: (id: string) => string): HTMLElement {
  const moved = targets
    .flatMap((row) =>
      row.score_before === null || row.score_after === null || row.kind !== "changed"
        ? []
        : [{...row, label: row.symbol, before: row.score_before, after: row.score_after}]
    )
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const first = [...moved.filter(({in_project: mine}) => mine), ...moved.filter(({in_project: mine}) => !mine)].slice(
    0,
    MOVERS
  );
  if (first.length === 0)
    return html<HTMLElement>`<p class="note">No target that both builds hold has another score.</p>`;
  const reasons = new Map<string, number>();
  for (const {datasource_id: id} of moved) if (id !== null) reasons.set(id, (reasons.get(id) ?? 0) + 1);
  const words = [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([id, n]) => `${label(id)} ${formatCount(n)}`)
    .join(", ");
  return html<HTMLElement>`<div>
    <figure>${scoreMoves(first)}</figure>
    <p class="note">
      Those of the project first, then the largest moves; ${formatCount(moved.length)} moved in all. The data source
      that moved most, by number of targets: ${words || "none"}.
    </p>
  </div>`;
}
