import type {Cut} from "./cut-molecule.js";

/**
 * The cuts of a molecule as one text, so that those of a set are as many texts as molecules between worker and page, not
 * some hundred thousand objects. Empty for none.
 */
export const writeCuts = (cuts: readonly Cut[]): string =>
  cuts.map(({context, variable, size, bare}) => [context, variable, String(size), bare ?? ""].join("\t")).join("\n");

/** The cuts that a text of `writeCuts` says. */
export function readCuts(text: string): Cut[] {
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [context = "", variable = "", size = "", bare = ""] = line.split("\t");
    return {context, variable, size: Number(size), bare: bare === "" ? null : bare};
  });
}
