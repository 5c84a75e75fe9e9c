"""Questions as the command line takes and lists them."""

from collections.abc import Iterable
from pathlib import Path

from kg.errors import QueryError
from kg.query import questions


def read_question(given: str) -> str:
    """Return a saved question's name, the text of a SPARQL file, or SPARQL as given.

    Raises:
        QueryError: It looks like a file that is not there or holds no text.
    """
    path = Path(given)
    if not given.endswith((".rq", ".sparql")):
        return given
    if not path.is_file():
        raise QueryError(f"{given}: no such file; give a path, a name or SPARQL")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{given}: not UTF-8; save it as UTF-8") from error


def read_parameters(given: Iterable[str]) -> dict[str, str]:
    """Split "actor=Arménie" at the sign.

    Raises:
        QueryError: There is no sign.
    """
    parameters = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign:
            raise QueryError(f"{pair!r}: write a parameter as NAME=VALUE")
        parameters[name] = value
    return parameters


def listing(language: str) -> str:
    """List the saved questions with their parameters and what they answer."""
    lines = []
    for question in questions().values():
        wanted = [
            f"{p.name}=…" if p.required else f"[{p.name}=…]"
            for p in question.parameters
        ]
        lines.append(" ".join((question.name, *wanted)))
        lines.append(f"    {question.titles[language]}")
    return "\n".join(lines) + "\n"
