"""Saved questions and SPARQL → tables."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rapidfuzz import process

from kg.errors import QueryError
from kg.graph import Graph, Term
from kg.namespaces import BASE, compact, local_name
from kg.naming import find_actor, find_relation
from kg.spans_of_days import dates_within

_FOLDER = Path(__file__).parent / "queries"
_PARAMETER = re.compile(r"# parameter: (\w+) (required|optional)", re.MULTILINE)
_GIVEN = "# given\n"  # where in a saved question the terms are put
_WITH = re.compile(r"# with (\w+): ")  # before a line that only a given term needs
_DAYS = "# days\n"  # likewise all dates of a period
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGES = ("fr", "en")  # of labels, in order, where the wanted one is missing


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker may bind.

    Attributes:
        name: Says what it takes: "relation" a relation type, "since" and "until" an
            ISO 8601 date, any other the name of an actor.
    """

    name: str
    required: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question.

    Attributes:
        titles: What it answers, by language.
        sparql: The text of its file.
    """

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Table:
    """An answer; None where a row has nothing for a column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def to_csv(self) -> str:
        r"""Write as CSV with a header line.

        >>> Table(("a", "b"), (("x, y", None),)).to_csv()
        'a,b\n"x, y",\n'
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return out.getvalue()

    def to_json(self) -> str:
        """Write as a JSON list with one object a row."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def to_text(self) -> str:
        """Write in aligned columns for reading.

        >>> print(Table(("who", "n"), (("Ré", "1"),)).to_text(), end="")
        who  n
        ---  -
        Ré   1
        """
        rule = tuple("-" * len(column) for column in self.columns)
        cells = [
            [" ".join((cell or "").split()) for cell in row]
            for row in (self.columns, rule, *self.rows)
        ]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        cells[1] = ["-" * width for width in widths]
        return "".join(
            "  ".join(
                cell.ljust(width) for cell, width in zip(row, widths, strict=True)
            ).rstrip()
            + "\n"
            for row in cells
        )

    def written(self, form: str) -> str:
        """Write in a format that has a name: table, csv or json."""
        writers = {"table": self.to_text, "csv": self.to_csv, "json": self.to_json}
        return writers[form]()


@cache
def questions() -> Mapping[str, Question]:
    """Return the saved questions by name."""
    return {
        path.stem: _read_question(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(_FOLDER.glob("*.rq"))
    }


def ask(
    graph: Graph,
    question: str,
    parameters: Mapping[str, str] | None = None,
    *,
    lang: str | None = "fr",
) -> Table:
    """Answer a saved question, or a SPARQL text.

    Args:
        graph: Where to look for the answer.
        question: Name of a saved question, or SPARQL; the prefixes are known.
        parameters: Values as people write them: an actor by any of its names.
        lang: Language of the labels in the answer to a saved question; None leaves
            terms, such as "actor:russia", as SPARQL texts always do.

    Raises:
        QueryError: The question, a parameter or its value is unknown, or malformed.
    """
    given = parameters or {}
    if not any(mark in question for mark in "{ \n"):
        return tabulate(graph, bind(graph, question, given), lang)
    if given:
        raise QueryError("parameters belong to saved questions; write them into SPARQL")
    return tabulate(graph, question, None)


def _read_question(name: str, sparql: str) -> Question:
    french, english = sparql.splitlines()[:2]
    return Question(
        name,
        {"fr": french.removeprefix("# fr: "), "en": english.removeprefix("# en: ")},
        tuple(
            Parameter(found[1], found[2] == "required")
            for found in _PARAMETER.finditer(sparql)
        ),
        sparql,
    )


def _saved(name: str) -> Question:
    known = questions()
    if name in known:
        return known[name]
    near = [match[0] for match in process.extract(name, list(known), limit=3)]
    raise QueryError(
        f"no saved question {name!r}; did you mean {', '.join(near)}? "
        f"There are: {', '.join(known)}"
    )


def bind(graph: Graph, name: str, given: Mapping[str, str]) -> str:
    """Put the terms that are given into a saved question's SPARQL.

    As data, not as substitutions: those reach Oxigraph only after it has planned the
    joins, and made the questions ten times slower. What stands in the text is a term
    that was looked up or checked and written by the engine, never a string as given.

    Raises:
        QueryError: The question, a parameter or its value is unknown, or malformed.
    """
    question = _saved(name)
    names = {parameter.name for parameter in question.parameters}
    takes = ", ".join(p.name for p in question.parameters) or "none"
    for parameter in given:
        if parameter not in names:
            raise QueryError(f"{name}: no parameter {parameter!r}; it takes: {takes}")
    missing = [
        p.name for p in question.parameters if p.required and p.name not in given
    ]
    if missing:
        raise QueryError(f"{name}: give {' and '.join(missing)}")
    terms = {name: _term(graph, name, value) for name, value in given.items()}
    data = "".join(f"VALUES ?{name} {{ {term} }} " for name, term in terms.items())
    sparql = question.sparql.replace(_GIVEN, data)
    sparql = _WITH.sub(lambda line: "" if line[1] in given else line[0], sparql)
    if _DAYS not in sparql:
        return sparql
    found = " ".join(map(str, dates_within(given["since"], given["until"])))
    return sparql.replace(_DAYS, f"VALUES ?date {{ {found} }} ")


def _term(graph: Graph, parameter: str, value: str) -> Term:
    if parameter in ("since", "until"):
        if not _DATE.fullmatch(value):
            raise QueryError(f"{parameter}: {value!r} is no date; write 2023-01-20")
        return Literal(value)
    if parameter == "relation":
        return find_relation(graph, value)
    return find_actor(graph, value)


def tabulate(graph: Graph, sparql: str, lang: str | None) -> Table:
    """Ask SPARQL; terms are labelled in a language, or shortened without one."""
    solutions = graph.sparql(sparql)
    known: dict[Term, str] = {}

    def show(term: Term | None) -> str | None:
        if term is None:
            return None
        if term not in known:
            known[term] = _show(graph, term, lang)
        return known[term]

    return Table(
        solutions.variables,
        tuple(tuple(show(term) for term in row) for row in solutions.rows),
    )


def _show(graph: Graph, term: Term, lang: str | None) -> str:
    if isinstance(term, Literal):
        return term.value
    if not isinstance(term, NamedNode):
        return str(term)
    if lang is None or not term.value.startswith(BASE) or "#char=" in term.value:
        return compact(term.value) or term.value
    labels = graph.labels(term)
    order = (lang, *_LANGUAGES, *sorted(labels))
    return next((labels[n] for n in order if n in labels), local_name(term.value))
