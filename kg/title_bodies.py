"""The states and bodies that titles belong to, and where they stand before them."""

from dataclasses import dataclass, field

from kg.actors import Register
from kg.gazetteer import Title
from kg.lang.grammar import Grammar
from kg.mentions import Mention, MentionKind
from kg.spellings import fold
from kg.syntax import Parse

MAX_ADJECTIVES = 2  # «le président américain sortant Joe Biden»
_BODY_KINDS = {"State", "Place", "Organisation", "Alliance", "Government", "ArmedGroup"}


@dataclass(slots=True)
class TitlePhrase:
    """A title with the bodies that it names.

    Attributes:
        bodies: Slugs of states or organisations, in order.
        title_last: Last word of the title itself; `last` covers its bodies too.
        begin: First word of the bodies before it, else its own: "Norway's president".
        anchors: Tokens that named them; they are no mentions of their own any more.
    """

    title: Title
    first: int
    last: int
    title_last: int
    bodies: list[str] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)
    begin: int = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the title; bodies before it are found later."""
        self.begin = self.first


@dataclass(slots=True)
class TitleBodies:
    """Finds what titles of one parse belong to.

    Attributes:
        adjectives: Demonyms by their token.
        by_first: Names, and titles found before, by their first token.
    """

    parse: Parse
    register: Register
    grammar: Grammar
    adjectives: dict[int, Mention]
    by_first: dict[int, Mention]
    _linking: set[str] = field(init=False)
    _by_last: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Write the linking words as titles do, once."""
        words = self.grammar.linking_words
        self._linking = {piece for word in words for piece in fold(word)}
        self._by_last = {m.last: m for m in self.by_first.values()}

    def look_before(self, phrase: TitlePhrase) -> None:
        """Read the bodies before a title: “Norwegian and Peruvian prime ministers”."""
        position, skipped = phrase.first - 1, 0
        while position >= 0:
            named = self._named_before(phrase, position)
            if named is not None:
                phrase.bodies[:0] = self._bodies(phrase, named)
                phrase.anchors.append(named.head)
                phrase.begin, position = named.first, named.first - 1
            elif self._owning(position) and not phrase.bodies:
                position -= 1
            elif self._describes(position, skipped) and not phrase.bodies:
                skipped, position = skipped + 1, position - 1
            elif phrase.bodies and self._joins(position):
                if self._named_before(phrase, position - 1) is None:
                    return
                position -= 1
            else:
                return

    def _named_before(self, phrase: TitlePhrase, position: int) -> Mention | None:
        """Return the adjective or body that ends with a token."""
        adjective = self.adjectives.get(position)
        if adjective is not None and adjective.kind is MentionKind.ADJECTIVE:
            return adjective
        named = self._by_last.get(position)
        if named is None or named.last >= phrase.first or not self._is_body(named):
            return None
        owned = self._owning(position + 1) or self.parse.pos[position] == "PROPN"
        return named if owned else None

    def _owning(self, position: int) -> bool:
        """Tell whether a token marks the owner before it."""
        mark = self._preposition(position)
        return mark in self.grammar.owning and mark != self.grammar.of

    def _describes(self, position: int, skipped: int) -> bool:
        nominal = self.parse.pos[position] in ("ADJ", "NOUN", "ADV", "NUM")
        known = position in self.by_first or position in self.adjectives
        return nominal and not known and skipped < MAX_ADJECTIVES

    def _joins(self, position: int) -> bool:
        return self.parse.lemmas[position] in self.grammar.and_words

    def _preposition(self, position: int) -> str:
        word = self._word(position)
        return self.grammar.prepositions.get(word, word)

    def _word(self, position: int) -> str:
        words = self.parse.words[position : position + 1]
        return words[0].lower().replace("’", "'") if words else ""

    def _bodies(self, phrase: TitlePhrase, named: Mention) -> list[str]:
        """Return what a name adds: «les armées de Saddam Hussein» are those of Iraq."""
        register = self.register
        facts = register.gazetteer.offices
        offices = [facts[name] for name in phrase.title.offices if name in facts]
        stately = bool(offices) and all("State" in o.of_kind for o in offices)
        if phrase.title.kind != "StateNoun" and not stately:
            return list(named.actors)
        return [
            register.body(slug) if register.kind(slug) == "Person" else slug
            for slug in named.actors
        ]

    def _is_body(self, mention: Mention) -> bool:
        register = self.register
        return bool(mention.actors) and all(
            register.kind(slug) in _BODY_KINDS
            or register.kind(register.body(slug)) in _BODY_KINDS
            for slug in mention.actors
        )
