import {plainNumber} from "./to-csv.js";

type Cell = string | number | boolean | null;

const RECORD_END = "$$$$";

/**
 * One record of an SDF file: molfile, data items, end mark. Missing values are left out; in a value, blank lines and lines
 * that would end the record are taken out, because a reader stops at them.
 *
 * @param molblock as RDKit writes it; its first line is replaced by the name
 * @param comment third line of the molfile: where the record comes from; as it is when empty
 * @param fields name and value of each data item, in order
 * @see Dalby 1992, doi:10.1021/ci00007a012
 */
export function sdfRecord(
  name: string,
  molblock: string,
  fields: readonly (readonly [string, Cell])[],
  comment = ""
): string {
  const [, program = "", said = "", ...rest] = molblock.replace(/\s+$/, "").split("\n");
  const lines = [program, comment === "" ? said : oneLine(comment), ...rest];
  const items = fields.flatMap(([field, value]) => {
    const text = value === null || (typeof value === "number" && Number.isNaN(value)) ? "" : dataText(cellText(value));
    return text === "" ? [] : [`>  <${fieldName(field)}>`, text, ""];
  });
  return `${[oneLine(name), ...lines, ...items, RECORD_END].join("\n")}\n`;
}

const cellText = (value: string | number | boolean): string =>
  typeof value === "number" ? plainNumber(value) : String(value);

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 80);

const fieldName = (name: string): string => name.replace(/[<>\s]+/g, "_");

const dataText = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith(RECORD_END))
    .map((line) => (line.startsWith(">") ? ` ${line}` : line))
    .join("\n");
