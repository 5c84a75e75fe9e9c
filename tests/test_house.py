"""House rules that no linter sees."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "networkx", "rdflib", "pyoxigraph", "pyvis", "trafilatura")
GRAPH_SIDE = ("graph", "query", "network", "view", "export", "encoding", "knowledge")
MAX_LINES = 300


def loaded_after(statement: str) -> set[str]:
    """Names of the packages that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in result.stdout.split()}


def test_no_module_is_longer_than_a_sitting(root: Path) -> None:
    lengths = {
        path.relative_to(root).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in sorted(
            [*(root / "kg").rglob("*.py"), *(root / "kg/templates").iterdir()]
        )
    }

    assert len(lengths) > 5
    assert {name: n for name, n in lengths.items() if n > MAX_LINES} == {}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_after("import kg").isdisjoint(HEAVY)


@pytest.mark.parametrize("module", GRAPH_SIDE)
def test_the_graph_side_starts_without_spacy(root: Path, module: str) -> None:
    if not (root / "kg" / f"{module}.py").exists():
        pytest.skip(f"kg.{module} is not there")

    assert "spacy" not in loaded_after(f"import kg.{module}")


def test_every_command_is_documented_in_the_readme(root: Path) -> None:
    cli = pytest.importorskip("kg.cli", exc_type=ModuleNotFoundError)
    readme = root / "README.md"
    if not readme.exists():
        pytest.skip("README.md is not there")
    text = readme.read_text("utf-8")

    assert [name for name in cli.main.commands if f"kg {name}" not in text] == []
