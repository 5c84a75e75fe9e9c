"""The command line shared by the recipes."""

import argparse
from pathlib import Path


def parser(description: str | None, target: Path) -> argparse.ArgumentParser:
    """Return a parser of the options every recipe has.

    Args:
        description: What the recipe says of itself.
        target: Folder the package goes to if none is named.
    """
    options = argparse.ArgumentParser(description=description)
    options.add_argument(
        "--corpora", type=Path, required=True, help="folder of the corpora"
    )
    options.add_argument("--work", type=Path, default=Path("output/training"))
    options.add_argument(
        "--target", type=Path, default=target, help="folder of the package"
    )
    return options
