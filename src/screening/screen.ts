import {absorptionCells} from "../alerts/absorption-cells.js";
import {alertCells} from "../alerts/alert-cells.js";
import {judgeProperties, violationColumns} from "../alerts/property-rules.js";
import {findAlerts} from "../alerts/structural-alerts.js";
import {makeIssue, type Issue} from "../base/issue.js";
import {descriptors} from "../chem/descriptors.js";
import {withMolecule, type Mol} from "../chem/molecule.js";
import {type MatchTarget, matchTarget} from "../chem/match-target.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {parseReason} from "../chem/parse-reason.js";
import {qed, qedProperties} from "../chem/qed.js";
import {saScore} from "../chem/sa-score.js";
import {isTooLarge, MOST_ATOMS} from "../chem/structure-size.js";
import {standardise, type StandardForm} from "../chem/standardise.js";
import type {CompoundRow} from "../tables/compounds.js";
import type {InputRecord} from "./input-record.js";
import type {ScreeningContext} from "./screening-context.js";

/** What every row of one input has in common. */
export interface ScreeningLabels {
  /** Compound set of the rows. */
  readonly setId: string;
  /** Key into sources. */
  readonly sourceId: string;
  /** The input as an issue names it: a file name, or "pasted text". */
  readonly source: string;
}

/** What became of some records: each of them is a row or an issue, in input order. */
export interface Screened {
  readonly rows: CompoundRow[];
  readonly issues: Issue[];
}

/** Told of each row, in their order, while the engine has its parent. */
export type RowListener = (row: CompoundRow, parent: Mol, target: MatchTarget) => void;

interface RowWork extends ScreeningLabels {
  readonly onRow: RowListener;
}

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/g;

/**
 * Screens records one after another: standardised, described by RDKit's descriptors, QED and synthetic accessibility, judged
 * by the property rules and the structural alerts. A record that is no compound becomes an issue with its line, input and reason.
 *
 * @param onRow for what else is to be made of the parents
 * @throws only when the engine itself is broken (out of memory); the batch is then to be tried in a new one
 */
export function screen(
  records: readonly InputRecord[],
  context: ScreeningContext,
  labels: ScreeningLabels,
  onRow: RowListener = () => undefined
): Screened {
  const rows: CompoundRow[] = [];
  const issues: Issue[] = [];
  for (const record of records) {
    const outcome = screenRecord(record, context, {...labels, onRow});
    if (typeof outcome === "string") issues.push(makeIssue(labels.source, record.line, record.structure, outcome));
    else rows.push(outcome);
  }
  return {rows, issues};
}

/** The row of one record, or the reason why there is none. */
function screenRecord(record: InputRecord, context: ScreeningContext, labels: RowWork): CompoundRow | string {
  const structure = cleanStructure(record.structure);
  if (structure === "") return "no structure";
  if (isTooLarge(structure)) return `more than ${String(MOST_ATOMS)} atoms: too large for this engine`;
  context.log.clear_buffer();
  try {
    const outcome = withMolecule(context.rdkit, structure, (molecule) =>
      screenMolecule(molecule, {...record, structure}, context, labels)
    );
    return outcome ?? parseReason(context.log.get_buffer());
  } catch (cause) {
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) throw cause;
    return `RDKit could not describe it: ${parseReason(context.log.get_buffer())}`;
  }
}

function screenMolecule(
  molecule: Mol,
  record: InputRecord,
  context: ScreeningContext,
  labels: RowWork
): CompoundRow | string {
  if (molecule.get_num_atoms() === 0) return "no atoms";
  const form = standardise(context.rdkit, context.salts, molecule);
  if (form.smiles.includes("*")) return "has an attachment point or wildcard atom (*): not one defined compound";
  if (form.changes.length === 0) return describeParent(molecule, form, record, context, labels);
  const describe = (parent: Mol): CompoundRow => describeParent(parent, form, record, context, labels);
  return withMolecule(context.rdkit, form.smiles, describe) ?? `its parent ${form.smiles} cannot be read`;
}

function describeParent(
  molecule: Mol,
  form: StandardForm,
  {line, id, name, structure}: InputRecord,
  context: ScreeningContext,
  {setId, sourceId, onRow}: RowWork
): CompoundRow {
  const values = descriptors(molecule);
  const graph = moleculeGraph(molecule);
  const target = matchTarget(graph);
  const row: CompoundRow = {
    compound_id: id ?? `${setId}:${String(line)}`,
    set_id: setId,
    line,
    name,
    input_smiles: structure.includes("\n") ? molecule.get_smiles() : structure,
    smiles: form.smiles,
    inchikey: inchikey(molecule, context),
    changes: form.changes.length === 0 ? null : form.changes.join(", "),
    first_approval: null,
    ...values,
    qed: qed(qedProperties(context.qed, {molecule, graph, target, descriptors: values})),
    sa_score: saScore(context.saFragments, {graph, descriptors: values}) ?? NaN,
    ...absorptionCells(form.smiles, values),
    ...violationColumns(judgeProperties(context.rules, values)),
    ...alertCells(context.alerts, findAlerts(context.alerts, molecule, target)),
    source_id: sourceId,
    source_row: line
  };
  onRow(row, molecule, target);
  return row;
}

function inchikey(molecule: Mol, {rdkit}: ScreeningContext): string {
  const inchi = molecule.get_inchi();
  return inchi === "" ? "" : rdkit.get_inchikey_for_inchi(inchi);
}

/** Without the invisible characters that copying from documents leaves; a molblock keeps its lines. */
function cleanStructure(structure: string): string {
  const visible = structure.replace(ZERO_WIDTH, "");
  return visible.includes("\n") ? visible : visible.trim();
}
