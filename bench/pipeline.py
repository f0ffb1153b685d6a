"""The rival of bench/pipeline.ts: the same work in Python RDKit on one thread, and a comparison of the answers.

python3 pipeline.py <file of JSON lines: smiles, qed, sa, alerts by set>
Prints CPU milliseconds of the work, then what agrees.
"""
import json
import os
import sys
import time

from rdkit import Chem, RDConfig, RDLogger
from rdkit.Chem import QED, Descriptors, rdMolDescriptors
from rdkit.Chem.FilterCatalog import FilterCatalog, FilterCatalogParams

sys.path.insert(0, os.path.join(RDConfig.RDContribDir, "SA_Score"))
import sascorer  # noqa: E402

RDLogger.DisableLog("rdApp.*")
Catalogs = FilterCatalogParams.FilterCatalogs


def catalog(*sets):
    params = FilterCatalogParams()
    for one in sets:
        params.AddCatalog(one)
    return FilterCatalog(params)


PAINS = [Catalogs.PAINS_A, Catalogs.PAINS_B, Catalogs.PAINS_C]
worked = catalog(*PAINS, Catalogs.BRENK)
sets = {"pains": catalog(*PAINS), "brenk": catalog(Catalogs.BRENK), "nih": catalog(Catalogs.NIH)}
NAMES = list(rdMolDescriptors.Properties.GetAvailableProperties())
properties = rdMolDescriptors.Properties(NAMES)
rows = [json.loads(line) for line in open(sys.argv[1])]
sascorer.readFragmentScores()


def work(smiles):
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        return None
    values = properties.ComputeProperties(mol)
    qed = QED.qed(mol)
    sa = sascorer.calculateScore(mol)
    broken = (values[1] > 500) + (values[2] > 10) + (values[3] > 5)
    matches = list(worked.GetMatches(mol))
    fingerprint = rdMolDescriptors.GetMorganFingerprintAsBitVect(mol, 2, 2048)
    return mol, qed, sa, broken, matches, fingerprint


start = time.process_time()
answers = [work(row["smiles"]) for row in rows]
print(f"ms {(time.process_time() - start) * 1000:.0f}")

same = {name: 0 for name in ("pains", "brenk", "nih", "qed", "sa")}
hits = {"pains": [0, 0], "brenk": [0, 0], "nih": [0, 0]}
examples = {}
read = 0
for row, answer in zip(rows, answers):
    if answer is None:
        continue
    read += 1
    mol, qed, sa = answer[:3]
    for name, one in sets.items():
        native = sorted(match.GetDescription() for match in one.GetMatches(mol))
        ours = sorted(row[name])
        hits[name][0] += len(ours)
        hits[name][1] += len(native)
        if native == ours:
            same[name] += 1
        else:
            examples.setdefault(name, []).append((row["smiles"], ours, native))
    for name, ours, native in (("qed", row["qed"], qed), ("sa", row["sa"], sa)):
        if abs(ours - native) < 1e-6:
            same[name] += 1
        else:
            examples.setdefault(name, []).append((row["smiles"], ours, native))
print(f"agree of {read} molecules: " + ", ".join(f"{name} {count}" for name, count in same.items()))
print("hits ours/native: " + ", ".join(f"{name} {a}/{b}" for name, (a, b) in hits.items()))
for name, found in examples.items():
    for smiles, ours, native in found[:3]:
        print(f"differs in {name}: {smiles} ours {ours} native {native}")
