"""Words that refer to actors, by the tokens that head them."""

from dataclasses import dataclass, field
from enum import StrEnum

from kg.syntax import Parse


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    TITLE = "title"
    PEOPLE = "people"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(slots=True)
class Mention:
    """Words that refer to actors.

    Attributes:
        head: Token that governs the others.
        first: First token; `last` is the last one, included.
        actors: Slugs; two for «turco-azerbaïdjanais» or «les deux pays».
        metonymy: Whether a place, seat or organ stands for the actor.
        place: Whether it only tells where something is.
        acts: Whether it may be the source of a relation («avoirs russes» may not).
        offices: Offices that a title may denote, when no holder was found.
        attributive: Whether it may tell, beside a noun, who acts: "NATO air strikes".
    """

    head: int
    first: int
    last: int
    actors: tuple[str, ...]
    kind: MentionKind
    metonymy: bool = False
    place: bool = False
    acts: bool = True
    offices: tuple[str, ...] = ()
    attributive: bool = False


@dataclass(slots=True)
class Mentions:
    """All mentions of one parse, by the token that heads them.

    Attributes:
        roles: Persons with the body of their title, as (person, body, head of the
            name, first and last token of the title).
    """

    by_head: dict[int, Mention] = field(default_factory=dict)
    roles: list[tuple[str, str, int, int, int]] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """File a mention under its head; a name is not displaced by a lesser one."""
        held = self.by_head.get(mention.head)
        if held is None or held.kind is not MentionKind.NAME:
            self.by_head[mention.head] = mention

    def names(self) -> dict[int, Mention]:
        """Return the proper names by every token that they cover."""
        found: dict[int, Mention] = {}
        for mention in self.by_head.values():
            if mention.kind is MentionKind.NAME:
                for token in range(mention.first, mention.last + 1):
                    found.setdefault(token, mention)
        return found

    def heads_by_last(self) -> dict[int, list[int]]:
        """Return the heads of the mentions that end with a token, by that token."""
        found: dict[int, list[int]] = {}
        for mention in self.by_head.values():
            found.setdefault(mention.last, []).append(mention.head)
        return found


def head_of(parse: Parse, first: int, last: int) -> int:
    """Return the token of a stretch whose governor lies outside it."""
    outside = [
        token
        for token in range(first, last + 1)
        if not first <= parse.heads[token] <= last or parse.heads[token] == token
    ]
    nominal = [t for t in outside if parse.pos[t] in ("PROPN", "NOUN", "ADJ", "VERB")]
    return (nominal or outside or [first])[0]
