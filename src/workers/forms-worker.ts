import {
  describeStructure,
  makeVocabulary,
  type StructureDescription,
  type Vocabulary
} from "../chem/describe-structure.js";
import {layOut} from "../chem/layout.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";
import {morganFingerprint} from "../chem/morgan-fingerprint.js";
import {differenceWords, ownPart} from "../structures/compare-molecules.js";
import {sharedCore} from "../structures/overlay.js";
import type {FormsReply, FormsTask, StructureForms} from "./forms-protocol.js";
import {loadRDKit} from "./load-rdkit.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: FormsReply): void => {
  globalThis.postMessage(message);
};

interface Described extends Pick<StructureForms, "smiles" | "inchi" | "inchikey" | "molfile" | "fingerprint"> {
  readonly words: StructureDescription;
}

const describe = (rdkit: RDKit, vocabulary: Vocabulary, smiles: string): Described | null =>
  withMolecule(rdkit, smiles, (molecule) => {
    const inchi = molecule.get_inchi();
    const words = describeStructure(rdkit, vocabulary, molecule);
    layOut(molecule);
    const forms = {
      ...{smiles: molecule.get_smiles(), inchi, inchikey: rdkit.get_inchikey_for_inchi(inchi)},
      fingerprint: morganFingerprint(molecule)
    };
    return {...forms, molfile: molecule.get_molblock(), words};
  });

async function find({urls, smiles}: FormsTask): Promise<void> {
  const rdkit = await loadRDKit(urls);
  const vocabulary = makeVocabulary(rdkit);
  const described = smiles.map((text) => describe(rdkit, vocabulary, text));
  const readable = smiles.filter((_, i) => described[i]);
  const core = readable.length > 1 ? sharedCore(rdkit, readable) : null;
  const [first] = described;
  const forms = described.map((own, i): StructureForms | null => {
    if (!own) return null;
    const {words, ...rest} = own;
    const difference = first ? differenceWords(words, first.words) : "";
    return {...rest, text: words.text, difference, own: ownPart(rdkit, smiles[i] ?? "", core)};
  });
  reply({kind: "forms", answer: {core, forms}});
}

globalThis.onmessage = ({data}: MessageEvent<FormsTask>) => {
  find(data).catch((error: unknown) => {
    reply({kind: "failed", reason: String(error)});
  });
};
