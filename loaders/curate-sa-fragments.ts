import {execFileSync} from "node:child_process";
import {writeFile} from "node:fs/promises";
import {encodeFragmentScores} from "../src/chem/fragment-scores.js";

const ABOUT = {
  about: "Contributions of Morgan environments of radius 2 to the synthetic accessibility score, from PubChem",
  citation: "Ertl & Schuffenhauer 2009",
  doi: "10.1186/1758-2946-1-8",
  source: {
    name: "RDKit Contrib/SA_Score",
    url: "https://github.com/rdkit/rdkit/tree/master/Contrib/SA_Score",
    licence: "BSD-3-Clause",
    copyright: "Copyright (c) 2013, Novartis Institutes for BioMedical Research Inc."
  }
};
const PYTHON = `
import gzip, json, pickle, sys
json.dump(pickle.load(gzip.open(sys.argv[1])), sys.stdout)
`;
const MOST_OUTPUT = 200_000_000;

/**
 * Writes our table of fragment contributions from RDKit's file (`fpscores.pkl.gz`, in the folder
 * `SA_Score` of `RDConfig.RDContribDir`). Needs python3, which reads that file's format.
 */
export async function curateSaFragments(file: string, output: string): Promise<void> {
  const text = execFileSync("python3", ["-c", PYTHON, file], {encoding: "utf8", maxBuffer: MOST_OUTPUT});
  const groups = (JSON.parse(text) as readonly (readonly number[])[]).map(([score = NaN, ...environments]) => ({
    score,
    environments
  }));
  await writeFile(output, encodeFragmentScores(ABOUT, groups));
}
