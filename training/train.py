"""Train one spaCy pipeline from a config file."""

from pathlib import Path

from spacy.cli.train import train as spacy_train

import training.tokenizer  # noqa: F401  registers the callback named in the configs

CONFIGS = Path(__file__).parent / "configs"


def train(
    config: str, target: Path, *, data: Path, vectors: Path, start: Path | None = None
) -> Path:
    """Train ``configs/<config>.cfg`` on ``data``; return the folder of the best model.

    Args:
        config: Name of the config without its ending.
        target: Folder that receives ``model-best`` and ``model-last``.
        data: Folder with ``train.spacy`` and ``dev.spacy``.
        vectors: Folder of a blank pipeline that carries the word vectors.
        start: Model to go on from, for the configs that do.
    """
    paths = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
        "paths.vectors": str(vectors),
    }
    if start is not None:
        paths["paths.start"] = str(start)
    spacy_train(CONFIGS / f"{config}.cfg", target, overrides=paths)
    return target / "model-best"
