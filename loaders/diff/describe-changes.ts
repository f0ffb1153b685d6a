import type {ChangeKind, Changes} from "../../src/tables/changes.js";

/** Lines of each kind shown before "and n more". */
const SHOWN = 10;

/** Changes as text for a terminal: counts first, then the largest of each kind. */
export function describeChanges(changes: Changes): string {
  const parts = [
    section(
      "Sources",
      changes.sources,
      (row) =>
        `${row.source_id}: release ${text(row.release_before)} → ${text(row.release_after)}, rows ` +
        `${text(row.rows_before)} → ${text(row.rows_after)}`
    ),
    section("Targets", changes.targets, (row) => {
      const why =
        row.datasource_id === null
          ? ""
          : `; most by ${row.datasource_id} ${arrow(row.datasource_before, row.datasource_after)}`;
      return `${row.symbol}: score ${arrow(row.score_before, row.score_after)}, rank ${text(row.rank_before)} → ${text(row.rank_after)}${why}`;
    }),
    section(
      "Compounds",
      changes.compounds,
      (row) => `${row.compound_id} in ${row.set_id}: ${text(row.smiles_before)} → ${text(row.smiles_after)}`
    ),
    section(
      "Potencies",
      changes.potencies,
      (row) =>
        `${row.compound_id} on ${row.symbol}: ${row.standard_type} pChEMBL ${arrow(row.pchembl_before, row.pchembl_after)}`
    ),
    section(
      "Trials",
      changes.trials,
      (row) => `${row.trial_id}: ${text(row.status_before)} → ${text(row.status_after)}`
    )
  ];
  return parts.join("\n");
}

function section<R extends {readonly kind: ChangeKind}>(
  title: string,
  rows: readonly R[],
  describe: (row: R) => string
): string {
  const count = (kind: ChangeKind): string => String(rows.filter((row) => row.kind === kind).length);
  if (rows.length === 0) return `${title}: no change`;
  const more = rows.length > SHOWN ? [`  and ${String(rows.length - SHOWN)} more`] : [];
  return [
    `${title}: ${count("new")} new, ${count("gone")} gone, ${count("changed")} changed`,
    ...rows.slice(0, SHOWN).map((row) => `  ${row.kind.padEnd(7)} ${describe(row)}`),
    ...more
  ].join("\n");
}

const text = (value: string | number | null): string => (value === null ? "–" : String(value));
const number = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
const arrow = (before: number | null, after: number | null): string => `${number(before)} → ${number(after)}`;
