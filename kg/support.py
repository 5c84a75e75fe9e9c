"""Verbs that carry a noun trigger: «apporter son soutien à», «recevoir l'aide de»."""

from dataclasses import dataclass

from kg.arguments import Arguments
from kg.denotation import Denotation, Filler
from kg.frames import Trigger
from kg.lexicon import Lexicon
from kg.slots import FREE, Slots
from kg.subjects import OBJECTS
from kg.syntax import Parse


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
        carrier = self._carrier(trigger.head)
        if carrier is None:
            return self._loose(trigger, slots, triggers) if role == "Target" else []
        verb, fills, subjects = carrier
        fills = "Source" if frame.relation.symmetric else fills
        if fills == role:
            tokens = subjects
        else:
            tokens = [
                token
                for slot in slots
                if slot not in self.slots.owners
                for token in self.slots.below(verb, slot)
                if token != trigger.head
            ]
            if fills == "Target" and not tokens:
                tokens = self.arguments.obliques(verb, self.arguments.grammar.of)
        return [f for token in tokens for f in self.denotation.of(token)]

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

    def _carrier(self, noun: int) -> tuple[int, str, list[int]] | None:
        """Return the light verb of a noun, the role of its subject, and the subject."""
        parse = self.parse
        governor, dep = parse.heads[noun], parse.deps[noun]
        if dep in (*OBJECTS, "nsubj:pass", "obl:arg"):
            role = self._role(governor)
            if role is not None:
                return governor, role, self.arguments.subject(governor)
        if dep in ("obl:agent", "nmod", "obl", "obl:mod"):
            carrier = self._bearer(governor, dep)
            if carrier is not None:
                return carrier
        for clause in self._clauses_on(noun):
            for verb in (clause, *parse.having(clause, "xcomp")):
                role = self._role(verb)
                if role is not None and self.arguments.is_verb(verb):
                    return verb, role, self.arguments.subject(verb)
        return self._carrier(governor) if dep == "conj" else None

    def _role(self, verb: int) -> str | None:
        """Look a verb up, reflexives and phrases («faire l'objet de») included."""
        parse, known = self.parse, self.lexicon.support_verbs
        lemma = parse.lemmas[verb]
        clitic = self.arguments.grammar.reflexive
        if any(parse.lemmas[c] == clitic for c in parse.children[verb]):
            return known.get(f"{clitic} {lemma}", known.get(lemma))
        return known.get(lemma)

    def _bearer(self, governor: int, dep: str) -> tuple[int, str, list[int]] | None:
        """«X fait l'objet de sanctions», «X est visé par des sanctions»."""
        parse, known = self.parse, self.lexicon.support_verbs
        if dep == "obl:agent" and self.arguments.passive(governor):
            struck = parse.lemmas[governor] in self.arguments.grammar.struck_by
            objects = self.arguments.objects(governor)
            return (governor, "Target", objects) if struck else None
        for verb in (governor, parse.heads[governor]):
            for word in parse.children[verb]:
                role = known.get(f"{parse.lemmas[verb]} {parse.lemmas[word]}")
                if role is not None:
                    return verb, role, self.arguments.subject(verb)
        for copula in parse.having(governor, "cop", "aux:pass"):
            role = known.get(f"{parse.lemmas[copula]} {parse.lemmas[governor]}")
            subject = self.arguments.surface_subject(governor)
            if role is not None and subject is not None:
                return governor, role, [subject]
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
