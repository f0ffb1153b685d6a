import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {textField, urlState, type UrlState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {dataDictionary} from "../store/queries/data-dictionary.js";
import {SQL_EXAMPLES} from "../store/queries/sql-examples.js";
import {toCsv} from "../tables/to-csv.js";
import {saveText} from "./save-file.js";
import {tableBrowser} from "./sql-tables.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";
import {workbench} from "./workbench.js";

type Answer = Readonly<Record<string, unknown>>;
const fields = {sql: textField()};
const COLUMN_WIDTH = 150;

/** The SQL page: a question, the tables it can be put to, the answer. The question is kept in the address. */
export function sqlPage(invalidation: Promise<unknown>): HTMLElement {
  const state = urlState(fields);
  void invalidation.then(() => {
    state.dispose();
  });
  const answer = html<HTMLElement>`<div class="sql-answer"></div>`;
  const editor = makeEditor(state, (sql) => {
    void run(sql, answer);
  });
  const browser = html<HTMLElement>`<div class="state" role="status">
    Reading the list of tables<progress aria-label="Reading"></progress>
  </div>`;
  void fillBrowser(browser, editor.insert);
  if (state.value.sql === "")
    answer.replaceChildren(note("Write a question, or take one of the examples. Ctrl+Enter runs it."));
  else void run(state.value.sql, answer);
  return workbench({
    rail: [html`<h2>Examples</h2>`, exampleList(editor.take), html`<h2>Tables</h2>`, browser],
    bench: [editor.node, answer],
    railLabel: "Tables",
    benchLabel: "Question"
  });
}

interface Editor {
  readonly node: HTMLElement;
  readonly insert: (text: string) => void;
  readonly take: (sql: string) => void;
}

function makeEditor(state: UrlState<{readonly sql: string}>, onRun: (sql: string) => void): Editor {
  const area = html<HTMLTextAreaElement>`<textarea
    rows="8"
    spellcheck="false"
    autocomplete="off"
    aria-label="SQL question"
  ></textarea>`;
  area.value = state.value.sql;
  const start = (): void => {
    if (area.value.trim() === "") return;
    state.set({sql: area.value});
    onRun(area.value);
  };
  area.onkeydown = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };
  const button = html<HTMLButtonElement>`<button type="button" class="primary">Run</button>`;
  button.onclick = start;
  return {
    node: html<HTMLElement>`<div class="sql-editor">
      ${area}
      <div>${button} <kbd>Ctrl</kbd> <kbd>Enter</kbd></div>
    </div>`,
    insert: (text) => {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.focus();
    },
    take: (sql) => {
      area.value = sql;
      start();
    }
  };
}

function exampleList(take: (sql: string) => void): HTMLElement {
  return html<HTMLElement>`<ul class="sql-examples">
    ${SQL_EXAMPLES.map(({title, sql}) => {
      const button = html<HTMLButtonElement>`<button type="button" class="quiet">${title}</button>`;
      button.onclick = () => {
        take(sql);
      };
      return html`<li>${button}</li>`;
    })}
  </ul>`;
}

async function fillBrowser(node: HTMLElement, insert: (text: string) => void): Promise<void> {
  try {
    const store = await openProjectStore();
    node.replaceWith(tableBrowser(await store.rows(dataDictionary()), insert));
  } catch (error) {
    node.replaceChildren(failure("The tables could not be read", error));
  }
}

async function run(sql: string, node: HTMLElement): Promise<void> {
  node.replaceChildren(
    html`<div class="state" role="status">
      <h3>Asking</h3>
      <progress aria-label="Asking"></progress>
    </div>`
  );
  try {
    const store = await openProjectStore();
    const start = performance.now();
    const rows = await store.rows<Answer>({sql, parameters: []});
    node.replaceChildren(...showAnswer(rows, performance.now() - start));
  } catch (error) {
    node.replaceChildren(failure("The question could not be answered", error));
  }
}

function showAnswer(rows: readonly Answer[], milliseconds: number): Node[] {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return [note(`No row answers this question (${formatNumber(milliseconds)} ms).`)];
  const save = html<HTMLButtonElement>`<button type="button">Download CSV</button>`;
  save.onclick = () => {
    saveText(
      "answer.csv",
      "text/csv",
      toCsv(
        names,
        rows.map((row) => names.map((name) => plain(row[name])))
      )
    );
  };
  const count = `${formatCount(rows.length)} ${rows.length === 1 ? "row" : "rows"} in ${formatNumber(milliseconds)} ms`;
  const table = virtualTable<Answer>({
    label: "Answer",
    columns: names.map((name) => answerColumn(name, rows)),
    rowCount: rows.length,
    getRows: (from, to) => rows.slice(from, to)
  });
  return [html`<div class="sql-bar"><span role="status">${count}</span>${save}</div>`, table.node];
}

function answerColumn(name: string, rows: readonly Answer[]): TableColumn<Answer> {
  const isNumber = rows.slice(0, 50).every((row) => row[name] === null || typeof row[name] === "number");
  return {
    key: name,
    label: name,
    width: COLUMN_WIDTH,
    align: isNumber ? "right" : "left",
    cell: (row) => {
      const value = plain(row[name]);
      return value === null ? null : String(value);
    },
    title: (row) => String(row[name])
  };
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number | boolean);
}

function note(words: string): HTMLElement {
  return html<HTMLElement>`<p class="note sql-note">${words}</p>`;
}

function failure(title: string, error: unknown): HTMLElement {
  const words = error instanceof Error ? error.message : String(error);
  return html<HTMLElement>`<div class="state is-error" role="alert">
    <h3>${title}</h3>
    <p>${words}</p>
  </div>`;
}
