import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {stageWords} from "../charts/trial-timeline.js";
import type {ChangeKind, CompoundChange, PotencyChange, TargetChange, TrialChange} from "../tables/changes.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import type {EvidenceListOptions} from "./evidence-list.js";
import type {RowFacet} from "./row-facets.js";
import {structure} from "./structure.js";
import type {TableColumn} from "./table-column.js";

/** What a list of changes needs beyond its rows. */
export type ChangeList<Row> = Pick<
  EvidenceListOptions<Row>,
  "name" | "columns" | "facets" | "rowKey" | "textsOf" | "sortBy" | "rowHeight"
>;

const kindFacet = <Row extends {readonly kind: ChangeKind}>(): RowFacet<Row> => ({
  id: "kind",
  label: "Change",
  values: ({kind}) => [kind]
});
const kindColumn = <Row extends {readonly kind: ChangeKind}>(): TableColumn<Row> => ({
  ...{key: "kind", label: "Change", width: 80},
  cell: ({kind}) => kind
});

const two = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
const moved = (before: number | null, after: number | null): string => `${two(before)} → ${two(after)}`;
const ranks = (before: number | null, after: number | null): string =>
  `${before === null ? "–" : formatCount(before)} → ${after === null ? "–" : formatCount(after)}`;
const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;
const signed = (value: number | null): string | null =>
  value === null ? null : `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`;

/** Targets that came, went or moved, and the data source that moved them most. */
export function targetChangeList({datasources}: TargetVocabulary): ChangeList<TargetChange> {
  const label = (id: string | null): string | null =>
    id === null ? null : (datasources.find((source) => source.id === id)?.label ?? id);
  const why = (row: TargetChange): string | null =>
    row.datasource_id === null
      ? null
      : `${label(row.datasource_id) ?? ""} ${moved(row.datasource_before, row.datasource_after)}`;
  return {
    name: "targets",
    rowKey: ({target_id: id}) => id,
    textsOf: (row) => [row.symbol, why(row)],
    facets: [
      kindFacet(),
      {id: "project", label: "Of the project", values: ({in_project: mine}) => [mine ? "yes" : "no"]},
      {
        id: "source",
        label: "Moved most by",
        values: ({datasource_id: id}) => (id === null ? [] : [id]),
        show: (id) => label(id) ?? id
      }
    ],
    columns: [
      {key: "symbol", label: "Target", width: 110, cell: (row) => row.symbol},
      kindColumn(),
      {key: "rank", label: "Rank", width: 120, align: "right", cell: (row) => ranks(row.rank_before, row.rank_after)},
      {
        key: "score",
        label: "Score",
        width: 120,
        align: "right",
        cell: (row) => moved(row.score_before, row.score_after)
      },
      {
        ...{key: "change", label: "Change of score", width: 90, align: "right"},
        cell: (row) => signed(difference(row.score_before, row.score_after))
      },
      {key: "why", label: "Moved most by", width: 320, cell: why, title: (row) => why(row) ?? ""}
    ],
    sortBy: {
      symbol: ({symbol}) => symbol,
      kind: ({kind}) => kind,
      rank: ({rank_after: rank}) => rank,
      score: ({score_after: score}) => score,
      change: (row) => difference(row.score_before, row.score_after)
    }
  };
}

/** Potency bands, as chemists speak of them; the lower end belongs to the band. */
const BANDS: readonly (readonly [from: number, words: string])[] = [
  [8, "8 and above"],
  [7, "7 to 8"],
  [6, "6 to 7"],
  [-Infinity, "0 to 6"]
];
const bandOf = ({pchembl_after: after, pchembl_before: before}: PotencyChange): string[] => {
  const value = after ?? before;
  return value === null ? [] : [BANDS.find(([from]) => value >= from)?.[1] ?? ""];
};

const compoundLink = (id: string, name: string | null): HTMLElement =>
  html`<a href=${`./compound?id=${encodeURIComponent(id)}`}>${name ?? id}</a>`;
const drawing = (smiles: string | null, label: string): Node | null =>
  smiles === null ? null : structure(smiles, {width: 140, height: 90, label});

/** New and withdrawn actives, and values that changed. */
export const potencyChangeList: ChangeList<PotencyChange> = {
  name: "potencies",
  rowHeight: 96,
  rowKey: ({compound_id: id, symbol, standard_type: type}) => `${id} ${symbol} ${type}`,
  textsOf: ({compound_id: id, name, symbol}) => [id, name, symbol],
  facets: [
    kindFacet(),
    {id: "target", label: "Target", values: ({symbol}) => [symbol]},
    {id: "band", label: "pChEMBL", values: bandOf, order: "down"},
    {id: "type", label: "Type", values: ({standard_type: type}) => [type]}
  ],
  columns: [
    {
      key: "structure",
      label: "Structure",
      width: 156,
      cell: (row) => drawing(row.smiles, row.compound_id),
      isStable: true
    },
    {key: "compound", label: "Compound", width: 150, cell: (row) => compoundLink(row.compound_id, row.name)},
    kindColumn(),
    {key: "symbol", label: "Target", width: 80, cell: (row) => row.symbol},
    {key: "type", label: "Type", width: 64, cell: (row) => row.standard_type},
    {
      ...{key: "value", label: "Median pChEMBL", width: 130, align: "right"},
      cell: (row) => moved(row.pchembl_before, row.pchembl_after)
    },
    {
      ...{key: "change", label: "Change", width: 80, align: "right"},
      cell: (row) => signed(difference(row.pchembl_before, row.pchembl_after))
    }
  ],
  sortBy: {
    compound: ({name, compound_id: id}) => name ?? id,
    kind: ({kind}) => kind,
    symbol: ({symbol}) => symbol,
    value: ({pchembl_after: after, pchembl_before: before}) => after ?? before,
    change: (row) => difference(row.pchembl_before, row.pchembl_after)
  }
};

/** Compounds that came, went or have another structure. */
export const compoundChangeList: ChangeList<CompoundChange> = {
  name: "compounds",
  rowHeight: 96,
  rowKey: ({set_id: set, compound_id: id}) => `${set} ${id}`,
  textsOf: ({compound_id: id, smiles_before: before, smiles_after: after}) => [id, before, after],
  facets: [kindFacet(), {id: "set", label: "Set", values: ({set_id: set}) => [set]}],
  columns: [
    {key: "compound", label: "Compound", width: 150, cell: (row) => compoundLink(row.compound_id, null)},
    kindColumn(),
    {key: "set", label: "Set", width: 110, cell: (row) => row.set_id},
    {
      key: "before",
      label: "Before",
      width: 156,
      cell: (row) => drawing(row.smiles_before, `${row.compound_id} before`),
      isStable: true
    },
    {key: "after", label: "Now", width: 156, cell: (row) => drawing(row.smiles_after, row.compound_id), isStable: true}
  ],
  sortBy: {compound: ({compound_id: id}) => id, kind: ({kind}) => kind, set: ({set_id: set}) => set}
};

const plain = (status: string | null): string => (status === null ? "–" : status.toLowerCase().replaceAll("_", " "));

/** Trials that came, went, or have another status or phase. */
export const trialChangeList: ChangeList<TrialChange> = {
  name: "trials",
  rowKey: ({trial_id: id}) => id,
  textsOf: ({trial_id: id, title, why_stopped: why}) => [id, title, why],
  facets: [
    kindFacet(),
    {
      id: "status",
      label: "Status now",
      values: ({status_after: status}) => (status === null ? [] : [status]),
      show: plain
    }
  ],
  columns: [
    {
      ...{key: "trial", label: "Trial", width: 110},
      cell: ({trial_id: id}) =>
        html`<a href=${`https://clinicaltrials.gov/study/${id}`} rel="noreferrer" target="_blank">${id}</a>`
    },
    {key: "title", label: "Title", width: 360, cell: (row) => row.title, title: (row) => row.title ?? ""},
    kindColumn(),
    {
      key: "status",
      label: "Status",
      width: 220,
      cell: (row) => `${plain(row.status_before)} → ${plain(row.status_after)}`
    },
    {
      ...{key: "stage", label: "Phase", width: 180},
      cell: (row) => `${stageWords(row.stage_before)} → ${stageWords(row.stage_after)}`
    },
    {
      key: "why",
      label: "Why stopped",
      width: 240,
      cell: (row) => row.why_stopped ?? "",
      title: (row) => row.why_stopped ?? ""
    }
  ],
  sortBy: {trial: ({trial_id: id}) => id, title: ({title}) => title, kind: ({kind}) => kind}
};
