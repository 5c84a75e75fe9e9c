"""Bring the English treebanks to one annotation scheme."""

from training.conllu import Sentence, Word

DROPPED_FEATS = ("Abbr", "ExtPos", "Foreign", "NumForm", "Style", "Typo")


def to_house(sentence: Sentence) -> Sentence:
    """Apply the lemma and feature conventions shared by all treebanks, in place."""
    for word in sentence.words:
        word.form = word.form.replace("’", "'")
        word.lemma = house_lemma(word)
        for name in DROPPED_FEATS:
            word.feats.pop(name, None)
    return sentence


def house_lemma(word: Word) -> str:
    """Return the lemma: that of the treebank, but punctuation is its own.

    >>> house_lemma(Word("“", lemma='"', pos="PUNCT"))
    '“'
    """
    if word.pos == "PUNCT" or word.lemma == "_":
        return word.form
    return word.lemma.replace("’", "'")


def mark_passives(sentence: Sentence) -> Sentence:
    """Mark passive participles and their agents where a treebank does not, in place."""
    words = sentence.words
    passive = {word.head for word in words if word.dep == "aux:pass"}
    for at in passive:
        if words[at].feats.get("VerbForm") == "Part":
            words[at].feats["Voice"] = "Pass"
    for word in words:
        noun = words[word.head]
        by_agent = word.lemma == "by" and noun.dep == "obl" and noun.head in passive
        if by_agent and word.dep == "case" and noun.pos in {"NOUN", "PROPN", "PRON"}:
            noun.dep = "obl:agent"
    return sentence
