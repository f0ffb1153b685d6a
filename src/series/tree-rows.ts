import type {ScaffoldNode, ScaffoldTree} from "./scaffold-tree.js";

/** One line of a scaffold tree that is shown: a scaffold, or the siblings that stand for one compound each. */
export interface TreeRow {
  /** SMILES of the scaffold; for singletons that of their parent (empty at the top), with "~1" behind it. */
  readonly key: string;
  /** Scaffolds of the line: one, or all singletons among siblings. */
  readonly scaffolds: readonly string[];
  /** Steps below the top. */
  readonly depth: number;
  /** True for the line that stands for singletons. */
  readonly isGroup: boolean;
  /** True when something is below it, shown or not. */
  readonly hasMore: boolean;
  readonly isOpen: boolean;
}

/** Behind the key of a line of singletons. */
export const SINGLETONS = "~1";

/**
 * The lines of a tree from the top down, children under what is open. Siblings that stand for one compound each come
 * last, as one line, when there are two or more.
 *
 * @param open keys of the lines that are open
 * @param order compares siblings; those equal stay as they are in the tree
 */
export function treeRows(
  tree: ScaffoldTree,
  open: ReadonlySet<string>,
  order: (a: ScaffoldNode, b: ScaffoldNode) => number = () => 0
): TreeRow[] {
  const rows: TreeRow[] = [];
  const addNode = (node: ScaffoldNode, depth: number): void => {
    const isOpen = open.has(node.smiles) && node.children.length > 0;
    const {smiles, children} = node;
    rows.push({...{key: smiles, scaffolds: [smiles], depth, isGroup: false}, hasMore: children.length > 0, isOpen});
    if (isOpen) addSiblings(nodesOf(tree, children), smiles, depth + 1);
  };
  const addSiblings = (nodes: readonly ScaffoldNode[], parent: string, depth: number): void => {
    const single = nodes.filter(({total}) => total === 1);
    const isGrouped = single.length > 1;
    for (const node of (isGrouped ? nodes.filter(({total}) => total > 1) : [...nodes]).sort(order))
      addNode(node, depth);
    if (!isGrouped) return;
    const key = parent + SINGLETONS;
    const isOpen = open.has(key);
    rows.push({...{key, scaffolds: single.map(({smiles}) => smiles), depth}, isGroup: true, hasMore: true, isOpen});
    if (isOpen) for (const node of single.sort(order)) addNode(node, depth + 1);
  };
  addSiblings(
    [...tree.values()].filter(({parent}) => parent === null),
    "",
    0
  );
  return rows;
}

const nodesOf = (tree: ScaffoldTree, keys: readonly string[]): ScaffoldNode[] =>
  keys.flatMap((key) => tree.get(key) ?? []);
