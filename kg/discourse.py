"""What a text has named so far, for pronouns and nouns that point back to it."""

from dataclasses import dataclass, field, replace

from kg.actors import Register
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind, Mentions
from kg.quotes import find_quotes
from kg.spellings import fold
from kg.subjects import SUBJECTS
from kg.syntax import Parse

_MAX_CLIMB = 4
_REFERRING = {
    MentionKind.NAME,
    MentionKind.CAPITAL,
    MentionKind.TITLE,
    MentionKind.NOMINAL,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a later pronoun may take up.

    Attributes:
        token: Head of the mention.
        sentence: Number of its sentence in the parse.
        gender: "Masc", "Fem", "Neut" or "" if it tells none.
        number: "Sing" or "Plur".
        subject: Whether it is the subject of its clause, outside of quotes.
    """

    token: int
    sentence: int
    actors: tuple[str, ...]
    gender: str
    number: str
    subject: bool


@dataclass(slots=True)
class Discourse:
    """What pronouns and nouns of one parse are resolved against.

    Attributes:
        candidates: What was named so far, in text order.
    """

    parse: Parse
    mentions: Mentions
    register: Register
    grammar: Grammar
    candidates: list[Candidate] = field(default_factory=list)
    _quoted: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find the quotes once: who is a subject there is not who is spoken of."""
        quotes = find_quotes(self.parse, self.grammar)
        self._quoted = {t for quote in quotes for t in range(quote.first, quote.last)}

    def note(self, mention: Mention, sentence: int) -> None:
        """Let later pronouns take a mention up, if it refers by itself."""
        refers = bool(mention.actors) and mention.kind in _REFERRING
        if not refers or self._merely_placed(mention):
            return
        candidate = self.candidate(mention, sentence)
        self.candidates.append(candidate)
        if len(candidate.actors) > len(mention.actors):  # also on its own
            number = "Plur" if self._plural(mention) else "Sing"
            alone = replace(candidate, actors=mention.actors, number=number)
            self.candidates.append(alone)

    def recent(self, sentence: int) -> list[Candidate]:
        """Return the candidates of a sentence so far and of the one before."""
        return [c for c in self.candidates if c.sentence >= sentence - 1]

    def candidate(self, mention: Mention, sentence: int) -> Candidate:
        """Return a mention with what is coordinated with it: «la Norvège et l'Islande»."""
        parse = self.parse
        group = mention.actors
        if parse.deps[mention.head] != "conj":
            for conjunct in parse.conjuncts(mention.head)[1:]:
                group += self.actors(conjunct)
        plural = len(set(group)) > 1 or self._plural(mention)
        return Candidate(
            mention.head,
            sentence,
            tuple(dict.fromkeys(group)),
            self._gender(mention),
            "Plur" if plural else "Sing",
            mention.head not in self._quoted and self._is_subject(mention.head),
        )

    def actors(self, token: int) -> tuple[str, ...]:
        """Return the actors of the mention that a token heads."""
        mention = self.mentions.by_head.get(token)
        return () if mention is None else mention.actors

    def beside(self, token: int, *, adjuncts: bool = True) -> set[str]:
        """Return the actors among the other arguments of a word's verb: none is meant.

        «X accuse Y et lui demande»: nor is the shared subject; nor Y in «X accuse Y,
        dont il craint …». Without adjuncts, those of «en Birmanie, l'armée …» are left
        out.
        """
        parse = self.parse
        verb = parse.heads[token]
        beside = list(parse.children[verb])
        if parse.deps[verb] == "acl:relcl":
            beside.append(parse.heads[verb])
        for _ in range(_MAX_CLIMB):
            shared = (
                parse.deps[verb] == "conj"
                or "VerbForm=Inf" in parse.morphs[verb]
                or parse.pos[verb] == "ADP"  # «avant de signer avec lui»
            )
            if not shared or parse.having(verb, *SUBJECTS):
                break
            verb = parse.heads[verb]
            beside += parse.having(verb, *SUBJECTS)
        return {
            slug
            for other in beside
            if other != token and (adjuncts or parse.deps[other] != "obl:mod")
            for member in parse.conjuncts(other)
            for slug in self.actors(member)
        }

    def _merely_placed(self, mention: Mention) -> bool:
        """«en Moldavie»: where something is, not what one goes on to speak of."""
        cases = self.parse.having(mention.head, "case")
        words = (self.parse.words[case].lower() for case in cases)
        return mention.place or any(word in self.grammar.placing for word in words)

    def _is_subject(self, token: int) -> bool:
        parse = self.parse
        while parse.deps[token] == "conj" and parse.heads[token] != token:
            token = parse.heads[token]
        return parse.deps[token] in SUBJECTS

    def _plural(self, mention: Mention) -> bool:
        if mention.kind is MentionKind.TITLE:
            return "Number=Plur" in self.parse.morphs[mention.head]
        articles = self.parse.having(mention.head, "det")
        if (
            articles or mention.kind is MentionKind.CAPITAL
        ):  # «Washington», «l'Amérique»
            return any("Number=Plur" in self.parse.morphs[det] for det in articles)
        slug = mention.actors[0]
        states = self.register.kind(slug) in ("State", "Place")
        if self.grammar.natural_gender and states:  # "the Netherlands … its"
            return False
        return slug in self.register.gazetteer.plural

    def _gender(self, mention: Mention) -> str:
        """Return the gender that pronouns agree with, "" if any may."""
        gazetteer, slug = self.register.gazetteer, mention.actors[0]
        if self.grammar.natural_gender and self.register.kind(slug) != "Person":
            return "Neut"
        described = mention.kind in (MentionKind.TITLE, MentionKind.NOMINAL)
        if described and self.register.kind(slug) != "Person":
            feminine = "Gender=Fem" in self.parse.morphs[mention.head]
        elif slug not in gazetteer.actors or self._renamed(mention, slug):
            return ""
        else:
            feminine = slug in gazetteer.feminine
        return "Fem" if feminine else "Masc"

    def _renamed(self, mention: Mention, slug: str) -> bool:
        """«Londres», «l'Angleterre» need not be masculine as «le Royaume-Uni» is."""
        register = self.register
        words = " ".join(self.parse.words[mention.first : mention.last + 1])
        label = register.actor(slug).label(register.language)
        return register.kind(slug) != "Person" and fold(words) != fold(label)
