"""Boosted trees as lists of bit tests, with leaves rounded so that they fit 16 bits."""
import json
import math

import numpy as np
import xgboost as xgb

from training_data import N_EDGES

LEAF = 65535
LARGEST_LEAF = 32767


def quantise_leaves(booster: xgb.Booster):
    """The same trees with leaves rounded to multiples of one step, loaded back into the library, and that step."""
    model = json.loads(booster.save_raw("json").decode())
    trees = model["learner"]["gradient_booster"]["model"]["trees"]
    leaves = [
        value
        for tree in trees
        for value, left in zip(tree["split_conditions"], tree["left_children"])
        if left == -1
    ]
    step = float(np.float32(max(abs(value) for value in leaves) / LARGEST_LEAF))
    for tree in trees:
        for node, left in enumerate(tree["left_children"]):
            if left == -1:
                tree["split_conditions"][node] = round(tree["split_conditions"][node] / step) * step
    rounded = xgb.Booster()
    rounded.load_model(bytearray(json.dumps(model).encode()))
    rounded.set_param({"nthread": 1})
    return rounded, step


def forest_of(booster: xgb.Booster, step: float, columns: np.ndarray, n_numeric: int, n_bits: int, n_edges: list):
    """
    Pre-order nodes of all trees. A split names one bit (child after it when the bit is 0); LEAF ends a branch and
    takes the next leaf. Bits from n_bits on say "numeric feature j reaches edge k": n_bits + j * N_EDGES + k - 1.
    """
    model = json.loads(booster.save_raw("json").decode())["learner"]
    base = float(model["learner_model_param"]["base_score"])
    if model["objective"]["name"] == "binary:logistic":
        base = math.log(base / (1 - base))
    nodes, leaves = [], []
    for tree in model["gradient_booster"]["model"]["trees"]:
        stack = [0]
        while stack:
            node = stack.pop()
            left, right = tree["left_children"][node], tree["right_children"][node]
            if left == -1:
                nodes.append(LEAF)
                leaves.append(round(tree["split_conditions"][node] / step))
                continue
            split = tree["split_indices"][node], tree["split_conditions"][node], tree["default_left"][node]
            bit, when_zero, when_one = bit_test(split, left, right, columns, n_numeric, n_bits, n_edges)
            if bit is None:
                stack.append(when_zero)
            else:
                nodes.append(bit)
                stack.extend([when_one, when_zero])
    trees = len(model["gradient_booster"]["model"]["trees"])
    return {"base": base, "step": step, "trees": trees, "nodes": nodes, "leaves": leaves}


def bit_test(split, left, right, columns, n_numeric, n_bits, n_edges):
    """The bit a split tests and the children for 0 and 1; bit None when every value goes the same way."""
    feature, threshold, default_left = split
    if feature >= n_numeric:
        when_zero = left if default_left else right
        when_one = left if 1 < threshold else right
        bit = int(columns[feature - n_numeric])
        return (bit, when_zero, when_one) if when_zero != when_one else (None, when_zero, when_one)
    edge = math.ceil(threshold)
    if edge <= 0:
        return None, right, right
    if edge > n_edges[feature]:
        return None, left, left
    return n_bits + feature * N_EDGES + edge - 1, left, right
