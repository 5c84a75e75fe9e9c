"""Which words fill the syntactic slots of a trigger: subjects, objects, obliques.

Passives, coordination, control, relative clauses and participles are seen through here,
so that a frame need only name the slot: in «une Grèce soutenue par la France», «France»
is the subject of «soutenir» and «Grèce» its object.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.lang.grammar import Grammar
from kg.syntax import Parse

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer")
OBJECTS = ("obj", "obj:lvc")
_OBLIQUES = ("obl", "obl:arg", "obl:mod", "obl:agent", "iobj", "nmod", "dislocated")
_CLAUSES = ("ccomp", "xcomp", "csubj", "acl", "advcl", "obl")
_VERBAL = {"VERB", "AUX"}
_RELATIVE_WITHIN = 4  # tokens between a relative pronoun and its noun
_MISLABELLED = ("nmod", "xcomp", "nsubj", "dep")
_MAX_CLIMB = 6


@dataclass(slots=True)
class Arguments:
    """Slots of the verbs, nouns and adjectives of one parse."""

    parse: Parse
    grammar: Grammar
    complex_prepositions: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    slot_words: frozenset[str] = frozenset()
    _complex: dict[int, list[tuple[str, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the complex prepositions («auprès de», «à l'égard de») once."""
        starts = self.complex_prepositions
        words = [word.lower().replace("’", "'") for word in self.parse.words]
        for token, word in enumerate(words):
            for phrase, name in starts.get(word, ()):
                last = token + len(phrase)
                if tuple(words[token:last]) == phrase and last < len(words):
                    mark = self.grammar.prepositions.get(words[last])
                    if mark == name.rpartition("_")[2] and self._file(
                        token, last, name
                    ):
                        break

    def _file(self, first: int, last: int, name: str) -> bool:
        """File the complement of a complex preposition under its governor."""
        heads = self.parse.heads
        complement = heads[last]
        if first <= complement <= last:
            inside = [t for t in range(first, last) if self.parse.deps[t] == "case"]
            complement = next((heads[t] for t in inside if heads[t] > last), -1)
        governor = heads[complement]
        while first <= governor <= last and heads[governor] != governor:
            governor = heads[governor]
        if complement < 0 or first <= governor <= last or governor == complement:
            return False
        self._complex.setdefault(governor, []).append((name, complement))
        return True

    def preposition(self, token: int) -> str:
        """Return the preposition that introduces a nominal, "" if none does."""
        for case in self.parse.having(token, "case", "mark"):
            word = self.parse.words[case].lower().replace("’", "'")
            lemma = self.parse.lemmas[case]
            return self.grammar.prepositions.get(word, lemma)
        return ""

    def is_verb(self, token: int) -> bool:
        """Tell whether a token is a verb form, participles tagged ADJ included."""
        parse = self.parse
        return parse.pos[token] in _VERBAL or "VerbForm=" in parse.morphs[token]

    def passive(self, verb: int) -> bool:
        """Tell whether the surface subject of a verb is its object."""
        parse = self.parse
        if parse.lemmas[verb] in self.grammar.unaccusative:
            return False
        if parse.having(verb, "obl:agent"):
            return True
        if parse.having(verb, "obj", "ccomp"):
            return False
        if parse.having(verb, "aux:pass", "nsubj:pass", "expl:pass"):
            return True
        past = "VerbForm=Part" in parse.morphs[verb] and (
            "Tense=Past" in parse.morphs[verb] or parse.pos[verb] == "ADJ"
        )
        bare = not parse.having(verb, "aux", "aux:tense", "cop")
        if parse.deps[verb] == "conj" and past and bare:
            first = parse.heads[verb]
            if self.is_verb(first) and "VerbForm=Part" in parse.morphs[first]:
                return self.passive(first)
        return past and bare

    def surface_subject(self, verb: int, depth: int = 0) -> int | None:
        """Return the subject of a verb or predicate, its own or the shared one."""
        parse = self.parse
        own = parse.having(verb, *SUBJECTS) or [
            subject  # «X a une nouvelle fois refusé»: parsers hang X on «a»
            for auxiliary in parse.having(verb, "aux:tense", "aux:pass", "aux")
            for subject in parse.having(auxiliary, *SUBJECTS)
        ]
        if own:  # «WikiLeaks : l'Équateur accorde …»: the nearest is the verb's
            return min(own, key=lambda subject: abs(subject - verb))
        governor, dep = parse.heads[verb], parse.deps[verb]
        if governor == verb or depth > _MAX_CLIMB:
            return None
        if dep == "parataxis" and self.is_verb(governor):
            return self.surface_subject(governor, depth + 1)
        if dep == "conj":
            infinitive = "VerbForm=Inf" in parse.morphs[verb]
            if infinitive or self.is_verb(governor) or parse.having(governor, "cop"):
                return self.surface_subject(governor, depth + 1)
            return None
        if dep.startswith("acl") and dep != "acl:relcl":
            return self._subject_below_noun(verb, governor, depth)
        nonfinite = "VerbForm=" in parse.morphs[verb] and (
            "VerbForm=Fin" not in parse.morphs[verb]
        )
        if dep in ("xcomp", "ccomp", "advcl", "obl", "obl:arg", "obl:mod") and (
            nonfinite or dep == "xcomp"
        ):
            if dep == "advcl" and "VerbForm=Part" in parse.morphs[verb]:
                return self.surface_subject(governor, depth + 1)
            return self.controller(governor, verb, depth + 1)
        if dep in ("advcl", "amod", "advcl:cleft") and nonfinite:
            return governor if dep == "amod" else self.surface_subject(governor, depth)
        return None

    def controller(self, governor: int, verb: int, depth: int = 0) -> int | None:
        """Return who acts in an infinitive: the governor's object or its subject."""
        parse = self.parse
        ordered = parse.deps[verb] != "advcl" and self._object_control(governor)
        if ordered:
            if self.passive(governor):  # but «il a été permis à X de …» has no subject
                subject = self.surface_subject(governor, depth)
                if subject is not None:
                    return subject
            objects = [o for o in parse.having(governor, *OBJECTS) if o != verb]
            addressees = objects or self.obliques(governor, "à")
            if addressees:
                return addressees[0]
        predicate = parse.having(governor, "cop")
        if parse.pos[governor] in ("NOUN", "PROPN") and not predicate:
            return self._subject_below_noun(verb, governor, depth)
        subject = self.surface_subject(governor, depth)
        return self._above(governor, depth) if subject is None else subject

    def _object_control(self, governor: int) -> bool:
        parse, lemma = self.parse, self.parse.lemmas[governor]
        idiom = self.grammar.object_control_idioms.get(lemma)
        clitics = {parse.words[c].lower() for c in parse.children[governor]}
        return lemma in self.grammar.object_control or idiom in clitics

    def _above(self, governor: int, depth: int) -> int | None:
        """«un pays prêt à agir», «agit afin d'aider»: the noun, who does the rest."""
        parse, above = self.parse, self.parse.heads[governor]
        if above == governor:
            return None
        if parse.pos[governor] == "ADJ" and parse.deps[governor] in ("amod", "acl"):
            return above
        linking = parse.pos[governor] in ("ADV", "ADP") and self.is_verb(above)
        return self.surface_subject(above, depth + 1) if linking else None

    def _subject_below_noun(self, verb: int, noun: int, depth: int) -> int | None:
        parse = self.parse
        if "VerbForm=Part" in parse.morphs[verb] or not self.is_verb(verb):
            return noun
        addressees = self._addressees(verb, noun)
        if addressees:
            return addressees[0]
        owners = [
            *self.obliques(noun, "de"),
            *parse.having(noun, "det"),
        ]
        owners = [o for o in owners if o != verb and parse.pos[o] != "VERB"]
        for owner in owners:
            word = parse.words[owner].lower()
            if parse.deps[owner] != "det" or word in self.grammar.possessives:
                return owner
        predicate = parse.having(noun, "cop")  # «X est le premier pays à aider Y»
        governor = noun if predicate else parse.heads[noun]
        if predicate or (governor != noun and self.is_verb(governor)):
            return self.surface_subject(governor, depth + 1)
        return None

    def _addressees(self, infinitive: int, noun: int) -> list[int]:
        """«l'appel de X à Y à négocier»; parsers hang infinitives on names, too."""
        parse = self.parse
        ordered = parse.deps[noun] in OBJECTS and parse.pos[noun] == "PROPN"
        if ordered and self._object_control(parse.heads[noun]):
            return [noun]  # «accuser l'Irak de fabriquer»
        if self.preposition(infinitive) != "à":
            return []
        return [o for o in self.obliques(noun, "à") if not self.is_verb(o)]

    def subject(self, verb: int) -> list[int]:
        """Return who acts: the subject, or the agent of a passive."""
        if self.passive(verb):
            agents = self.parse.having(verb, "obl:agent")
            agents = agents or self.obliques(verb, self.grammar.passive_by)
            return agents or self._owner(verb)
        subject = self.surface_subject(verb)
        return [] if subject is None else self.all_subjects(verb, subject)

    def all_subjects(self, verb: int, nearest: int) -> list[int]:
        """Return every subject of a verb: parsers split «X, Y et Z menacent»."""
        own = self.parse.having(verb, *SUBJECTS)
        between = self.parse.words[min(own, default=nearest) : nearest]
        if nearest not in own or ":" in between:
            return [nearest]
        return own

    def _owner(self, participle: int) -> list[int]:
        """«leurs drones, acquis auprès de X»: who has them has acquired them."""
        parse = self.parse
        if not parse.deps[participle].startswith("acl"):
            return []
        return [
            d
            for d in parse.having(parse.heads[participle], "det")
            if parse.words[d].lower() in self.grammar.possessives
        ]

    def objects(self, verb: int) -> list[int]:
        """Return what is acted upon: the object, or the subject of a passive."""
        if self.passive(verb):
            subject = self.surface_subject(verb)
            return [] if subject is None else [subject]
        found = self.parse.having(verb, *OBJECTS)
        places = [c for c in self.parse.children[verb] if c not in found]
        obliques = [c for c in places if self.parse.deps[c] in _OBLIQUES]
        found = [  # «soutient Kiev contre Moscou, et Minsk contre …»: not the last
            o for o in found if not any(found[0] < oblique < o for oblique in obliques)
        ]
        return found or self._relative_object(verb) or self._bare_object(verb)

    def _relative_object(self, verb: int) -> list[int]:
        """«X, que la Russie menace»: parsers take «que» for a conjunction."""
        parse = self.parse
        if not parse.deps[verb].startswith("acl"):
            return []
        marks = (parse.words[m].lower() for m in parse.having(verb, "mark", "advmod"))
        opens = any(self.grammar.relatives.get(mark) == "object" for mark in marks)
        return [parse.heads[verb]] if opens else []

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

    def obliques(self, token: int, preposition: str) -> list[int]:
        """Return the complements that a preposition or dative clitic introduces."""
        parse = self.parse
        found = [c for name, c in self._complex.get(token, ()) if name == preposition]
        for child in parse.children[token]:
            dep = parse.deps[child]
            if dep in _OBLIQUES or dep.startswith("nmod") or dep == "conj":
                # «un accord avec X ainsi qu'avec Y»: Y is a conjunct of the noun
                slot = self.preposition(child) if dep == "conj" else self._slot(child)
                if slot == preposition and child not in found:
                    found.append(child)
            elif dep in ("obj", "expl:comp", "expl"):
                word = parse.words[child].lower()
                clitic = parse.pos[child] == "PRON" and child < token
                if clitic and self.grammar.clitic_slots.get(word) == preposition:
                    found.append(child)
        return found

    def _slot(self, child: int) -> str:
        parse = self.parse
        preposition = self.preposition(child)
        if not preposition and parse.pos[child] == "PRON":
            word = parse.words[child].lower()
            clitic = self.grammar.clitic_slots.get(word, "")
            relative = self.grammar.relatives.get(word, "")
            return clitic or relative
        return preposition

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
        word = parse.words[token].lower().replace("’", "'")
        if word not in self.grammar.relatives or parse.pos[token] != "PRON":
            return None
        climbed = token
        for _ in range(_MAX_CLIMB):
            if parse.deps[climbed].startswith(("acl", "advcl:cleft")):
                return parse.heads[climbed]
            if parse.heads[climbed] == climbed:
                break
            climbed = parse.heads[climbed]
        return self._noun_before(token)

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
        deps, heads = parse.deps, parse.heads
        if parse.having(token, "cop"):
            subject = self.surface_subject(token)
            return [] if subject is None else [subject]
        governor = heads[token]
        if deps[token] in ("appos", "amod", "acl") and governor != token:
            return [governor]
        state = self.preposition(token) in self.grammar.state_prepositions
        if state and deps[token] in ("nmod", "obl", "obl:mod", "obl:arg"):
            if not self.is_verb(governor):
                return [governor]  # «l'Irak, en guerre contre l'Iran»
            subject = self.surface_subject(governor)
            return [] if subject is None else [subject]
        if deps[token] == "xcomp" and parse.lemmas[governor] in self.grammar.copulas:
            subject = self.surface_subject(governor)
            return [] if subject is None else [subject]
        if deps[token] == "xcomp":  # «une alliance qu'ils jugent hostile à Paris»
            return self.objects(governor)
        if deps[token] == "conj" and governor != token and not self.is_verb(governor):
            bare = not parse.having(token, "det", "case", "cc")
            if bare and parse.pos[governor] == "PROPN":
                return [governor]  # «la Turquie, membre de l'OTAN, …»
            if parse.pos[governor] == parse.pos[token]:
                return self.predicated_of(governor)
            return []
        return parse.having(token, "appos")
