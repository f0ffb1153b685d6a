import type {RDKit} from "../chem/molecule.js";
import {scaffoldLineage} from "./parent-scaffold.js";

/** One scaffold of the tree. */
export interface ScaffoldNode {
  /** Canonical SMILES; the key. */
  readonly smiles: string;
  /** SMILES of the parent; null at a root. */
  readonly parent: string | null;
  /** Scaffolds with one ring more, largest total first, then by SMILES. */
  readonly children: readonly string[];
  /** Rows whose own scaffold is this one, ascending. */
  readonly members: readonly number[];
  /** Number of rows here and below. */
  readonly total: number;
}

/** The scaffolds of a set by SMILES, largest total first, then by SMILES. */
export type ScaffoldTree = ReadonlyMap<string, ScaffoldNode>;

/** Told how many scaffolds are done and how many are known of so far. */
export type OnProgress = (done: number, total: number) => void;

/**
 * The scaffold tree of a set: every scaffold hangs under the one with a ring less that `parentScaffold` chooses. Rows
 * without a ring (empty scaffold) or without a scaffold (null) are in no node.
 *
 * @param scaffolds Bemis-Murcko scaffold of each row, as `murckoScaffold` gives it
 * @see Schuffenhauer et al. 2007, doi:10.1021/ci600338x
 */
export function scaffoldTree(
  rdkit: RDKit,
  scaffolds: readonly (string | null)[],
  onProgress: OnProgress = () => undefined
): ScaffoldTree {
  return assembleTree(scaffolds, findParents(rdkit, new Set(scaffolds.filter(isScaffold)), onProgress));
}

/**
 * The tree of scaffolds whose parents are known, as `scaffoldTree` gives it.
 *
 * @param parents of every scaffold of the rows, and of every parent; null at a root; others may be there and do not matter
 */
export function assembleTree(
  scaffolds: readonly (string | null)[],
  parents: ReadonlyMap<string, string | null>
): ScaffoldTree {
  const members = rowsByScaffold(scaffolds);
  const totals = totalsOf(parents, members);
  const bySize = (a: string, b: string): number => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || (a < b ? -1 : 1);
  const ordered = [...totals.keys()].sort(bySize);
  const children = new Map<string, string[]>(ordered.map((smiles) => [smiles, []]));
  for (const smiles of ordered) children.get(parents.get(smiles) ?? "")?.push(smiles);
  return new Map(
    ordered.map((smiles) => [
      smiles,
      {
        smiles,
        parent: parents.get(smiles) ?? null,
        children: children.get(smiles) ?? [],
        members: members.get(smiles) ?? [],
        total: totals.get(smiles) ?? 0
      }
    ])
  );
}

/** The nodes without a parent, largest first. */
export function rootScaffolds(tree: ScaffoldTree): ScaffoldNode[] {
  return [...tree.values()].filter(({parent}) => parent === null);
}

/** The tree of the nodes that are wanted; one whose parent is not becomes a root. Members and totals stay. */
export function partOfTree(tree: ScaffoldTree, isWanted: (node: ScaffoldNode) => boolean): ScaffoldTree {
  const wanted = [...tree.values()].filter(isWanted);
  const kept = new Set(wanted.map(({smiles}) => smiles));
  return new Map(
    wanted.map((node) => {
      const parent = node.parent !== null && kept.has(node.parent) ? node.parent : null;
      return [node.smiles, {...node, parent, children: node.children.filter((child) => kept.has(child))}];
    })
  );
}

/** All rows of a node and of everything below it, ascending. Empty for a scaffold that is not in the tree. */
export function rowsUnder(tree: ScaffoldTree, smiles: string): number[] {
  const rows: number[] = [];
  const open = [smiles];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = tree.get(next);
    rows.push(...(node?.members ?? []));
    open.push(...(node?.children ?? []));
  }
  return rows.sort((a, b) => a - b);
}

function rowsByScaffold(scaffolds: readonly (string | null)[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  scaffolds.forEach((scaffold, row) => {
    if (!scaffold) return;
    const rows = groups.get(scaffold);
    if (rows) rows.push(row);
    else groups.set(scaffold, [row]);
  });
  return groups;
}

const isScaffold = (scaffold: string | null): scaffold is string => scaffold !== null && scaffold !== "";

function findParents(rdkit: RDKit, scaffolds: ReadonlySet<string>, onProgress: OnProgress): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  let done = 0;
  for (const scaffold of scaffolds) {
    scaffoldLineage(rdkit, scaffold, parents);
    onProgress(++done, scaffolds.size);
  }
  return parents;
}

/** Adds the rows of each scaffold to it and to all above it. */
function totalsOf(
  parents: ReadonlyMap<string, string | null>,
  members: ReadonlyMap<string, readonly number[]>
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [scaffold, rows] of members)
    for (let node: string | null = scaffold; node !== null; node = parents.get(node) ?? null)
      totals.set(node, (totals.get(node) ?? 0) + rows.length);
  return totals;
}
