"""Which of several actors of one name a text means, by the countries it speaks of."""

from dataclasses import dataclass, field

from kg.actors import Register
from kg.spellings import Name
from kg.syntax import Parse

Found = tuple[int, int, Name]  # first token, last token, name
_COUNTRIES = {"State", "Place"}
_ARTICLES = 2  # tokens between a name and the country: «de la»
_SINGLE_WORDS = {"Government", "ArmedGroup"}  # «le Sénat»; «Horizons» may be a word


@dataclass(slots=True)
class Homelands:
    """Tells homonyms apart: «le Parti démocrate» of the United States or of Korea.

    Attributes:
        found: All names of the gazetteer in the parse, in order.
    """

    parse: Parse
    register: Register
    found: list[Found]
    _shared: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Count the countries of the parse once."""
        for _, _, name in self.found:
            if not name.ambiguous and not name.others:
                self._note(name.actors)
        named = {t for first, last, _ in self.found for t in range(first, last + 1)}
        for token, word in enumerate(self.parse.words):
            if token not in named:
                self._note(self._adjective(word))
        self._shared = self._common()

    def _note(self, slugs: tuple[str, ...]) -> None:
        if len(slugs) == 1:
            self.register.note_country(slugs[0])

    def _adjective(self, word: str) -> tuple[str, ...]:
        slugs = self.register.gazetteer.adjectives.get(word.lower(), ())
        return slugs if len(slugs) == 1 else ()

    def _common(self) -> set[str]:
        """«les républicains … les démocrates»: two parties of one country tell it."""
        shared: set[str] = set()
        homes: dict[tuple[str, ...], set[str]] = {}
        for _, _, name in self.found:
            own = set(self._homes(name).values())
            if own and name.pieces not in homes:
                for other in homes.values():
                    shared |= own & other
                homes[name.pieces] = own
        return shared if len(shared) == 1 else set()

    def _homes(self, name: Name) -> dict[str, str]:
        """Return the countries of the organisations that bear a doubtful name."""
        if not name.ambiguous and not name.others:
            return {}
        bearers = {slug: self.register.home(slug) for slug in name.actors + name.others}
        return {
            slug: home
            for slug, home in bearers.items()
            if home not in (None, slug) and self.register.kind(slug) != "Person"
        }

    def told(self, first: int, last: int, name: Name) -> tuple[str, ...] | None:
        """Return the bearers that the text's countries leave; None if they say nothing.

        What stands beside the name decides: «le Parti démocrate italien» is not the
        American one, whatever country the text speaks of.
        """
        homes = self._homes(name)
        if not homes:
            return None
        beside = self._beside(first, last)
        told = self._most_named(homes)
        if beside or self._foreign(homes):
            told = [slug for slug, home in homes.items() if home in beside]
        elif len(told) == 1 and self._telling(first, last, name, told[0]):
            pass
        else:
            return () if name.lower and name.ambiguous else None
        return tuple(told)

    def _beside(self, first: int, last: int) -> set[str]:
        """Return the country beside a name: «italien», «de la République tchèque»."""
        parse, behind = self.parse, last + 1
        slugs: list[str] = []
        if first > 1 and parse.pos[first - 2] == "DET":  # «l'italien Eni»
            slugs += self._adjective(parse.words[first - 1])
        if behind < len(parse.words):
            slugs += self._adjective(parse.words[behind])
            if parse.pos[behind] in ("ADP", "DET"):
                slugs += [
                    slug
                    for begin, _, name in self.found
                    if behind < begin <= behind + _ARTICLES and not name.ambiguous
                    for slug in name.actors
                ]
        return {slug for slug in slugs if self.register.kind(slug) in _COUNTRIES}

    def _foreign(self, homes: dict[str, str]) -> bool:
        """Tell whether the text speaks more of other countries than of these organs'."""
        counts = self.register.countries
        if any(self.register.kind(slug) != "Government" for slug in homes):
            return False
        return max(counts.values(), default=0) > max(counts[h] for h in homes.values())

    def _most_named(self, homes: dict[str, str]) -> list[str]:
        counts = {slug: self.register.countries[home] for slug, home in homes.items()}
        most = max(counts.values())
        if not most and len(self._shared & set(homes.values())) == 1:
            return [slug for slug, home in homes.items() if home in self._shared]
        return [slug for slug, n in counts.items() if n == most and most]

    def _telling(self, first: int, last: int, name: Name, slug: str) -> bool:
        """Tell whether the name may be read without the recogniser's support."""
        if name.others and not name.ambiguous:
            return True
        if name.lower:
            return self._plural_noun(first)
        long = bool(name.pieces[1:]) or name.acronym
        spans = [
            span for span in self.parse.names if span[0] <= last and span[1] > first
        ]
        exact = all(self._covers(span, first, last) for span in spans)
        return exact and (long or self.register.kind(slug) in _SINGLE_WORDS)

    def _covers(self, span: tuple[int, int, str], first: int, last: int) -> bool:
        own = range(span[0], span[1])
        return all(
            first <= token <= last or self.parse.pos[token] in ("DET", "ADP")
            for token in own
        )

    def _plural_noun(self, first: int) -> bool:
        """«les démocrates»; neither «des élus démocrates» nor «deux démocrates»."""
        parse = self.parse
        if first == 0 or parse.pos[first] not in ("NOUN", "PROPN"):
            return False
        return "Definite=Def" in parse.morphs[first - 1]
