import {type RDKit, withMolecule} from "./molecule.js";
import {runReaction} from "./run-reaction.js";

/** A group that is drawn in a way of which the pipeline wants another. */
interface GroupRule {
  /** What a SMILES that holds the group has; most structures are told apart by this alone. */
  readonly hint: RegExp;
  /** The group itself: looked for before the rule is applied, which takes ten times as long. */
  readonly smarts: string;
  readonly smirks: string;
}

/** Oxygen, and nitrogen with a double bond to an atom that is no ring's aromatic one. */
const IMIDIC_ACID = /O.*(?:=N|N=)|(?:=N|N=).*O/;

/** The normalisation rules of the ChEMBL structure pipeline that concern what RDKit reads; see `normaliseGroups`. */
const RULES: readonly GroupRule[] = [
  {
    hint: /\[(?:Li|Na|K)\]/,
    smarts: "[Li,Na,K;+0]-[#7,#8;+0]",
    smirks: "[Li,Na,K;+0:1]-[#7,#8;+0:2]>>([*+1:1].[*-1:2])"
  },
  {
    hint: IMIDIC_ACID,
    smarts: "C([OH1;D1])=;!@[NH1]",
    smirks: "[C:1]([OH1;D1:2])=;!@[NH1:3]>>[C:1](=[OH0:2])-[NH2:3]"
  },
  {
    hint: IMIDIC_ACID,
    smarts: "C([OH1;D1])=;!@[NH0]",
    smirks: "[C:1]([OH1;D1:2])=;!@[NH0:3]>>[C:1](=[OH0:2])-[NH1:3]"
  },
  {hint: /\[(?:F|Cl|Br|I)\]/, smarts: "[F,Cl,Br,I;X0;+0]", smirks: "[F,Cl,Br,I;X0;+0:1]>>[*-1:1]"},
  {
    hint: /\[N\+2\]/,
    smarts: "[C,N;-;D2,D3]-[N+2;D3]-[O-;D1]",
    smirks: "[C,N;-;D2,D3:1]-[N+2;D3:2]-[O-;D1:3]>>[*-0:1]=[*+1:2]-[*-:3]"
  },
  {
    hint: /\[N-\].*#|#.*\[N-\]/,
    smarts: "*[N-][N+]#N",
    smirks: "[*:1][N-:2][N+:3]#[N:4]>>[*:1][N+0:2]=[N+:3]=[N-:4]"
  }
];

/** A structure in more pieces is left as it is. */
const MOST_FRAGMENTS = 50;

/**
 * A structure with groups drawn as the ChEMBL structure pipeline draws them: sodium, lithium and potassium bonded to
 * oxygen or nitrogen as ions, imidic acids as amides, bare halogen atoms as halides, odd azides and N-oxides with their
 * usual charges. The same text when there is nothing to change.
 *
 * Of the pipeline's other rules, nitro groups are RDKit's own doing as it reads; those for nitrogen, oxygen and sulfur
 * with too many bonds have no place, since RDKit refuses to read such atoms; sulfoxides stay as they are drawn, since
 * charges on them would shift every descriptor and prediction.
 *
 * @param smiles canonical
 * @see Bento 2020 doi:10.1186/s13321-020-00456-1
 */
export function normaliseGroups(rdkit: RDKit, smiles: string): string {
  return RULES.reduce(
    (text, {hint, smarts, smirks}) =>
      hint.test(text) && holds(rdkit, smarts, text) ? everywhere(rdkit, smirks, text) : text,
    smiles
  );
}

function holds(rdkit: RDKit, smarts: string, smiles: string): boolean {
  const query = rdkit.get_qmol(smarts);
  if (!query) throw new Error(`invalid rule: ${smarts}`);
  const match = withMolecule(rdkit, smiles, (molecule) => molecule.get_substruct_match(query));
  query.delete();
  return match !== null && match !== "{}";
}

/** Applies a rule until nothing is left to change, to each fragment by itself: a reaction forgets those that it does not touch. */
function everywhere(rdkit: RDKit, smirks: string, smiles: string): string {
  const reaction = rdkit.get_rxn(smirks);
  if (!reaction) throw new Error(`invalid rule: ${smirks}`);
  const [waiting, done] = [smiles.split("."), [] as string[]];
  for (let fragment = waiting.pop(); fragment !== undefined; fragment = waiting.pop()) {
    const changed =
      waiting.length + done.length < MOST_FRAGMENTS ? runReaction(rdkit, reaction, fragment, 1)[0] : undefined;
    if (changed === undefined || changed === fragment) done.push(fragment);
    else waiting.push(...changed.split("."));
  }
  reaction.delete();
  const joined = done.join(".");
  return withMolecule(rdkit, joined, (molecule) => molecule.get_smiles()) ?? smiles;
}
