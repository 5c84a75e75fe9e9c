"""Verbs of saying before their subject: «…, a déclaré mardi à Oslo le ministre»."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.arguments import Arguments
from kg.cues import Cues
from kg.lexicon import Lexicon
from kg.sources import BREAKS, Source
from kg.subjects import SUBJECTS
from kg.syntax import Parse

_INVERTED = 14  # tokens between an inverted verb and its subject
_NOMINAL = ("PROPN", "NOUN", "PRON")
_CLITICS = (*SUBJECTS, "expl:subj")


@dataclass(slots=True)
class Inversions:
    """Finds inverted verbs of saying in one parse.

    Attributes:
        denoted: Gives the slugs of the actors that a token stands for.
        saying: Gives those who speak where a token is the subject.
    """

    parse: Parse
    arguments: Arguments
    denoted: Callable[[int], list[str]]
    saying: Callable[[int], list[str]]
    lexicon: Lexicon
    cues: Cues

    def around(self, trigger: int, sentence: tuple[int, int]) -> Source | None:
        """Find «…, a déclaré X» behind what is said, whatever the tree makes of it."""
        acting = False  # «X accuse Y, menace Z, soutient W»: no one speaks at the end
        for verb in range(sentence[0] + 1, sentence[1]):
            if not self._set_off(verb, sentence[0]):
                continue
            if self._acts_itself(verb) or (acting and self._takes_actor(verb)):
                acting = acting or self._finite(verb)
            else:
                source = self._behind_verb(verb, trigger, sentence[1])
                if source is not None:
                    return source
        return self._appended(trigger, sentence)

    def _appended(self, trigger: int, sentence: tuple[int, int]) -> Source | None:
        """“Oslo arms Riga, Lima said”: subject and verb behind what is said."""
        parse = self.parse
        closing = (",", *self.arguments.grammar.quotes.values())
        for verb in range(*sentence):
            aside = parse.deps[verb] == "parataxis:insert"
            own = [
                subject
                for subject in parse.having(verb, *SUBJECTS)
                if subject < verb and (aside or trigger < subject)
            ]
            loose = aside or parse.deps[verb] in ("parataxis", "ccomp", "conj", "advcl")
            if not (own and loose and self.cues.reports(verb)):
                continue
            first = parse.subtree(own[0])[0]
            full = parse.having(verb, "ccomp", "xcomp", "obj")
            apart = parse.words[first - 1] in closing and not full
            if apart and trigger not in parse.subtree(verb):
                speakers = self.saying(own[0])
                speaker = speakers[0] if speakers else None
                return Source(speaker, parse.words[verb], verb)
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

    def turn_objects(self) -> None:
        """Make subjects of objects: in «X aide Y, a averti Z» nobody warns Z."""
        parse = self.parse
        for first, last in parse.sentences:
            for verb in range(first + 1, last):
                behind = [o for o in parse.having(verb, "obj") if o > verb]
                last_word = self.cues.last(verb)
                if last_word > verb:  # «met en garde Z», Z hung on «garde»
                    behind += parse.having(last_word, "appos")
                joined = parse.deps[verb] in ("conj", "advcl", "ccomp", "parataxis")
                before = parse.heads[verb] < verb
                if not (behind and joined and before and self._set_off(verb, first)):
                    continue
                if self._takes_actor(verb) and not self._acts_itself(verb):
                    parse.deps[behind[0]] = "nsubj"
                    parse.deps[verb] = "parataxis"
                    if parse.heads[behind[0]] != verb:
                        parse.heads[behind[0]] = verb
                        parse.relink()

    def _takes_actor(self, verb: int) -> bool:
        frames = self.lexicon.frames.get(self.parse.lemmas[verb], ())
        return any("object" in frame.target for frame in frames)

    def _acts_itself(self, verb: int) -> bool:
        """«X, menacé, rappelle ses troupes»: nobody speaks."""
        own = self.parse.having(verb, *SUBJECTS)
        if own and own[-1] < verb:
            return True
        if not self._takes_actor(verb):
            return False
        told = own or self.parse.deps[verb] == "parataxis:insert"
        if self.parse.heads[verb] > verb and told:
            return False  # «Riga, accuse Oslo, menace Lima»
        return self._goes_on(verb) if told or self._finite(verb) else True

    def _finite(self, verb: int) -> bool:
        forms = (verb, *self.parse.having(verb, "aux:tense"))
        return self.parse.bears(forms, "VerbForm=Fin")

    def _goes_on(self, verb: int) -> bool:
        """Tell whether a verb is one of several that an actor does, or has complements.

        «X accuse Y, menace Z et soutient W», «…, accuse Y de plier».
        """
        parse = self.parse
        _, last = parse.sentence(verb)
        noun = self._subject_behind(self.cues.last(verb), last)
        if noun is None:
            return True
        token = noun + 1
        while token < last and parse.pos[token] in ("PROPN", "ADJ", "ADV"):
            token += 1
        if token < last and parse.pos[token] == "ADP":
            named = parse.pos[noun] == "PROPN"  # «le ministre de la Défense» is none
            of = parse.lemmas[token] == self.arguments.grammar.of
            return parse.deps[token] == "mark" or (named and of)
        if token + 1 >= last or parse.lemmas[token] not in (
            ",",
            *self.arguments.grammar.and_words,
        ):
            return False
        token += 1
        while token < last and parse.pos[token] in ("AUX", "ADV", "CCONJ"):
            token += 1
        return token < last and parse.pos[token] == "VERB" and self._finite(token)

    def _behind_verb(self, verb: int, trigger: int, last: int) -> Source | None:
        """Return the subject right behind a verb that may report a trigger."""
        parse = self.parse
        inserted = verb < trigger and "," not in parse.words[verb:trigger]
        if inserted or verb == trigger:
            return None  # «« Jamais, a martelé X, Paris ne … »» has two commas
        source = self.told_behind(verb, last)
        if source is None or trigger in parse.subtree(source.at):
            return None  # «, a lancé la députée, que Tallinn n'a pas soutenue»
        return source

    def told_behind(self, verb: int, last: int) -> Source | None:
        """Return who is named as speaker right behind a verb, at that word."""
        said = self._clitic(verb) or self._subject_behind(self.cues.last(verb), last)
        between = {word.lower() for word in self.parse.words[verb:said]}
        if said is None or between & self.arguments.grammar.restriction:
            return None
        speakers = self.saying(said) or self._named_by(said, last)
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
            if self._between_phrases(token, verb):
                token += 1
            elif parse.words[token] in BREAKS or parse.pos[token] == "VERB":
                return None
            if parse.pos[token] in ("ADP", "NUM"):
                token = self._past_phrase(token, last)
            elif parse.pos[token] in _NOMINAL and not self._timely(token):
                return token
            else:
                token += 1
        return None

    def _between_phrases(self, comma: int, verb: int) -> bool:
        """«a dit mardi à Oslo, devant la presse, le ministre»: he still comes."""
        behind = comma + 1
        return (
            self.parse.words[comma] == ","
            and comma > verb + 1
            and behind < len(self.parse.words)
            and self.parse.pos[behind] in ("DET", "PROPN", "ADP", "ADV")
        )

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
