"""Native RDKit's R-groups, common core and MMPA cuts of the sets on standard input, as JSON on standard output."""
import json, sys
from rdkit import Chem, RDLogger
from rdkit.Chem import rdFMCS, rdMMPA, rdRGroupDecomposition

RDLogger.DisableLog("rdApp.*")


def canonical(smiles):
    m = Chem.MolFromSmiles(smiles)
    return Chem.MolToSmiles(m) if m else smiles


def cuts(m, n):
    found = rdMMPA.FragmentMol(m, minCuts=n, maxCuts=n, maxCutBonds=20, resultsAsMols=False)
    return sorted([canonical(core) if core else "", ".".join(sorted(canonical(p) for p in parts.split(".")))] for core, parts in found)


out = []
for given in json.load(sys.stdin):
    mols = [Chem.MolFromSmiles(s) for s in given["smiles"]]
    params = rdRGroupDecomposition.RGroupDecompositionParameters()
    params.onlyMatchAtRGroups = False
    params.removeHydrogensPostMatch = True
    table = rdRGroupDecomposition.RGroupDecomposition(Chem.MolFromSmarts(given["core"]), params)
    for m in mols:
        table.Add(m)
    table.Process()
    rows = [{k: canonical(v) for k, v in row.items() if k != "Core"} for row in table.GetRGroupsAsRows(asSmiles=True)]
    mcs = rdFMCS.FindMCS(mols, ringMatchesRingOnly=True, completeRingsOnly=True, timeout=20)
    flat = [Chem.MolFromSmiles(s) for s in given["flat"]]
    out.append({"rows": rows, "mcs": [mcs.numAtoms, mcs.numBonds], "single": [cuts(m, 1) for m in flat], "double": [cuts(m, 2) for m in flat]})
print(json.dumps(out))
