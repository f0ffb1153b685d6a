"""Native RDKit on the same molecules: prints one JSON object of CPU seconds and counts. Argument: a file of SMILES."""
import json, sys, time
import numpy as np
from rdkit import Chem, DataStructs, RDLogger
from rdkit.Chem import rdMMPA, rdRGroupDecomposition, rdMolDescriptors
from rdkit.Chem.Scaffolds import MurckoScaffold, rdScaffoldNetwork
from rdkit.ML.Cluster import Butina

RDLogger.DisableLog("rdApp.*")
core, threshold = sys.argv[2], float(sys.argv[3])
smiles = open(sys.argv[1]).read().split()
out = {}


def timed(name):
    def run(work):
        start = time.process_time()
        count = work()
        out[name] = {"ms": (time.process_time() - start) * 1000, "count": count}

    return run


def read():
    return [Chem.MolFromSmiles(s) for s in smiles]


@timed("tree")
def tree():
    scaffolds = {Chem.MolToSmiles(MurckoScaffold.GetScaffoldForMol(m), False) for m in read()}
    params = rdScaffoldNetwork.ScaffoldNetworkParams()
    params.includeGenericScaffolds = False
    params.includeScaffoldsWithAttachments = False
    params.flattenKeepLargest = False
    return len(rdScaffoldNetwork.CreateScaffoldNetwork([Chem.MolFromSmiles(s) for s in scaffolds if s], params).nodes)


@timed("clusters")
def clusters():
    fps = [rdMolDescriptors.GetMorganFingerprintAsBitVect(m, 2, 2048) for m in read()]
    far = []
    for i in range(1, len(fps)):
        far.extend(1 - x for x in DataStructs.BulkTanimotoSimilarity(fps[i], fps[:i]))
    return len(Butina.ClusterData(far, len(fps), 1 - threshold, isDistData=True, reordering=False))


@timed("r-groups")
def r_groups():
    params = rdRGroupDecomposition.RGroupDecompositionParameters()
    params.onlyMatchAtRGroups = False
    params.removeHydrogensPostMatch = True
    table = rdRGroupDecomposition.RGroupDecomposition(Chem.MolFromSmarts(core), params)
    for m in read():
        table.Add(m)
    table.Process()
    return len(table.GetRGroupsAsRows(asSmiles=True))


@timed("pairs")
def pairs():
    mols = read()
    whole, contexts, bare = {}, {}, {}
    for row, m in enumerate(mols):
        whole.setdefault(Chem.MolToSmiles(m), []).append(row)
        most = min(10, m.GetNumHeavyAtoms() / 2)
        for _, parts in rdMMPA.FragmentMol(m, minCuts=1, maxCuts=1, maxCutBonds=20, resultsAsMols=False):
            a, b = parts.split(".")
            for context, variable in ((a, b), (b, a)):
                if sum(x.GetAtomicNum() > 1 for x in Chem.MolFromSmiles(variable).GetAtoms()) > most:
                    continue
                contexts.setdefault(context, set()).add((row, variable))
                if context not in bare:
                    h = Chem.MolFromSmiles(context.replace("[*:1]", "[H]"))
                    bare[context] = Chem.MolToSmiles(h) if h else ""
    for context, s in bare.items():
        for row in whole.get(s, ()):
            contexts[context].add((row, "[H][*:1]"))
    found = set()
    for members in contexts.values():
        members = list(members)
        for i, (row, part) in enumerate(members):
            for other, another in members[i + 1 :]:
                if row != other and part != another:
                    found.add((min(row, other), max(row, other)))
    return len(found)


@timed("map")
def components():
    x = np.zeros((len(smiles), 2048), np.float32)
    for i, m in enumerate(read()):
        x[i, list(rdMolDescriptors.GetMorganFingerprintAsBitVect(m, 2, 2048).GetOnBits())] = 1
    x -= x.mean(0)
    u, s, _ = np.linalg.svd(x, full_matrices=False)
    return u[:, :2].shape[0]


print(json.dumps(out))
