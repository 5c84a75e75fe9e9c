"""Which words fill a slot of a frame, by the name that the frame gives it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.frames import Trigger
from kg.mentions import Mentions
from kg.subjects import OBJECTS, SUBJECTS
from kg.syntax import Parse

ADVERBIAL = {"host", "faced", "bidden"}
FREE = ADVERBIAL | {"object", "subject", "clause", "predication", "compound"}
_ADJUNCTS = ("obl", "obl:mod", "obl:arg")
_BOTH_WITHIN = 13  # tokens from a noun to its «entre»


@dataclass(slots=True)
class Slots:
    """Finds the words in the slots of triggers of one parse.

    Attributes:
        nouns: Heads of noun triggers of the sentence at hand.
        owners: Slots of those whom something belongs to, in order of preference.
    """

    parse: Parse
    arguments: Arguments
    mentions: Mentions
    nouns: Collection[int] = field(default=())
    owners: tuple[str, ...] = field(init=False)
    _heads_by_last: dict[int, list[int]] = field(init=False)
    _heads_by_first: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the mentions once: they are all found by now."""
        self.owners = self.arguments.grammar.owners
        self._heads_by_last = self.mentions.heads_by_last()
        self._heads_by_first = {}
        for head, mention in self.mentions.by_head.items():
            self._heads_by_first.setdefault(mention.first, []).append(head)

    def tokens(self, trigger: Trigger, slot: str) -> list[int]:
        """Return the words in a slot; the trigger's own words may be among them."""
        special = self._special(trigger, slot)
        if special is not None:
            return special
        others = [word for word in trigger.words if word != trigger.head]
        places = (trigger.head, *others, *self._specified(trigger))
        found = [t for place in places for t in self.below(place, slot)]
        if slot in self.owners:
            return found + others or self._behind_agent(trigger, slot)
        return found or self._misplaced(trigger, slot)

    def _specified(self, trigger: Trigger) -> list[int]:
        """«guerre d'agression de X», «plainte en diffamation de X»: what kind of."""
        parse, kind = self.parse, trigger.head + 2
        if trigger.frame.category != "Noun" or kind >= len(parse.words):
            return []
        bare = parse.heads[kind] == trigger.head and parse.deps[kind] == "nmod"
        common = parse.pos[kind] == "NOUN" and "Number=Sing" in parse.morphs[kind]
        apart = parse.having(kind, "det") or self.arguments.in_preposition(kind)
        apart = apart or kind in self.mentions.by_head
        return [kind] if bare and common and not apart else []

    def _behind_agent(self, trigger: Trigger, slot: str) -> list[int]:
        """«la condamnation par X de l'attaque»: parsers hang «de» on the agent."""
        grammar, frame = self.arguments.grammar, trigger.frame
        if slot != grammar.of or slot not in frame.target:
            return []
        return [
            thing
            for agent in self.arguments.obliques(trigger.head, grammar.passive_by)
            if (mention := self.mentions.by_head.get(agent)) is not None
            for thing in self.arguments.obliques(agent, slot)
            if thing > mention.last and self.parse.lemmas[thing] not in frame.blocked_by
        ]

    def _misplaced(self, trigger: Trigger, slot: str) -> list[int]:
        """Look for a complement where parsers hang it by mistake."""
        parse, head = self.parse, trigger.head
        found: list[int] = []
        if trigger.frame.category == "Verb":
            # «prises par X contre Y»; «voter contre» has its «contre» beside it
            agent = () if slot in trigger.frame.words else ("obl:agent",)
            for thing in parse.having(head, *OBJECTS, "xcomp", "nsubj:pass", *agent):
                for member in parse.conjuncts(thing):
                    found += self.below(member, slot)
        elif slot == self.arguments.grammar.passive_by and parse.deps[head] == "obj":
            # «condamne l'invasion de X par Y»: «par Y» on the verb
            governor = parse.heads[head]
            if not self.arguments.passive(governor):
                found = self.arguments.obliques(governor, slot)
        return (
            found
            or [  # «attaque de l'Iran contre Israël»: «contre» on «Iran»
                token
                for place in (head, *(word for word in trigger.words if word != head))
                for owner in (*parse.having(place, "nmod"), *self._authors(place))
                for member in parse.conjuncts(owner)
                for token in self.below(member, slot)
            ]
            or self._next(head, slot)
        )

    def _authors(self, noun: int) -> list[int]:
        """«les sanctions prises par X contre Y», «la guerre que mène X à Y»."""
        clauses = self.parse.having(noun, "acl", "acl:relcl")
        return [
            token
            for clause in clauses
            for token in (
                *([clause] if self.parse.deps[clause] == "acl" else ()),
                *self.parse.having(clause, "obl:agent"),
                *(s for s in self.parse.having(clause, "nsubj") if s > clause),
            )
        ]

    def _next(self, noun: int, slot: str) -> list[int]:
        """«se range, dans son conflit avec X, …»: «avec» right behind the noun."""
        parse = self.parse
        if parse.deps[noun] not in _ADJUNCTS:
            return []
        behind = parse.subtree(noun)[-1] + 1
        return [
            token
            for token in self.arguments.obliques(parse.heads[noun], slot)
            if parse.subtree(token)[0] == behind
        ]

    def _special(self, trigger: Trigger, slot: str) -> list[int] | None:
        """Return what stands in a slot that no preposition marks, None if one does."""
        head, arguments = trigger.head, self.arguments
        if slot == "subject":
            return self._subject(trigger)
        if slot == "object":
            return self._object(trigger)
        if slot == "predication":
            beside = self._right_before(head) or self._right_behind(head)
            return beside or arguments.predicated_of(head)
        return self._in_clause(head, slot)

    def _subject(self, trigger: Trigger) -> list[int]:
        head, arguments = trigger.head, self.arguments
        if not trigger.frame.reflexive:
            return arguments.subject(head)
        subject = arguments.surface_subject(head)  # «s'est opposé» is no passive
        return [] if subject is None else arguments.all_subjects(head, subject)

    def _object(self, trigger: Trigger) -> list[int]:
        head, arguments = trigger.head, self.arguments
        if self._reciprocal(head):
            return arguments.subject(head)
        others = [word for word in trigger.words if word != head]
        below = [thing for word in others for thing in self.parse.having(word, "obj")]
        objects = arguments.objects(head)
        if any(thing not in trigger.words for thing in objects):
            others = []  # «a traîné Oslo devant la Cour»: the court is not its object
        return [*objects, *below, *others]

    def _right_before(self, head: int) -> list[int]:
        """«le président Bush, en visite à Delhi»: who is named right before."""
        first = self.parse.subtree(head)[0]
        words = self.parse.words
        loose = self.parse.deps[head] in ("conj", "nmod", "appos")
        if loose and first > 1 and words[first - 1] == ",":
            return self._heads_by_last.get(first - 2, [])
        states = self.arguments.grammar.state_prepositions
        preposition = head - 1
        if preposition < 1 or words[preposition].lower() not in states:
            return []
        last = preposition - 1
        while last > 0 and (self.parse.pos[last] == "ADV" or words[last] == ","):
            last -= 1  # «l'Irak, alors en guerre»
        return self._heads_by_last.get(last, [])

    def _right_behind(self, head: int) -> list[int]:
        """«Membre de l'OTAN, la Turquie …»: who is named behind what is said first."""
        parse = self.parse
        first, last = parse.sentence(head)
        opening = range(first, head)
        bare = all(parse.pos[t] in ("ADJ", "ADV", "NUM") for t in opening)
        if not bare or parse.having(head, "det", "case", "cop"):
            return []
        commas = (t for t in range(head + 1, last) if parse.words[t] == ",")
        name = next(commas, last) + 1
        while name < last and parse.pos[name] == "DET":
            name += 1
        found = self._heads_by_first.get(name, [])
        return [t for t in found if parse.deps[t] in SUBJECTS]

    def _reciprocal(self, verb: int) -> bool:
        """«X et Y s'accusent»: each is the other's object."""
        parse = self.parse
        if self._each_other(verb):
            return True
        return "Number=Plur" in parse.morphs[verb] and any(
            parse.lemmas[c] == self.arguments.grammar.reflexive
            and parse.deps[c] != "expl:pass"
            for c in parse.children[verb]
        )

    def _each_other(self, verb: int) -> bool:
        """“Oslo and Riga accused each other”."""
        parse = self.parse
        return any(
            tuple(map(parse.plain, range(first, first + len(phrase)))) == phrase
            for phrase in self.arguments.grammar.each_other
            for thing in parse.having(verb, "obj")
            for first in (thing, thing + 1 - len(phrase))
            if 0 <= first <= len(parse.words) - len(phrase)
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
            objects = [o for v in verbs for o in self.parse.having(v, *OBJECTS)]
            return objects + [
                token
                for place in (*verbs, *objects)
                for slot in arguments.grammar.clause_slots
                for token in arguments.obliques(place, slot)
            ]
        return None

    def below(self, token: int, slot: str) -> list[int]:
        """Return the dependents of one word in a slot."""
        if slot == "adjective":
            return self._adjectives(token)
        if slot == "possessive":
            return self.parse.having(token, "det")
        if slot in ADVERBIAL:
            return self._moved(token, slot)
        both = slot == self.arguments.grammar.both
        elsewhere = self._both if both else self._introduced
        return self.arguments.obliques(token, slot) or elsewhere(token, slot)

    def _adjectives(self, noun: int) -> list[int]:
        """«l'armée norvégienne»: one actor; «la guerre russo-turque» has two."""
        beside = self.parse.having(noun, "amod", "nmod", "acl", "appos", "compound")
        return [
            child
            for first in beside
            for child in (first, *self.parse.having(first, "conj"))
            if (mention := self.mentions.by_head.get(child)) is not None
            and mention.attributive
            and len(mention.actors) == 1
        ]

    def _introduced(self, noun: int, participle: str) -> list[int]:
        """«des sanctions visant X»: a participle serves as preposition."""
        return [
            target
            for clause in self.parse.having(noun, "acl", "advcl")
            if self.parse.words[clause].lower() == participle
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

    def _moved(self, noun: int, slot: str) -> list[int]:
        """«sous la pression de X, Y cède», «à la demande de X, Y agit»: Y."""
        if slot == "host":
            return self._host(noun)
        grammar, verb = self.arguments.grammar, self.parse.heads[noun]
        known = grammar.facing if slot == "faced" else {grammar.to}
        moved = verb != noun and self.arguments.preposition(noun) in known
        return self.arguments.subject(verb) if moved else []

    def _host(self, noun: int) -> list[int]:
        """«avec le soutien de X, Y attaque»: Y has the support."""
        grammar = self.arguments.grammar
        governor = self.parse.heads[noun]
        if self.parse.lemmas[governor] in grammar.holders:
            name = self._right_behind(governor)  # «fort du soutien de X, Y attaque»
            return name or self.arguments.subject(self.parse.heads[governor])
        if self.parse.lemmas[governor] in grammar.occasions:
            governor = self.parse.heads[governor]  # «lors d'une rencontre avec X»
        elif self.arguments.preposition(noun) not in grammar.hosts | grammar.occasions:
            return []
        return self.arguments.subject(governor) if governor != noun else []
