import {FileAttachment} from "observablehq:stdlib";
import type {AlertSet} from "../alerts/structural-alerts.js";
import {
  alertsNamed,
  type AlertAtoms,
  atomWords,
  LEDGER_COLUMNS,
  ledgerRows,
  type LedgerStep
} from "../filters/failure-ledger.js";
import type {FailureGround} from "../filters/failures.js";
import type {AlertRateRow} from "../tables/alert-rates.js";
import {csvLine} from "../tables/to-csv.js";
import {type AlertFinder, openAlertFinder} from "../workers/alerts-client.js";
import type {FoundAlert} from "../workers/alerts-protocol.js";

/** What a ledger is written from. */
export interface LedgerJob {
  /** Rows that fell. */
  readonly rows: Uint32Array;
  readonly steps: readonly LedgerStep[];
  readonly ground: Omit<FailureGround, "alerts"> & {readonly alerts: ReadonlyMap<string, AlertRateRow>};
  /** Told how many rows are written; awaited, so that a page can answer meanwhile. @throws to stop */
  readonly onPiece: (done: number) => Promise<void>;
}

const ROWS_A_PIECE = 1000;

const readSets = async (): Promise<readonly AlertSet[]> =>
  (await FileAttachment("../data/alerts.json").json<{readonly sets: readonly AlertSet[]}>()).sets;

/**
 * The failure ledger as CSV, in pieces: a line for every reason of every row. The atoms of structural alerts are looked
 * for in a worker, which starts with the first that is named.
 */
export async function ledgerCsv({rows, steps, ground, onPiece}: LedgerJob): Promise<string[]> {
  const pieces = [`${csvLine(LEDGER_COLUMNS)}\r\n`];
  const atoms = new AlertAtomsOfRows(ground);
  try {
    for (let from = 0; from < rows.length; from += ROWS_A_PIECE) {
      const piece = rows.subarray(from, from + ROWS_A_PIECE);
      const known = await atoms.find([...piece].filter((row) => alertsNamed(row, steps, ground).length > 0));
      const lines = [...piece].flatMap((row) => ledgerRows(row, steps, ground, known.get(row)));
      pieces.push(lines.map((cells) => `${csvLine(cells)}\r\n`).join(""));
      await onPiece(from + piece.length);
    }
  } finally {
    atoms.dispose();
  }
  return pieces;
}

/** Where the structural alerts of rows lie. */
class AlertAtomsOfRows {
  readonly #ground: LedgerJob["ground"];
  readonly #stopper = new AbortController();
  #finder: Promise<AlertFinder> | undefined;

  constructor(ground: LedgerJob["ground"]) {
    this.#ground = ground;
  }

  async find(rows: readonly number[]): Promise<ReadonlyMap<number, AlertAtoms>> {
    const {set} = this.#ground;
    if (rows.length === 0 || !("smiles" in set.table.columns)) return new Map();
    this.#finder ??= readSets().then((sets) => openAlertFinder(sets, this.#stopper.signal));
    const found = await (await this.#finder).find(rows.map((row) => String(set.cell("smiles", row) ?? "")));
    return new Map(rows.map((row, at) => [row, this.#reader(found[at] ?? [])]));
  }

  dispose(): void {
    this.#stopper.abort(new Error("stopped"));
    void this.#finder?.then(
      (finder) => {
        finder.dispose();
      },
      () => undefined
    );
  }

  #reader(found: readonly FoundAlert[]): AlertAtoms {
    return (id) => {
      const rate = this.#ground.alerts.get(id);
      const hit = found.find(({set, name}) => set === rate?.set_id && name === rate.name);
      return hit ? atomWords(hit.atoms) : null;
    };
  }
}
