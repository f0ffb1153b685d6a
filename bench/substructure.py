"""The rival of bench/substructure.ts: RDKit's SubstructLibrary on one thread.

python3 substructure.py <file of SMILES> <file of JSON: [text, kind] each>
Prints one line per query: CPU milliseconds for all hits, CPU milliseconds for the first hundred, hits.
"""
import json
import sys
import time

from rdkit import Chem, RDLogger
from rdkit.Chem import rdSubstructLibrary

RDLogger.DisableLog("rdApp.*")
library = rdSubstructLibrary.SubstructLibrary(
    rdSubstructLibrary.CachedMolHolder(), rdSubstructLibrary.PatternHolder()
)
start = time.process_time()
for line in open(sys.argv[1]):
    mol = Chem.MolFromSmiles(line.strip())
    library.AddMol(mol if mol is not None else Chem.Mol())
print(f"built {(time.process_time() - start) * 1000:.0f}")
for text, kind in json.load(open(sys.argv[2])):
    query = Chem.MolFromSmiles(text) if kind == "SMILES" else Chem.MolFromSmarts(text)
    start = time.process_time()
    hits = library.GetMatches(query, useChirality=False, numThreads=1, maxResults=10**8)
    all_ms = (time.process_time() - start) * 1000
    start = time.process_time()
    library.GetMatches(query, useChirality=False, numThreads=1, maxResults=100)
    print(f"{all_ms:.2f} {(time.process_time() - start) * 1000:.2f} {len(hits)} {sum(hits)}")
