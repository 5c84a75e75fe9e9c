"""Phrases that make someone answer for what is said: «selon X», «d'après un rapport»."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.lexicon import Lexicon
from kg.syntax import Parse

_COMPLEMENT = 10  # tokens of «selon X» looked through for X
BREAKS = (",", ";", ":", "(")  # end the complement of a source phrase


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a text makes answer for what it says.

    Attributes:
        speaker: Slug of the actor, None if it is no known one.
        cue: The word or phrase that says so.
        at: Its token.
    """

    speaker: str | None
    cue: str
    at: int


@dataclass(slots=True)
class SourcePhrases:
    """Finds source phrases in one parse.

    Attributes:
        denoted: Gives the slugs of the actors that a token stands for.
    """

    parse: Parse
    arguments: Arguments
    denoted: Callable[[int], list[str]]
    lexicon: Lexicon
    _words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Write the words as cues do, once."""
        self._words = [self.parse.plain(t) for t in range(len(self.parse.words))]

    def around(self, trigger: int, sentence: tuple[int, int]) -> Iterator[Source]:
        """Yield the sources in «selon X», «d'après X» around a trigger."""
        words = self.parse.words
        for first, behind in self._source_prepositions(sentence):
            complement = range(behind, min(behind + _COMPLEMENT, sentence[1]))
            between = words[min(first, trigger) : max(first, trigger)]
            if first <= trigger < behind or not {":", ";"}.isdisjoint(between):
                continue
            before = bool(complement) and behind <= trigger
            if not before or "," in words[behind:trigger]:
                source = self._in_complement(complement, first)
                if source is None and self._is_source(behind - 1):  # «de source sûre»
                    source = Source(None, " ".join(words[first:behind]), first)
                if source is not None:
                    yield source

    def _source_prepositions(
        self, sentence: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the first token of each, and the one behind it."""
        words = self._words
        single = self.lexicon.cues.get("SourcePreposition", frozenset())
        several = self.lexicon.phrases.get("SourcePreposition", frozenset())
        if words[sentence[0]] in self.arguments.grammar.opinion_prepositions:
            yield from self._opinion(sentence)
        for token in range(*sentence):
            if words[token] in single:
                yield token, token + 1
            for phrase in several:
                if tuple(words[token : token + len(phrase)]) == phrase:
                    yield token, token + len(phrase)

    def _opinion(self, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """«Pour Oslo, Lima menace Riga»: a name alone before the comma speaks."""
        first, parse = sentence[0], self.parse
        behind = range(first + 1, min(first + _COMPLEMENT, sentence[1]))
        comma = next((t for t in behind if parse.words[t] == ","), first)
        inside = range(first + 1, comma)
        nouns = [t for t in inside if parse.pos[t] in ("NOUN", "PROPN")]
        if (
            nouns
            and self.denoted(nouns[0])
            and all(parse.pos[t] in ("DET", "ADJ", "PROPN", "NOUN") for t in inside)
        ):
            yield first, first + 1

    def _in_complement(self, complement: range, first: int) -> Source | None:
        """Return the first actor or anonymous source behind a source preposition."""
        parse, behind = self.parse, complement.start
        for token in complement:
            if parse.words[token] in BREAKS and token > behind:
                return None
            actors = self.denoted(token) or self.writers(token)
            noun = parse.pos[token] in ("NOUN", "PROPN")
            if actors or (noun and self._is_source(token)):
                named = actors and parse.pos[token] != "ADJ"
                cue = " ".join(parse.words[first:behind])
                return Source(actors[0] if named else None, cue, first)
            if noun:
                return None
        return None

    def _is_source(self, token: int) -> bool:
        return self.lexicon.is_cue(self.parse.lemmas[token], "SourceNoun")

    def writers(self, token: int) -> list[str]:
        """«un rapport de l'ONU»: the UN says so."""
        lemma = self.parse.lemmas[token]
        if not self._is_source(token) and not self.lexicon.is_cue(
            lemma, "ReportingNoun"
        ):
            return []
        owners = self.arguments.obliques(token, self.arguments.grammar.of)
        owners += self.arguments.possessives(token)
        return [slug for owner in owners for slug in self.denoted(owner)]

    def according_to_it(self, noun: int, clause: int) -> bool:
        """Tell «les accusations selon lesquelles …» from other relative clauses."""
        singles = self.lexicon.cues.get("SourcePreposition", frozenset())
        return any(
            self.arguments.antecedent(pronoun) == noun
            and any(
                self._words[c] in singles for c in self.parse.having(pronoun, "case")
            )
            for pronoun in self.parse.children[clause]
        )
