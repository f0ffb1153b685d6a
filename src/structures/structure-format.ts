/** Formats of structures that can be opened. */
export type StructureFormat = "pdb" | "cif" | "sdf" | "mol2";

const PDB_RECORD =
  /^(HEADER|TITLE|COMPND|REMARK|CRYST1|MODEL|ATOM|HETATM|SEQRES|EXPDTA|OBSLTE|SOURCE|AUTHOR|MASTER)\b/m;

/** What a file holds, by its content; null when it is no structure. */
export function structureFormat(text: string): StructureFormat | null {
  const start = text.slice(0, 20_000);
  if (/^\s*data_/im.test(start) && text.includes("_atom_site.")) return "cif";
  if (/\bV[23]000\b/.test(start)) return "sdf";
  if (start.includes("@<TRIPOS>MOLECULE")) return "mol2";
  if (PDB_RECORD.test(start) && /^(ATOM {2}|HETATM)/m.test(text)) return "pdb";
  return null;
}

/** Why a file cannot be shown, in words. */
export function formatComplaint(name: string, text: string): string {
  if (text.trim() === "") return `${name} is empty.`;
  if (/^\s*</.test(text)) return `${name} is a web page, not a structure: the download did not give the file itself.`;
  if (PDB_RECORD.test(text.slice(0, 20_000)))
    return `${name} looks like a PDB file but holds no ATOM or HETATM record.`;
  const [line = ""] = text.trim().split("\n");
  return `${name} holds no structure that can be read (PDB, mmCIF, SDF or MOL2); it begins with “${line.slice(0, 60)}”.`;
}
