import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {AtomKinds} from "../../src/chem/atom-kinds.js";
import {matchTarget} from "../../src/chem/match-target.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {parseSmarts, queryNumbers} from "../../src/chem/parse-smarts.js";
import {matchState, VERDICT, type MatchState} from "../../src/chem/match-state.js";
import {mayOccur, planQuery} from "../../src/chem/smarts-query.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

/** What the kinds of a molecule's atoms say to a query's first expression, atom by atom. */
function verdicts(smarts: string, smiles: string): number[] {
  const numbers = queryNumbers();
  parseSmarts(smarts, numbers);
  const kinds = new AtomKinds(numbers.verdicts);
  const number = numbers.atoms.get(smarts) ?? -1;
  return stateOf(smiles, kinds).kinds?.verdicts.map((known) => known[number] ?? -1) ?? [];
}

const stateOf = (smiles: string, kinds: AtomKinds): MatchState =>
  withMolecule(rdkit, smiles, (molecule) => matchState(matchTarget(moleculeGraph(molecule)), undefined, kinds))!;

function may(smarts: string, smiles: string): boolean {
  const numbers = queryNumbers();
  const plan = planQuery(parseSmarts(smarts, numbers)!)!;
  return mayOccur(plan, stateOf(smiles, new AtomKinds(numbers.verdicts)));
}

const {no, yes, open} = VERDICT;

describe("AtomKinds.of(state)", () => {
  it("answers for all atoms of one kind at once", () => {
    expect(verdicts("[CH3]", "CCC")).toEqual([yes, no, yes]);
    expect(verdicts("[!C]", "CO")).toEqual([no, yes]);
    expect(verdicts("[C,O;H3]", "CO")).toEqual([yes, no]);
  });

  it("leaves open what depends on the surroundings, but not what the kind itself rules out", () => {
    expect(verdicts("[$(CO)]", "CCO")).toEqual([open, open, no]);
    expect(verdicts("[!$(CO)]", "CCO")).toEqual([open, open, yes]);
    expect(verdicts("[C;!$(CO);H3]", "CCO")).toEqual([open, no, no]);
    expect(verdicts("[$([OH])]", "CCO")).toEqual([no, no, yes]);
  });

  it("gives no kinds to an empty molecule", () => {
    expect(verdicts("[CH3]", "")).toEqual([]);
  });

  it("tells isotopes, charges and radicals apart", () => {
    expect(verdicts("[13C]", "C[13CH3]")).toEqual([no, yes]);
    expect(verdicts("[+]", "C[NH3+]")).toEqual([no, yes]);
  });
});

describe("mayOccur(plan, state)", () => {
  it("asks for as many atoms of an expression as the query has", () => {
    expect([may("[F,Cl]C[F,Cl]", "FCC"), may("[F,Cl]C[F,Cl]", "FCCl")]).toEqual([false, true]);
  });

  it("asks for as many ring closures as the query has", () => {
    expect([may("*1***1", "CCCC"), may("*1***1", "C1CCC1"), may("*12*(*1)*2", "C1CC1.C1CC1")]).toEqual([
      false,
      true,
      true
    ]);
  });
});
