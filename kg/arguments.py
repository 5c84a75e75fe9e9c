"""Which words fill the syntactic slots of a trigger: subjects, objects, obliques.

Passives, coordination, control, relative clauses and participles are seen through here,
so that a frame need only name the slot: in «une Grèce soutenue par la France», «France»
is the subject of «soutenir» and «Grèce» its object.
"""

from dataclasses import dataclass

from kg.subjects import OBJECTS, SUBJECTS, Subjects
from kg.syntax import HYPHENS

_OBLIQUES = ("obl", "obl:arg", "obl:mod", "obl:agent", "iobj", "nmod", "dislocated")
_CLAUSES = ("ccomp", "xcomp", "csubj", "acl", "advcl", "obl")
_STATES = ("nmod", "obl", "obl:mod", "obl:arg")
_RELATIVE_WITHIN = 4  # tokens between a relative pronoun and its noun
_MISLABELLED = ("nmod", "xcomp", "nsubj", "dep")
_MAX_CLIMB = 6
_NOMINAL = {"NOUN", "PROPN", "PRON", "ADP"}
_JOINED_FROM = 2  # tokens before a participle: a name and its hyphen


@dataclass(slots=True)
class Arguments(Subjects):
    """Slots of the verbs, nouns and adjectives of one parse."""

    def subject(self, verb: int) -> list[int]:
        """Return who acts: the subject, or the agent of a passive."""
        if self.passive(verb):
            agents = self.parse.having(verb, "obl:agent")
            agents = agents or self.obliques(verb, self.grammar.passive_by)
            return agents or self._joined_agent(verb) or self._owner(verb)
        subject = self.surface_subject(verb)
        return [] if subject is None else self.all_subjects(verb, subject)

    def all_subjects(self, verb: int, nearest: int) -> list[int]:
        """Return every subject of a verb: parsers split «X, Y et Z menacent»."""
        own = self.parse.having(verb, *SUBJECTS)
        own = [subject for subject in own if (subject < verb) == (nearest < verb)]
        between = self.parse.words[min(own, default=nearest) : nearest]
        if nearest not in own or ":" in between:
            return [nearest]
        return own

    def _joined_agent(self, participle: int) -> list[int]:
        """“Iran-backed rebels”: a hyphen joins the agent to its participle."""
        parse = self.parse
        if participle < _JOINED_FROM or parse.words[participle - 1] not in HYPHENS:
            return []
        joined = parse.having(participle, "compound", "obl:mod", "nmod", "obl", "nsubj")
        return [
            token
            for token in joined
            if token < participle
            and parse.subtree(token)[-1] in (participle - 1, participle - 2)
        ]

    def _owner(self, participle: int) -> list[int]:
        """«leurs drones, acquis auprès de X»: who has them has acquired them."""
        if not self.parse.deps[participle].startswith("acl"):
            return []
        return self.possessives(self.parse.heads[participle])

    def objects(self, verb: int) -> list[int]:
        """Return what is acted upon: the object, or the subject of a passive."""
        if self.passive(verb):
            return self._surface_subjects(verb)
        found = self.parse.having(verb, *OBJECTS) or [  # “asked Oslo to act”
            whom
            for whom in self.parse.having(verb, "iobj")
            if self.parse.pos[whom] in ("NOUN", "PROPN")
        ]
        places = [c for c in self.parse.children[verb] if c not in found]
        obliques = [c for c in places if self.parse.deps[c] in _OBLIQUES]
        found = [  # «soutient Kiev contre Moscou, et Minsk contre …»: not the last
            o for o in found if not any(found[0] < oblique < o for oblique in obliques)
        ]
        found = found or self._relative_object(verb) or self._bare_object(verb)
        return found or self._shared_object(verb)

    def _shared_object(self, verb: int) -> list[int]:
        """«arme, finance et abrite le Hezbollah»: one object for all verbs."""
        parse = self.parse
        if parse.having(verb, "expl:pass", "expl:pv", "expl:comp", "ccomp", "xcomp"):
            return []
        first = parse.heads[verb]
        shares = parse.deps[verb] == "conj" and self.is_verb(first) and first < verb
        later = parse.conjuncts(first)[1:] if shares else []
        for joined in (*parse.conjuncts(verb)[1:], *later):
            between = (parse.pos[t] for t in range(verb + 1, joined))
            if joined > verb and not _NOMINAL.intersection(between):
                own = [o for o in parse.having(joined, *OBJECTS) if o > joined]
                if own and self.is_verb(joined):
                    return own
        return [o for o in parse.having(first, "obj") if shares and o > verb]

    def _surface_subjects(self, verb: int) -> list[int]:
        subject = self.surface_subject(verb)
        return [] if subject is None else [subject]

    def _relative_object(self, verb: int) -> list[int]:
        """«X, que la Russie menace»: parsers take «que» for a conjunction."""
        parse = self.parse
        if not parse.deps[verb].startswith("acl"):
            return []
        marks = (parse.words[m].lower() for m in parse.having(verb, "mark", "advmod"))
        opens = any(self.grammar.relatives.get(mark) == "object" for mark in marks)
        return [parse.heads[verb]] if opens or self._zero_relative(verb) else []

    def _zero_relative(self, verb: int) -> bool:
        """“the pact Oslo signed”: the subject stands right behind the noun."""
        parse = self.parse
        if not self.grammar.zero_relatives or parse.deps[verb] != "acl:relcl":
            return False
        before = range(parse.subtree(verb)[0], verb)
        words = {parse.words[token].lower() for token in before}
        return bool(parse.having(verb, "nsubj")) and words.isdisjoint(
            self.grammar.relatives
        )

    def _bare_object(self, verb: int) -> list[int]:
        """Return a noun without preposition right behind a verb, however labelled."""
        parse = self.parse
        if parse.having(verb, "expl:pass", "expl:pv", "expl:comp", "ccomp"):
            return []
        for child in parse.children[verb]:
            bare = parse.deps[child] in _MISLABELLED and not self.preposition(child)
            if child > verb and bare and parse.pos[child] in ("NOUN", "PROPN"):
                inverted = parse.deps[child] in SUBJECTS
                if not inverted or parse.having(verb, *SUBJECTS)[0] < verb:
                    return [child]
        return self._stranded_object(verb)

    def _stranded_object(self, verb: int) -> list[int]:
        """«a reçu mardi au Kremlin le Premier ministre»: hung on the Kremlin."""
        parse = self.parse
        for place in parse.having(verb, "obl", "obl:mod", "obl:arg"):
            if place < verb or not parse.having(place, "case"):
                continue
            for child in parse.having(place, "nmod", "appos"):
                between = parse.words[place:child]
                bare = not self.preposition(child) and "," not in between
                own = parse.having(child, "det") or parse.pos[child] == "PROPN"
                if child > place and bare and own:
                    return [child]
        return []

    def clauses(self, token: int) -> list[int]:
        """Return the clauses and infinitives that depend on a token."""
        return [
            c
            for c in self.parse.having(token, *_CLAUSES)
            if self.is_verb(c) or self.parse.having(c, "cop")
        ]

    def antecedent(self, token: int) -> int | None:
        """Return what a relative pronoun stands for."""
        parse = self.parse
        word = parse.plain(token)
        if word not in self.grammar.relatives or parse.pos[token] != "PRON":
            return None
        climbed = token
        for _ in range(_MAX_CLIMB):
            if parse.deps[climbed].startswith(("acl", "advcl:cleft")):
                return self._whole(parse.heads[climbed], climbed)
            if parse.heads[climbed] == climbed:
                break
            climbed = parse.heads[climbed]
        return self._noun_before(token)

    def doers(self, antecedent: int) -> list[int]:
        """«X frappe Y, ce que Z condamne»: it is X that Z condemns."""
        parse, verb = self.parse, self.parse.heads[antecedent]
        takes_up = parse.lemmas[antecedent] in self.grammar.summaries
        # in «X dit que Y arme Z, ce que …», who knows which clause is taken up
        told = parse.deps[verb] == "ccomp" or bool(parse.having(verb, "ccomp"))
        behind = verb < antecedent and parse.words[antecedent - 1] == "," and not told
        if not (takes_up and behind and self.is_verb(verb)) or self.passive(verb):
            return []
        return self._surface_subjects(verb)

    def _whole(self, noun: int, clause: int) -> int:
        """«X et Y qui se sont vus»: a plural verb takes up both names."""
        parse = self.parse
        forms = (clause, *parse.having(clause, "aux", "aux:tense", "aux:pass"))
        plural = any("Number=Plur" in parse.morphs[form] for form in forms)
        if (
            plural
            and parse.deps[noun] == "conj"
            and "Number=Plur" not in (parse.morphs[noun])
        ):
            return parse.heads[noun]
        return noun

    def relative_owners(self, noun: int) -> list[int]:
        """«le Soudan, dont l'Égypte soutient l'armée»: the army is that of «dont»."""
        if self.parse.deps[noun] not in ("obj", "nsubj:pass"):
            return []
        verb = self.parse.heads[noun]
        above = (verb, *self.parse.having(verb, "nsubj"))  # «dont» on a subject
        owners = [o for word in above for o in self.obliques(word, self.grammar.of)]
        return [owner for owner in owners if self.antecedent(owner) is not None]

    def _noun_before(self, token: int) -> int | None:
        """Return the noun right before a relative pronoun, with comma or preposition."""
        parse = self.parse
        for before in range(token - 1, max(token - _RELATIVE_WITHIN, -1), -1):
            if parse.pos[before] in ("NOUN", "PROPN"):
                named = parse.deps[before].startswith("flat")
                return parse.heads[before] if named else before
            if parse.pos[before] not in ("PUNCT", "ADP"):
                return None
        return None

    def predicated_of(self, token: int) -> list[int]:
        """Return what a noun or adjective is said of: «X est membre», «X, membre»."""
        parse = self.parse
        governor, dep = parse.heads[token], parse.deps[token]
        if parse.having(token, "cop"):
            return self._surface_subjects(token)
        if dep in ("appos", "amod", "acl") and governor != token:
            above = parse.heads[governor]
            # «membre de l'ONU, membre de l'OTAN»: said of one, not of the UN
            again = dep == "appos" and parse.lemmas[above] == parse.lemmas[token]
            return self.predicated_of(above) if again else [self._renamed(token)]
        if dep == "conj" and governor != token and not self.is_verb(governor):
            return self._predicated_with(token, governor)
        return self._predicated_below(token, governor)

    def _renamed(self, token: int) -> int:
        """«entre X et Y, membre de l'OTAN»: one member, the nearest."""
        parse, governor = self.parse, self.parse.heads[token]
        several = "Number=Sing" not in parse.morphs[token]
        if several or parse.deps[token] != "appos":
            return governor
        return max(c for c in parse.conjuncts(governor) if c < max(token, governor + 1))

    def _predicated_with(self, token: int, first: int) -> list[int]:
        """«X est membre et allié»: what the first conjunct is said of."""
        parse = self.parse
        bare = not parse.having(token, "det", "case", "cc")
        if bare and parse.pos[first] == "PROPN":
            return [first]  # «la Turquie, membre de l'OTAN, …»
        alike = parse.pos[first] == parse.pos[token]
        return self.predicated_of(first) if alike else []

    def _predicated_below(self, token: int, governor: int) -> list[int]:
        """«X reste hostile à Y», «X, en guerre contre Y»."""
        parse, dep = self.parse, self.parse.deps[token]
        states = self.grammar.state_prepositions
        state = dep in _STATES and self.preposition(token) in states
        if not state and dep != "xcomp":
            return parse.having(token, "appos")
        if state and not self.is_verb(governor):
            return [governor]
        if state or parse.lemmas[governor] in self.grammar.copulas:
            return self._surface_subjects(governor)
        return self.objects(governor)  # «une alliance qu'ils jugent hostile à Paris»
