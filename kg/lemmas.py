"""Lemmas that the pipeline got wrong, put right where the lexicon knows the verb."""

from collections.abc import Collection

from kg.lang.grammar import Grammar
from kg.syntax import Parse


def repair_lemmas(parse: Parse, verbs: Collection[str], grammar: Grammar) -> None:
    """Replace lemmas of verb forms that are no known verb by the known verb they fit.

    A trained lemmatizer errs on rare verbs («raille», «éperonné»); the endings of the
    language lead back to the infinitive, and only a verb of the lexicon is accepted.
    """
    for token, lemma in enumerate(parse.lemmas):
        if lemma in verbs:
            continue
        if parse.pos[token] in ("VERB", "AUX") or "VerbForm=Part" in parse.morphs[token]:
            word = parse.words[token].lower()
            for form in (word, lemma):
                infinitive = _known_infinitive(form, verbs, grammar)
                if infinitive is not None:
                    parse.lemmas[token] = infinitive
                    break


def _known_infinitive(
    form: str, verbs: Collection[str], grammar: Grammar
) -> str | None:
    for ending, infinitive in grammar.verb_endings:
        if form.endswith(ending):
            candidate = form[: len(form) - len(ending)] + infinitive
            if candidate in verbs:
                return candidate
    return None
