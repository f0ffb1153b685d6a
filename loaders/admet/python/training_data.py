"""Features and measured values as written by featurise.ts."""
import json
from pathlib import Path

import numpy as np
from scipy import sparse

# Numeric features are cut at this many quantiles, so that a split is one bit: "value reaches edge k".
N_EDGES = 63


class Features:
    """Binary features (sparse), numeric features as bins, and the fingerprints used for similarity."""

    def __init__(self, folder: Path):
        layout = json.loads((folder / "layout.json").read_text())
        self.n_bits = layout["nBits"]
        self.numeric_names = layout["numericNames"]
        self.endpoints = layout["endpoints"]
        self.feature_version = layout["featureVersion"]
        self.smiles = (folder / "smiles.txt").read_text().split("\n")
        offsets = np.fromfile(folder / "offsets.u32", dtype=np.uint32).astype(np.int64)
        bits = np.fromfile(folder / "bits.u16", dtype=np.uint16).astype(np.int32)
        shape = (len(self.smiles), self.n_bits)
        self.bits = sparse.csr_matrix((np.ones(len(bits), dtype=np.float32), bits, offsets), shape=shape)
        self.values = np.fromfile(folder / "values.f32", dtype=np.float32).reshape(len(self.smiles), -1)
        self.edges = given_edges(folder) or [quantile_edges(column) for column in self.values.T]
        self.bins = np.column_stack(
            [np.searchsorted(edges, column, side="right") for edges, column in zip(self.edges, self.values.T)]
        ).astype(np.float32)
        # Presence bits of count-simulated Morgan: every fourth bit says "at least once".
        self.fingerprints = self.bits[:, 0:4096:4].tocsr()

    def matrix(self, rows: np.ndarray, columns: np.ndarray) -> sparse.csr_matrix:
        """Numeric bins (zeros kept) beside the chosen binary features; absent bits are missing values."""
        n_rows, n_numeric = len(rows), self.bins.shape[1]
        numeric = sparse.csr_matrix(
            (
                self.bins[rows].ravel(),
                np.tile(np.arange(n_numeric, dtype=np.int32), n_rows),
                np.arange(0, n_rows * n_numeric + 1, n_numeric),
            ),
            shape=(n_rows, n_numeric),
        )
        return sparse.hstack([numeric, self.bits[rows][:, columns]], format="csr")

    def frequent_bits(self, rows: np.ndarray) -> np.ndarray:
        """Binary features set in at least 3 and 0.25 % of the rows, and not in all of them."""
        counts = np.asarray(self.bits[rows].sum(axis=0)).ravel()
        least = max(3, 0.0025 * len(rows))
        return np.flatnonzero((counts >= least) & (counts < len(rows))).astype(np.int32)


def given_edges(folder: Path):
    """Cut points that a model must share with others of its file; None when it is free."""
    path = folder / "given-edges.json"
    return [np.array(edges, dtype=np.float32) for edges in json.loads(path.read_text())] if path.exists() else None


def quantile_edges(column: np.ndarray) -> np.ndarray:
    """At most N_EDGES distinct cut points; bin k holds values from edge k-1 up to edge k."""
    quantiles = np.quantile(column, np.linspace(0, 1, N_EDGES + 2)[1:-1], method="higher")
    edges = np.unique(quantiles.astype(np.float32))
    return edges[edges > column.min()]


def read_rows(folder: Path, endpoint: dict):
    """SMILES as given, molecule index and model-scale value of each row, in the order of the source."""
    rows = json.loads((folder / "datasets" / f"{endpoint['id']}.json").read_text())
    smiles = [row["smiles"] for row in rows]
    molecules = np.array([row["molecule"] for row in rows], dtype=np.int64)
    values = np.array([row["value"] for row in rows], dtype=np.float64)
    if endpoint["scale"] == "log10":
        values = np.log10(np.maximum(values, smallest_positive(values)))
    return smiles, molecules, values


def smallest_positive(values: np.ndarray) -> float:
    """Values of 0 are below the assay's limit: they are read as the smallest positive value of the set."""
    return float(values[values > 0].min())
