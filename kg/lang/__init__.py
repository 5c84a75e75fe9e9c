"""Facts of grammar, one value per language; algorithms ask here and know no language."""

from collections.abc import Mapping

from kg.errors import InputError
from kg.lang.en import ENGLISH
from kg.lang.fr import FRENCH
from kg.lang.grammar import Grammar

GRAMMARS: Mapping[str, Grammar] = {"fr": FRENCH, "en": ENGLISH}


def grammar_of(language: str) -> Grammar:
    """Return the grammar of a language.

    Raises:
        InputError: There is none.
    """
    if language not in GRAMMARS:
        known = ", ".join(sorted(GRAMMARS))
        raise InputError(f"no grammar for language {language!r}; there are: {known}")
    return GRAMMARS[language]
