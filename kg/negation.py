"""Which word negates a verb, if one does: «ne … pas», «aucun», «jamais»."""

from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.subjects import SUBJECTS
from kg.syntax import Parse

_FRONTED = 3  # tokens at the head of a sentence that may negate all of it
_RESTRICTED = 6  # tokens from a verb to its «que»
_COMPLEMENTS = (*SUBJECTS, "obj", "obl", "obl:arg")


@dataclass(frozen=True, slots=True)
class Negation:
    """The negators of one parse."""

    parse: Parse
    grammar: Grammar

    def negator(self, verb: int) -> int | None:
        """Return the negator of a verb; «ne … que» and a lone «ne» are none."""
        parse, grammar = self.parse, self.grammar
        below = [
            child
            for token in parse.forms(verb, copula=True)
            for child in parse.children[token]
        ]
        marked = self._any_mark(below)
        negators = grammar.negators if marked else grammar.strong_negators
        for token in self._near(verb, below):
            word = parse.words[token].lower()
            if word in negators:
                return None if self._only(token) else token
        return self._fronted(verb) or self._alone(verb, below) if marked else None

    def _alone(self, verb: int, below: list[int]) -> int | None:
        """«ne peut livrer», but not «ne peut que livrer» nor «plus qu'il ne peut»."""
        parse, grammar = self.parse, self.grammar
        if parse.lemmas[verb] not in grammar.half_negated or parse.having(verb, "mark"):
            return None
        behind = map(str.lower, parse.words[verb + 1 : verb + _RESTRICTED])
        if not grammar.restriction.isdisjoint(behind):
            return None
        words, marks = parse.words, grammar.negation_mark
        return next(token for token in below if words[token].lower() in marks)

    def lone_mark(self, verb: int) -> bool:
        """Tell whether a lone «ne» stands before a verb: «ne cesse de»."""
        return self._any_mark(self.parse.children[verb]) and self.negator(verb) is None

    def _any_mark(self, tokens: list[int]) -> bool:
        marks = self.grammar.negation_mark
        return any(self.parse.words[token].lower() in marks for token in tokens)

    def _near(self, verb: int, below: list[int]) -> list[int]:
        """Return what may negate a verb: «aucun pays ne …», «n'a en rien …»."""
        parse = self.parse
        complements = parse.having(verb, *_COMPLEMENTS)
        adverbs = [child for child in below if parse.deps[child] == "advmod"]
        holders = (*complements, *adverbs)
        return below + [d for holder in holders for d in parse.children[holder]]

    def _only(self, negator: int) -> bool:
        """«n'a pas seulement salué X»: X was praised."""
        words = self.parse.words[negator + 1 : negator + 2]
        return any(word.lower() in self.grammar.only for word in words)

    def _fronted(self, verb: int) -> int | None:
        """«Jamais, a dit X, la Hongrie ne …»: a negator at the head of the sentence."""
        first = max(first for first, _ in self.parse.sentences if first <= verb)
        for token in range(first, min(first + _FRONTED, verb)):
            if self.parse.words[token].lower() in self.grammar.fronted_negators:
                return token
        return None
