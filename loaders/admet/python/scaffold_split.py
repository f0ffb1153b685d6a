"""The train/validation split of the TDC ADMET benchmark, by Bemis-Murcko scaffold and seed."""
from collections import defaultdict
from random import Random

from rdkit import Chem
from rdkit.Chem.Scaffolds import MurckoScaffold

SEEDS = [1, 2, 3, 4, 5]
TRAIN_SHARE = 0.875
VALID_SHARE = 0.125


def scaffold_of(smiles: str) -> str:
    """Scaffold without chirality; molecules that cannot be read share the scaffold '?'."""
    mol = Chem.MolFromSmiles(smiles)
    return "?" if mol is None else MurckoScaffold.MurckoScaffoldSmiles(mol=mol, includeChirality=False)


def scaffold_split(scaffolds: list, seed: int):
    """Row indices of train and validation: whole scaffolds, shuffled with the seed, train filled first."""
    groups = defaultdict(list)
    for index, scaffold in enumerate(scaffolds):
        groups[scaffold].append(index)
    train_size = int(len(scaffolds) * TRAIN_SHARE)
    valid_size = int(len(scaffolds) * VALID_SHARE)
    test_size = len(scaffolds) - train_size - valid_size
    sets = list(groups.values())
    big = [rows for rows in sets if len(rows) > valid_size / 2 or len(rows) > test_size / 2]
    small = [rows for rows in sets if not (len(rows) > valid_size / 2 or len(rows) > test_size / 2)]
    random = Random(seed)
    random.shuffle(big)
    random.shuffle(small)
    train, valid = [], []
    for rows in big + small:
        (train if len(train) + len(rows) <= train_size else valid).extend(rows)
    return train, valid
