"""Which actors a word denotes: itself, through apposition, coordination or a pronoun."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kg.arguments import Arguments
from kg.mentions import Mention, MentionKind, Mentions
from kg.syntax import Parse

_MAX_DEPTH = 3
_NOMINAL = ("NOUN", "PROPN")
_BANDS = frozenset({"ArmedGroup"})


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor in a slot.

    Attributes:
        token: Head of the mention.
        handed_over: How many noun phrases it was taken out of: 1 for «l'offensive
            israélienne» standing for Israel.
        group: Whether it is one of several coordinated actors.
    """

    slug: str
    token: int
    mention: Mention
    handed_over: int = 0
    group: bool = False

    def further(self) -> "Filler":
        """Return the same actor, taken out of one more noun phrase."""
        return replace(self, handed_over=self.handed_over + 1)


@dataclass(slots=True)
class Denotation:
    """Follows words of one parse to the actors that they stand for.

    Attributes:
        kind: Gives the class of an actor by its slug.
    """

    parse: Parse
    arguments: Arguments
    mentions: Mentions
    kind: Callable[[str], str]
    _names: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Index the names once: they are all found by now."""
        self._names = self.mentions.names()

    def slugs(self, token: int) -> list[str]:
        """Return the slugs of the actors that a word denotes."""
        return [filler.slug for filler in self.of(token)]

    def of(self, token: int, depth: int = 0) -> list[Filler]:
        """Return the actors that a word and what is coordinated with it denote."""
        found = self._alone(token, depth)
        if depth < _MAX_DEPTH and self.parse.deps[token] != "conj":
            others = [
                filler
                for conjunct in self._members(token)
                if self._joined(token, conjunct)
                for filler in self._alone(conjunct, depth)
            ]
            if found and others:
                found = [replace(f, group=True) for f in (*found, *others)]
        return found

    def compound(self, noun: int, role: str, *, symmetric: bool) -> list[Filler]:
        """«guerre russo-géorgienne»: the first member acts on the second."""
        for child in self.parse.having(
            noun, "amod", "nmod", "acl", "appos", "compound"
        ):
            mention = self.mentions.by_head.get(child)
            if mention is not None and len(mention.actors) > 1:
                fillers = [Filler(s, child, mention) for s in mention.actors]
                if symmetric:
                    return fillers
                return fillers[:1] if role == "Source" else fillers[1:]
        return []

    def two_members(self, noun: int) -> list[Filler]:
        """Return the actors of an adjective: «l'accord franco-allemand» has two."""
        for child in self.parse.having(noun, "amod", "acl", "nmod", "compound"):
            mention = self.mentions.by_head.get(child)
            if mention is not None and mention.attributive:
                return [Filler(s, child, mention, 1) for s in mention.actors]
        return []

    def _members(self, token: int) -> list[int]:
        """Return the conjuncts, and names that parsers take for an apposition.

        In «le Mali, le Burkina Faso et le Niger» one state cannot rename another.
        """
        found = self.parse.conjuncts(token)[1:]
        first = self.mentions.by_head.get(token)
        likened = [
            name
            for name in self.parse.having(token, "nmod")
            if self.arguments.preposition(name) in self.arguments.grammar.likening
        ]
        for name in (*self.parse.having(token, "appos"), *likened):
            other = self.mentions.by_head.get(name)
            if (
                first is not None
                and other is not None
                and self.parse.pos[token] == "PROPN"
                and set(map(self.kind, first.actors + other.actors)) == {"State"}
            ):
                found.append(name)
        return found

    def _joined(self, first: int, conjunct: int) -> bool:
        """Tell whether a conjunct fills the same slot.

        A verb does not, nor does a noun behind another preposition: in «menace Oslo,
        d'après Riga», Riga is not threatened.
        """
        if self.arguments.is_verb(conjunct):
            return False
        words = {self.parse.words[c].lower() for c in self.parse.children[conjunct]}
        if words & self.arguments.grammar.excluding:  # «soutient l'Angola, non X»
            return False
        own = self.arguments.preposition(conjunct)
        if own in self.arguments.grammar.likening:
            return True  # «la Moldavie comme la Géorgie»
        return not own or own == self.arguments.preposition(first)

    def _alone(self, token: int, depth: int) -> list[Filler]:
        """Return the actors that a word denotes without its conjuncts."""
        listed = self._listed(token, depth)
        if listed:
            return listed
        mention = self.mentions.by_head.get(token) or self._enclosing(token)
        if mention is not None and mention.actors:
            if mention.place:
                return []
            group = len(mention.actors) > 1
            found = [Filler(s, token, mention, group=group) for s in mention.actors]
            return found + self._adjoined(token, mention)
        return self._renamed(token, depth) if depth < _MAX_DEPTH else []

    def _adjoined(self, token: int, mention: Mention) -> list[Filler]:
        """«les armées éthiopienne et érythréenne»: an adjective for each actor."""
        if mention.kind is not MentionKind.TITLE:
            return []
        others = [
            self.mentions.by_head.get(conjunct)
            for adjective in self.parse.having(token, "amod")
            for conjunct in self.parse.having(adjective, "conj")
        ]
        return [
            Filler(slug, other.head, other, group=True)
            for other in others
            if other is not None and other.kind is MentionKind.ADJECTIVE
            for slug in other.actors
            if slug not in mention.actors
        ]

    def _renamed(self, token: int, depth: int) -> list[Filler]:
        """Return the actors that a word denotes by another one beside it."""
        antecedent = self.arguments.antecedent(token)
        if antecedent is not None:
            return self.of(antecedent, depth + 1) or self._predicate(antecedent, depth)
        if self.parse.pos[token] not in _NOMINAL:
            return []
        beside = self._apposed(token, depth) or self._called(token, depth)
        return beside or self._bare_apposition(token)

    def _predicate(self, noun: int, depth: int) -> list[Filler]:
        """«le M23 est un groupe que soutient Kigali»: the subject is the group."""
        negated = self.arguments.grammar.negation_mark
        below = self.parse.children[noun]
        if any(self.parse.words[c].lower() in negated for c in below):
            return []
        subjects = self.parse.having(noun, "cop") and self.parse.having(noun, "nsubj")
        return [f for subject in subjects for f in self.of(subject, depth + 1)]

    def _called(self, token: int, depth: int) -> list[Filler]:
        """«l'organisation du Djihad islamique», «les rebelles du M23»: the name."""
        grammar, lemma = self.arguments.grammar, self.parse.lemmas[token]
        kinds = grammar.anaphors.get(lemma, frozenset())
        if "Number=Plur" in self.parse.morphs[token]:
            kinds = _BANDS if lemma in grammar.fighters else frozenset()
        for name in self.arguments.obliques(token, grammar.of) if kinds else ():
            mention = self.mentions.by_head.get(name)
            if mention is not None and mention.kind is MentionKind.NAME:
                return [
                    f for f in self.of(name, depth + 1) if self.kind(f.slug) in kinds
                ]
        return []

    def _enclosing(self, token: int) -> Mention | None:
        """Return the name that a word is part of, if the parser broke the name up."""
        return self._names.get(token) if self.parse.pos[token] == "PROPN" else None

    def _apposed(self, token: int, depth: int) -> list[Filler]:
        names = self.parse.having(token, "appos", "flat:name", "flat")
        names += [  # «M. Guaido», «le tandem Poutine-Xi»
            name
            for name in self.parse.having(token, "nmod")
            if not self.parse.having(name, "case", "det")
        ]
        if self.parse.deps[token] == "appos":  # «Taïwan, île reconnue par …»
            names.append(self.parse.heads[token])
        for name in names:
            mention = self.mentions.by_head.get(name)
            if mention is not None and mention.actors:
                return self.of(name, depth + 1)
        return []

    def _bare_apposition(self, token: int) -> list[Filler]:
        """«l'Ossétie du Sud, autre territoire reconnu par …»: who is named before."""
        parse = self.parse
        if parse.having(token, "det", "case", "cc") or parse.deps[token] == "nsubj":
            return []
        comma = parse.subtree(token)[0] - 1
        mention = self._names.get(comma - 1)
        if mention is None or mention.last != comma - 1 or parse.words[comma] != ",":
            return []
        return [Filler(slug, mention.head, mention) for slug in mention.actors]

    def _listed(self, token: int, depth: int) -> list[Filler]:
        """«les deux puissances, la France et l'Italie»: the names, not the noun."""
        parse = self.parse
        plural = parse.pos[token] == "NOUN" and "Number=Plur" in parse.morphs[token]
        if not plural or depth >= _MAX_DEPTH:
            return []
        inclusive = self.arguments.grammar.inclusive
        for name in parse.having(token, "appos", "nmod"):
            # «trois groupes, les américains Boeing et …»: Boeing, said by what it is
            heads = (name, *parse.having(name, "appos"))
            held = (self.mentions.by_head.get(head) for head in heads)
            mention = next((found for found in held if found is not None), None)
            words = {parse.words[c].lower() for c in parse.children[name]}
            among = parse.deps[name] == "appos" or words & inclusive
            if among and mention is not None and mention.kind is MentionKind.NAME:
                return self.of(name, depth + 1)
        return []
