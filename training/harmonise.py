"""Bring the French treebanks to one annotation scheme and to lemmas that read well."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from training.conllu import Sentence, Word

CLITIC_LEMMAS = {
    "il": "il",
    "ils": "il",
    "elle": "elle",
    "elles": "elle",
    "on": "on",
    "je": "je",
    "j'": "je",
    "me": "me",
    "m'": "me",
    "moi": "moi",
    "tu": "tu",
    "te": "te",
    "t'": "te",
    "toi": "toi",
    "se": "se",
    "s'": "se",
    "soi": "soi",
    "nous": "nous",
    "vous": "vous",
    "le": "le",
    "la": "le",
    "les": "le",
    "l'": "le",
    "lui": "lui",
    "leur": "lui",
    "eux": "eux",
    "y": "y",
    "en": "en",
    "ce": "ce",
    "c'": "ce",
    "ç'": "ce",
    "l'on": "on",
}
ELIDED_LEMMAS = {
    "d'": "de",
    "qu'": "que",
    "n'": "ne",
    "l'": "le",
    "jusqu'": "jusque",
    "lorsqu'": "lorsque",
    "puisqu'": "puisque",
    "quoiqu'": "quoique",
}
DROPPED_FEATS = ("Person[psor]", "Number[psor]", "Emph", "Typo")
REFLEXIVES = ("se", "s'")
_ENOUGH = 3


def house_lemma(word: Word) -> str:
    """Return the lemma a reader expects.

    Pronouns keep their own form (Universal Dependencies has «lui» for «il»),
    elided words are written out, idioms lose their underscores.

    >>> house_lemma(Word("s'", lemma="soi", pos="PRON"))
    'se'
    """
    form = word.form.lower().replace("’", "'")
    if word.pos == "PRON":
        bare = form.removeprefix("-").removeprefix("t-").removeprefix("t'")
        if bare in CLITIC_LEMMAS and word.feats.get("PronType") not in {"Rel", "Int"}:
            return CLITIC_LEMMAS[bare]
    if form in ELIDED_LEMMAS and word.pos != "DET":
        return ELIDED_LEMMAS[form]
    if word.lemma == "_" or "_" in word.lemma.strip("_"):
        return form
    return word.lemma.replace("’", "'")


def to_house(sentence: Sentence) -> Sentence:
    """Apply the lemma and feature conventions shared by all treebanks, in place."""
    for word in sentence.words:
        word.lemma = house_lemma(word)
        word.form = word.form.replace("’", "'")
        for name in DROPPED_FEATS:
            word.feats.pop(name, None)
        if word.feats.get("Voice") == "Act":
            del word.feats["Voice"]
        if word.pos == "NUM":
            word.feats["NumType"] = "Card"
    return sentence


@dataclass
class Habits:
    """How the reference treebanks annotate, counted to relabel the others."""

    obliques: dict[tuple[str, ...], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    reflexives: dict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    lemmas: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Habits":
        """Count the habits of sentences in the reference scheme."""
        habits = cls()
        for sentence in sentences:
            for word, governor, case in _with_context(sentence):
                habits.lemmas[word.form.lower(), word.pos][word.lemma] += 1
                if word.dep in {"obl:arg", "obl:mod"}:
                    habits.obliques[governor.lemma, case][word.dep] += 1
                    habits.obliques[(case,)][word.dep] += 1
                if word.form.lower() in REFLEXIVES:
                    habits.reflexives[governor.lemma][word.dep] += 1
        return habits

    def oblique(self, governor: str, case: str) -> str:
        """Tell arguments from modifiers by verb and preposition, else by preposition."""
        seen = self.obliques.get((governor, case), Counter())
        if seen.total() < _ENOUGH:
            seen = seen + self.obliques.get((case,), Counter())
        return seen.most_common(1)[0][0] if seen else "obl:mod"

    def lemma(self, word: Word) -> str:
        """Return the usual lemma of this form."""
        seen = self.lemmas.get((word.form.lower(), word.pos))
        return seen.most_common(1)[0][0] if seen else word.lemma

    def reflexive(self, governor: str) -> str:
        """Return the label of «se» with this verb."""
        seen = self.reflexives.get(governor)
        return seen.most_common(1)[0][0] if seen else "expl:pv"


def relabel(sentence: Sentence, habits: Habits) -> Sentence:
    """Turn the labels of a parallel or question treebank into the reference ones, in place."""
    passive = {word.head for word in sentence.words if word.dep == "aux:pass"}
    for word, governor, case in _with_context(sentence):
        if word.dep == "obl":
            by_agent = case == "par" and word.head in passive
            word.dep = "obl:agent" if by_agent else habits.oblique(governor.lemma, case)
        elif word.form.lower() in REFLEXIVES and word.pos == "PRON":
            word.dep = habits.reflexive(governor.lemma)
    for at, word in enumerate(sentence.words):
        if word.lemma == "_" or word.pos in {"DET", "ADP"}:
            word.lemma = habits.lemma(word)
        participle = at in passive and word.feats.get("VerbForm") == "Part"
        if participle or (word.dep == "acl" and word.feats.get("Tense") == "Past"):
            word.feats["Voice"] = "Pass"
        if word.form.lower() == "des" and word.pos == "DET":
            word.feats.pop("Gender", None)
    return sentence


def _with_context(sentence: Sentence) -> Iterator[tuple[Word, Word, str]]:
    """Yield each word with its governor and the lemma of its preposition, if any."""
    cases = {
        word.head: word.lemma for word in reversed(sentence.words) if word.dep == "case"
    }
    for at, word in enumerate(sentence.words):
        yield word, sentence.words[word.head], cases.get(at, "")
