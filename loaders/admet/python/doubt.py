"""How wrong a model is on scaffolds it has not seen: similarity, leverage, intervals, calibration."""
import numpy as np
from sklearn.linear_model import LogisticRegression

# Similarity to the nearest training molecule from which a molecule counts as inside, and as on the edge of, the domain.
INSIDE_FROM = 0.45
EDGE_FROM = 0.3
DOMAINS = ["in", "edge", "out"]
CONFIDENCE = 0.8
FEWEST_FOR_DOMAIN = 60
LEVERAGE_FEATURES = ["mw_da", "clogp", "tpsa_a2", "n_hbd", "n_hba", "n_rotatable_bonds", "fsp3", "n_aromatic_rings"]
LEVERAGE_QUANTILE = 0.99


def nearest_similarity(queries, references):
    """Largest Tanimoto similarity of each query to the references."""
    sizes = np.asarray(references.sum(axis=1)).ravel()
    best = np.zeros(queries.shape[0])
    for start in range(0, queries.shape[0], 500):
        block = queries[start : start + 500]
        common = (block @ references.T).toarray()
        union = np.asarray(block.sum(axis=1)) + sizes[None, :] - common
        best[start : start + 500] = (common / np.maximum(union, 1)).max(axis=1)
    return best


def fit_leverage(values):
    """Mean, inverse covariance and limit of the squared Mahalanobis distance of training molecules."""
    mean = values.mean(axis=0)
    covariance = np.cov(values.T) + np.diag(1e-3 * values.var(axis=0) + 1e-6)
    inverse = np.linalg.inv(covariance)
    limit = float(np.quantile(distance_squared(values, mean, inverse), LEVERAGE_QUANTILE))
    return {"features": LEVERAGE_FEATURES, "mean": mean.tolist(), "inverse": inverse.ravel().tolist(), "limit": limit}


def distance_squared(values, mean, inverse):
    centred = values - mean
    return np.einsum("ij,jk,ik->i", centred, inverse, centred)


def domain_of(similarity, distance, limit):
    """0 in, 1 edge, 2 out; leverage beyond the limit moves a molecule one step out."""
    by_similarity = np.where(similarity >= INSIDE_FROM, 0, np.where(similarity >= EDGE_FROM, 1, 2))
    return np.minimum(by_similarity + (distance > limit), 2)


def conformal_quantile(residuals):
    """Half width that holds CONFIDENCE of new residuals, with the finite-sample correction."""
    n = len(residuals)
    return float(np.quantile(residuals, min(1, np.ceil((n + 1) * CONFIDENCE) / n), method="higher"))


def half_widths(residuals, domains):
    """Half width of the interval in each domain, never narrower further out."""
    widths, widest = [], 0.0
    for domain in range(len(DOMAINS)):
        inside = domains == domain
        pool = residuals[inside] if inside.sum() >= FEWEST_FOR_DOMAIN else residuals
        widest = max(widest, conformal_quantile(pool))
        widths.append(widest)
    return np.array(widths)


def fit_platt(margins, labels):
    """Slope and intercept that turn margins into probabilities."""
    model = LogisticRegression(C=100).fit(margins.reshape(-1, 1), labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def probabilities(margins, slope, intercept):
    return 1 / (1 + np.exp(-(slope * margins + intercept)))


def set_thresholds(probability, labels):
    """Class 1 is possible from the first probability on, class 0 up to the second."""
    return (
        -conformal_quantile(-probability[labels == 1]),
        conformal_quantile(probability[labels == 0]),
    )


def calibration_error(probability, labels, n_bins=10):
    """Expected calibration error over bins of equal count, and the reliability curve."""
    order = np.argsort(probability, kind="stable")
    curve, error = [], 0.0
    for part in np.array_split(order, n_bins):
        if len(part) == 0:
            continue
        predicted, observed = float(probability[part].mean()), float(labels[part].mean())
        error += abs(predicted - observed) * len(part) / len(order)
        curve.append({"predicted": predicted, "observed": observed, "n": len(part)})
    return error, curve


def scaffold_folds(scaffolds, n_folds=5, seed=7):
    """A fold number for each row; rows of one scaffold share a fold, rows without rings stand alone."""
    groups = [scaffold or f"row {row}" for row, scaffold in enumerate(scaffolds)]
    names = sorted(set(groups))
    fold_of = dict(zip(names, np.random.default_rng(seed).permutation(len(names)) % n_folds))
    return np.array([fold_of[group] for group in groups])
