import {countOf, formatCount} from "../base/format-number.js";
import {ScreenedRows} from "../screening/screened-rows.js";
import type {ColumnSet} from "../tables/column-set.js";
import {handRows} from "../workers/handed-rows.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {screenInBrowser} from "../workers/screening-client.js";
import type {GivenFiles} from "./given-files.js";
import {loadScreeningTables} from "./load-screening-tables.js";
import {pagePause} from "./page-pause.js";
import {memoryNeed, memoryWords, needOfFile} from "./memory-need.js";
import {type MemoryPlan, memoryPlan} from "./memory-plan.js";
import {screeningPanel, type ScreeningPanel} from "./screening-panel.js";

/** A file being screened: its panel, and a way to stop. */
export interface ScreenedFile {
  readonly name: string;
  readonly panel: ScreeningPanel;
  stop(): void;
}

export interface ScreenedFileEvents {
  /** Rows to show: the first few soon, then at growing distances, then all in the order of the file. */
  readonly onRows: (set: ColumnSet) => Promise<void>;
  /** The file has ended or was stopped; these are all its rows. */
  readonly onEnd: (set: ColumnSet) => void;
  readonly onClose: () => void;
}

/** Rows are shown when there are so many, and each time there are so many times more. */
const FIRST_SHOWN = 100;
const SHOW_GROWTH = 3;
/** Beyond so many, rows are shown when the file has ended: what is shown is held a second time meanwhile. */
const MOST_SHOWN_EARLY = 200_000;
/** Files of fewer compounds fit anywhere. */
const WORTH_TELLING = 50_000;

/** Screens a file, or several as one set, in the page and tells of the rows as they come. */
export function openScreenedFile(
  {files, leftOut}: GivenFiles,
  {onRows, onEnd, onClose}: ScreenedFileEvents
): ScreenedFile {
  let collected = new ScreenedRows();
  const stopper = new AbortController();
  const stop = (): void => {
    stopper.abort(new Error("stopped"));
  };
  const panel = screeningPanel(nameOf(files), stop, onClose);
  if (leftOut.length > 0) panel.addIssues(leftOut);
  let next = FIRST_SHOWN;
  let shown = Promise.resolve();
  let isFull = false;
  const screen = async (): Promise<void> => {
    const {omitted, mostRows} = await planMemory(files, panel);
    collected = new ScreenedRows(omitted);
    await screenInBrowser(files, {
      ...{urls: rdkitUrls, tables: await loadScreeningTables(), signal: stopper.signal},
      labels: {setId: "dropped", sourceId: "dropped"},
      onProgress: (progress) => {
        panel.progress(progress);
      },
      onBatch: (batch) => {
        collected.append(batch);
        if (batch.issues.length > 0) panel.addIssues(batch.issues);
        isFull = collected.rowCount >= mostRows;
        if (isFull) stop();
        if (collected.rowCount < next || collected.rowCount > MOST_SHOWN_EARLY) return;
        next = collected.rowCount * SHOW_GROWTH;
        shown = shown.then(async () => onRows(await collected.columnSet(pagePause())));
      }
    });
  };
  const finish = async (words: string): Promise<void> => {
    panel.expect("Putting the rows in the order of the file");
    await shown.catch(() => undefined);
    const ordered = await lastSet(collected);
    await onRows(ordered);
    panel.finish(words);
    onEnd(ordered);
  };
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);
  void screen().then(
    () => finish(`${countOf(collected.rowCount, "compound")} in ${seconds()} s`),
    (error: unknown) => finish(endWords(collected.rowCount, isFull, stopper.signal.aborted, error))
  );
  return {name: nameOf(files), panel, stop};
}

/** All rows in the order of the file; searches find what was made for them with the structures. */
async function lastSet(collected: ScreenedRows): Promise<ColumnSet> {
  const set = await collected.columnSet(pagePause(), true);
  handRows(set.textColumn("smiles"), collected.forSearches);
  return set;
}

/** How a screening ended that did not reach the end of the file. */
function endWords(rows: number, isFull: boolean, isStopped: boolean, error: unknown): string {
  const taken = countOf(rows, "compound");
  if (isFull) return `Stopped: ${taken}, as many as this machine's memory holds`;
  if (isStopped) return `Stopped: ${taken} so far`;
  return `It failed after ${taken}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Says what the files will take and what will be left out, as far as that can be told from their beginnings. */
async function planMemory(files: readonly File[], panel: ScreeningPanel): Promise<MemoryPlan> {
  const readable = files.filter(({name}) => !name.endsWith(".parquet"));
  try {
    const needs = await Promise.all(readable.map(needOfFile));
    const rows = needs.reduce((sum, need) => sum + need.rows, 0);
    const plan = memoryPlan({rows}, memoryOfMachine());
    if (readable.length === files.length && rows >= WORTH_TELLING)
      panel.expect(plan.words === "" ? memoryWords(memoryNeed(rows), memoryOfMachine()) : plan.words);
    return plan;
  } catch {
    // A file that cannot be read is told by the screening itself.
    return memoryPlan({rows: 0}, memoryOfMachine());
  }
}

/** Gigabytes, as far as the browser tells; null where it does not. */
const memoryOfMachine = (): number | null =>
  "deviceMemory" in navigator && typeof navigator.deviceMemory === "number" ? navigator.deviceMemory : null;

/** "mine.smi", or "mine.smi and 3 more files". */
function nameOf([first, ...others]: readonly File[]): string {
  if (first === undefined) return "a folder without files of structures";
  if (others.length === 0) return first.name;
  return `${first.name} and ${others.length === 1 ? "1 more file" : `${formatCount(others.length)} more files`}`;
}
