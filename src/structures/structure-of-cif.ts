import type {CifTable, CifTables} from "./cif-table.js";
import {
  chooseAlternates,
  type NamedBond,
  type ParsedStructure,
  type PlacedRecord,
  type SecondaryRange
} from "./parsed-structure.js";

/**
 * The structure of an mmCIF's tables, by the author's chains and numbers, as papers name them. Null without atoms.
 *
 * @param model the nth of the file's models, from 1; the first where there are fewer
 */
export function structureOfCif(tables: CifTables, model = 1): ParsedStructure | null {
  const sites = tables.get("_atom_site");
  if (!sites || sites.rowCount === 0) return null;
  const modelOf = sites.cells("pdbx_PDB_model_num");
  const models = new Set<string | number>();
  for (let row = 0; row < sites.rowCount; row++) models.add(modelOf(row));
  const names = [...models];
  const shown = model <= names.length ? model : 1;
  const wanted = names[shown - 1];
  const read = recordReader(sites);
  const records: PlacedRecord[] = [];
  let unreadable = 0;
  for (let row = 0; row < sites.rowCount; row++) {
    if (modelOf(row) !== wanted) continue;
    const record = read(row);
    if (record) records.push(record);
    else unreadable += 1;
  }
  return {
    kind: "macromolecule",
    ...chooseAlternates(records),
    models: models.size,
    model: shown,
    secondary: secondaryOf(tables),
    bonds: bondsOf(tables.get("_chem_comp_bond")),
    complaints: unreadable > 0 ? [`${String(unreadable)} atoms have no coordinates that can be read`] : []
  };
}

const ORDERS: Readonly<Record<string, NamedBond["order"]>> = {SING: 1, DOUB: 2, TRIP: 3};

/** Columns are found once: a large file has millions of cells. */
function recordReader(sites: CifTable): (row: number) => PlacedRecord | null {
  const text = (name: string) => {
    const cell = sites.cells(name);
    return (row: number): string => String(cell(row));
  };
  const number = (name: string) => {
    const cell = sites.cells(name);
    return (row: number): number => {
      const value = cell(row);
      return value === "" ? NaN : Number(value);
    };
  };
  const either = (name: string) => {
    const [own, label] = [text(`auth_${name}`), text(`label_${name}`)];
    return (row: number): string => own(row) || label(row);
  };
  const [xOf, yOf, zOf] = [number("Cartn_x"), number("Cartn_y"), number("Cartn_z")];
  const [serialOf, occupancyOf, bOf] = [number("id"), number("occupancy"), number("B_iso_or_equiv")];
  const [nameOf, residueOf, chainOf, numberOf] = [
    either("atom_id"),
    either("comp_id"),
    either("asym_id"),
    either("seq_id")
  ];
  const [elementOf, groupOf] = [text("type_symbol"), text("group_PDB")];
  const [codeOf, alternateOf] = [text("pdbx_PDB_ins_code"), text("label_alt_id")];
  return (row) => {
    const [x, y, z] = [xOf(row), yOf(row), zOf(row)];
    if (!Number.isFinite(x + y + z)) return null;
    const occupancy = occupancyOf(row);
    return {
      serial: serialOf(row) || row + 1,
      element: elementOf(row),
      name: nameOf(row),
      residueName: residueOf(row),
      chain: chainOf(row),
      residueNumber: Number(numberOf(row)) || 0,
      insertionCode: codeOf(row),
      x,
      y,
      z,
      alternate: alternateOf(row),
      occupancy: Number.isFinite(occupancy) ? occupancy : 1,
      b: bOf(row) || 0,
      isHetero: groupOf(row) === "HETATM"
    };
  };
}

function secondaryOf(tables: CifTables): SecondaryRange[] | null {
  const read = (table: CifTable | undefined, kind: SecondaryRange["kind"]): SecondaryRange[] =>
    Array.from({length: table?.rowCount ?? 0}, (_, row) => row).flatMap((row) => {
      const type = table?.text("conf_type_id", row) ?? "";
      const isKind = kind === "strand" ? type === "" || type.startsWith("STRN") : type.startsWith("HELX");
      const range = {
        ...{
          kind: type.startsWith("STRN") ? ("strand" as const) : kind,
          chain: table?.text("beg_auth_asym_id", row) ?? ""
        },
        ...{from: table?.number("beg_auth_seq_id", row) ?? NaN, to: table?.number("end_auth_seq_id", row) ?? NaN}
      };
      return isKind && Number.isFinite(range.from) && Number.isFinite(range.to) ? [range] : [];
    });
  const conformations = tables.get("_struct_conf");
  const found = [
    ...read(conformations, "helix"),
    ...read(conformations, "strand"),
    ...read(tables.get("_struct_sheet_range"), "strand")
  ];
  return found.length > 0 ? found : null;
}

function bondsOf(table: CifTable | undefined): Map<string, NamedBond[]> {
  const found = new Map<string, NamedBond[]>();
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const name = table?.text("comp_id", row) ?? "";
    const order = ORDERS[(table?.text("value_order", row) ?? "").toUpperCase()];
    if (!order) continue;
    const bond = {from: table?.text("atom_id_1", row) ?? "", to: table?.text("atom_id_2", row) ?? "", order};
    const own = found.get(name);
    if (own) own.push(bond);
    else found.set(name, [bond]);
  }
  return found;
}
