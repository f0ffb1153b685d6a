"""Metrics in the benchmark's own words, and doubt measured on rows no model of the fold has seen."""
import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import average_precision_score, mean_absolute_error, r2_score, roc_auc_score

import doubt

METRICS = {
    "mae": mean_absolute_error,
    "spearman": lambda y, p: spearmanr(y, p)[0],
    "r2": r2_score,
    "roc-auc": roc_auc_score,
    "pr-auc": average_precision_score,
}
# Below these an endpoint shows no number: explained variance on unseen scaffolds, or ranking of classes.
LEAST_SKILL = {"regression": ("r2", 0.25), "class": ("roc-auc", 0.7)}


def score(kind, values, predictions):
    names = ["mae", "spearman", "r2"] if kind == "regression" else ["roc-auc", "pr-auc"]
    return {name: float(METRICS[name](values, predictions)) for name in names}


def summarise(per_seed):
    """Mean and population standard deviation over seeds of each metric."""
    return {
        name: {
            "mean": float(np.mean([seed[name] for seed in per_seed])),
            "sd": float(np.std([seed[name] for seed in per_seed])),
            "seeds": [seed[name] for seed in per_seed],
        }
        for name in per_seed[0]
    }


def skill_of(kind, metrics):
    name, least = LEAST_SKILL[kind]
    return {"metric": name, "value": metrics[name]["mean"], "least": least, "shown": metrics[name]["mean"] >= least}


def regression_doubt(values, predictions, domains, folds):
    """Interval half widths by domain from all rows; coverage when one fold of scaffolds is kept out of calibration."""
    residuals = np.abs(values - predictions)
    covered = np.zeros(len(values), dtype=bool)
    for fold in np.unique(folds):
        out = folds == fold
        widths = doubt.half_widths(residuals[~out], domains[~out])
        covered[out] = residuals[out] <= widths[domains[out]]
    widths = doubt.half_widths(residuals, domains)
    return {
        "halfWidths": dict(zip(doubt.DOMAINS, widths.tolist())),
        "coverage": by_domain(covered, domains),
        "error": by_domain(residuals, domains),
    }


def class_doubt(labels, margins, domains, folds):
    """Platt scaling and conformal thresholds from all rows; their quality with one fold of scaffolds kept out."""
    probability = np.zeros(len(labels))
    covered = np.zeros(len(labels), dtype=bool)
    for fold in np.unique(folds):
        out = folds == fold
        slope, intercept = doubt.fit_platt(margins[~out], labels[~out])
        inside = doubt.probabilities(margins[~out], slope, intercept)
        one_from, zero_to = doubt.set_thresholds(inside, labels[~out])
        probability[out] = doubt.probabilities(margins[out], slope, intercept)
        covered[out] = np.where(labels[out] == 1, probability[out] >= one_from, probability[out] <= zero_to)
    slope, intercept = doubt.fit_platt(margins, labels)
    one_from, zero_to = doubt.set_thresholds(doubt.probabilities(margins, slope, intercept), labels)
    ece, curve = doubt.calibration_error(probability, labels)
    return {
        "slope": slope,
        "intercept": intercept,
        "oneFrom": one_from,
        "zeroTo": zero_to,
        "ece": ece,
        "reliability": curve,
        "coverage": by_domain(covered, domains),
        "error": by_domain((probability - labels) ** 2, domains),
    }


def by_domain(quantity, domains):
    """Mean over all rows and over the rows of each domain, with counts; null where there is no row."""
    rows = {"all": np.ones(len(domains), dtype=bool)}
    rows.update({name: domains == index for index, name in enumerate(doubt.DOMAINS)})
    return {
        name: {"n": int(mask.sum()), "mean": float(quantity[mask].mean()) if mask.any() else None}
        for name, mask in rows.items()
    }
