"""The tokenizer of the English pipeline: spaCy's, with hyphens cut as the treebanks do."""

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
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

from training.tokenizer import installing

HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
# Behind these a hyphen joins: «co-founder», «e-mail», «anti-fascist» are one token.
JOINED = (
    "anti co counter cross e ex extra inter intra mid mini mis multi neo non over post pre "
    "pro proto psycho re semi socio sub super un under vice"
).split()
_FREE = "".join(
    rf"(?<!\b{form})" for word in JOINED for form in (word, word.title(), word.upper())
)
_RUN = r"(?:[!?]{2,}|[-=]{2,}|\*{2,}|_{2,}|#{2,}|~{2,}|\.{2,}|\${2,}|<{2,}|>{2,})"
_UNITS = "bn|mn|tn|[kmbKMB]|[ap]m|[AP]M|[cmk]m"
_NUMBER = (
    r"\+?[0-9]{1,4}(?:[-/.][0-9]{1,4}){2,}|[0-9]{1,2}/[0-9]{1,4}|[0-9]{3}-[0-9]{4}"
)


def patch_tokenizer(nlp: Language) -> None:
    """Give a blank English pipeline the tokenizer its training data were cut with."""
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    infixes = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\-\*^–](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"{_FREE}(?<=[{ALPHA}0-9.])[{HYPHENS}](?=[{ALPHA}0-9])",
        r"(?:—|–|--+)",
        r"(?<=[0-9])[-–](?=[$£€])",
        rf"(?<=[{ALPHA}])[()“”\"](?=[{ALPHA}])",
    ]
    tokenizer.prefix_search = compile_prefix_regex([_RUN, *TOKENIZER_PREFIXES]).search
    suffixes = [_RUN, *TOKENIZER_SUFFIXES, rf"(?<=[0-9])(?:{_UNITS})"]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = {
        text: rule for text, rule in tokenizer.rules.items() if text != "and/or"
    }
    tokenizer.token_match = re.compile(rf"^(?:{_RUN}|{_NUMBER})$").match


@registry.callbacks("actor_kg.english_tokenizer")
def english_tokenizer() -> Callable[[Language], Language]:
    """Return the callback by which the training configs install the tokenizer."""
    return installing(patch_tokenizer)
