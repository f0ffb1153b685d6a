import {isOwnWord, keepOwnStructures} from "../state/own-structures.js";
import type {ColumnSet} from "../tables/column-set.js";
import {isProjectSet} from "./project-set.js";

/** A compound as an address needs it. */
export interface AddressedCompound {
  readonly compound_id: string;
  readonly smiles: string;
  readonly name: string | null;
  /** True of what a reader brought: its address holds a word for it, and the structure stays in this tab. */
  readonly isOwn: boolean;
}

/** What stands for compounds in addresses: ids of the project, words of this tab for a reader's own. */
export function addressWords(compounds: readonly AddressedCompound[]): string[] {
  const own = compounds.filter(({isOwn}) => isOwn);
  if (own.length === 0) return compounds.map(({compound_id}) => compound_id);
  const words = keepOwnStructures(own.map(({smiles, name, compound_id}) => ({smiles, label: name ?? compound_id})));
  return compounds.map((compound) => (compound.isOwn ? (words[own.indexOf(compound)] ?? "") : compound.compound_id));
}

/** The address of a compound's own page. */
export function compoundAddress(compound: AddressedCompound): string {
  try {
    return `./compound?${new URLSearchParams({id: addressWords([compound])[0] ?? ""}).toString()}`;
  } catch {
    // A browser that keeps nothing for a tab: the structure can only go with the address.
    return `./compound?${new URLSearchParams({smiles: compound.smiles}).toString()}`;
  }
}

/** The address of the Compare page with compounds, the reference first. @throws when the browser keeps nothing for a tab */
export const compareAddress = (compounds: readonly AddressedCompound[]): string =>
  `./compare?${new URLSearchParams({c: addressWords(compounds).join(" ")}).toString()}`;

/** `compareAddress`, or the page without compounds where the browser keeps nothing for a tab. */
export function compareLink(compounds: readonly AddressedCompound[]): string {
  try {
    return compareAddress(compounds);
  } catch {
    return "./compare";
  }
}

/** A structure that is in no set: typed, drawn or made on a page. */
export const ownCompound = (smiles: string, label = ""): AddressedCompound => ({
  ...{compound_id: "", smiles, name: label || null, isOwn: true}
});

/** What stands for something typed in an address: an id as it is, a word of this tab for a structure. */
export function typedWord(text: string): string {
  if (/^CHEMBL\d+$/i.test(text)) return text.toUpperCase();
  if (isOwnWord(text)) return text;
  try {
    return addressWords([ownCompound(text)])[0] ?? text;
  } catch {
    // A browser that keeps nothing for a tab.
    return text;
  }
}

/** A row of a set as an address needs it. */
export function addressedRow(set: ColumnSet, row: number): AddressedCompound {
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const isOwn = !isProjectSet(set);
  return {compound_id: text("compound_id"), smiles: text("smiles"), name: text("name") || null, isOwn};
}
