"""Who says so: sources of phrases («selon X»), of quotes and of inverted verbs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.cues import Cues
from kg.lexicon import Lexicon
from kg.quotes import Quote
from kg.subjects import SUBJECTS
from kg.syntax import Parse

_NEAR = 14  # tokens between a quote and the verb that reports it
_INVERTED = 14  # tokens between an inverted verb and its subject
_COMPLEMENT = 10  # tokens of «selon X» looked through for X
_NOMINAL = ("PROPN", "NOUN", "PRON")
_CLITICS = (*SUBJECTS, "expl:subj")
_BREAKS = (",", ";", ":", "(")  # end the complement of a source phrase


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
    _words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Write the words as cues do, once."""
        self.cues = Cues(self.parse, self.arguments.grammar, self.lexicon)
        self._words = [word.lower().replace("’", "'") for word in self.parse.words]

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
        return self._source(speakers, verb)

    def owner(self, noun: int) -> Source:
        """Return whose word a noun is: «l'affirmation de X», «sa promesse»."""
        return self._source(self._behind_source(noun), noun)

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

    def _saying(self, subject: int) -> list[str]:
        """Return who speaks: the subject, or who wrote what speaks («la motion de X»)."""
        return self.denoted(subject) or self._behind_source(subject)

    def _source(self, speakers: list[str], cue: int) -> Source:
        return Source(speakers[0] if speakers else None, self.parse.words[cue], cue)

    def phrases(self, trigger: int, sentence: tuple[int, int]) -> Iterator[Source]:
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
            if parse.words[token] in _BREAKS and token > behind:
                return None
            actors = self.denoted(token) or self._behind_source(token)
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

    def _behind_source(self, token: int) -> list[str]:
        """«un rapport de l'ONU»: the UN says so."""
        lemma = self.parse.lemmas[token]
        if not self._is_source(token) and not self.lexicon.is_cue(
            lemma, "ReportingNoun"
        ):
            return []
        owners = self.arguments.obliques(token, self.arguments.grammar.of)
        owners += self.arguments.possessives(token)
        return [slug for owner in owners for slug in self.denoted(owner)]

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
                told = self._told_behind(verb, len(self.parse.words)) or told
            return Source(told.speaker, told.cue, quote.last)
        if quote.speaker is not None:
            speakers = self.denoted(quote.speaker)
            return Source(speakers[0] if speakers else None, ":", quote.last)
        return None

    def inverted(self, trigger: int, sentence: tuple[int, int]) -> Source | None:
        """Find «…, a déclaré X» behind what is said, whatever the tree makes of it."""
        for verb in range(sentence[0] + 1, sentence[1]):
            if self._set_off(verb, sentence[0]) and not self._acts_itself(verb):
                source = self._behind_verb(verb, trigger, sentence[1])
                if source is not None:
                    return source
        return None

    def _set_off(self, verb: int, first: int) -> bool:
        """Tell whether a reporting verb stands behind a comma or a closing mark."""
        parse, grammar = self.parse, self.arguments.grammar
        if parse.pos[verb] not in ("VERB", "AUX") or not self.cues.reports(verb):
            return False
        before = self.cues.first(verb) - 1
        while (
            before >= first
            and parse.pos[before] in ("AUX", "ADV", "PRON")
            and parse.words[before].lower() not in grammar.relatives
        ):
            before -= 1
        closing = (",", *grammar.quotes.values())
        return before >= 0 and parse.words[before] in closing

    def _acts_itself(self, verb: int) -> bool:
        """«X, menacé, rappelle ses troupes»: nobody speaks."""
        own = self.parse.having(verb, *SUBJECTS)
        if own or self.parse.deps[verb] == "parataxis:insert":
            return bool(own) and own[-1] < verb
        frames = self.lexicon.frames.get(self.parse.lemmas[verb], ())
        return any("object" in frame.target for frame in frames)

    def _behind_verb(self, verb: int, trigger: int, last: int) -> Source | None:
        """Return the subject right behind a verb that may report a trigger."""
        parse = self.parse
        inserted = verb < trigger and "," not in parse.words[verb:trigger]
        if inserted or verb == trigger:
            return None  # «« Jamais, a martelé X, Paris ne … »» has two commas
        source = self._told_behind(verb, last)
        if source is None or trigger in parse.subtree(source.at):
            return None  # «, a lancé la députée, que Tallinn n'a pas soutenue»
        return source

    def _told_behind(self, verb: int, last: int) -> Source | None:
        """Return who is named as speaker right behind a verb, at that word."""
        said = self._clitic(verb) or self._subject_behind(self.cues.last(verb), last)
        between = {word.lower() for word in self.parse.words[verb:said]}
        if said is None or between & self.arguments.grammar.restriction:
            return None
        speakers = self._saying(said) or self._named_by(said, last)
        speaker = speakers[0] if speakers else None
        return Source(speaker, self.parse.words[verb], said)

    def _clitic(self, verb: int) -> int | None:
        """«a-t-il dit»: the pronoun behind the auxiliary."""
        parse = self.parse
        auxiliaries = parse.having(verb, "aux", "aux:tense")
        inside = range(auxiliaries[0], verb) if auxiliaries else range(0)
        subjects = [t for t in parse.having(verb, *_CLITICS) if t in inside]
        return subjects[0] if subjects else None

    def _subject_behind(self, verb: int, last: int) -> int | None:
        """Find the subject in «, a déclaré mardi soir à Paris devant la presse X»."""
        parse, token = self.parse, verb + 1
        while token < min(verb + _INVERTED, last):
            if parse.words[token] in _BREAKS or parse.pos[token] == "VERB":
                return None
            if parse.pos[token] in ("ADP", "NUM"):
                token = self._past_phrase(token, last)
            elif parse.pos[token] in _NOMINAL and not self._timely(token):
                return token
            else:
                token += 1
        return None

    def _past_phrase(self, first: int, last: int) -> int:
        """Return the token behind «devant la presse», «à New York», «3 mars»."""
        nouns = (t for t in range(first, last) if self.parse.pos[t] in _NOMINAL)
        noun = next(nouns, first)
        behind = noun + 1
        for start, end, label in self.parse.names:
            if start <= noun < end and label != "PER":
                behind = end
        here = self.denoted(noun)  # «sur CNN Marco Rubio» is no name
        others = (t for t in range(noun + 1, behind) if self.denoted(t) != here)
        return next((t for t in others if self.denoted(t)), behind)

    def _timely(self, token: int) -> bool:
        return self.parse.lemmas[token] in self.arguments.grammar.time_nouns

    def _named_by(self, title: int, last: int) -> list[str]:
        """«le groupe Gazprom», «le député Jean Dupont»: the name beside the noun."""
        parse = self.parse
        for token in range(title + 1, last):
            if parse.pos[token] not in ("ADJ", "NOUN", "PROPN"):
                return []
            found = self.denoted(token) if parse.pos[token] == "PROPN" else []
            if found:
                return found
        return []
