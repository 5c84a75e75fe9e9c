"""The French tokenizer: treebank clitics, elisions with either apostrophe, whole compounds."""

import re
from collections.abc import Callable
from typing import cast

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.lang.fr.punctuation import TOKENIZER_SUFFIXES
from spacy.lang.punctuation import TOKENIZER_PREFIXES
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import (
    add_lookups,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

APOSTROPHES = "'’"
HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
ELIDED = (
    *"cdjlmnst",
    "qu",
    "jusqu",
    "lorsqu",
    "puisqu",
    "quoiqu",
)
CLITICS = (
    "ce elle elles en il ils je la le les leur lui moi nous on toi tu vous y t".split()
)
WHOLE = (
    "aujourd'hui c'est-à-dire rendez-vous quelqu'un prud'homme prud'hommes presqu'île "
    "celui-là celle-là ceux-là celles-là d'abord-là N'Djamena N'Djaména N'Golo M'Baye "
    "quant-à-soi vis-à-vis peut-être"
).split()
_ELIDED = "|".join(
    sorted({*ELIDED, *(w.upper() for w in ELIDED), *(w.title() for w in ELIDED)})
)
_VOWELS = "aeiouyhàâäéèêëîïôöûüœæ"
_AFTER_ELISION = f'(?:[{_VOWELS}{_VOWELS.upper()}xX0-9«“"]|[A-Z]{{2}})'


def patch_tokenizer(nlp: Language) -> None:
    """Give a blank French pipeline the tokenizer its training data were cut with."""
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    clitics = "|".join((*CLITICS, *(word.upper() for word in CLITICS)))
    prefixes = [
        *TOKENIZER_PREFIXES,
        rf"(?:{_ELIDED})[{APOSTROPHES}](?={_AFTER_ELISION})",
        rf"[{HYPHENS}](?=[{ALPHA}])(?!(?:[tT][{HYPHENS}{APOSTROPHES}])?(?:{clitics})\b)",
    ]
    suffixes = [
        *(rule for rule in TOKENIZER_SUFFIXES if "clés" not in rule),
        rf"(?<=[{ALPHA}])[{HYPHENS}](?:[tT][{HYPHENS}{APOSTROPHES}])?(?:{clitics})",
        rf"(?<=[{ALPHA}][{ALPHA}])-",
    ]
    infixes = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        r"(?:—|–|--+)",
        rf"(?<=[{ALPHA}])[()«»“”\"](?=[{ALPHA}])",
    ]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(rf"^(?:{_ELIDED})[{APOSTROPHES}]$").match
    tokenizer.rules = {
        text: rule
        for text, rule in tokenizer.rules.items()
        if "-" not in text or text == "J.-C."
    }
    for text in WHOLE:
        for form in {text, text[0].upper() + text[1:], text.upper()}:
            for mark in APOSTROPHES:
                orth = form.replace("'", mark)
                tokenizer.add_special_case(orth, [{ORTH: orth, NORM: form.lower()}])
    table = nlp.vocab.lookups.add_table("lexeme_norm", elision_norms())
    getters = nlp.vocab.lex_attr_getters
    getters[NORM] = add_lookups(getters[NORM], table)


def elision_norms() -> dict[str, str]:
    """Return norms that make «l’» and «L'» the same word.

    >>> elision_norms()["L’"]
    "l'"
    """
    return {
        f"{form}{mark}": f"{word}'"
        for word in (*ELIDED, "quelqu", "entr")
        for form in (word, word.title(), word.upper())
        for mark in APOSTROPHES
    }


@registry.callbacks("actor_kg.french_tokenizer")
def french_tokenizer() -> Callable[[Language], Language]:
    """Return the callback by which the training configs install the tokenizer."""
    return installing(patch_tokenizer)


def installing(patch: Callable[[Language], None]) -> Callable[[Language], Language]:
    """Make a callback of what gives a pipeline its tokenizer."""

    def install(nlp: Language) -> Language:
        patch(nlp)
        return nlp

    return install
