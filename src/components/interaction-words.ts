import type {Interaction, LigandRole} from "../structures/interactions.js";
import type {InteractionKind} from "../structures/interaction-limits.js";
import type {ChemistrySource} from "../structures/ligand-chemistry.js";
import type {Residue} from "../structures/residues.js";

/** Colours of the dashed lines; tables and the diagram name the kind in words too. */
export const INTERACTION_COLOURS: Readonly<Record<InteractionKind, string>> = {
  "covalent bond": "#d6409f",
  "hydrogen bond": "#4269d0",
  "salt bridge": "#a463f2",
  "halogen bond": "#3ca951",
  "parallel stacking": "#efb118",
  "T stacking": "#efb118",
  "cation-π": "#ff725c",
  metal: "#9c6b4e",
  "water bridge": "#6cc5b0",
  hydrophobic: "#9498a0"
};

const GIVES: Readonly<Record<LigandRole, string>> = {
  donor: "ligand gives",
  acceptor: "ligand takes",
  positive: "ligand positive",
  negative: "ligand negative",
  ring: "ligand ring",
  none: ""
};

/** What the ligand does in an interaction, e.g. "ligand gives". */
export const roleWords = ({role}: Interaction): string => GIVES[role];

/** From where the bond orders are on which everything rests. */
export const SOURCE_WORDS: Readonly<Record<ChemistrySource, string>> = {
  smiles: "Bond orders of the ligand are those of the SMILES given.",
  file: "Bond orders of the ligand are those that the file states.",
  geometry: "Bond orders of the ligand are perceived from its geometry, for the file states none."
};

/** A residue as it is named in a paper, e.g. "GLU 957", with its insertion code. */
export const residueName = ({name, id}: Interaction["residue"]): string => `${name} ${id.split(":")[1] ?? ""}`;

/** A ligand by name and place; a molecule of a list has no place. */
export const ligandWords = ({name, id, chain}: Residue): string => (chain === "" ? name : `${name} ${id}`);
