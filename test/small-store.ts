import {afterAll} from "vitest";
import {makePotencies} from "../loaders/tables/make-potencies.js";
import {openNativeStore, type NativeStore} from "../loaders/native-store.js";
import type {ActivityRow, AssayRow} from "../src/tables/activities.js";
import type {CompoundRow} from "../src/tables/compounds.js";
import {compounds} from "../src/tables/compounds.js";
import {PUBLISHED_TABLES} from "../src/tables/published.js";
import type {Table} from "../src/tables/table.js";
import type {TargetRow} from "../src/tables/targets.js";

const VALUES: Readonly<Record<string, unknown>> = {VARCHAR: "", BOOLEAN: false};

/** A row of a table with nothing in it: missing where it may be, else empty, false or zero; then the fields given. */
export function blankRow<R extends object>(table: Table, fields: Partial<R>): R {
  const blank = Object.entries(table.columns).map(([name, {type, nullable}]) => [
    name,
    nullable ? null : (VALUES[type] ?? 0)
  ]);
  return {...(Object.fromEntries(blank) as R), ...fields};
}

const tableNamed = (name: string): Table => PUBLISHED_TABLES.find((table) => table.name === name)!;

const target = (symbol: string, inProject: boolean): TargetRow =>
  blankRow<TargetRow>(tableNamed("targets"), {target_id: `id-${symbol}`, symbol, in_project: inProject});

const activity = (id: number, fields: Partial<ActivityRow>): ActivityRow =>
  blankRow<ActivityRow>(tableNamed("activities"), {
    activity_id: id,
    compound_id: "C1",
    target_id: "id-AAA",
    assay_id: "A1",
    standard_type: "IC50",
    standard_relation: "=",
    source_id: "s",
    ...fields
  });

export const smallActivities: readonly ActivityRow[] = [
  activity(1, {standard_value_nm: 10, pchembl_value: 8, document_id: "D1", document_year: 2020}),
  activity(2, {standard_value_nm: 1000, pchembl_value: 6, document_id: "D2", document_year: 2021}),
  activity(3, {standard_value_nm: 10_000, standard_relation: ">", document_id: "D2", document_year: 2021}),
  activity(4, {standard_value_nm: null, standard_relation: null}),
  activity(5, {target_id: "id-BBB", standard_value_nm: 10_000, standard_relation: ">"}),
  activity(6, {compound_id: "C2", standard_value_nm: 1, pchembl_value: 9, document_year: 2020}),
  activity(7, {compound_id: "C3", standard_value_nm: 5, pchembl_value: 8.3, target_id: "id-CCC"})
];

const smallCompounds = [
  blankRow<CompoundRow>(compounds, {compound_id: "C1", set_id: "a", line: 1, name: "ONE", smiles: "C", inchikey: "K1"}),
  blankRow<CompoundRow>(compounds, {compound_id: "C1", set_id: "b", line: 7, name: "ONE", smiles: "C", inchikey: "K1"}),
  blankRow<CompoundRow>(compounds, {compound_id: "C2", set_id: "a", line: 2, smiles: "CC", inchikey: ""})
];

const rows: Readonly<Record<string, readonly object[]>> = {
  targets: [target("AAA", true), target("BBB", true), target("CCC", false)],
  compounds: smallCompounds,
  compound_scaffolds: [{compound_id: "C1", set_id: "a", scaffold: "c1ccncc1"}],
  scaffolds: [{scaffold: "c1ccncc1", parent: null, framework: "C1CCCCC1", n_compounds: 1}],
  activities: smallActivities,
  potencies: makePotencies(smallActivities),
  assays: [blankRow<AssayRow>(tableNamed("assays"), {assay_id: "A1", assay_type: "B", confidence_score: 9})],
  documents: [blankRow(tableNamed("documents"), {document_id: "D1", title: "Inhibitors", doi: "10.1/x", year: 2019})],
  sources: [blankRow(tableNamed("sources"), {source_id: "s", name: "Source"})],
  drugs: [
    blankRow(tableNamed("drugs"), {compound_id: "C1", name: "ONE", max_phase: 4}),
    blankRow(tableNamed("drugs"), {compound_id: "C2", name: "TWO", max_phase: null})
  ],
  structures: [
    blankRow(tableNamed("structures"), {structure_id: "1AAA", target_id: "id-AAA", resolution_a: null}),
    blankRow(tableNamed("structures"), {structure_id: "2AAA", target_id: "id-AAA", resolution_a: 1.9})
  ],
  alert_rates: [blankRow(tableNamed("alert_rates"), {alert_id: "brenk:0", name: "aniline", n_drugs: 3})],
  issues: [
    {table_name: "t", source: "s", line: 2, input: "x", reason: "r"},
    {table_name: "t", source: "s", line: null, input: "y", reason: "r"}
  ]
};

/** All published tables with a few rows of our own; closed after the tests of the file. */
export async function openSmallStore(): Promise<NativeStore> {
  const store = await openNativeStore();
  for (const table of PUBLISHED_TABLES) await store.insert(table, rows[table.name] ?? []);
  afterAll(() => store.close());
  return store;
}
