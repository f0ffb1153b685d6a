import type {NamedBond, ParsedMolecule} from "./parsed-structure.js";

const LINE = /^M {2}V30 /;

/**
 * Reads a molblock in the V3000 form: atoms with their coordinates in Å, and bonds. Why not, in words, when it cannot.
 *
 * @see CTFile Formats, BIOVIA 2020 (the extended connection table)
 */
export function molOfV3000(lines: readonly string[]): ParsedMolecule | string {
  const rows = logicalLines(lines);
  const section = (name: string): string[][] => {
    const [begin, end] = [rows.indexOf(`BEGIN ${name}`), rows.indexOf(`END ${name}`)];
    return begin === -1 || end < begin ? [] : rows.slice(begin + 1, end).map((row) => row.split(/\s+/));
  };
  const found = section("ATOM").map(([index = "", element = "", x, y, z]) => ({
    index,
    atom: {...{x: Number(x ?? NaN), y: Number(y ?? NaN), z: Number(z ?? NaN)}, element, name: `${element}${index}`}
  }));
  if (found.length === 0) return "it has no block of atoms (V3000)";
  const bad = found.find(({atom: {x, y, z, element}}) => ![x, y, z].every(Number.isFinite) || !/^[A-Z]/i.test(element));
  if (bad) return `atom ${bad.index} has no coordinates or element`;
  const names = new Map(found.map(({index, atom}) => [index, atom.name]));
  const bonds = section("BOND").map(([, order = "", from = "", to = ""]) => ({
    ...{from: names.get(from) ?? "", to: names.get(to) ?? "", order: orderOf(order)}
  }));
  const broken = bonds.findIndex(({from, to}) => from === "" || to === "");
  if (broken !== -1) return `bond ${String(broken + 1)} names an atom that is not there`;
  return {atoms: found.map(({atom}) => atom), bonds};
}

const orderOf = (text: string): NamedBond["order"] => (text === "2" ? 2 : text === "3" ? 3 : 1);

/** A line that ends in a dash goes on in the next. */
function logicalLines(lines: readonly string[]): string[] {
  const found: string[] = [];
  let begun = "";
  for (const line of lines) {
    if (!LINE.test(line)) continue;
    const text = begun + line.replace(LINE, "").trim();
    begun = text.endsWith("-") ? text.slice(0, -1) : "";
    if (begun === "") found.push(text);
  }
  return found;
}
