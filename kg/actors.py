"""Who a name denotes in one document: known actors, and persons never seen before."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from anyascii import anyascii

from kg.gazetteer import Gazetteer
from kg.model import Actor
from kg.offices import Organ, Tenure
from kg.spellings import fold

_COUNTRIES = {"State", "Place"}


def slug_of(name: str) -> str:
    """Turn a name into a readable IRI part.

    >>> slug_of("Jeyhun Əliyev"), slug_of("Bidzina Ivanichvili")
    ('jeyhun-eliyev', 'bidzina-ivanichvili')
    """
    return "-".join(fold(anyascii(name))) or "unnamed"


@dataclass(slots=True)
class Register:
    """The actors that one document names.

    Attributes:
        day: The document's date, by which offices are resolved.
        found: Actors met so far, by slug.
        by_surname: Last piece of a person's name → slugs met in this document.
        countries: How often the document has named a country, its organs or people.
        domestic: Countries whose parties, unions or companies it has named.
    """

    gazetteer: Gazetteer
    language: str
    day: date | None
    found: dict[str, Actor] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    domestic: set[str] = field(default_factory=set)

    def actor(self, slug: str) -> Actor:
        """Return an actor by its slug, known or met in this document."""
        known = self.found.get(slug)
        return self.gazetteer.actors[slug] if known is None else known

    def kind(self, slug: str) -> str:
        """Return the class of an actor."""
        return self.actor(slug).kind

    def body(self, slug: str) -> str:
        """Return the body that an actor acts for, or the actor itself."""
        return self.actor(slug).acts_for or slug

    def home(self, slug: str) -> str | None:
        """Return the country of an actor: its own, its body's, or where it is based."""
        body = self.body(slug)
        if self.kind(body) in _COUNTRIES:
            return body
        return self.gazetteer.homes.get(body)

    def note_country(self, slug: str) -> None:
        """Remember the country of an actor that the document names."""
        home = self.home(slug)
        if home is not None:
            self.countries[home] += 1
        if self.body(slug) in self.gazetteer.homes:
            self.domestic.add(self.gazetteer.homes[self.body(slug)])

    def own_country(self) -> str | None:
        """Return the country whose affairs the document is about, if no other is named."""
        alone = len(self.domestic) == 1 and self.domestic == set(self.countries)
        return next(iter(self.domestic)) if alone else None

    def newcomer(self, name: str, kind: str = "Person") -> str:
        """Return the slug of a person or organisation the ontology does not know."""
        slug = slug_of(name)
        if slug in self.gazetteer.actors:
            same_kind = self.gazetteer.actors[slug].kind == kind
            slug = slug if same_kind else f"{slug}-{kind.lower()}"
        if slug not in self.gazetteer.actors and slug not in self.found:
            self.found[slug] = Actor(slug, kind, ((self.language, name),))
        if kind == "Person":
            self.meet(slug, name)
        return slug

    def meet(self, slug: str, name: str) -> None:
        """Remember a person under the surname, for later short mentions."""
        pieces = fold(name)
        if len(pieces) > 1:
            bearers = self.by_surname.setdefault(pieces[-1], [])
            if slug not in bearers:
                bearers.append(slug)

    def met(self) -> set[str]:
        """Return the persons whom this document has named so far."""
        return {slug for slugs in self.by_surname.values() for slug in slugs}

    def surname(self, name: str) -> str | None:
        """Return the one person of this document who bears a surname."""
        bearers = self.by_surname.get(" ".join(fold(name)), ())
        return bearers[0] if len(bearers) == 1 else None

    def acts_for(self, slug: str, body: str) -> None:
        """Note the body that a newly met person speaks for."""
        actor = self.found.get(slug)
        if actor is not None and actor.acts_for is None and slug != body:
            self.found[slug] = replace(actor, acts_for=body)

    def organ(self, kind: str, state: str) -> str:
        """Return the slug of an organ of a state, such as its foreign ministry."""
        pattern = self.gazetteer.organs[kind]
        slug = pattern.slug.format(state)
        if slug not in self.gazetteer.actors and slug not in self.found:
            adjective = self._agreeing(pattern, state)
            name = self.actor(state).label(self.language)
            labels = tuple(
                (language, text.format(adjective or name))
                for language, text in pattern.labels
                if language == self.language or not pattern.labels[1:]
            )
            kind = pattern.forms or "Government"
            acts_for = None if pattern.forms else state
            self.found[slug] = Actor(slug, kind, labels, (), acts_for)
        return slug

    def _agreeing(self, organ: Organ, state: str) -> str | None:
        """Return the adjective of a state as it stands beside an organ's noun."""
        forms = self.gazetteer.adjective_forms.get(state, [""])
        form = forms[0]
        if organ.feminine and forms[1:] and not forms[1].endswith("s"):
            form = forms[1]
        if organ.plural and form and not form.endswith(("s", "x")):
            form += "s"
        return form or None

    def choose(self, candidates: tuple[str, ...]) -> str | None:
        """Return the candidate that this document has named already, if only one."""
        if len(candidates) == 1:
            return candidates[0]
        met = self.met()
        named = [slug for slug in candidates if slug in met]
        if len(named) == 1:
            return named[0]
        tenures = [
            tenure
            for held in self.gazetteer.tenures.values()
            for tenure in held
            if tenure.holder in candidates
        ]
        if self.day is None:
            return self._latest(tenures, candidates)
        in_office = {t.holder for t in tenures if t.covers(self.day)}
        return in_office.pop() if len(in_office) == 1 else None

    def _latest(self, tenures: list[Tenure], candidates: tuple[str, ...]) -> str | None:
        """Of namesakes who acted for one body, return the last one in office.

        An undated text that says «Bush» means the younger one more often than not.
        """
        since = {t.holder: t.since for t in tenures if t.since is not None}
        if len({self.body(slug) for slug in candidates}) > 1 or not since:
            return None
        return max(since, key=lambda slug: (since[slug], slug))
