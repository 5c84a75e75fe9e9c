"""Who a title denotes: the person named beside it, its holder, or the body itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.actors import Register
from kg.gazetteer import Title
from kg.mentions import Mention, MentionKind, Mentions, head_of
from kg.syntax import Parse
from kg.title_bodies import TitlePhrase
from kg.title_phrases import TitleReader

_OF_STATES = {"State", "Actor"}
_STACKED = 4  # words between that comma and a name with a title of its own
_COMPLEMENTS = 12  # tokens between a title and the comma before its holder's name


@dataclass(slots=True)
class HolderFinder:
    """Turns titles of one parse into mentions.

    Attributes:
        by_last: Names by their last token.
    """

    reader: TitleReader
    mentions: Mentions
    by_last: dict[int, Mention]

    @property
    def parse(self) -> Parse:
        """The parse that the titles stand in."""
        return self.reader.parse

    @property
    def register(self) -> Register:
        """The actors of the document."""
        return self.reader.register

    def resolve(self, phrase: TitlePhrase) -> None:
        """Add what a title denotes, and tie titled persons to the bodies they act for."""
        if phrase.title.kind == "Office":
            phrase.bodies = [body for body in phrase.bodies if self._has(body, phrase)]
        if phrase.bodies:
            for anchor in phrase.anchors:
                if anchor in self.reader.adjectives:
                    self.mentions.by_head.pop(anchor, None)
        persons = self._persons(phrase) if phrase.title.kind == "Office" else []
        if persons:
            self._merge(phrase, persons)
        elif phrase.bodies:
            self._stand_for_bodies(phrase)
        elif phrase.title.kind == "Office":  # «le président», whoever that is
            offices = phrase.title.offices
            self.mentions.add(self._mention(phrase, (), offices=offices))

    def _has(self, body: str, phrase: TitlePhrase) -> bool:
        """«le militant russe» is a Russian: states have no members of that kind."""
        offices = self.register.gazetteer.offices
        facts = [offices[o] for o in phrase.title.offices if o in offices]
        return self.register.kind(body) != "State" or any(
            office.unique or not office.of_kind or office.of_kind & _OF_STATES
            for office in facts
        )

    def resolve_past(self, phrase: TitlePhrase) -> None:
        """«l'ancien ministre malien X» is X, who speaks for Mali no more.

        Without a name it is somebody unknown, and the adjective no actor.
        """
        for anchor in phrase.anchors:
            if anchor in self.reader.adjectives:
                self.reader.adjectives[anchor].place = True
        persons = self._persons(phrase) if phrase.title.kind == "Office" else []
        if len(persons) == 1:
            mention = self._mention(phrase, (persons[0].actors[0],))
            self.mentions.by_head[mention.head] = mention

    def _mention(
        self,
        phrase: TitlePhrase,
        actors: tuple[str, ...],
        *,
        offices: tuple[str, ...] = (),
    ) -> Mention:
        head = head_of(self.parse, phrase.begin, phrase.last)
        kind = MentionKind.NOMINAL if offices else MentionKind.TITLE
        return Mention(head, phrase.begin, phrase.last, actors, kind, offices=offices)

    def _stand_for_bodies(self, phrase: TitlePhrase) -> None:
        """«le président russe» is its holder, «l'armée russe» stands for Russia."""
        actors = tuple(dict.fromkeys(self._denoted(phrase)))
        mention = self._mention(phrase, actors)
        mention.metonymy = actors == tuple(dict.fromkeys(phrase.bodies))
        mention.acts = phrase.title.acts
        dep = self.parse.deps[mention.head]  # “Israeli military policies”
        mention.attributive = dep in ("amod", "compound")
        self.mentions.by_head[mention.head] = mention
        self.reader.by_first[phrase.first] = mention

    def _denoted(self, phrase: TitlePhrase) -> Iterator[str]:
        title, register = phrase.title, self.register
        for body in phrase.bodies:
            if self._is_organ(title, body):
                yield register.organ(title.offices[0], body)
                continue
            holders = (
                register.gazetteer.holder(office, owner, register.day)
                for owner in dict.fromkeys((body, register.body(body)))
                for office in self._fitting(title.offices, owner)
            )
            yield next((holder for holder in holders if holder is not None), body)

    def _is_organ(self, title: Title, body: str) -> bool:
        """Tell whether a body has such an organ of its own: states, and groups of places."""
        if title.kind != "Organ":
            return False
        group = self.register.gazetteer.organs[title.offices[0]].forms is not None
        return self.register.kind(body) == "State" or group

    def _fitting(self, offices: tuple[str, ...], body: str) -> list[str]:
        """Return the offices that a body has; those it alone has come first."""
        facts = self.register.gazetteer.offices
        kind = self.register.kind(body)
        known = [office for office in offices if office in facts]
        own = [office for office in known if body in facts[office].only_of]
        general = [
            office
            for office in known
            if not facts[office].only_of
            and (not facts[office].of_kind or kind in facts[office].of_kind)
        ]
        return own + general

    def _persons(self, phrase: TitlePhrase) -> list[Mention]:
        """Return the persons in apposition: «…, Zakir Hasanov», «Macron, président …»."""
        behind = list(self._persons_behind(phrase))
        if behind:
            return behind
        parse, before = self.parse, self._before(phrase)
        if before < 0 or parse.words[before] != ",":
            return []
        named = self.by_last.get(before - 1)
        return [] if named is None or not self._is_person(named) else [named]

    def _before(self, phrase: TitlePhrase) -> int:
        """Return the token before a title, its article and «à l'époque»."""
        parse, grammar = self.parse, self.reader.grammar
        before = phrase.begin - 1
        if before >= 0 and parse.pos[before] == "DET":
            before -= 1
        skipped = grammar.at_the_time
        while before >= 0 and parse.plain(before) in skipped:
            skipped = grammar.at_the_time | grammar.linking_words
            before -= 1
        return before

    def _persons_behind(self, phrase: TitlePhrase) -> Iterator[Mention]:
        """Yield as many names as the title has bodies: «A et B, ministres de X et Y»."""
        parse, position = self.parse, self._behind(phrase)
        for _ in range(max(len(phrase.bodies), 1)):
            mention = self.reader.by_first.get(position)
            if mention is None or not self._is_person(mention):
                return
            yield mention
            after = mention.last + 1
            joins = (*self.reader.grammar.and_words, ",")
            if after >= len(parse.words) or parse.lemmas[after] not in joins:
                return
            position = after + 1

    def _is_person(self, mention: Mention) -> bool:
        return self.register.kind(mention.actors[0]) == "Person"

    def _behind(self, phrase: TitlePhrase) -> int:
        """Return where a name in apposition may start: at once, or behind a comma.

        «le représentant de l'ONU pour le Sahel, Fatou Diallo»: up to the comma there
        may be complements, but no verb and no other name of a person.
        """
        parse = self.parse
        start = phrase.last + 1
        while start < len(parse.words) and parse.pos[start] == "ADJ":
            start += 1
        named = self.reader.by_first.get(start)
        if named is not None and named.kind is not MentionKind.TITLE:
            return start
        for position in range(start, min(start + _COMPLEMENTS, len(parse.words))):
            if parse.words[position] == ",":
                return self._past_title(position + 1)
            if parse.pos[position] in ("VERB", "AUX", "PUNCT", "PRON"):
                break
            if parse.pos[position - 1] == "PROPN" and self._names_person(position):
                return position  # «l'envoyé au Proche-Orient Steve Witkoff»
        return start

    def _past_title(self, position: int) -> int:
        """«le ministre, le général Ivan Petrov, a …»: past what stands before the name.

        In a list the name is of another one: «le ministre, le général Petrov et X».
        """
        parse, start = self.parse, position
        if parse.pos[position : position + 1] == ["DET"]:
            while parse.pos[position] in ("DET", "ADJ", "NOUN"):
                position += 1
                if position - start > _STACKED or position >= len(parse.words):
                    return start
            if self._names_person(position) and self._closes(position):
                return position
        return start

    def _closes(self, position: int) -> bool:
        """Tell whether a name ends its apposition: «…, Ivan Petrov, a menacé»."""
        parse, after = self.parse, self.reader.by_first[position].last + 1
        behind = parse.pos[after + 1 : after + 2]
        return parse.words[after : after + 1] == [","] and (
            behind[:1] in (["VERB"], ["AUX"], ["PRON"])
        )

    def _names_person(self, position: int) -> bool:
        named = self.reader.by_first.get(position)
        return (
            named is not None
            and named.kind is MentionKind.NAME
            and self._is_person(named)
        )

    def _merge(self, phrase: TitlePhrase, persons: list[Mention]) -> None:
        """Let a title and the names beside it be one mention of the persons."""
        mention = self._mention(phrase, tuple(p.actors[0] for p in persons))
        self.mentions.by_head[mention.head] = mention
        if mention.head == persons[0].head or len(persons) > 1:
            for person in persons[1:]:
                self.mentions.by_head.pop(person.head, None)
        for person, body in _pairs(persons, phrase.bodies):
            slug = person.actors[0]
            role = (slug, body, person.head, phrase.first, phrase.last)
            self.mentions.roles.append(role)
            self.register.acts_for(slug, body)


def _pairs(persons: list[Mention], bodies: list[str]) -> Iterator[tuple[Mention, str]]:
    """Tie persons to bodies one by one, or all of them to the first body."""
    if len(persons) == len(bodies):
        yield from zip(persons, bodies, strict=True)
    else:
        yield from ((person, body) for person in persons for body in bodies[:1])
