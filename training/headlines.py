"""Made-up English headlines with their syntax: «Orban blocks EU aid in Budapest».

Treebanks have few, and their verbs look like nouns: «EU fines Google».
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.conllu import Sentence, Word
from training.names_en import cities, countries, pool
from training.verbs_en import verbs

LIST = Path(__file__).parent / "headlines.txt"
_TOP = -1
_STOPPED, _THINGS, _ADJUNCTS, _PLURALS = 0.2, 0.6, 0.4, 0.4
_IN_PLACE = ("in", "near")
_ABOUT_THINGS = ("after", "over", "before", "despite")


def headlines(count: int, dice: random.Random) -> Iterator[Sentence]:
    """Yield made-up headlines, some with a full stop."""
    for number in range(count):
        words = _clause(dice)
        if dice.random() < _STOPPED:
            root = next(at for at, word in enumerate(words) if word.dep == "ROOT")
            words[-1].space = False
            words.append(Word(".", ".", "PUNCT", head=root, dep="punct"))
        first = words[0]
        first.form = first.form[0].upper() + first.form[1:]
        yield Sentence(f"headline-{number}", words)


def _clause(dice: random.Random) -> list[Word]:
    subject = _actor(dice)
    number = next(word.feats["Number"] for word in subject if word.head == _TOP)
    verb = _verb(number, dice)
    root = len(subject) + len(verb) - 1
    words: list[Word] = []
    _append(words, subject, root, "nsubj")
    _append(words, verb, root, "ROOT")
    target = _noun_phrase("things", dice) if dice.random() < _THINGS else _actor(dice)
    _append(words, target, root, "obj")
    if dice.random() < _ADJUNCTS:
        _append(words, _adjunct(dice), root, "obl")
    return words


def _append(words: list[Word], phrase: list[Word], governor: int, dep: str) -> None:
    """Append a phrase; its top word depends on ``governor``."""
    offset = len(words)
    for word in phrase:
        if word.head == _TOP:
            word.head, word.dep = governor, dep
        else:
            word.head += offset
    words += phrase


def _verb(number: str, dice: random.Random) -> list[Word]:
    """Return the verb, in the present, the past, or as an infinitive for the future."""
    verb = dice.choice(verbs()["transitive"])
    (kind,) = dice.choices(("Pres", "Past", "future"), weights=(6, 1, 2))
    if kind == "future":
        infinitive = Word(verb.lemma, verb.lemma, "VERB", {"VerbForm": "Inf"}, _TOP)
        return [Word("to", "to", "PART", head=1, dep="mark"), infinitive]
    feats = {
        "Mood": "Ind",
        "Number": number,
        "Person": "3",
        "Tense": kind,
        "VerbForm": "Fin",
    }
    return [Word(verb.form(feats), verb.lemma, "VERB", feats, _TOP)]


def _actor(dice: random.Random) -> list[Word]:
    """Return a name or a noun phrase."""
    kind = dice.choice(("family", "family", "full", "country", "name", "name", "noun"))
    given, family = pool(dice)
    if kind == "full":
        return [_proper(dice.choice(given)), _proper(dice.choice(family), 0, "flat")]
    if kind == "noun":
        return _noun_phrase("nouns", dice)
    forms = {
        "family": family,
        "country": [name.text for name in countries() if not name.article],
        "name": _words()["names"],
    }
    return [_proper(dice.choice(forms[kind]))]


def _noun_phrase(kind: str, dice: random.Random) -> list[Word]:
    """Return a noun, often with an adjective, a number, a name or a noun before it."""
    singular, plural = dice.choice(_words()[kind]).split("/")
    many = dice.random() < _PLURALS
    *before, lemma = singular.split("_")
    form = plural.rpartition("_")[2] if many else lemma
    number = {"Number": "Plur" if many else "Sing"}
    words = [Word(w, w, "NOUN", {"Number": "Sing"}, dep="compound") for w in before]
    (kind_of_word,) = dice.choices(("amod", "compound", "nummod", ""), (7, 4, 3, 6))
    if kind_of_word == "amod":
        form_before = dice.choice(_words()["adjectives"])
        words.insert(0, Word(form_before, form_before, "ADJ", {"Degree": "Pos"}))
    elif kind_of_word == "compound":
        words.insert(0, _proper(dice.choice(_words()["names"])))
    elif kind_of_word == "nummod" and many:
        count = str(dice.randint(2, 9000))
        words.insert(0, Word(count, count, "NUM", {"NumType": "Card"}))
    for word in words:
        word.head = len(words)
        word.dep = word.dep or kind_of_word
    return [*words, Word(form, lemma, "NOUN", number, _TOP)]


def _adjunct(dice: random.Random) -> list[Word]:
    preposition = dice.choice((*_IN_PLACE, *_ABOUT_THINGS))
    place = [_proper(dice.choice(cities()[0]))]
    phrase = place if preposition in _IN_PLACE else _noun_phrase("things", dice)
    words = [Word(preposition, preposition, "ADP", head=len(phrase), dep="case")]
    for word in phrase:
        word.head += word.head != _TOP
    return words + phrase


def _proper(form: str, head: int = -1, dep: str = "") -> Word:
    bare = form.rsplit(maxsplit=1)[-1]
    return Word(bare, bare, "PROPN", {"Number": "Sing"}, head, dep)


@cache
def _words() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    kind = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            table.setdefault(kind, []).extend(line.split())
    return table
