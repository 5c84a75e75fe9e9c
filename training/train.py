"""Train one spaCy pipeline from a config file."""

from pathlib import Path

from spacy.cli.train import train as spacy_train
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
    # NumPy's BLAS learns a tenth faster here than BLIS, which thinc takes by default.
    set_current_ops(NumpyOps(use_blis=False))
    spacy_train(CONFIGS / f"{config}.cfg", target, overrides=paths)
    return target / "model-best"
