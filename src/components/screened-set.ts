import {FileAttachment} from "observablehq:stdlib";
import {formatCount} from "../base/format-number.js";
import {sortRows} from "../kernels/sort-rows.js";
import type {ScreeningTables} from "../screening/screening-context.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {screenInBrowser} from "../workers/screening-client.js";
import {screeningPanel, type ScreeningPanel} from "./screening-panel.js";

/** A file being screened: its panel, and a way to stop. */
export interface ScreenedFile {
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

const readTables = (): Promise<ScreeningTables> =>
  FileAttachment("../data/screening-tables.json").json<ScreeningTables>();

type CompoundSet = ColumnSet<typeof compounds.columns>;

/** The same rows by the line of the file; batches come in any order. */
const inFileOrder = (set: CompoundSet): Promise<CompoundSet> =>
  set.inOrder(sortRows(set.numbers("line")), () => new Promise((done) => setTimeout(done)));

/** Screens a file in the page and tells of its rows as they come. */
export function openScreenedFile(file: File, {onRows, onEnd, onClose}: ScreenedFileEvents): ScreenedFile {
  const set: CompoundSet = new ColumnSet(compounds);
  const stopper = new AbortController();
  const stop = (): void => {
    stopper.abort(new Error("stopped"));
  };
  const panel = screeningPanel(file.name, stop, onClose);
  const began = performance.now();
  let next = FIRST_SHOWN;
  const screen = async (): Promise<void> => {
    await screenInBrowser(file, {
      ...{urls: rdkitUrls, tables: await readTables(), signal: stopper.signal},
      labels: {setId: "dropped", sourceId: "dropped", source: file.name},
      onProgress: (progress) => {
        panel.progress(progress);
      },
      onBatch: ({rows, issues}) => {
        set.append(rows);
        if (issues.length > 0) panel.addIssues(issues);
        if (set.rowCount < next) return;
        next = set.rowCount * SHOW_GROWTH;
        void onRows(set);
      }
    });
  };
  const finish = async (words: string): Promise<void> => {
    const ordered = await inFileOrder(set);
    await onRows(ordered);
    panel.finish(words);
    onEnd(ordered);
  };
  const taken = (): string => `${formatCount(set.rowCount)} compounds`;
  void screen().then(
    () => finish(`${taken()} in ${((performance.now() - began) / 1000).toFixed(1)} s`),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      return finish(stopper.signal.aborted ? `Stopped: ${taken()} so far` : `It failed after ${taken()}: ${reason}`);
    }
  );
  return {panel, stop};
}
