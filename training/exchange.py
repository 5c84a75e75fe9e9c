"""Exchange verbs and names in treebank sentences: new words, same syntax."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from training.conllu import Sentence, Word

_VERBS = 0.75
_NAMES = 0.5


class Verb(Protocol):
    """A verb that can be inflected."""

    @property
    def lemma(self) -> str:
        """The dictionary form."""

    def form(self, feats: dict[str, str]) -> str:
        """Return the form with these features, or nothing where there is none."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """How one language exchanges words; call it with a sentence.

    Attributes:
        verbs: Reads the verbs by kind, ``transitive`` and ``speech``.
        hinders: Relations a verb must not govern to be exchanged as transitive.
        name: Makes a name for a word, given the relations below it; may be nothing.
        fits: Tells whether a form may stand at an index of the words.
    """

    verbs: Callable[[], Mapping[str, Sequence[Verb]]]
    hinders: frozenset[str]
    name: Callable[[Word, Counter[str], random.Random], str]
    fits: Callable[[Sequence[Word], int, str], bool]

    def __call__(self, sentence: Sentence, dice: random.Random) -> Sentence:
        """Return a copy in which about half of the exchangeable words are others."""
        words = [replace(word) for word in sentence.words]
        dependents: dict[int, Counter[str]] = {}
        for word in words:
            dependents.setdefault(word.head, Counter())[word.dep] += 1
        for at, word in enumerate(words):
            if dice.random() > (_VERBS if word.pos == "VERB" else _NAMES):
                continue
            below = dependents.get(at, Counter())
            form, lemma = self._other(word, below, dice)
            if form and self.fits(words, at, form):
                word.form, word.lemma = form, lemma
        return Sentence(sentence.key, words)

    def _other(
        self, word: Word, below: Counter[str], dice: random.Random
    ) -> tuple[str, str]:
        """Return form and lemma of another word, empty where none is sure to fit."""
        if word.pos == "VERB":
            return self._verb(word, below, dice)
        if word.pos != "PROPN" or not word.form[0].isupper():
            return "", ""
        form = self.name(word, below, dice)
        return ("", "") if " " in form else (form, form)

    def _verb(
        self, word: Word, below: Counter[str], dice: random.Random
    ) -> tuple[str, str]:
        table = self.verbs()
        speech = {verb.lemma for verb in table["speech"]}
        if word.lemma in speech and (
            below["ccomp"] or word.dep.startswith("parataxis")
        ):
            kind = "speech"
        elif (below["obj"] or below["aux:pass"]) and not self.hinders & below.keys():
            kind = "transitive"
        else:
            return "", ""
        verb = dice.choice(table[kind])
        form = verb.form(word.feats)
        capital = word.form[0].isupper()
        return (form.capitalize() if capital else form), verb.lemma
