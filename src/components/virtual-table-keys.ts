/** What a key does in a table. */
export type TableMove =
  | {readonly kind: "row"; readonly by: number}
  | {readonly kind: "page"; readonly by: number}
  | {readonly kind: "edge"; readonly end: boolean}
  | {readonly kind: "column"; readonly by: number}
  | {readonly kind: "select"}
  | {readonly kind: "open"};

const MOVES: Readonly<Record<string, TableMove>> = {
  ArrowDown: {kind: "row", by: 1},
  ArrowUp: {kind: "row", by: -1},
  j: {kind: "row", by: 1},
  k: {kind: "row", by: -1},
  PageDown: {kind: "page", by: 1},
  PageUp: {kind: "page", by: -1},
  Home: {kind: "edge", end: false},
  End: {kind: "edge", end: true},
  ArrowRight: {kind: "column", by: 1},
  ArrowLeft: {kind: "column", by: -1},
  x: {kind: "select"},
  " ": {kind: "select"},
  Enter: {kind: "open"}
};

/** What a key means in a table; null when it means nothing there, or a modifier makes it another command. */
export function tableMove(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): TableMove | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return MOVES[event.key] ?? null;
}
