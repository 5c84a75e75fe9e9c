"""Verbs that carry a noun trigger: «apporter son soutien à», «recevoir l'aide de»."""

from collections.abc import Collection
from dataclasses import dataclass

from kg.arguments import Arguments
from kg.denotation import Denotation, Filler
from kg.frames import Trigger
from kg.lexicon import Lexicon
from kg.slots import FREE, Slots
from kg.subjects import OBJECTS
from kg.syntax import Parse

_INHERENT = ("expl:pv", "expl:comp")  # «s'opposer» is another verb than «opposer»
_BLAMED = ("VerbalConflict", "MaterialConflict")
Carrier = tuple[int, str, list[int]]  # verb, role of its subject, subjects


@dataclass(slots=True)
class Support:
    """Finds the actors of a noun around the verb that carries it."""

    parse: Parse
    arguments: Arguments
    lexicon: Lexicon
    slots: Slots
    denotation: Denotation

    def fillers(self, trigger: Trigger, role: str, triggers: set[int]) -> list[Filler]:
        """Return the actors that a carrying verb gives a noun in a role.

        Args:
            trigger: A trigger; only nouns are carried.
            role: "Source" or "Target".
            triggers: Heads of all triggers of the sentence.
        """
        frame = trigger.frame
        slots = frame.source if role == "Source" else frame.target
        if frame.category != "Noun" or frame.source[:1] == ("predication",):
            return []
        head = trigger.head
        struck = role == "Target" and frame.relation.sign < 0
        tokens = self._struck(head) if struck else []
        tokens = tokens or self._each_other(head) or self._gathered(trigger)
        carriers = self._carriers(head)
        if not carriers and frame.relation.quad in _BLAMED:
            carriers = self._imputed(head)
        for carrier in carriers:
            tokens = tokens or self._carried(trigger, slots, role, carrier)
        if not carriers and not tokens and role == "Target":
            return self._loose(trigger, slots, triggers)
        return [f for token in tokens for f in self.denotation.of(token)]

    def _carried(
        self, trigger: Trigger, slots: tuple[str, ...], role: str, carrier: Carrier
    ) -> list[int]:
        """Return who fills a role of a noun around its carrying verb."""
        verb, fills, subjects = carrier
        fills = "Source" if trigger.frame.relation.symmetric else fills
        if fills == role:
            return subjects
        tokens = [
            token
            for slot in slots
            if slot not in self.slots.owners
            for token in self.slots.below(verb, slot)
            if token != trigger.head
        ]
        if fills == "Target" and not tokens:
            return self.arguments.obliques(verb, self.arguments.grammar.of)
        return tokens

    def _each_other(self, noun: int) -> list[int]:
        """«X et Y se livrent une bataille», each against the other."""
        parse = self.parse
        verb = parse.heads[noun]
        each = any(
            parse.lemmas[c] == self.arguments.grammar.reflexive
            for c in parse.children[verb]
        )
        if parse.deps[noun] != "obj" or not each or not self._plural(verb):
            return []
        return self.arguments.subject(verb)

    def _struck(self, noun: int) -> list[int]:
        """«des sanctions frappent X», «des sanctions qui frappent X»: their target."""
        verbs = self._acting(noun, self.arguments.grammar.struck_by)
        return [thing for verb in verbs for thing in self.arguments.objects(verb)]

    def _gathered(self, trigger: Trigger) -> list[int]:
        """«le conflit qui oppose X à Y», «le sommet réunissant X et Y»: the parties."""
        grammar, noun = self.arguments.grammar, trigger.head
        if grammar.both not in trigger.frame.source:
            return []
        parties = []
        for verb in self._acting(noun, grammar.gathering):
            objects = self.arguments.objects(verb)
            slot = grammar.gathering[self.parse.lemmas[verb]]
            others = self.arguments.obliques(verb, slot) if slot else []
            parties += objects + [o for o in others if o > min(objects, default=o)]
        return [p for p in parties if self.arguments.antecedent(p) is None]

    def _acting(self, noun: int, known: Collection[str]) -> list[int]:
        """Return the verbs of some lemmas whose subject or agent a noun is."""
        parse = self.parse
        above = parse.heads[noun]
        agent = parse.deps[noun] == "obl:agent"
        found = [above] if parse.deps[noun] == "nsubj" or agent else []
        found += parse.having(noun, "acl")
        found += [
            clause
            for clause in parse.having(noun, "acl:relcl")
            for subject in parse.having(clause, "nsubj")
            if self.arguments.antecedent(subject) == noun
        ]
        return [
            verb
            for verb in found
            if parse.lemmas[verb] in known
            and self.arguments.passive(verb) == (agent and verb == above)
        ]

    def _plural(self, verb: int) -> bool:
        parse = self.parse
        return parse.bears(parse.forms(verb), "Number=Plur", "VerbForm=Fin")

    def _loose(
        self, trigger: Trigger, slots: tuple[str, ...], triggers: set[int]
    ) -> list[Filler]:
        """«a redit le soutien de X à Y»: parsers hang «à Y» on the verb."""
        head = trigger.head
        verb = self.parse.heads[head]
        if self.parse.deps[head] not in ("obj", "nsubj:pass", "nsubj"):
            return []
        if verb in triggers:
            return []
        for slot in slots:
            if slot not in self.slots.owners and slot not in FREE:
                tokens = [t for t in self.arguments.obliques(verb, slot) if t > head]
                found = [f for t in tokens for f in self.denotation.of(t)]
                if found:
                    return [f.further() for f in found]
        return []

    def _carriers(self, noun: int) -> list[Carrier]:
        """Return the light verbs of a noun, above it and below it.

        “A new round of sanctions” is carried as the sanctions are.
        """
        above = self.parse.heads[noun]
        if self.parse.deps[noun] == "nmod" and self.lexicon.is_cue(
            self.parse.lemmas[above], "MeasureNoun"
        ):
            noun = above
        found = [self._verb_above(noun), self._verb_below(noun)]
        if not any(found) and self.parse.deps[noun] == "conj":
            return self._carriers(self.parse.heads[noun])
        return [carrier for carrier in found if carrier is not None]

    def _imputed(self, noun: int) -> list[Carrier]:
        """«impute à X l'attaque», «tient X pour responsable de l'attaque»: X attacked."""
        parse, grammar = self.parse, self.arguments.grammar
        above = parse.heads[noun]
        verbs = parse.having(noun, "acl")
        if parse.deps[noun] in ("obj", "nsubj:pass"):
            verbs = [above, *verbs]
        for verb in verbs:
            blamed = self.arguments.obliques(verb, grammar.to)
            if parse.lemmas[verb] in grammar.imputing and blamed:
                return [(verb, "Source", blamed)]
        if parse.lemmas[above] in grammar.answerable:
            verb = parse.heads[above]
            return [(verb, "Source", self.arguments.objects(verb))]
        return []

    def _verb_above(self, noun: int) -> Carrier | None:
        """«apporte son soutien», «fait l'objet, depuis hier, de sanctions»."""
        governor, dep = self.parse.heads[noun], self.parse.deps[noun]
        found = self._phrase(governor, noun) if dep == "obj" else None
        if found is None and dep in (*OBJECTS, "nsubj:pass", "obl:arg"):
            role = self._role(governor)
            # «voter contre l'exclusion de X» votes no exclusion
            voted = self.parse.lemmas[governor] in self.arguments.grammar.authored
            if role is not None and not (voted and dep == "obl:arg"):
                found = governor, role, self.arguments.subject(governor)
        if found is None and dep in ("obl:agent", "nmod", "obl", "obl:mod"):
            found = self._bearer(governor, dep)
        return found

    def _verb_below(self, noun: int) -> Carrier | None:
        """«des sanctions décidées par X», «l'aide que X apporte»."""
        for clause in self._clauses_on(noun):
            for verb in (clause, *self.parse.having(clause, "xcomp")):
                role = self._role(verb)
                if role is not None and self.arguments.is_verb(verb):
                    return verb, role, self.arguments.subject(verb)
        return None

    def _role(self, verb: int) -> str | None:
        """Look a verb up, reflexives and phrases («faire l'objet de») included."""
        parse, known = self.parse, self.lexicon.support_verbs
        lemma = parse.lemmas[verb]
        clitic = self.arguments.grammar.reflexive
        clitics = [c for c in parse.children[verb] if parse.lemmas[c] == clitic]
        if any(parse.deps[c] in _INHERENT for c in clitics):
            return known.get(f"{clitic} {lemma}")  # «s'oppose à l'exclusion de X»
        if clitics:
            return known.get(f"{clitic} {lemma}", known.get(lemma))
        authored = lemma in self.arguments.grammar.authored
        return known.get(lemma, "Source" if authored else None)

    def _bearer(self, governor: int, dep: str) -> Carrier | None:
        """«X fait l'objet de sanctions», «X est visé par des sanctions»."""
        parse, known = self.parse, self.lexicon.support_verbs
        if dep == "obl:agent" and self.arguments.passive(governor):
            struck = parse.lemmas[governor] in self.arguments.grammar.struck_by
            objects = self.arguments.objects(governor)
            return (governor, "Target", objects) if struck else None
        for verb in (governor, parse.heads[governor]):
            phrase = self._phrase(verb)
            if phrase is not None:
                return phrase
        for copula in parse.having(governor, "cop", "aux:pass"):
            role = known.get(f"{parse.lemmas[copula]} {parse.lemmas[governor]}")
            subject = self.arguments.surface_subject(governor)
            if role is not None and subject is not None:
                return governor, role, [subject]
        return None

    def _phrase(self, verb: int, noun: int = -1) -> Carrier | None:
        """Look up a verb with one of its complements: «faire l'objet de»."""
        parse, known = self.parse, self.lexicon.support_verbs
        for word in parse.children[verb]:
            role = known.get(f"{parse.lemmas[verb]} {parse.lemmas[word]}")
            if role is not None and word != noun:
                return verb, role, self.arguments.subject(verb)
        return None

    def _clauses_on(self, noun: int) -> list[int]:
        """Return participles and relative clauses that modify a noun.

        A relative pronoun right behind the noun binds it, whatever the tree says.
        """
        parse = self.parse
        found = parse.having(noun, "acl", "acl:relcl", "amod")
        behind = noun + 1
        if behind < len(parse.words):
            verb = parse.heads[behind]
            if parse.words[behind].lower() in self.arguments.grammar.relatives and (
                verb > behind and verb not in found
            ):
                found.append(verb)
        return found
