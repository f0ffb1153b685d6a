import {withMolecule} from "../../src/chem/molecule.js";
import {MORGAN_BYTES, morganFingerprint} from "../../src/chem/morgan-fingerprint.js";
import type {CompoundRow} from "../../src/tables/compounds.js";
import {loadRDKit} from "../rdkit.js";

type Structure = Pick<CompoundRow, "set_id" | "line" | "compound_id" | "smiles">;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Morgan fingerprints of compounds, 256 bytes each, in the order of the query `projectCompoundNames`: by set, line and id.
 * Of a structure that RDKit refuses all bits are off, so that it is like nothing.
 */
export async function makeFingerprints(compounds: readonly Structure[]): Promise<Uint8Array> {
  const rdkit = await loadRDKit();
  const ordered = [...compounds].sort(
    (a, b) => byText(a.set_id, b.set_id) || a.line - b.line || byText(a.compound_id, b.compound_id)
  );
  const bytes = new Uint8Array(ordered.length * MORGAN_BYTES);
  ordered.forEach(({smiles}, i) => {
    const own = withMolecule(rdkit, smiles, morganFingerprint);
    if (own) bytes.set(own, i * MORGAN_BYTES);
  });
  return bytes;
}
