"""Train one spaCy pipeline from a config file."""

from pathlib import Path
from typing import cast

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.training.loop import train as train_nlp
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

# Imported for the callbacks the configs name.
import training.tokenizer
import training.tokenizer_en  # noqa: F401

CONFIGS = Path(__file__).parent / "configs"


def train(
    config: str,
    target: Path,
    *,
    data: Path,
    vectors: Path | None = None,
    start: Path | None = None,
) -> Path:
    """Train ``configs/<config>.cfg`` on ``data``; return the folder of the best model.

    Args:
        config: Name of the config without its ending.
        target: Folder that receives ``model-best`` and ``model-last``.
        data: Folder with ``train.spacy`` and ``dev.spacy``.
        vectors: Folder of a blank pipeline that carries the word vectors, if any.
        start: Model to go on from, for the configs that do.
    """
    paths = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
    }
    if vectors is not None:
        paths["paths.vectors"] = str(vectors)
    if start is not None:
        paths["paths.start"] = str(start)
    _multiply_by_numpy()
    spacy_train(CONFIGS / f"{config}.cfg", target, overrides=paths)
    return target / "model-best"


def go_on(config: str, start: Path, target: Path, *, data: Path) -> Path:
    """Train a model further by the settings of ``configs/<config>.cfg``; return the last.

    The rate of learning falls to nothing, and what the data have more than before, dev
    need not show.
    """
    _multiply_by_numpy()
    nlp = spacy.load(start)
    changes = load_config(CONFIGS / f"{config}.cfg")
    changes["paths"] = {
        "train": str(data / "train.spacy"),
        "dev": str(data / "dev.spacy"),
    }
    nlp.config = nlp.config.merge(changes)
    count_edit_trees(nlp)
    target.mkdir(parents=True, exist_ok=True)
    train_nlp(nlp, target)
    return target / "model-last"


def count_edit_trees(nlp: Language) -> None:
    """Number the edit trees of a loaded lemmatizer; else it unlearns within a few steps."""
    lemmatizer = cast("EditTreeLemmatizer", nlp.get_pipe("lemmatizer"))
    lemmatizer.tree2label = {
        tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])
    }


def _multiply_by_numpy() -> None:
    """Take NumPy's BLAS: it learns a tenth faster than BLIS, which thinc has by default."""
    set_current_ops(NumpyOps(use_blis=False))
