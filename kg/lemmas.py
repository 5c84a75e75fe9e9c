"""Lemmas that a trained lemmatizer gets wrong, led back to words of the lexicon."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.syntax import Parse


@dataclass(frozen=True, slots=True)
class Lemmas:
    """The lemmas of a lexicon, found from any form by the endings of the language.

    Attributes:
        verbs: Infinitives that are triggers or cues.
        nouns: Heads of triggers.
    """

    verbs: Collection[str]
    nouns: Collection[str]
    grammar: Grammar

    def infinitive(self, form: str) -> str | None:
        """Return the known verb that a form fits: «raille» → «railler»."""
        for ending, infinitive in self.grammar.verb_endings:
            if form.endswith(ending):
                stem = form[: len(form) - len(ending)]
                for variant in (stem, *self._stems(stem)):
                    if variant + infinitive in self.verbs:
                        return variant + infinitive
        return None

    def _stems(self, stem: str) -> Iterator[str]:
        """Yield other stems of a verb: «coopèr» → «coopér», «projett» → «projet»."""
        for written, underlying in self.grammar.stem_changes:
            before, found, after = stem.rpartition(written)
            if found:
                yield before + underlying + after

    def finite(self, word: str) -> str | None:
        """Return the known verb of a form that can be no participle: «proteste»."""
        for ending, infinitive in self.grammar.finite_endings:
            stem = word.removesuffix(ending)
            if stem != word and stem + infinitive in self.verbs:
                return stem + infinitive
        return None

    def noun(self, word: str) -> str | None:
        """Return the lexical form of a feminine or plural noun: «protectrice»."""
        if word in self.nouns:  # «différend» is no form of a verb
            return word
        for ending, lexical in self.grammar.noun_endings:
            if word.endswith(ending):
                form = word[: len(word) - len(ending)] + lexical
                if form in self.nouns:
                    return form
        return None

    def mend_verb(self, parse: Parse, token: int) -> None:
        """Give a verb form the infinitive that its word, or else its lemma, fits."""
        for form in (parse.words[token].lower(), parse.lemmas[token]):
            infinitive = self.infinitive(form)
            if infinitive is not None:
                parse.lemmas[token] = infinitive
                if parse.pos[token] != "ADJ" or parse.having(token, "aux:tense"):
                    parse.pos[token] = "VERB"
                return

    def mend_noun(self, parse: Parse, token: int) -> None:
        """Give a noun its lexical form, if the lexicon knows it."""
        noun = self.noun(parse.words[token].lower())
        if noun is not None:
            parse.lemmas[token] = noun
