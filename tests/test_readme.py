"""The README's examples print what it says; `python tests/test_readme.py` renews them."""

import io
import re
import runpy
import shlex
import shutil
import sys
from contextlib import chdir, redirect_stdout
from doctest import DocTestParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

import kg
from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = re.compile(
    r"(?<=^```)(console|pycon|turtle)\n(.*?)(?=^```)", re.DOTALL | re.MULTILINE
)
COMMAND = re.compile(r"^\$ (.*(?:\n> .*)*)", re.MULTILINE)
# A Turtle example shows what the graph holds on the sentence in its first line.
SENTENCE = re.compile(r"# «(.*)»")
RUN = re.compile(r"\brun:[0-9a-f]+")  # changes with every edit of the ontology


def run_commands(block: str) -> str:
    """Answer every `$ kg …` of a terminal session."""
    said = []
    for command in COMMAND.findall(block):
        name, *arguments = shlex.split(command.replace("\n> ", "\n"))
        assert name == "kg", command
        result = CliRunner().invoke(main, arguments)
        said.append(f"$ {command}\n{result.output}")
    return "\n".join(said)


def run_python(block: str) -> str:
    """Answer every `>>>` of a Python session."""
    said = []
    names: dict[str, object] = {}
    for example in DocTestParser().get_examples(block):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile(example.source, "README.md", "single"), names)
        first, *more = example.source.splitlines()
        asked = [f">>> {first}", *(f"... {line}" for line in more)]
        said.append("\n".join(asked) + "\n" + out.getvalue())
    return "".join(said)


def show_turtle(block: str) -> str:
    """Show the statements on a sentence, its own node and the direct triples."""
    (sentence,) = SENTENCE.findall(block)
    blocks = Path("output/graph.ttl").read_text("utf-8").split("\n\n")
    (evidence,) = (b for b in blocks if f'nif:anchorOf "{sentence}"' in b)
    iri = evidence.partition(" ")[0]
    statements = [b for b in blocks if f"prov:wasDerivedFrom {iri}" in b]
    facts = [
        " ".join(re.findall(r"rdf:(?:subject|predicate|object) (\S+)", statement))
        for statement in statements
    ]
    graph = kg.load("output/graph.ttl")
    direct = [f for f in facts if graph.query(f"ASK {{ {f} }}").rows == (("true",),)]
    told = [f"{fact} ." for fact in sorted(set(direct))]
    shown = "\n\n".join([f"# «{sentence}»", *told, *statements, evidence]) + "\n"
    return RUN.sub("run:…", shown)


ANSWERS = {"console": run_commands, "pycon": run_python, "turtle": show_turtle}


def renewed(text: str, folder: Path) -> str:
    """Return the README with every example run, in order, in a copy of the seeds."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with chdir(folder):
        return EXAMPLE.sub(lambda m: f"{m[1]}\n{ANSWERS[m[1]](m[2])}", text)


@pytest.mark.model
def test_every_example_of_the_readme_prints_what_it_says(tmp_path: Path) -> None:
    text = README.read_text("utf-8")

    assert len(EXAMPLE.findall(text)) >= 5
    assert renewed(text, tmp_path) == text


def test_the_reference_of_the_vocabulary_is_up_to_date() -> None:
    generator = runpy.run_path(str(ROOT / "docs" / "generate_ontology.py"))
    page = (ROOT / "docs" / "ontology.md").read_text("utf-8")

    assert generator["reference"](ROOT / "ontologies") == page


def test_every_file_that_the_readme_names_is_there() -> None:
    text = README.read_text("utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)

    assert len(linked) >= 5
    assert [name for name in linked if not (ROOT / name).exists()] == []


def take_picture(page: Path, target: Path) -> None:
    """Keep what Chromium shows of one actor and its neighbours."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        window = browser.new_page(viewport={"width": 1280, "height": 640})
        window.goto(f"{page.as_uri()}#ego=1+iran")
        window.wait_for_timeout(2_000)
        window.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        README.write_text(renewed(README.read_text("utf-8"), Path(name)), "utf-8")
        take_picture(Path(name) / "output/network.html", ROOT / "docs/network.png")
    sys.stdout.write("renewed README.md and docs/network.png\n")
