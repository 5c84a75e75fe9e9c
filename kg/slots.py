"""Which words fill a slot of a frame, by the name that the frame gives it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.arguments import OBJECTS, Arguments
from kg.frames import Trigger
from kg.mentions import MentionKind, Mentions
from kg.syntax import Parse

OWNERS = ("possessive", "adjective", "de")
FREE = {"object", "subject", "clause", "predication", "host", "compound"}
_HOSTS = {"avec", "grâce_à", "grâce", "sous"}
_BOTH_WITHIN = 13  # tokens from a noun to its «entre»


@dataclass(slots=True)
class Slots:
    """Finds the words in the slots of triggers of one parse.

    Attributes:
        nouns: Heads of noun triggers of the sentence at hand.
    """

    parse: Parse
    arguments: Arguments
    mentions: Mentions
    nouns: Collection[int] = field(default=())

    def tokens(self, trigger: Trigger, slot: str) -> list[int]:
        """Return the words in a slot; the trigger's own words may be among them."""
        special = self._special(trigger, slot)
        if special is not None:
            return special
        parse, head = self.parse, trigger.head
        verbal = trigger.frame.category == "Verb"
        places = (head, *(w for w in trigger.words if w != head))
        found = [t for place in places for t in self.below(place, slot)]
        if slot in OWNERS:
            return found + [w for w in places if w != head]
        if not found and verbal:
            for thing in parse.having(head, *OBJECTS, "xcomp", "nsubj:pass"):
                for member in parse.conjuncts(thing):
                    found += self.below(member, slot)
        if not found and not verbal and slot == self.arguments.grammar.passive_by:
            # «condamne l'invasion de X par Y»: parsers hang «par Y» on the verb
            governor = parse.heads[head]
            if parse.deps[head] == "obj" and not self.arguments.passive(governor):
                found = self.arguments.obliques(governor, slot)
        if not found:
            # «attaque de l'Iran contre Israël»: parsers hang «contre» on «Iran»
            for place in places:
                for owner in parse.having(place, "nmod"):
                    found += self.below(owner, slot)
        return found

    def _special(self, trigger: Trigger, slot: str) -> list[int] | None:
        """Return what stands in a slot that no preposition marks, None if one does."""
        head, arguments = trigger.head, self.arguments
        if slot == "subject":
            if trigger.frame.reflexive:  # «s'est opposé» is no passive
                subject = arguments.surface_subject(head)
                return [] if subject is None else arguments.all_subjects(head, subject)
            return arguments.subject(head)
        if slot == "object" and self._reciprocal(head):
            return arguments.subject(head)
        if slot == "object":
            others = [w for w in trigger.words if w != head]
            return [
                *arguments.objects(head),
                *(o for w in others for o in self.parse.having(w, "obj")),
                *others,
            ]
        if slot == "predication":
            return self._right_before(head) or arguments.predicated_of(head)
        return self._in_clause(head, slot)

    def _right_before(self, head: int) -> list[int]:
        """«le président Bush, en visite à Delhi»: who is named right before."""
        first = self.parse.subtree(head)[0]
        words = self.parse.words
        loose = self.parse.deps[head] in ("conj", "nmod", "appos")
        if loose and first > 1 and words[first - 1] == ",":
            named = [m for m in self.mentions.by_head.values() if m.last == first - 2]
            return [m.head for m in named]
        preposition = head - 1
        if preposition < 1 or words[preposition].lower() not in (
            self.arguments.grammar.state_prepositions
        ):
            return []
        last = preposition - 1
        while last > 0 and (self.parse.pos[last] == "ADV" or words[last] == ","):
            last -= 1  # «l'Irak, alors en guerre»
        return [m.head for m in self.mentions.by_head.values() if m.last == last]

    def _reciprocal(self, verb: int) -> bool:
        """«X et Y s'accusent»: each is the other's object."""
        parse = self.parse
        return "Number=Plur" in parse.morphs[verb] and any(
            parse.lemmas[c] == "se" and parse.deps[c] != "expl:pass"
            for c in parse.children[verb]
        )

    def _in_clause(self, head: int, slot: str) -> list[int] | None:
        arguments = self.arguments
        if slot == "clause":
            return arguments.clauses(head)
        if slot == "clause_subject":
            clauses = self.parse.having(head, "ccomp")[:1]
            subjects = [arguments.surface_subject(clause) for clause in clauses]
            return [subject for subject in subjects if subject is not None]
        if slot == "clause_object":
            clauses = self.parse.having(head, "xcomp", "obl", "obl:arg", "advcl")
            verbs = [clause for clause in clauses if arguments.is_verb(clause)]
            return [o for verb in verbs for o in self.parse.having(verb, *OBJECTS)]
        return None

    def below(self, token: int, slot: str) -> list[int]:
        """Return the dependents of one word in a slot."""
        if slot == self.arguments.grammar.both:
            return self.arguments.obliques(token, slot) or self._both(token, slot)
        if slot == "adjective":
            return [
                child
                for child in self.parse.having(token, "amod", "nmod", "acl", "appos")
                if (mention := self.mentions.by_head.get(child)) is not None
                and mention.kind is MentionKind.ADJECTIVE
                and len(mention.actors) == 1
            ]
        if slot == "possessive":
            return self.parse.having(token, "det")
        if slot == "host":
            return self._host(token)
        return self.arguments.obliques(token, slot) or [
            target
            for clause in self.parse.having(token, "acl", "advcl")
            if self.parse.words[clause].lower() == slot  # «des sanctions visant X»
            for target in self.parse.having(clause, "obj")
        ]

    def _both(self, token: int, preposition: str) -> list[int]:
        """Look for «entre X et Y» behind a noun, wherever the parser hung it."""
        parse = self.parse
        if parse.pos[token] not in ("NOUN", "PROPN"):
            return []
        for later in range(token + 1, min(token + _BOTH_WITHIN, len(parse.words))):
            other_noun = parse.pos[later] == "NOUN" and later in self.nouns
            if parse.pos[later] == "PUNCT" or other_noun:
                return []
            if parse.words[later].lower() == preposition:
                return [parse.heads[later]] if parse.deps[later] == "case" else []
        return []

    def _host(self, noun: int) -> list[int]:
        """«avec le soutien de X, Y attaque»: Y has the support."""
        governor = self.parse.heads[noun]
        occasion = self.arguments.grammar.occasions
        if self.parse.lemmas[governor] in occasion:  # «lors d'une rencontre avec X»
            governor = self.parse.heads[governor]
        elif self.arguments.preposition(noun) not in _HOSTS | occasion:
            return []
        return self.arguments.subject(governor) if governor != noun else []
