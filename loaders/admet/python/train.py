"""Trains one model per endpoint on the features of featurise.ts; an endpoint that is done is not done again."""
import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import xgboost as xgb
from rdkit import RDLogger

import doubt
import evaluate
from forest import forest_of, quantise_leaves
from scaffold_split import SEEDS, scaffold_of, scaffold_split
from training_data import Features, read_rows

PARAMETERS = {
    "tree_method": "hist",
    "nthread": 1,
    "max_depth": 6,
    "eta": 0.03,
    "subsample": 0.6,
    "colsample_bynode": 0.1,
    "min_child_weight": 3,
    "reg_lambda": 2,
}
OBJECTIVES = {"regression": "reg:squarederror", "class": "binary:logistic"}
SMALL_SET = 2000
ROUNDS_SMALL, ROUNDS = 500, 700
N_CHECKED = 1000
FINAL_SEED = 0


def fit(features, parameters, rounds, molecules, values, seed):
    columns = features.frequent_bits(molecules)
    data = xgb.DMatrix(features.matrix(molecules, columns), values, missing=np.nan)
    return xgb.train({**parameters, "seed": seed}, data, rounds), columns


def margins(features, booster, columns, molecules):
    return booster.predict(xgb.DMatrix(features.matrix(molecules, columns), missing=np.nan), output_margin=True)


def out_of_fold(features, endpoint, parameters, rounds, rows):
    """Scores per seed, and for every row left out at least once its mean prediction, similarity and leverage."""
    scaffolds, molecules, values = rows
    n = len(values)
    sums, counts, per_seed = np.zeros((3, n)), np.zeros(n), []
    described = leverage_values(features)
    for seed in SEEDS:
        train, valid = (np.array(part) for part in scaffold_split(scaffolds, seed))
        booster, columns = fit(features, parameters, rounds, molecules[train], values[train], seed)
        predicted = margins(features, booster, columns, molecules[valid])
        per_seed.append(evaluate.score(endpoint["kind"], values[valid], predicted))
        known = np.unique(molecules[train])
        leverage = doubt.fit_leverage(described[known])
        distance = doubt.distance_squared(
            described[molecules[valid]], np.array(leverage["mean"]), inverse_of(leverage)
        )
        similarity = doubt.nearest_similarity(features.fingerprints[molecules[valid]], features.fingerprints[known])
        sums[:, valid] += [predicted, similarity, distance / leverage["limit"]]
        counts[valid] += 1
    seen = np.flatnonzero(counts)
    return per_seed, seen, sums[:, seen] / counts[seen]


def inverse_of(leverage):
    n = len(leverage["mean"])
    return np.array(leverage["inverse"]).reshape(n, n)


def leverage_values(features):
    return features.values[:, [features.numeric_names.index(name) for name in doubt.LEVERAGE_FEATURES]]


def train_endpoint(features, folder, endpoint):
    smiles, molecules, values = read_rows(folder, endpoint)
    scaffolds = [scaffold_of(text) for text in smiles]
    rounds = ROUNDS_SMALL if len(values) < SMALL_SET else ROUNDS
    parameters = {**PARAMETERS, "objective": OBJECTIVES[endpoint["kind"]]}
    per_seed, seen, (predicted, similarity, distance) = out_of_fold(
        features, endpoint, parameters, rounds, (scaffolds, molecules, values)
    )
    metrics = evaluate.summarise(per_seed)
    domains = doubt.domain_of(similarity, distance, 1.0)
    folds = doubt.scaffold_folds([scaffolds[row] for row in seen])
    measure = evaluate.regression_doubt if endpoint["kind"] == "regression" else evaluate.class_doubt
    booster, columns = fit(features, parameters, rounds, molecules, values, FINAL_SEED)
    rounded, step = quantise_leaves(booster)
    checked = np.arange(0, len(features.smiles), max(1, len(features.smiles) // N_CHECKED))[:N_CHECKED]
    reference = margins(features, rounded, columns, checked)
    n_edges = [len(edges) for edges in features.edges]
    known = np.unique(molecules)
    card = {
        "parameters": {**parameters, "rounds": rounds, "finalSeed": FINAL_SEED, "features": len(columns)},
        "library": f"xgboost {xgb.__version__}",
        "rows": len(values),
        "molecules": len(known),
        "scaffolds": len(set(scaffolds)),
        "share": float(values.mean()) if endpoint["kind"] == "class" else None,
        "range": [float(values.min()), float(values.max())],
        "metrics": metrics,
        "skill": evaluate.skill_of(endpoint["kind"], metrics),
        "doubt": measure(values[seen], predicted, domains, folds),
        "leverage": doubt.fit_leverage(leverage_values(features)[known]),
        "roundingError": float(np.abs(reference - margins(features, booster, columns, checked)).max()),
    }
    forest = forest_of(rounded, step, columns, features.bins.shape[1], features.n_bits, n_edges)
    check = {"molecules": checked.tolist(), "margins": reference.astype(float).tolist()}
    return {"card": card, "forest": forest, "check": check}


def fingerprint(folder, endpoint):
    """Hash of everything a model depends on: rows, features and this code."""
    digest = hashlib.sha256()
    sources = sorted(Path(__file__).parent.glob("*.py"))
    data = [folder / "layout.json", folder / "datasets" / f"{endpoint['id']}.json"]
    for path in [*sources, *data]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*")
    options = parser.parse_args()
    RDLogger.DisableLog("rdApp.*")
    features = Features(options.folder)
    out = options.folder / "trained"
    out.mkdir(exist_ok=True)
    (out / "edges.json").write_text(json.dumps([edges.astype(float).tolist() for edges in features.edges]))
    for endpoint in features.endpoints:
        if options.only and endpoint["id"] not in options.only:
            continue
        path, key = out / f"{endpoint['id']}.json", fingerprint(options.folder, endpoint)
        if path.exists() and json.loads(path.read_text())["key"] == key:
            continue
        start = time.time()
        trained = train_endpoint(features, options.folder, endpoint)
        partial = path.with_suffix(".part")
        partial.write_text(json.dumps({"key": key, "endpoint": endpoint, **trained}))
        partial.rename(path)
        skill = trained["card"]["skill"]
        shown = {name: f"{m['mean']:.3f} ± {m['sd']:.3f}" for name, m in trained["card"]["metrics"].items()}
        print(endpoint["id"], shown, "shown" if skill["shown"] else "not predictive", f"{time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
