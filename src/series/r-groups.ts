import {type Mol, type RDKit, readMolecule, withMolecule} from "../chem/molecule.js";

/** Every position of the core may carry a group, and groups that are hydrogen in all rows are left out. */
const OPTIONS = JSON.stringify({onlyMatchAtRGroups: false, removeHydrogensPostMatch: true});

/** What RDKit answers where a query is not found. */
const NO_MATCH = "{}";

/** How one row decomposes over a core. */
export interface RGroupRow {
  /** Row of the input. */
  readonly row: number;
  /** Canonical SMILES of the part at each position, "R1", "R2", …; a hydrogen is "[H][*:n]". */
  readonly parts: Readonly<Record<string, string>>;
}

/** A set decomposed over one core. */
export interface RGroupTable {
  /** SMILES of the core with its positions, with stereochemistry where all rows have the same; null when no row matched. */
  readonly core: string | null;
  /** Positions that carry a group in some row, in order. */
  readonly positions: readonly string[];
  readonly rows: readonly RGroupRow[];
  /** Rows that do not hold the core, or cannot be read. */
  readonly unmatched: readonly number[];
}

/** A core that cannot be read. */
export class InvalidCore extends Error {}

/**
 * Decomposes molecules over a core with RDKit's R-group decomposition.
 *
 * @param core SMARTS; labelled points ([*:1]) name positions
 * @throws InvalidCore when the core cannot be read
 */
export function rGroupTable(
  rdkit: RDKit,
  core: string,
  smiles: readonly string[],
  tell: (done: number, total: number) => void = () => undefined
): RGroupTable {
  const query = core.trim() === "" ? null : rdkit.get_qmol(aromaticCore(rdkit, core));
  const decomposition = query && rdkit.get_rgd(query, OPTIONS);
  if (!query || !decomposition) throw new InvalidCore(`invalid core: ${core}`);
  // Asking whether the core is there at all costs a tenth of asking for a decomposition that is refused.
  const mayHold = (molecule: Mol): boolean => core.includes("*") || molecule.get_substruct_match(query) !== NO_MATCH;
  try {
    const matched: number[] = [];
    const unmatched: number[] = [];
    smiles.forEach((text, row) => {
      const molecule = readMolecule(rdkit, text);
      const isAdded = molecule !== null && mayHold(molecule) && decomposition.add(molecule) >= 0;
      (isAdded ? matched : unmatched).push(row);
      molecule?.delete();
      tell(row + 1, smiles.length);
    });
    const parts = matched.length > 0 && decomposition.process() ? readRows(decomposition.get_rgroups_as_rows()) : [];
    return assemble(parts, matched, unmatched);
  } finally {
    decomposition.delete();
    query.delete();
  }
}

/** A core drawn or typed in Kekulé form would be found in nothing: its SMILES with aromatic atoms. Others stay as they are. */
function aromaticCore(rdkit: RDKit, core: string): string {
  if (!KEKULE.test(core)) return core;
  const plain = withMolecule(rdkit, core, (molecule) => molecule.get_smiles(JSON.stringify({doIsomericSmiles: false})));
  return plain === null || !AROMATIC.test(plain) ? core : plain;
}

/** A SMILES with ring closures and double bonds and no aromatic atom. */
const KEKULE = /^(?=.*=)(?=.*\d)(?:[A-Z0-9=()]|Cl|Br)+$/;
const AROMATIC = /[cnos]/;

type Parts = Readonly<Record<string, string>>;

function assemble(parts: readonly Parts[], matched: readonly number[], unmatched: readonly number[]): RGroupTable {
  const names = new Set(parts.flatMap((row) => Object.keys(row)));
  const positions = [...names]
    .filter((name) => name !== "Core")
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const rows = parts.map((row, place) => ({
    row: matched[place] ?? -1,
    parts: Object.fromEntries(positions.map((name) => [name, row[name] ?? ""]))
  }));
  return {core: commonCore(parts.flatMap(({Core}) => Core ?? [])), positions, rows, unmatched};
}

/** The core for all rows: the one with most positions, its stereochemistry left open where rows have different cores. */
function commonCore(cores: readonly string[]): string | null {
  const [first] = cores;
  if (first === undefined || cores.every((core) => core === first)) return first ?? null;
  const points = (core: string): number => core.split("[*:").length;
  return cores.reduce((best, core) => (points(core) > points(best) ? core : best)).replace(/[@/\\]/g, "");
}

/** Texts of RDKit's molecules, each released. */
function readRows(rows: Iterable<Readonly<Record<string, Mol>>>): Parts[] {
  return Array.from(rows, (row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, molecule]) => {
        const smiles = molecule.get_smiles();
        molecule.delete();
        return [name, smiles];
      })
    )
  );
}
