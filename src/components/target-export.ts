import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import {toCsv} from "../tables/to-csv.js";
import {saveBytes, saveText} from "./save-file.js";
import {targetCriteria} from "./target-criteria.js";
import {targetMethods} from "./target-methods.js";
import {weightsOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

type Cell = string | number | null;

/** The ranking as a table: identifiers, then every criterion, in the order shown. Missing is null. */
export interface TargetTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function targetTable(model: TargetModel, ranked: RankedTargets): TargetTable {
  const {targets} = model.board;
  const criteria = targetCriteria(model);
  return {
    names: ["symbol", "target_id", "platform_score", ...criteria.map(({id}) => id), "source_id", "source_row"],
    rows: ranked.order.map((target) => [
      targets.symbol[target] ?? null,
      targets.target_id[target] ?? null,
      targets.platform_score[target] ?? null,
      ...criteria.map((criterion) => criterion.value(ranked, target)),
      targets.source_id[target] ?? null,
      targets.source_row[target] ?? null
    ])
  };
}

/** What a reader of the table must know: where it comes from and what was chosen. */
export interface Provenance {
  readonly link: string;
  readonly methods: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly required: readonly string[];
  readonly sources: string;
}

/** The table as CSV or TSV with its provenance in comment lines above. */
export function targetText({names, rows}: TargetTable, about: Provenance, separator: "," | "\t"): string {
  const weights = Object.entries(about.weights).map(([id, weight]) => `${id} ${String(weight)}`);
  const notes = [
    about.link,
    about.methods,
    `weights: ${weights.join("; ")}`,
    `required: ${about.required.join("; ") || "none"}; an empty field is not known, which is not zero`
  ];
  const body =
    separator === ","
      ? toCsv(names, rows)
      : [names, ...rows].map((row) => row.map((cell) => tsvCell(cell)).join("\t")).join("\n") + "\n";
  return `${notes.map((note) => `# ${note}`).join("\n")}\n${body}`;
}

const tsvCell = (cell: Cell): string =>
  cell === null
    ? ""
    : typeof cell === "number"
      ? String(cell)
      : cell.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+\-@])/, "'");

/** The table as JSON: provenance beside rows by name. */
export const targetJson = ({names, rows}: TargetTable, about: Provenance): string =>
  JSON.stringify(
    {about, rows: rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])))},
    null,
    1
  );

/** The table as Parquet, provenance in the file's metadata. */
export async function targetParquet({names, rows}: TargetTable, about: Provenance): Promise<ArrayBuffer> {
  const {parquetWriteBuffer} = await import("hyparquet-writer");
  const column = (i: number) => {
    const data = rows.map((row) => row[i] ?? null);
    const type = data.some((cell) => typeof cell === "string") ? ("STRING" as const) : ("DOUBLE" as const);
    return {name: names[i] ?? "", data, type, nullable: true};
  };
  return parquetWriteBuffer({
    columnData: names.map((_, i) => column(i)),
    kvMetadata: [{key: "fumehood", value: JSON.stringify(about)}]
  });
}

function provenanceOf(model: TargetModel, state: TargetState, ranked: RankedTargets): Provenance {
  const sources = [...new Set(model.board.targets.source_id)].join(", ");
  const weights = weightsOf(model, state);
  return {
    ...{link: location.href, sources, required: state.need},
    methods: targetMethods(model, state, ranked, sources),
    weights: Object.fromEntries(model.sourceIds.map((id) => [id, weights[id] ?? 1]))
  };
}

type Act = readonly [label: string, act: () => unknown];

function exportActs(table: () => TargetTable, about: () => Provenance, say: (words: string) => void): readonly Act[] {
  const text = (name: string, type: string, write: () => string) => (): void => {
    saveText(name, type, write());
  };
  return [
    ["CSV", text("targets.csv", "text/csv", () => targetText(table(), about(), ","))],
    ["TSV", text("targets.tsv", "text/tab-separated-values", () => targetText(table(), about(), "\t"))],
    ["JSON", text("targets.json", "application/json", () => targetJson(table(), about()))],
    [
      "Parquet",
      async () => {
        saveBytes("targets.parquet", "application/vnd.apache.parquet", await targetParquet(table(), about()));
      }
    ],
    [
      "Copy the methods paragraph",
      async () => {
        const isCopied = await navigator.clipboard.writeText(about().methods).then(
          () => true,
          () => false
        );
        say(isCopied ? "Copied" : "The browser does not let this page copy; it stands on top of the CSV");
      }
    ]
  ];
}

/** A menu that saves the ranking with its weights and where it comes from, and copies the methods paragraph. */
export function targetExport(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: () => RankedTargets
): HTMLElement {
  const said = html<HTMLElement>`<span role="status" class="muted"></span>`;
  const acts = exportActs(
    () => targetTable(model, ranked()),
    () => provenanceOf(model, state.value, ranked()),
    (words) => (said.textContent = words)
  );
  const items = acts.map(([label, act]) => {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
    button.onclick = () => {
      void act();
      menu.open = false;
    };
    return html`<li>${button}</li>`;
  });
  const menu = html<HTMLDetailsElement>`<details class="export-menu">
    <summary class="button">Save</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
  return html<HTMLElement>`<span class="target-export">${menu}${said}</span>`;
}
