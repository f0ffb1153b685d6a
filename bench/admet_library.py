"""The same work in native code, one thread: RDKit for parsing, descriptors and fingerprints, XGBoost for the same trees."""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
import xgboost as xgb
from rdkit import Chem, RDLogger
from rdkit.Chem import Descriptors, rdFingerprintGenerator as generators, rdMolDescriptors
from scipy import sparse

RDLogger.DisableLog("rdApp.*")
LEAF = 65535
work = json.load(open(sys.argv[1]))
n_features = work["nFeatures"]


def tree_of(nodes, leaves, at):
    """Arrays of the next tree of the pre-order list, siblings side by side as the library wants, and the place after."""
    left, right, split, condition = [-1], [-1], [0], [0.0]
    waiting = [0]
    node, leaf = at
    while waiting:
        index = waiting.pop()
        if nodes[node] == LEAF:
            condition[index] = float(leaves[leaf])
            leaf += 1
        else:
            split[index], condition[index] = nodes[node], 0.5
            left[index], right[index] = len(left), len(left) + 1
            for column, value in ((left, -1), (right, -1), (split, 0), (condition, 0.0)):
                column.extend([value, value])
            waiting.extend([right[index], left[index]])
        node += 1
    return (left, right, split, condition), (node, leaf)


def booster_of(forest):
    trees, at = [], (0, 0)
    while at[0] < len(forest["nodes"]):
        (left, right, split, condition), at = tree_of(forest["nodes"], forest["leaves"], at)
        n = len(left)
        parents = [2147483647] * n
        for node in range(n):
            for child in (left[node], right[node]):
                if child >= 0:
                    parents[child] = node
        trees.append({
            "base_weights": [0.0] * n, "categories": [], "categories_nodes": [], "categories_segments": [],
            "categories_sizes": [], "default_left": [1] * n, "id": len(trees), "left_children": left,
            "loss_changes": [0.0] * n, "parents": parents, "right_children": right, "split_conditions": condition,
            "split_indices": split, "split_type": [0] * n, "sum_hessian": [0.0] * n,
            "tree_param": {"num_deleted": "0", "num_feature": str(n_features), "num_nodes": str(n), "size_leaf_vector": "0"},
        })
    model = {"gbtree_model_param": {"num_parallel_tree": "1", "num_trees": str(len(trees)), "size_leaf_vector": "0"},
             "tree_info": [0] * len(trees), "trees": trees}
    learner = {"attributes": {}, "feature_names": [], "feature_types": [],
               "gradient_booster": {"model": model, "name": "gbtree"},
               "learner_model_param": {"base_score": repr(float(forest["base"])), "boost_from_average": "1", "num_class": "0",
                                       "num_feature": str(n_features), "num_target": "1"},
               "objective": {"name": "reg:squarederror", "reg_loss_param": {"scale_pos_weight": "1"}}}
    booster = xgb.Booster({"nthread": 1})
    booster.load_model(bytearray(json.dumps({"learner": learner, "version": [1, 7, 4]}).encode()))
    booster.set_param({"nthread": 1})
    return booster


def matrix_of(rows):
    indices = np.concatenate(rows) if rows else np.array([], dtype=np.int32)
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    shape = (len(rows), n_features)
    return xgb.DMatrix(sparse.csr_matrix((np.ones(len(indices), dtype=np.float32), indices, offsets), shape=shape), nthread=1)


boosters = [booster_of(forest) for forest in work["forests"]]
checked = np.array([booster.predict(matrix_of([np.array(row) for row in work["rows"]])) for booster in boosters])
difference = float(np.abs(checked - np.array(work["scores"])).max())

morgan = generators.GetMorganGenerator(radius=2, fpSize=4096, countSimulation=True)
pairs = generators.GetAtomPairGenerator(fpSize=4096)
torsions = generators.GetTopologicalTorsionGenerator(fpSize=2048)
descriptors = rdMolDescriptors.Properties()
edges = [np.array(cuts) for cuts in work["edges"]]


def features_of(smiles):
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        return np.array([], dtype=np.int32)
    values = list(descriptors.ComputeProperties(mol))
    bits = [np.array(morgan.GetFingerprint(mol).GetOnBits()), np.array(pairs.GetFingerprint(mol).GetOnBits()) + 4096,
            np.array(torsions.GetFingerprint(mol).GetOnBits()) + 8192]
    for place, value in enumerate(values):
        reached = int(np.searchsorted(edges[place], value, side="right"))
        bits.append(work["nBits"] + place * 63 + np.arange(reached))
    return np.concatenate(bits).astype(np.int32)


start = time.process_time()
for at in range(0, len(work["smiles"]), 1000):
    matrix = matrix_of([features_of(smiles) for smiles in work["smiles"][at : at + 1000]])
    for booster in boosters:
        booster.predict(matrix)
print(json.dumps({"seconds": time.process_time() - start, "difference": difference, "library": xgb.__version__}))
