"""The wheel works alone: no checkout, no development packages."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed."""
    result = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_the_wheel_builds_a_graph_outside_the_checkout(
    root: Path, tmp_path: Path
) -> None:
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "-w", tmp_path, root, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    run("env/bin/python", "-m", "pip", "--quiet", "install", wheel, cwd=tmp_path)
    shutil.copytree(root / "seeds", tmp_path / "articles")

    usage = run("env/bin/kg", "--help", cwd=tmp_path)
    run("env/bin/kg", "build", "articles", cwd=tmp_path)

    assert "build" in usage
    assert (tmp_path / "output" / "network.html").is_file()
