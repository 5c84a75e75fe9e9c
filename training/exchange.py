"""Exchange verbs and names in treebank sentences: new words, same syntax."""

import random
from collections import Counter
from dataclasses import replace

from training.conllu import Sentence, Word
from training.names import cities, entries, people
from training.verbs import verbs

_VERBS = 0.75
_NAMES = 0.5
_VOWELS = "aeiouyhàâéèêëîïôœAEIOUYHÀÂÉÈÊËÎÏÔŒ"
_OWN_POOL = 0.5
_HINDERS = {
    "xcomp",
    "ccomp",
    "expl:pv",
    "expl:comp",
    "obl:arg",
    "iobj",
    "obj:lvc",
    "fixed",
}


def exchange(sentence: Sentence, dice: random.Random) -> Sentence:
    """Return a copy in which about half of the exchangeable words are others."""
    words = [replace(word) for word in sentence.words]
    dependents: dict[int, Counter[str]] = {}
    for word in words:
        dependents.setdefault(word.head, Counter())[word.dep] += 1
    for at, word in enumerate(words):
        if dice.random() > (_VERBS if word.pos == "VERB" else _NAMES):
            continue
        below = dependents.get(at, Counter())
        new = (
            _verb(word, below, dice) if word.pos == "VERB" else _name(word, below, dice)
        )
        if new and _fits(words, at, new[0]):
            word.form, word.lemma = new
    return Sentence(sentence.key, words)


def _verb(
    word: Word, below: Counter[str], dice: random.Random
) -> tuple[str, str] | None:
    speech = {verb.lemma for verb in verbs()["speech"]}
    if word.lemma in speech and (below["ccomp"] or word.dep.startswith("parataxis")):
        kind = "speech"
    elif (below["obj"] or below["aux:pass"]) and not _HINDERS.intersection(below):
        kind = "transitive"
    else:
        return None
    verb = dice.choice(verbs()[kind])
    form = verb.form(word.feats)
    capital = word.form[0].isupper()
    return (form.capitalize() if capital else form, verb.lemma) if form else None


def _name(
    word: Word, below: Counter[str], dice: random.Random
) -> tuple[str, str] | None:
    if word.pos != "PROPN" or not word.form[0].isupper():
        return None
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
        return None
    return (form, form) if " " not in form else None


def _fits(words: list[Word], at: int, form: str) -> bool:
    """Keep elisions right: a vowel stays a vowel after «l’», a consonant after «le»."""
    if at == 0:
        return True
    before = words[at - 1].form.lower()
    if before in {"au", "du", "aux", "des"} and words[at].pos == "PROPN":
        return form.isupper()
    if before.endswith(("'", "’")) or before in {
        "le",
        "la",
        "de",
        "que",
        "ne",
        "se",
        "je",
        "me",
        "ce",
    }:
        return (words[at].form[0] in _VOWELS) == (form[0] in _VOWELS) and form[
            0
        ] not in "hH"
    return True
