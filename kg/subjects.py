"""Who does it: the subject of a verb, its own, a shared one or a controlled one.

In «la Norvège accuse le Pérou de menacer l'Islande et demande à Oslo d'agir», Peru
threatens, Norway demands, and Oslo is to act.
"""

from dataclasses import dataclass

from kg.complements import Complements

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer")
OBJECTS = ("obj", "obj:lvc")
_AUXILIARIES = ("aux:tense", "aux:pass", "aux")
_CONTROLLED = ("xcomp", "ccomp", "advcl", "obl", "obl:arg", "obl:mod")
_MAX_CLIMB = 6


@dataclass(slots=True)
class Subjects(Complements):
    """Subjects of the verbs and predicates of one parse."""

    def passive(self, verb: int) -> bool:
        """Tell whether the surface subject of a verb is its object."""
        parse = self.parse
        if parse.lemmas[verb] in self.grammar.unaccusative:
            return False
        if parse.having(verb, "obl:agent"):
            return True
        if parse.having(verb, "obj", "ccomp"):
            return False
        marked = bool(parse.having(verb, "aux:pass", "nsubj:pass", "expl:pass"))
        return marked or self._bare_participle(verb)

    def _bare_participle(self, verb: int) -> bool:
        """«une Grèce soutenue», «est soutenue et armée», but not «a soutenu et armé»."""
        parse = self.parse
        past = "VerbForm=Part" in parse.morphs[verb] and (
            "Tense=Past" in parse.morphs[verb] or parse.pos[verb] == "ADJ"
        )
        if not past or parse.having(verb, "aux", "aux:tense", "cop"):
            return False
        if self.grammar.zero_relatives and parse.having(verb, "nsubj"):
            return False  # “Oslo urged Riga”: a past tense that looks like a participle
        first = verb
        while parse.deps[first] == "conj" and self.is_verb(parse.heads[first]):
            first = parse.heads[first]
            shared = parse.having(first, "aux", "aux:tense", "aux:pass")
            if shared or "VerbForm=Part" in parse.morphs[first]:
                return self.passive(first)
        return True

    def surface_subject(self, verb: int, depth: int = 0) -> int | None:
        """Return the subject of a verb or predicate, its own or the shared one."""
        parse = self.parse
        own = parse.having(verb, *SUBJECTS) or [
            subject  # «X a une nouvelle fois refusé»: parsers hang X on «a»
            for auxiliary in parse.having(verb, *_AUXILIARIES)
            for subject in parse.having(auxiliary, *SUBJECTS)
        ]
        if own:  # «WikiLeaks : l'Équateur accorde …»: the nearest is the verb's
            # «les Grecs se disputaient l'Italie»: an object that parsers mistake
            nouns = [s for s in own if s < verb or parse.pos[s] == "PRON"]
            return min(nouns or own, key=lambda subject: abs(subject - verb))
        governor, dep = parse.heads[verb], parse.deps[verb]
        if governor == verb or depth > _MAX_CLIMB or self._blamed(governor):
            return None
        if dep in ("conj", "parataxis"):
            return self._shared(verb, governor, depth)
        return self._of_subordinate(verb, governor, depth)

    def _blamed(self, governor: int) -> bool:
        """«fait grief à X de soutenir Y» states no fact."""
        things = (governor, *self.parse.having(governor, *OBJECTS))
        return any(self.parse.lemmas[t] in self.grammar.blames for t in things)

    def _shared(self, verb: int, first: int, depth: int) -> int | None:
        """«la Norvège salue l'accord et condamne l'attaque»: Norway does both."""
        parse = self.parse
        shares = self.is_verb(first)
        if parse.deps[verb] == "conj" and not shares:
            infinitive = "VerbForm=Inf" in parse.morphs[verb]
            shares = infinitive or bool(parse.having(first, "cop"))
        return self.surface_subject(first, depth + 1) if shares else None

    def _of_subordinate(self, verb: int, governor: int, depth: int) -> int | None:
        """Return who acts in an infinitive or participle below another word."""
        dep, morph = self.parse.deps[verb], self.parse.morphs[verb]
        if dep.startswith("acl") and dep != "acl:relcl":
            return self._below_noun(verb, governor, depth)
        if "VerbForm=" not in morph or "VerbForm=Fin" in morph:
            controlled = dep == "xcomp"  # «est prêt à», «juge … hostile»
        elif dep == "amod":
            return governor
        elif dep == "advcl:cleft" or (dep == "advcl" and "VerbForm=Part" in morph):
            return self.surface_subject(governor, depth + 1)
        else:
            controlled = dep in _CONTROLLED
        return self._controller(governor, verb, depth + 1) if controlled else None

    def _controller(self, governor: int, verb: int, depth: int) -> int | None:
        """Return who acts in an infinitive: the governor's object or its subject."""
        parse = self.parse
        ordered = parse.deps[verb] != "advcl" and self._object_control(governor)
        if ordered:
            told = self._told(governor)
            if self.passive(governor):
                subject = self.surface_subject(governor, depth)
                if subject is not None and not (told and self._impersonal(subject)):
                    return subject
            objects = [o for o in parse.having(governor, *OBJECTS, "iobj") if o != verb]
            addressees = objects or told
            if addressees:
                return addressees[0]
        predicate = parse.having(governor, "cop")
        if parse.pos[governor] in ("NOUN", "PROPN") and not predicate:
            return self._below_noun(verb, governor, depth)
        subject = self.surface_subject(governor, depth)
        return self._above(governor, depth) if subject is None else subject

    def _told(self, governor: int) -> list[int]:
        """Return the addressees of a verb: «demander à X d'agir», “call on X to act”."""
        lemma = self.parse.lemmas[governor]
        slots = self.grammar.addressing.get(lemma, {self.grammar.to})
        return [t for slot in sorted(slots) for t in self.obliques(governor, slot)]

    def _impersonal(self, subject: int) -> bool:
        """«il est reproché à X d'avoir agi»: X did, not «il»."""
        return self.parse.words[subject].lower() in self.grammar.impersonal

    def _object_control(self, governor: int) -> bool:
        """«demander à X d'agir»: X acts; likewise «en vouloir à X d'avoir agi»."""
        parse, lemma = self.parse, self.parse.lemmas[governor]
        idiom = self.grammar.object_control_idioms.get(lemma)
        clitics = {parse.words[c].lower() for c in parse.children[governor]}
        if lemma in self.grammar.addressing and self._told(governor):
            return True
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

    def _below_noun(self, verb: int, noun: int, depth: int) -> int | None:
        """«la Grèce soutenue par …» the noun; «sa volonté d'aider» its owner."""
        parse = self.parse
        morph = parse.morphs[verb]
        participle = "VerbForm=Part" in morph or "VerbForm=Ger" in morph
        if participle or not self.is_verb(verb):
            return noun
        holders = self._addressees(verb, noun) or self._owners(verb, noun)
        if holders:
            return holders[0]
        predicate = parse.having(noun, "cop")  # «X est le premier pays à aider Y»
        governor = noun if predicate else parse.heads[noun]
        carried = predicate or (governor != noun and self.is_verb(governor))
        return self.surface_subject(governor, depth + 1) if carried else None

    def _addressees(self, infinitive: int, noun: int) -> list[int]:
        """«l'appel de X à Y à négocier»; parsers hang infinitives on names, too."""
        parse = self.parse
        ordered = parse.deps[noun] in OBJECTS and parse.pos[noun] == "PROPN"
        if ordered and self._object_control(parse.heads[noun]):
            return [noun]  # «accuser l'Irak de fabriquer»
        if self.preposition(infinitive) != self.grammar.to:
            return []
        return [o for o in self.obliques(noun, self.grammar.to) if not self.is_verb(o)]

    def _owners(self, verb: int, noun: int) -> list[int]:
        """«la volonté de la Norvège d'aider», «sa volonté d'aider»."""
        parse = self.parse
        owners = [
            owner
            for owner in self.owned_by(noun)
            if owner != verb and parse.pos[owner] != "VERB"
        ]
        return owners + self.possessives(noun)

    def possessives(self, noun: int) -> list[int]:
        """Return the possessive determiners of a noun."""
        parse, known = self.parse, self.grammar.possessives
        dets = parse.having(noun, "det")
        return [det for det in dets if parse.words[det].lower() in known]
