import type {CifTable, CifTables} from "./cif-table.js";
import {
  chooseAlternates,
  type NamedBond,
  type ParsedStructure,
  type PlacedRecord,
  type SecondaryRange
} from "./parsed-structure.js";

/** The structure of an mmCIF's tables, by the author's chains and numbers, as papers name them. Null without atoms. */
export function structureOfCif(tables: CifTables): ParsedStructure | null {
  const sites = tables.get("_atom_site");
  if (!sites || sites.rowCount === 0) return null;
  const rows = Array.from({length: sites.rowCount}, (_, row) => row);
  const models = new Set(rows.map((row) => sites.text("pdbx_PDB_model_num", row)));
  const first = sites.text("pdbx_PDB_model_num", 0);
  const own = rows.filter((row) => sites.text("pdbx_PDB_model_num", row) === first);
  const records = own.flatMap((row) => recordOf(sites, row) ?? []);
  const unreadable = own.length - records.length;
  return {
    kind: "macromolecule",
    ...chooseAlternates(records),
    models: models.size,
    secondary: secondaryOf(tables),
    bonds: bondsOf(tables.get("_chem_comp_bond")),
    complaints: unreadable > 0 ? [`${String(unreadable)} atoms have no coordinates that can be read`] : []
  };
}

const ORDERS: Readonly<Record<string, NamedBond["order"]>> = {SING: 1, DOUB: 2, TRIP: 3};

function recordOf(sites: CifTable, row: number): PlacedRecord | null {
  const [x, y, z] = ["Cartn_x", "Cartn_y", "Cartn_z"].map((name) => sites.number(name, row));
  if (x === undefined || y === undefined || z === undefined || ![x, y, z].every(Number.isFinite)) return null;
  const either = (name: string): string => sites.text(`auth_${name}`, row) || sites.text(`label_${name}`, row);
  const occupancy = sites.number("occupancy", row);
  return {
    ...{serial: sites.number("id", row) || row + 1, element: sites.text("type_symbol", row)},
    ...{name: either("atom_id"), residueName: either("comp_id"), chain: either("asym_id")},
    ...{residueNumber: Number(either("seq_id")) || 0, insertionCode: sites.text("pdbx_PDB_ins_code", row)},
    ...{x, y, z, alternate: sites.text("label_alt_id", row)},
    ...{occupancy: Number.isFinite(occupancy) ? occupancy : 1, b: sites.number("B_iso_or_equiv", row) || 0},
    isHetero: sites.text("group_PDB", row) === "HETATM"
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
