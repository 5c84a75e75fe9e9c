"""Which language a text is written in."""

import re
from collections.abc import Collection
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from kg.lang.presses import PRESSES

SAMPLE = 2_000  # code points that decide the language of a document
BLOCK_SAMPLE = 300
LEAST_WORDS = 6  # a shorter stretch is too little to call it foreign
SURE = 0.9
DOUBTFUL = 0.75
COMMON = 0.15  # share of a language's common words above which no doubt is left
_CANDIDATES = (
    "ar az bg ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka ko lt lv nl"
    " no pl pt ro ru sk sl sq sr sv tr uk ur vi zh"
)

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES.split())
    return identifier


def detect(sample: str) -> tuple[str, float]:
    """Return the likeliest language of a text and its probability.

    >>> detect("Le ministre a rencontré son homologue.")[0]
    'fr'
    """
    language, probability = _identifier().classify(sample[:SAMPLE])
    return str(language), float(probability)


def language_among(sample: str, wanted: Collection[str]) -> str:
    """Return the language of a text, in doubt one of those wanted.

    A headline of three words looks like many languages; a reader who asked for French
    articles has most likely given one.
    """
    language, probability = detect(sample)
    if language in wanted or probability >= DOUBTFUL:
        return language
    ranking = _identifier().rank(sample[:SAMPLE])
    return next((str(code) for code, _ in ranking if code in wanted), language)


def is_foreign(stretch: str, language: str) -> bool:
    """Tell whether a stretch is surely in another language than its document.

    >>> is_foreign("Write an article about the war in seven hundred words", "fr")
    True
    """
    words = _WORD.findall(stretch[:BLOCK_SAMPLE].lower())
    if len(words) < LEAST_WORDS or _share_of_common(words, language) >= COMMON:
        return False
    found, probability = detect(stretch[:BLOCK_SAMPLE])
    return found != language and probability >= SURE


def _share_of_common(words: list[str], language: str) -> float:
    if language not in PRESSES:
        return 0.0
    common = PRESSES[language].common_words
    return sum(word in common for word in words) / len(words)
