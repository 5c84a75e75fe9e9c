"""Who says so: subjects of verbs of saying, owners of words, speakers of quotes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.cues import Cues
from kg.inversions import Inversions
from kg.lexicon import Lexicon
from kg.quotes import Quote
from kg.sources import Source, SourcePhrases
from kg.syntax import Parse

_NEAR = 14  # tokens between a quote and the verb that reports it


@dataclass(slots=True)
class Attribution:
    """Finds sources in one parse.

    Attributes:
        denoted: Gives the slugs of the actors that a token stands for.
        quotes: The quotes of the parse.
    """

    parse: Parse
    arguments: Arguments
    denoted: Callable[[int], list[str]]
    lexicon: Lexicon
    quotes: Sequence[Quote]
    cues: Cues = field(init=False)
    _phrases: SourcePhrases = field(init=False)
    _inversions: Inversions = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the search for cues, phrases and inverted verbs."""
        shared = self.parse, self.arguments, self.denoted
        self.cues = Cues(self.parse, self.arguments.grammar, self.lexicon)
        self._phrases = SourcePhrases(*shared, self.lexicon)
        self._inversions = Inversions(*shared, self._saying, self.lexicon, self.cues)
        self._inversions.turn_objects()

    def teller(self, verb: int, *, said_before: bool = False) -> Source:
        """Return the subject of a verb of saying.

        Args:
            verb: The verb.
            said_before: Whether what is said stands before it: then parsers may take
                the subject for an object («…, a annoncé Caracas»).
        """
        subjects = self.arguments.subject(verb)
        if not subjects and said_before:
            subjects = [o for o in self.parse.having(verb, "obj") if o > verb]
        speakers = [slug for token in subjects for slug in self._saying(token)]
        if not speakers and said_before:  # «…, a prévenu vendredi soir Oslo»
            behind = self._inversions.told_behind(verb, len(self.parse.words))
            speakers = [] if behind is None else self.denoted(behind.at)
        return self._source(speakers, verb)

    def owner(self, noun: int) -> Source:
        """Return whose word a noun is: «l'affirmation de X», «sa promesse»."""
        return self._source(self._phrases.writers(noun), noun)

    def according_to_it(self, noun: int, clause: int) -> bool:
        """Tell «les accusations selon lesquelles …» from other relative clauses."""
        return self._phrases.according_to_it(noun, clause)

    def phrases(self, trigger: int, sentence: tuple[int, int]) -> Iterator[Source]:
        """Yield the sources in «selon X», «d'après X» around a trigger."""
        return self._phrases.around(trigger, sentence)

    def inverted(self, trigger: int, sentence: tuple[int, int]) -> Source | None:
        """Find «…, a déclaré X» behind what is said, whatever the tree makes of it."""
        return self._inversions.around(trigger, sentence)

    def _saying(self, subject: int) -> list[str]:
        """Return who speaks: the subject, or who wrote what speaks («la motion de X»)."""
        return self.denoted(subject) or self._phrases.writers(subject)

    def _source(self, speakers: list[str], cue: int) -> Source:
        return Source(speakers[0] if speakers else None, self.parse.words[cue], cue)

    def quoted(self, trigger: int) -> Source | None:
        """Return who is quoted with a trigger, None if no one is."""
        for quote in self.quotes:
            if quote.first < trigger < quote.last:
                return self.speaker(quote)
        return None

    def speaker(self, quote: Quote) -> Source | None:
        """Return who is quoted, None if no word says so.

        It is the subject of the nearest reporting verb outside the quote, or stands
        before its colon.
        """
        first = max(quote.first - _NEAR, 0)
        last = min(quote.last + _NEAR, len(self.parse.words))
        verbs = [
            token
            for token in (*range(first, quote.first), *range(quote.last + 1, last))
            if self.cues.reports(token) and self.arguments.is_verb(token)
        ]
        if verbs:
            verb = min(verbs, key=quote.distance)
            told = self.teller(verb)
            if told.speaker is None and verb > quote.last:
                told = self._inversions.told_behind(verb, len(self.parse.words)) or told
            return Source(told.speaker, told.cue, quote.last)
        if quote.speaker is not None:
            speakers = self.denoted(quote.speaker)
            return Source(speakers[0] if speakers else None, ":", quote.last)
        return None
