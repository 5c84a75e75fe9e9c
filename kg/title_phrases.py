"""Offices and organs as words in a row: «le Premier ministre arménien», «l'armée russe».

They are matched on the surface, not on the tree: their word order is fixed, and a
parser errs most often inside long noun phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import Title
from kg.mentions import Mention, MentionKind, head_of
from kg.spellings import fold
from kg.title_bodies import MAX_ADJECTIVES, TitleBodies, TitlePhrase


@dataclass(slots=True)
class TitleReader(TitleBodies):
    """Reads titles off the words of one parse."""

    def read(self, token: int) -> TitlePhrase | None:
        """Return the title that starts with a token, with what follows it."""
        titles = self.register.gazetteer.titles
        word, lemma = fold(self.parse.words[token]), fold(self.parse.lemmas[token])
        candidates = titles.get(word[0], ()) if word else ()
        if not candidates and lemma and self.parse.pos[token] != "VERB":
            candidates = titles.get(lemma[0], ())
        for title in candidates:
            phrase = self._matched(token, title, (word, lemma))
            if phrase is not None:
                self._extend(phrase)
                return phrase
        return None

    def _matched(
        self, token: int, title: Title, forms: tuple[tuple[str, ...], ...]
    ) -> TitlePhrase | None:
        """Match the words of a title; adjectives and articles may stand between."""
        own = len(forms[0])  # «garde-côtes» is one token of two pieces
        if title.pieces[:own] not in forms:
            return None
        wanted = [piece for piece in title.pieces[own:] if piece not in self._linking]
        phrase = TitlePhrase(title, token, token, token)
        for position in range(token + 1, len(self.parse.words)):
            if not wanted:
                break
            adjective = self.adjectives.get(position)
            if self.parse.words[position].lower() in self.grammar.linking_words:
                continue
            if adjective is not None:  # «ministre russe de la Défense»
                phrase.bodies += adjective.actors
                phrase.anchors.append(position)
            elif wanted[0] in self._pieces(position):
                wanted.pop(0)
                self._take(phrase, position)
            else:
                return None
        return None if wanted else phrase

    def _pieces(self, position: int) -> tuple[str, ...]:
        word = self.parse.words[position].lower()
        return (fold(word) + fold(self.parse.lemmas[position]))[:2]

    def _take(self, phrase: TitlePhrase, position: int) -> None:
        """Add a word of the title; it may begin a name: «président de la Commission»."""
        phrase.last = phrase.title_last = position
        named = self.by_first.get(position)
        if named is not None and self._is_body(named) and not self._national(named):
            phrase.bodies += named.actors
            phrase.last = named.last

    def _national(self, named: Mention) -> bool:
        """«le président du Conseil italien»: Italy's, of no body named so."""
        known = named.actors[0] in self.register.gazetteer.actors
        return not known and named.last in self.adjectives

    def _extend(self, phrase: TitlePhrase) -> None:
        """Read on behind a title for the states and bodies it belongs to."""
        self._add_adjectives(phrase)
        if self.grammar.attributes_first and not phrase.bodies:
            self.look_before(phrase)
        if self._independent(phrase.title):
            self._keep_groups(phrase)
            return
        implied = self._implied(phrase.title)
        if not phrase.bodies and implied is not None:
            phrase.bodies.append(implied)
        if not phrase.bodies and not self._add_name(phrase):
            self._add_complements(phrase)
        if not phrase.bodies and self._domestic(phrase):
            own = self.register.own_country()
            phrase.bodies += [] if own is None else [own]

    def _add_adjectives(self, phrase: TitlePhrase) -> None:
        """«le président américain sortant», «les armées russe et chinoise»."""
        parse, skipped = self.parse, 0
        for position in range(phrase.last + 1, len(parse.words)):
            adjective = self.adjectives.get(position)
            if adjective is not None and adjective.kind is MentionKind.ADJECTIVE:
                phrase.bodies += adjective.actors
                phrase.anchors.append(position)
                phrase.last = position
            elif parse.pos[position] == "ADJ" and skipped < MAX_ADJECTIVES:
                skipped += 1
            elif not (self._joins(position) and phrase.bodies):
                return

    def _implied(self, title: Title) -> str | None:
        """«le secrétaire général de l'ONU» needs no «de l'ONU» if no other has one."""
        offices = self.register.gazetteer.offices
        facts = (offices[name] for name in title.offices if name in offices)
        implied = {office.implied for office in facts if office.implied is not None}
        return implied.pop() if len(implied) == 1 else None

    def _add_name(self, phrase: TitlePhrase) -> bool:
        """«l'administration Bush»: the name stands beside the title."""
        named = self.by_first.get(phrase.last + 1)
        if phrase.title.kind != "StateNoun" or named is None:
            return False
        if not self._is_body(named) or named.kind is not MentionKind.NAME:
            return False
        phrase.bodies += self._bodies(phrase, named)
        phrase.last = named.last
        return True

    def _independent(self, title: Title) -> bool:
        organs = self.register.gazetteer.organs
        return title.kind == "Organ" and organs[title.offices[0]].forms is not None

    def _keep_groups(self, phrase: TitlePhrase) -> None:
        """«l'opposition vénézuélienne», but not «l'opposition américaine au traité»."""
        head = head_of(self.parse, phrase.first, phrase.last)
        kinds = {self.register.kind(body) for body in phrase.bodies}
        if self.parse.having(head, "nmod") or kinds - {"State", "Place"}:
            phrase.bodies.clear()

    def _domestic(self, phrase: TitlePhrase) -> bool:
        """«La CGT prévient le gouvernement»: that of its country, for none is named."""
        head, before = head_of(self.parse, phrase.first, phrase.last), phrase.first - 1
        return (
            phrase.title.domestic
            and before >= 0
            and self._word(before) in self.grammar.definite
            and all(
                phrase.first <= complement <= phrase.last or not self._owns(complement)
                for complement in self.parse.having(head, "nmod", "amod")
            )
        )

    def _owns(self, complement: int) -> bool:
        """«le gouvernement de Vichy», unlike «le gouvernement sur les retraites»."""
        cases = {self.parse.lemmas[c] for c in self.parse.having(complement, "case")}
        return cases <= self.grammar.locative_prepositions

    def _add_complements(self, phrase: TitlePhrase) -> None:
        complements = list(self._complements(phrase))
        for mention in complements or self._ruled(phrase):
            phrase.bodies += self._bodies(phrase, mention)
            phrase.anchors.append(mention.head)
            phrase.last = mention.last

    def _ruled(self, phrase: TitlePhrase) -> Iterator[Mention]:
        """«les militaires arrivés au pouvoir à Niamey»: they stand for the state."""
        parse, position, words = self.parse, phrase.last + 1, self.grammar.in_power
        if phrase.title.pieces[-len(words) :] == words:
            words = ()  # the title says so itself: «la junte au pouvoir»
        elif parse.pos[position : position + 1] in (["VERB"], ["ADJ"], ["ADV"]):
            position += 1
        for word in words:
            if self._word(position) != word:
                return
            position += 1
        mention = self.by_first.get(position + 1) or self.by_first.get(position + 2)
        placed = self._preposition(position) in self.grammar.locative_prepositions
        if placed and mention is not None and self._is_state(mention):
            yield mention

    def _local(self, title: Title) -> bool:
        """«le maire de Paris»: of the city, which stands for no state then."""
        offices = self.register.gazetteer.offices
        kinds = [offices[o].of_kind for o in title.offices if o in offices]
        return bool(kinds) and all(kind == {"Place"} for kind in kinds)

    def _complements(self, phrase: TitlePhrase) -> Iterator[Mention]:
        """Yield the names in «de la Russie et de Bakou» behind a title."""
        position = phrase.last + 1
        while self._preposition(position) == self.grammar.of:
            position += 1
            mention = self.by_first.get(position) or self.by_first.get(position + 1)
            if mention is None or not self._is_body(mention):
                return
            if mention.kind is MentionKind.CAPITAL and self._local(phrase.title):
                mention.place = True
                return
            article = self._word(position) in self.grammar.definite
            if mention.first > position and not article:
                return
            yield mention
            position = mention.last + 1
            if position >= len(self.parse.words) or not self._joins(position):
                return
            position += 1

    def _is_state(self, mention: Mention) -> bool:
        kinds = {self.register.kind(slug) for slug in mention.actors}
        return kinds == {"State"}
