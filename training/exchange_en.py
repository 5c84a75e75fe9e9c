"""What English exchanges in its treebank sentences."""

import random
from collections import Counter
from collections.abc import Sequence

from training.conllu import Word
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


exchange = Exchange(verbs, _HINDERS, _name, _fits)
