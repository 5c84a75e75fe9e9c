"""Turn sentences into spaCy documents of several sentences and store them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import Sentence, Word, format_feats
from training.typography import curl, line_break

_SHORT = 12
_BLANK_LINE = 0.06
_AFTER_HEADLINE = 0.85


def in_order(sentences: Sequence[Sentence], size: int = 10) -> Iterator[list[Word]]:
    """Yield documents of ``size`` sentences as they follow each other, blanks between."""
    for start in range(0, len(sentences), size):
        words: list[Word] = []
        for sentence in sentences[start : start + size]:
            _append(words, sentence)
        yield words


def as_news(sentences: Sequence[Sentence], dice: random.Random) -> Iterator[list[Word]]:
    """Yield documents of 1 to 12 sentences, laid out like news: headlines, paragraphs."""
    start = 0
    while start < len(sentences):
        end = start + dice.randint(1, _SHORT)
        words: list[Word] = []
        for sentence in sentences[start:end]:
            _append(words, sentence)
            stopped = words[-1].pos == "PUNCT"
            if dice.random() < (_BLANK_LINE if stopped else _AFTER_HEADLINE):
                text = dice.choice(["\n", "\n\n", "\n\n"])
                words[-1].space = False
                words.append(line_break(words[-1], len(words) - 1, text))
        curl(words, dice)
        yield words
        start = end


def to_doc(words: Sequence[Word], vocab: Vocab) -> Doc:
    """Build the annotated document."""
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        pos=[word.pos for word in words],
        morphs=[format_feats(word.feats) for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
    )


def store(documents: Iterable[Doc], path: Path) -> int:
    """Write documents for spaCy's corpus reader; return how many tokens."""
    docbin = DocBin(docs=documents, store_user_data=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    docbin.to_disk(path)
    return sum(len(tokens) for tokens in docbin.tokens)


def _append(words: list[Word], sentence: Sentence) -> None:
    """Add a sentence to a document, its heads moved along; a blank or break precedes it."""
    offset = len(words)
    words.extend(replace(word, head=word.head + offset) for word in sentence.words)
    words[-1].space = True
