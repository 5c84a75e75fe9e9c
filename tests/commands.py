"""Commands as a user gives them: what they print, and how they complain."""

from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli import main


def call(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in arguments], input=stdin)


def output(*arguments: str | Path, stdin: str | None = None) -> str:
    """Standard output of a command that must succeed."""
    result = call(*arguments, stdin=stdin)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def complaint(*arguments: str | Path) -> str:
    """The one line that a command says instead of doing its work."""
    result = call(*arguments)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    return result.stderr.removeprefix("Error: ").removesuffix("\n")
