"""What French exchanges in its treebank sentences."""

import random
from collections import Counter
from collections.abc import Sequence

from training.conllu import Word
from training.exchange import Exchange
from training.names import cities, entries, people
from training.verbs import verbs

_VOWELS = "aeiouyhàâéèêëîïôœAEIOUYHÀÂÉÈÊËÎÏÔŒ"
_OWN_POOL = 0.5
_HINDERS = frozenset("xcomp ccomp expl:pv expl:comp obl:arg iobj obj:lvc fixed".split())
_BEFORE_ELISION = set("le la de que ne se je me ce".split())


def _name(word: Word, below: Counter[str], dice: random.Random) -> str:
    pools = people()
    given, family = pools[-1] if dice.random() < _OWN_POOL else dice.choice(pools)
    if word.dep == "flat:name":
        form = dice.choice(family)
    elif below["flat:name"]:
        form = dice.choice(given)
    elif below["det"] and word.form.isupper():
        form = dice.choice(
            [entry.text for entry in entries("institutions") if entry.text.isupper()]
        )
    elif not below["det"] and word.dep in {"nmod", "obl:mod", "obl:arg", "conj"}:
        form = dice.choice(cities()[dice.choice([0, 0, 1])])
    elif not below["det"] and word.dep == "nsubj":
        form = dice.choice(family)
    else:
        form = ""
    return form


def _fits(words: Sequence[Word], at: int, form: str) -> bool:
    """Keep elisions right: a vowel stays a vowel after «l’», a consonant after «le»."""
    if at == 0:
        return True
    before = words[at - 1].form.lower()
    if before in {"au", "du", "aux", "des"} and words[at].pos == "PROPN":
        return form.isupper()
    if before.endswith(("'", "’")) or before in _BEFORE_ELISION:
        same = (words[at].form[0] in _VOWELS) == (form[0] in _VOWELS)
        return same and form[0] not in "hH"
    return True


exchange = Exchange(verbs, _HINDERS, _name, _fits)
