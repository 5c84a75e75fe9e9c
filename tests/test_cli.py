"""The command line: what is asked, what is printed, and how it fails."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from kg.cli import main
from kg.query import questions
from tests.commands import complaint, output

model = pytest.mark.model  # these run the shipped pipeline

SENTENCES = {
    "a.txt": "La France accuse la Russie.\n",
    "b.txt": "La Turquie a soutenu l'Iran.\n",
}
NONE = """\
source  relation  target  polarity  modality  speaker  date  sentence  document  begin  statement
------  --------  ------  --------  --------  -------  ----  --------  --------  -----  ---------
"""
MEMORY = 900  # MiB at most, of which the pipeline and the libraries take some 600
MEASURED_BUILD = """
import resource
from kg.cli import main
from kg.query import questions
main(["build", "long.txt"], standalone_mode=False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every command in a folder of its own with two short articles in it."""
    monkeypatch.chdir(tmp_path)
    for name, text in SENTENCES.items():
        Path(name).write_text(text, encoding="utf-8")


@model
def test_a_build_says_what_it_found_and_where_it_wrote() -> None:
    said = output("build", "a.txt", "b.txt")

    assert said == (
        "2  documents\n2  statements\n2  relations that the outlets assert\n4  actors\n"
        "→  output/graph.ttl\n→  output/network.html\n"
    )
    assert {path.name for path in Path("output").iterdir()} == {
        "graph.ttl",
        "network.html",
    }


@model
def test_a_build_writes_where_it_is_told_to() -> None:
    said = output("build", "a.txt", "-o", "deep/er/caucase.ttl")

    assert said.endswith("→  deep/er/caucase.ttl\n→  deep/er/network.html\n")
    assert Path("deep/er/caucase.ttl").read_text("utf-8").startswith("@prefix")
    assert not Path("output").exists()


@model
def test_a_build_takes_standard_input() -> None:
    said = output("build", "-", stdin="L'Iran a menacé Israël.")

    assert said.startswith("1  document\n1  statement\n")


@model
def test_a_build_names_what_it_leaves_out() -> None:
    line = {"id": "c", "text": "Oslo warnt Lima.", "lang": "de"}
    Path("c.jsonl").write_text(json.dumps(line), encoding="utf-8")
    said = output("build", "a.txt", "c.jsonl")

    assert "1  left out (language de): c\n" in said


@model
def test_a_threshold_leaves_out_what_is_less_sure() -> None:
    every = output("build", "a.txt", "--min-confidence", "0")
    sure = output("build", "a.txt", "--min-confidence", "1")

    assert every.splitlines()[1] == "1  statement"
    assert sure.splitlines()[1] == "0  statements"


@model
def test_a_pipeline_of_the_users_own_takes_the_place_of_the_shipped_one(
    root: Path,
) -> None:
    shipped = root / "kg" / "pipelines" / "fr_kg_news"

    assert output("build", "a.txt", "--model", shipped).startswith("1  document\n")


def test_an_unknown_pipeline_is_refused_with_the_way_to_get_it() -> None:
    said = complaint("build", "a.txt", "--model", "fr_nulle_part")

    assert said.startswith(
        "no spaCy pipeline 'fr_nulle_part' here; install it "
        "(python -m spacy download fr_nulle_part), name a folder, or use a shipped one:"
    )


def test_an_output_that_cannot_be_written_is_refused_before_the_work() -> None:
    said = complaint("build", "a.txt", "-o", "b.txt/graph.ttl")

    assert said == (
        "b.txt/graph.ttl: cannot be written (File exists); choose another place"
    )


def test_every_path_must_be_there_before_the_work_begins() -> None:
    said = complaint("build", "a.txt", "nowhere.txt")

    assert said == "nowhere.txt: no such file or folder; check the path"


BAD_INPUTS = {
    "empty.txt": (b"", "empty.txt: no text in it; give a file with an article"),
    "photo.txt": (
        b"\x89PNG\r\n\x1a\n\x00",
        "photo.txt: not a text but binary data; save it as plain text in UTF-8",
    ),
    "wire.jsonl": (
        b'{"id": "1", "text": "L\'Iran recule."}\n{"id": "2", \n',
        "wire.jsonl:2: ",
    ),
    "report.docx": (b"PK\x03\x04", "report.docx: format .docx is not supported; "),
}


@model
@pytest.mark.parametrize("name", BAD_INPUTS)
def test_an_input_that_cannot_be_read_is_named_with_the_remedy(name: str) -> None:
    data, said = BAD_INPUTS[name]
    Path(name).write_bytes(data)

    assert complaint("build", "a.txt", name).startswith(said)
    assert not Path("output/graph.ttl").exists()


def build_long_text(sentences: int) -> int:
    """Build one line of so many sentences; return the peak of memory in MiB."""
    line = " ".join(
        f"Le {day % 28 + 1} mars, la France a accusé la Russie d'avoir menacé {day} "
        "navires."
        for day in range(sentences)
    )
    Path("long.txt").write_text(line, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED_BUILD],
        capture_output=True,
        text=True,
        check=True,
    )
    *said, memory = done.stdout.splitlines()
    found = int(said[1].split()[0])
    assert said[0].split() == ["1", "document"]
    assert found >= sentences
    return int(memory)


@model
def test_a_text_without_line_breaks_is_built_within_bounds() -> None:
    assert build_long_text(500) < MEMORY  # 40 kB


@model
@pytest.mark.slow
def test_a_line_of_five_megabytes_is_built_within_bounds() -> None:
    assert build_long_text(63_000) < 2 * MEMORY  # most of it the graph of 63,000


def test_without_a_question_the_saved_ones_are_listed() -> None:
    french, english = output("query"), output("query", "--lang", "en")

    assert (
        "why source=… target=… [relation=…]\n"
        "    Sur quelles phrases repose une relation entre deux acteurs ?\n"
    ) in french
    assert "    Which sentences does a relation between two actors rest on?" in english
    assert len(french.splitlines()) >= 40


@model
def test_a_saved_question_is_answered_as_table_csv_and_json() -> None:
    output("build", "a.txt", "b.txt")
    asked = ("query", "supports", "actor=Turquie")
    rows = json.loads(output(*asked, "--format", "json"))
    (row,) = rows

    assert output(*asked) == output(*asked, "--format", "table")
    assert output(*asked).splitlines()[2].split()[:3] == ["Turquie", "soutient", "Iran"]
    assert output(*asked, "--format", "csv").splitlines() == [
        ",".join(row),
        ",".join(value or "" for value in row.values()),
    ]
    assert row["sentence"] == "La Turquie a soutenu l'Iran."
    assert (row["document"], row["begin"]) == ("b.txt", "0")


@model
def test_parameters_are_given_as_options_too() -> None:
    output("build", "a.txt", "b.txt")

    assert output("query", "supports", "--actor", "Turquie") == output(
        "query", "supports", "actor=Turquie"
    )
    assert output("query", "conflicts", "--actor", "Iran", "--since", "2022") == NONE


@model
def test_labels_are_in_the_language_asked_for() -> None:
    output("build", "b.txt")

    (row,) = json.loads(
        output("query", "supports", "-f", "json", "--lang", "en"),
    )
    assert (row["source"], row["relation"], row["target"]) == (
        "Turkey",
        "supports",
        "Iran",
    )


@model
def test_a_question_nobody_answers_gives_an_empty_table() -> None:
    output("build", "a.txt", "b.txt")

    assert output("query", "conflicts", "actor=Iran") == NONE


@model
def test_sparql_is_asked_from_the_command_line_and_from_a_file() -> None:
    output("build", "a.txt", "b.txt", "-o", "g.ttl")
    sparql = "SELECT ?who { ?who rel:accuses ?whom }"
    Path("who.rq").write_text(sparql, encoding="utf-8")

    answer = "who\n------------\nactor:france\n"
    assert output("query", sparql, "-g", "g.ttl") == answer
    assert output("query", "who.rq", "-g", "g.ttl") == answer


BAD_QUESTIONS = {
    "malformed": (("SELECT * { ?s ?p ",), "SPARQL: line 1, column "),
    "file": (("who.rq",), "who.rq: no such file; give a path, a name or SPARQL"),
    "name": (("conflict",), "no saved question 'conflict'; did you mean conflicts"),
    "missing": (("conflicts",), "conflicts: give actor"),
    "surplus": (("conflicts", "actor=Iran", "a=b"), "conflicts: no parameter 'a'; "),
    "option": (("conflicts", "--source", "Iran"), "conflicts: no parameter 'source'; "),
    "no sign": (("conflicts", "Iran"), "'Iran': write a parameter as NAME=VALUE"),
    "actor": (("conflicts", "actor=Russe"), "unknown actor 'Russe'; did you mean rus"),
    "date": (
        ("timeline", "actor=Iran", "other=Turquie", "since=hier"),
        "since: 'hier' is no date; write 2023-01-20",
    ),
}


@model
@pytest.mark.parametrize("case", BAD_QUESTIONS)
def test_a_wrong_question_is_told_what_is_wrong(case: str) -> None:
    asked, said = BAD_QUESTIONS[case]
    output("build", "a.txt", "b.txt")

    assert complaint("query", *asked).startswith(said)


def test_without_a_graph_the_way_to_build_one_is_named() -> None:
    said = complaint("query", "actors")

    assert said.startswith("output/graph.ttl: ")
    assert said.endswith("; build it with `kg build`")


@model
def test_the_page_is_written_where_it_is_told_to(seed_graph: Path) -> None:
    said = output("view", seed_graph, "-o", "pages/p.html", "--top", "3")

    assert said == "pages/p.html\n"
    assert Path("pages/p.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@model
def test_a_threshold_holds_for_questions_and_pages(seed_graph: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"
    every = output("query", count, "-g", seed_graph, "-f", "csv")
    sure = output(
        "query", count, "-g", seed_graph, "-f", "csv", "--min-confidence", "0.7"
    )
    assert 0 < int(sure.split()[1]) < int(every.split()[1])

    output("view", seed_graph, "-o", "all.html")
    output("view", seed_graph, "-o", "sure.html", "--min-confidence", "0.7")
    assert Path("sure.html").stat().st_size < Path("all.html").stat().st_size


@model
def test_a_part_of_the_graph_can_be_drawn(seed_graph: Path) -> None:
    Path("own.rq").write_text("SELECT ?s { ?s kg:polarity kg:Negated }", "utf-8")
    options = {
        "actor.html": ("--actor", "Iran"),
        "relation.html": ("--relation", "soutient", "--relation", "accuse"),
        "period.html": ("--since", "2022", "--until", "2023-03"),
        "query.html": ("--query", "own.rq"),
    }
    output("view", seed_graph, "-o", "all.html")
    for page, given in options.items():
        assert output("view", seed_graph, "-o", page, *given) == f"{page}\n"
        assert Path(page).stat().st_size < Path("all.html").stat().st_size

    assert complaint("view", seed_graph, "--until", "1066").startswith("no statement")
    assert complaint("view", seed_graph, "--since", "hier").startswith("'hier' is no")
    assert complaint("view", seed_graph, "--query", "no.rq").startswith(
        "no.rq: no such"
    )


def test_the_page_speaks_the_language_asked_for(seed_graph: Path) -> None:
    output("view", seed_graph, "-o", "fr.html")
    output("view", seed_graph, "-o", "en.html", "--lang", "en")

    assert '<html lang="fr"' in Path("fr.html").read_text("utf-8")
    assert '<html lang="en"' in Path("en.html").read_text("utf-8")


BEGINNINGS = {
    ".ttl": "@prefix actor: <https://w3id.org/actor-kg/actor/> .\n",
    ".nt": "<http",
    ".jsonld": "[\n",
    ".graphml": "<graphml ",
    ".csv": "statement,source,relation,target,",
}


@model
@pytest.mark.parametrize("ending", BEGINNINGS)
def test_a_graph_is_exported_to_every_format(seed_graph: Path, ending: str) -> None:
    target = Path(f"graph{ending}")

    assert output("export", seed_graph, target) == f"{target}\n"
    assert target.read_text("utf-8").startswith(BEGINNINGS[ending])


@model
@pytest.mark.parametrize("ending", [".nt", ".jsonld"])
def test_what_was_exported_can_be_asked_and_exported_back(
    seed_graph: Path, ending: str
) -> None:
    output("export", seed_graph, f"graph{ending}")
    output("export", f"graph{ending}", "back.ttl")

    assert Path("back.ttl").read_bytes() == seed_graph.read_bytes()


@model
def test_an_unknown_format_is_refused_with_the_known_ones(seed_graph: Path) -> None:
    said = complaint("export", seed_graph, "graph.xlsx")

    assert said.startswith("graph.xlsx: unknown format; the name must end in .ttl, ")


@model
def test_a_statement_is_explained_from_parse_to_claim() -> None:
    lines = output("explain", "La France accuse la Russie.").splitlines()

    assert [line for line in lines if not line.startswith(" ")] == [
        "parse",
        "mentions",
        "triggers",
        "statements",
    ]
    assert "  France: france (name)" in lines
    assert "  accuse: accuses.fr.accuser" in lines
    assert lines[-1].startswith("  france accuses russia: Affirmed, Asserted, conf")


SILENT = {
    "La France dort.": "a relation takes two actors, here are 1",
    "La France borde l'Espagne.": "no word evokes a relation",
    "La France bat l'Espagne en demi-finale.": "«demi-finale» tells of sport",
    "La France accuse, l'Espagne écoute.": (
        "no trigger has an actor as source and another as target"
    ),
}


@model
@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_that_says_nothing_is_told_why(sentence: str) -> None:
    lines = output("explain", sentence).splitlines()

    assert lines[-2:] == ["statements", f"  none: {SILENT[sentence]}"]


@model
def test_standard_input_is_explained() -> None:
    said = output("explain", "-", stdin="L'Égypte soutient le Soudan.")

    assert "  egypt supports sudan: Affirmed, Asserted" in said


@model
def test_nothing_can_be_explained_without_words_or_pipeline() -> None:
    assert complaint("explain", " ") == "no words in it; give a sentence"
    assert complaint("explain", "Hej", "--language", "sv").startswith(
        "no pipeline for language 'sv'; there are: en, fr (name one with --language)"
    )


@model
def test_the_language_of_a_sentence_is_detected() -> None:
    said = output("explain", "Norway has accused Mali of lying.")

    assert "  accused: accuses.en.accuse" in said


def test_every_command_shows_an_example_of_itself() -> None:
    assert sorted(main.commands) == [
        "build",
        "explain",
        "export",
        "query",
        "remove",
        "search",
        "stats",
        "view",
    ]
    for name in main.commands:
        usage = output(name, "--help")
        _, _, examples = usage.partition("Example")
        assert f"\n    kg {name} " in examples, usage


def test_every_parameter_of_a_saved_question_is_an_option() -> None:
    usage = output("query", "--help")
    names = {p.name for question in questions().values() for p in question.parameters}

    assert len(names) >= 7
    assert [name for name in names if f" --{name} " not in usage] == []


def test_the_version_is_told() -> None:
    assert output("--version").endswith(f", version {version('actor-kg')}\n")
