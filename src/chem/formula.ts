import {elementSymbol} from "./element.js";
import type {MoleculeGraph} from "./molecule-graph.js";

/**
 * Molecular formula in Hill's order (C, H, then by letter), with the charge at the end, e.g. "C16H20N6O",
 * "C2H4NO2-"; isotopes count as their element, attachment points are left out. Empty for no atom.
 *
 * @see Hill 1900, doi:10.1021/ja02046a005
 */
export function formulaOf({atoms}: Pick<MoleculeGraph, "atoms">): string {
  const counts = new Map<string, number>();
  const add = (symbol: string, n: number): void => {
    if (n > 0) counts.set(symbol, (counts.get(symbol) ?? 0) + n);
  };
  for (const {element, hydrogens} of atoms) {
    if (element > 0) add(elementSymbol(element), 1);
    add("H", hydrogens);
  }
  const hasCarbon = counts.has("C");
  const rank = (symbol: string): string =>
    hasCarbon && symbol === "C" ? "0" : hasCarbon && symbol === "H" ? "1" : symbol;
  const parts = [...counts].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const charge = atoms.reduce((sum, atom) => sum + atom.charge, 0);
  const sign = charge === 0 ? "" : `${Math.abs(charge) > 1 ? String(Math.abs(charge)) : ""}${charge > 0 ? "+" : "-"}`;
  return parts.map(([symbol, n]) => (n > 1 ? `${symbol}${String(n)}` : symbol)).join("") + sign;
}
