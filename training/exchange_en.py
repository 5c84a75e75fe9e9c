"""What English exchanges in its treebank sentences."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from training.conllu import Sentence, Word
from training.exchange import Exchange
from training.names_en import cities, countries, pool
from training.verbs_en import verbs

_HINDERS = frozenset("xcomp ccomp compound:prt iobj fixed expl csubj".split())
_DATES = set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December Christmas Easter".split()
)
_ACRONYMS = "EU UN NATO NASA FBI CIA IMF WHO IAEA OSCE OPEC ECB WTO ICC BBC PKK NSA FDA FIFA UNESCO".split()
_BELOW_PLACE = {"case", "punct", "conj", "cc", "appos", "advmod"}
_PRESENT = 0.6
_PRESENT_FEATS = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
_COUNTRIES = 0.4
_VOWELS = "aeiouAEIOU"


def _name(word: Word, below: Counter[str], dice: random.Random) -> str:
    if word.form in _DATES or word.feats.get("Number") == "Plur":
        return ""
    given, family = pool(dice)
    person = below["flat"] and not below["det"]
    if word.dep == "flat" or person:
        form = dice.choice(given if person else family)
    elif below["det"]:
        form = dice.choice(_ACRONYMS) if word.form.isupper() else ""
    elif word.dep in {"nmod", "obl", "conj", "appos"}:
        form = _place(dice) if below.keys() <= _BELOW_PLACE else ""
    elif word.dep in {"nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "obj"}:
        bare = not below["compound"] and not below["amod"]
        form = dice.choice((dice.choice(family), _place(dice))) if bare else ""
    else:
        form = ""
    return form


def _place(dice: random.Random) -> str:
    if dice.random() < _COUNTRIES:
        return dice.choice([name.text for name in countries() if not name.article])
    return dice.choice(cities()[dice.choice([0, 0, 1])])


def _fits(words: Sequence[Word], at: int, form: str) -> bool:
    """Keep «a» before consonants and «an» before vowels."""
    if at == 0 or words[at - 1].form.lower() not in {"a", "an"}:
        return True
    return (words[at].form[0] in _VOWELS) == (form[0] in _VOWELS)


_exchange = Exchange(verbs, _HINDERS, _name, _fits)


def exchange(sentence: Sentence, dice: random.Random) -> Sentence:
    """Return a copy in which about half of the exchangeable words are others."""
    return _exchange(to_present(sentence, dice), dice)


def to_present(sentence: Sentence, dice: random.Random) -> Sentence:
    """Return a copy in which some verbs are others in the present, as headlines have it.

    «Bush nominated two judges» → «Bush fines two judges»: verbs that look like nouns.
    """
    words = [replace(word) for word in sentence.words]
    objects = {word.head for word in words if word.dep == "obj"}
    hindered = {word.head for word in words if word.dep in _HINDERS | {"aux"}}
    for subject in words:
        verb = words[subject.head]
        past = verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Tense") == "Past"
        fits = subject.head in objects and subject.head not in hindered
        named = subject.dep == "nsubj" and subject.pos in {"NOUN", "PROPN"}
        if past and fits and named and dice.random() < _PRESENT:
            other = dice.choice(verbs()["transitive"])
            number = subject.feats.get("Number", "Sing")
            verb.feats = _PRESENT_FEATS | {"Number": number}
            verb.form, verb.lemma = other.form(verb.feats), other.lemma
    return Sentence(sentence.key, words)
