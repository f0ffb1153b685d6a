import {chooseAlternates, type ParsedStructure, type PlacedRecord, type SecondaryRange} from "./parsed-structure.js";

/**
 * Reads a PDB file: atoms of one model, one place of each, helices and strands. A record whose coordinates cannot be
 * read is left out and counted among the complaints.
 *
 * @param model the nth of the file's models, from 1; the first where there are fewer
 * @see wwPDB format 3.3, https://www.wwpdb.org/documentation/file-format
 */
export function parsePdb(text: string, model = 1): ParsedStructure {
  const count = text.match(/^MODEL /gm)?.length ?? 0;
  const shown = model <= count ? model : 1;
  const records: PlacedRecord[] = [];
  const secondary: SecondaryRange[] = [];
  let models = 0;
  let unreadable = 0;
  for (const line of text.split(/\r?\n/)) {
    const kind = line.slice(0, 6);
    if (kind === "MODEL ") models += 1;
    else if ((models === 0 || models === shown) && (kind === "ATOM  " || kind === "HETATM")) {
      const record = parseAtom(line);
      if (record) records.push(record);
      else unreadable += 1;
    } else if (kind === "HELIX ") secondary.push(rangeOf("helix", line, 19, 21, 33));
    else if (kind === "SHEET ") secondary.push(rangeOf("strand", line, 21, 22, 33));
  }
  return {
    kind: "macromolecule",
    ...chooseAlternates(records),
    models: Math.max(1, count),
    model: shown,
    secondary: secondary.length > 0 ? secondary : null,
    bonds: new Map(),
    complaints: unreadable > 0 ? [`${String(unreadable)} atom records have no coordinates that can be read`] : []
  };
}

function parseAtom(line: string): PlacedRecord | null {
  const [x, y, z] = [30, 38, 46].map((from) => Number(line.slice(from, from + 8).trim() || NaN));
  if (x === undefined || y === undefined || z === undefined || ![x, y, z].every(Number.isFinite)) return null;
  const name = line.slice(12, 16);
  const occupancy = line.slice(54, 60).trim();
  return {
    ...{serial: parseNumber(line.slice(6, 11)), name: name.trim(), residueName: line.slice(17, 20).trim()},
    ...{chain: line.slice(21, 22).trim(), residueNumber: parseNumber(line.slice(22, 26))},
    ...{insertionCode: line.slice(26, 27).trim(), x, y, z, alternate: line.slice(16, 17).trim()},
    ...{occupancy: occupancy === "" ? 1 : Number(occupancy), b: Number(line.slice(60, 66)) || 0},
    ...{element: elementOf(line.slice(76, 78).trim(), name), isHetero: line.startsWith("HETATM")}
  };
}

/** The element of its column; where that is empty, from the name: "CA" of calcium begins a column earlier than of carbon. */
function elementOf(column: string, name: string): string {
  if (/^[A-Za-z]{1,2}$/.test(column)) return column;
  const letters = name.replace(/[^A-Za-z]/g, "");
  const isLong = /^[A-Za-z]{2}/.test(name) && !/^[HD]/i.test(name);
  return isLong && letters.length <= 2 ? letters.slice(0, 2) : letters.slice(0, 1);
}

/** Hybrid-36 numbers of large files are not read as numbers: they begin with a letter. */
function parseNumber(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : parseInt(text, 36);
}

const rangeOf = (
  kind: SecondaryRange["kind"],
  line: string,
  chain: number,
  from: number,
  to: number
): SecondaryRange => ({
  ...{kind, chain: line.slice(chain, chain + 1).trim()},
  ...{from: Number(line.slice(from, from + 4)), to: Number(line.slice(to, to + 4))}
});
