"""From triggers to relations between mentions, in one sentence at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.arguments import OBJECTS, Arguments
from kg.frames import Trigger, find_triggers
from kg.lexicon import Frame, Lexicon
from kg.mentions import Mention, MentionKind, Mentions
from kg.syntax import Parse

_HOSTS = {"avec", "grâce_à", "sous"}
_OWNERS = ("possessive", "adjective", "de")
_FREE = {"object", "subject", "clause", "predication", "host", "compound"}
_JOINT = {"entre", "compound", "between"}  # hold both parties
_BOTH_WITHIN = 13  # tokens from a noun to its «entre»
_MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor in a slot.

    Attributes:
        token: Head of the mention.
        handed_over: How many noun phrases it was taken out of: 1 for «l'offensive
            israélienne» standing for Israel.
        group: Whether it is one of several coordinated actors.
    """

    slug: str
    token: int
    mention: Mention
    handed_over: int = 0
    group: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A trigger with both actors found."""

    trigger: Trigger
    source: Filler
    target: Filler
    topic: int | None = None
    topic_actor: str | None = None


@dataclass(slots=True)
class RelationFinder:
    """Finds relations in the sentences of one parse."""

    parse: Parse
    arguments: Arguments
    mentions: Mentions
    lexicon: Lexicon
    kind: Callable[[str], str]
    triggers: dict[int, list[Trigger]] = field(default_factory=dict)

    def find(self, first: int, last: int) -> Iterator[Relation]:
        """Yield the relations of a sentence given as a half-open token range."""
        if not self._promising(first, last):
            return
        triggers = [
            trigger
            for trigger in find_triggers(
                self.arguments, self.lexicon, range(first, last)
            )
            if not self._titled(trigger.head)
        ]
        self.triggers = {}
        for trigger in triggers:
            self.triggers.setdefault(trigger.head, []).append(trigger)
        spent: dict[int, tuple[int, ...]] = {}
        for trigger in triggers:
            # In «prendre le contrôle de X», «contrôle» evokes nothing of its own, but
            # it may where the longer trigger finds no actors.
            if all(spent.get(w, trigger.words) == trigger.words for w in trigger.words):
                relations = list(self._relations(trigger))
                if relations:
                    spent.update(dict.fromkeys(trigger.words, trigger.words))
                yield from relations

    def _titled(self, token: int) -> bool:
        """«le président russe» names a person; the title is a role, no trigger."""
        mention = self.mentions.by_head.get(token)
        return mention is not None and mention.kind is MentionKind.TITLE

    def _promising(self, first: int, last: int) -> bool:
        actors = {
            slug
            for token in range(first, last)
            if (mention := self.mentions.by_head.get(token)) is not None
            for slug in mention.actors
        }
        sport = self.lexicon.cues.get("SportCue", frozenset())
        return len(actors) > 1 and sport.isdisjoint(self.parse.lemmas[first:last])

    def _relations(self, trigger: Trigger) -> Iterator[Relation]:
        frame = trigger.frame
        sources = self._fill(trigger, frame.source, direct=True)
        sources = sources or self._behind_agent(trigger)
        sources = [s for s in sources if s.mention.acts]
        targets = self._fill(trigger, frame.target, direct=frame.direct)
        if frame.target_kinds:
            targets = [t for t in targets if self.kind(t.slug) in frame.target_kinds]
        if frame.relation.symmetric and not (sources and targets):
            sources = targets = self._paired(trigger)
        topic = self._topic(trigger)
        topic_actor = None
        if topic is not None:
            about = self.denoted(topic)
            topic_actor = about[0].slug if about else None
        seen = set()
        for source in sources:
            for target in targets:
                pair = source.slug, target.slug
                if frame.relation.symmetric:
                    pair = min(pair), max(pair)
                if source.slug != target.slug and pair not in seen:
                    seen.add(pair)
                    yield Relation(trigger, source, target, topic, topic_actor)

    def _paired(self, trigger: Trigger) -> list[Filler]:
        """Return the parties that one slot holds: «X et Y négocient».

        Not so where another slot tells with whom: «X et Y se rapprochent de l'accord».
        """
        frame = trigger.frame
        for slot in (*frame.source, *frame.target):
            if slot in _JOINT:
                found = self._fill(trigger, (slot,), direct=True)
                if len(found) > 1:
                    return found
        others = [s for s in frame.target if s not in _JOINT and s not in frame.source]
        if any(self.tokens(trigger, slot) for slot in others):
            return []
        sources = [s for s in frame.source if s not in _JOINT]
        return self._fill(trigger, tuple(sources), direct=True)

    def _behind_agent(self, trigger: Trigger) -> list[Filler]:
        """«des frappes russes ont visé Kiev»: the event's own source acts."""
        frame = trigger.frame
        if frame.category != "Verb" or "subject" not in frame.source:
            return []
        return [
            filler
            for token in self.arguments.subject(trigger.head)
            for event in self.triggers.get(token, ())
            if event.frame.relation.quad == frame.relation.quad
            for filler in self._behind_event(event)
        ]

    def _topic(self, trigger: Trigger) -> int | None:
        for slot in trigger.frame.topic:
            tokens = self.tokens(trigger, slot)
            if tokens:
                return tokens[0]
        return None

    def _fill(
        self, trigger: Trigger, slots: tuple[str, ...], *, direct: bool
    ) -> list[Filler]:
        """Return the actors of the first slot that holds any."""
        for slot in slots:
            tokens = [
                t for t in self.tokens(trigger, slot) if t not in trigger.words
            ]
            if slot in _OWNERS or slot == "object":  # «geler les avoirs de X»
                tokens += [w for w in trigger.words if w != trigger.head]
            if slot == "compound":
                found = self._compound(trigger, slots)
            else:
                found = [f for token in tokens for f in self.denoted(token)]
                if not found and not direct:
                    found = [f for token in tokens for f in self.handed_over(token)]
            if found:
                return found
        return self._from_support(trigger, slots)

    def _compound(self, trigger: Trigger, slots: tuple[str, ...]) -> list[Filler]:
        """«guerre russo-géorgienne»: the first member acts on the second."""
        for child in self.parse.having(trigger.head, "amod", "nmod", "acl", "appos"):
            mention = self.mentions.by_head.get(child)
            if mention is not None and len(mention.actors) > 1:
                fillers = [Filler(s, child, mention) for s in mention.actors]
                if trigger.frame.relation.symmetric:
                    return fillers
                is_source = slots is trigger.frame.source
                return fillers[:1] if is_source else fillers[1:]
        return []

    def tokens(self, trigger: Trigger, slot: str) -> list[int]:
        """Return the tokens that fill a slot of a trigger."""
        head, arguments = trigger.head, self.arguments
        verbal = trigger.frame.category == "Verb"
        if slot == "subject" and trigger.frame.reflexive:
            subject = arguments.surface_subject(head)  # «s'est opposé» is no passive
            return [] if subject is None else [subject]
        if slot == "subject":
            return arguments.subject(head)
        if slot == "object":
            others = [w for w in trigger.words if w != head]
            return [
                *arguments.objects(head),
                *(o for w in others for o in self.parse.having(w, "obj")),
            ]
        if slot == "clause":
            return arguments.clauses(head)
        if slot == "clause_subject":
            clauses = self.parse.having(head, "ccomp")
            subjects = [arguments.surface_subject(clause) for clause in clauses]
            return [s for s in subjects if s is not None]
        if slot == "clause_object":
            clauses = self.parse.having(head, "xcomp", "obl", "obl:arg", "advcl")
            verbs = [c for c in clauses if arguments.is_verb(c)]
            return [o for c in verbs for o in self.parse.having(c, *OBJECTS)]
        if slot == "predication":
            return arguments.predicated_of(head)
        places = (head, *(w for w in trigger.words if w != head))
        found = [t for place in places for t in self._below(place, slot)]
        if not found and verbal and slot not in _OWNERS:
            for thing in self.parse.having(head, *OBJECTS, "xcomp", "nsubj:pass"):
                for member in self.parse.conjuncts(thing):
                    found += self._below(member, slot)
        if not found and not verbal and slot not in (*_OWNERS, *_FREE, "par"):
            # «attaque de l'Iran contre Israël»: parsers hang «contre» on «Iran»
            for owner in self.parse.having(head, "nmod"):
                found += self._below(owner, slot)
        return found

    def _below(self, token: int, slot: str) -> list[int]:
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
        found = self.arguments.obliques(token, slot)
        if not found:
            found = [
                target
                for clause in self.parse.having(token, "acl", "advcl")
                if self.parse.words[clause].lower() == slot
                for target in self.parse.having(clause, "obj")
            ]
        return found

    def _both(self, token: int, preposition: str) -> list[int]:
        """Look for «entre X et Y» behind a noun, wherever the parser hung it."""
        parse = self.parse
        if parse.pos[token] not in ("NOUN", "PROPN"):
            return []
        for later in range(token + 1, min(token + _BOTH_WITHIN, len(parse.words))):
            noun_trigger = parse.pos[later] == "NOUN" and later in self.triggers
            if parse.pos[later] == "PUNCT" or noun_trigger:
                return []
            if parse.words[later].lower() == preposition:
                return [parse.heads[later]] if parse.deps[later] == "case" else []
        return []

    def _host(self, noun: int) -> list[int]:
        """«avec le soutien de X, Y attaque»: Y has the support."""
        if self.arguments.preposition(noun) not in _HOSTS:
            return []
        governor = self.parse.heads[noun]
        return self.arguments.subject(governor) if governor != noun else []

    def _from_support(self, trigger: Trigger, slots: tuple[str, ...]) -> list[Filler]:
        """Look for the actors of a noun around the verb that carries it."""
        frame = trigger.frame
        if frame.category != "Noun" or "predication" in frame.source:
            return []
        verb = self._support_verb(trigger.head)
        if verb is None:
            return self._loosely_attached(trigger, slots)
        role = self.lexicon.support_verbs[self.parse.lemmas[verb]]
        role = "Source" if frame.relation.symmetric else role
        wanted = "Source" if slots is frame.source else "Target"
        if role == wanted:
            tokens = self.arguments.subject(verb)
        else:
            tokens = [
                token
                for slot in slots
                if slot not in _OWNERS
                for token in self._below(verb, slot)
                if token != trigger.head
            ]
            if role == "Target" and not tokens:
                tokens = self.arguments.obliques(verb, "de")
        return [f for token in tokens for f in self.denoted(token)]

    def _loosely_attached(
        self, trigger: Trigger, slots: tuple[str, ...]
    ) -> list[Filler]:
        """«a redit le soutien de X à Y»: parsers hang «à Y» on the verb."""
        verb = self.parse.heads[trigger.head]
        loose = self.parse.deps[trigger.head] in ("obj", "nsubj:pass", "nsubj")
        if not loose or verb in self.triggers or slots is trigger.frame.source:
            return []
        for slot in slots:
            if slot not in _OWNERS and slot not in _FREE:
                tokens = self.arguments.obliques(verb, slot)
                found = [f for t in tokens if t > trigger.head for f in self.denoted(t)]
                if found:
                    return [_further(f) for f in found]
        return []

    def _support_verb(self, noun: int) -> int | None:
        """Return the light verb that a noun is object, passive subject or head of."""
        parse, known = self.parse, self.lexicon.support_verbs
        governor, dep = parse.heads[noun], parse.deps[noun]
        if dep in (*OBJECTS, "nsubj:pass", "obl:arg") and parse.lemmas[governor] in known:
            return governor
        for clause in self._clauses_on(noun):
            for verb in (clause, *parse.having(clause, "xcomp")):
                if parse.lemmas[verb] in known and self.arguments.is_verb(verb):
                    return verb
        if dep == "conj":
            return self._support_verb(governor)
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

    def slugs(self, token: int) -> list[str]:
        """Return the slugs of the actors that a word denotes."""
        return [filler.slug for filler in self.denoted(token)]

    def denoted(self, token: int, depth: int = 0) -> list[Filler]:
        """Return the actors that a word and what is coordinated with it denote."""
        found = self._denoted_alone(token, depth)
        if depth < _MAX_DEPTH and self.parse.deps[token] != "conj":
            others = [
                f
                for conjunct in self.parse.conjuncts(token)[1:]
                if not self.arguments.is_verb(conjunct)
                for f in self._denoted_alone(conjunct, depth)
            ]
            if found and others:
                found = [
                    Filler(f.slug, f.token, f.mention, f.handed_over, group=True)
                    for f in (*found, *others)
                ]
        return found

    def _denoted_alone(self, token: int, depth: int) -> list[Filler]:
        mention = self.mentions.by_head.get(token)
        listed = self._listed(token, depth)
        if listed:
            return listed
        if mention is not None and mention.actors:
            if mention.place:
                return []
            group = len(mention.actors) > 1
            return [Filler(s, token, mention, group=group) for s in mention.actors]
        if depth >= _MAX_DEPTH:
            return []
        antecedent = self.arguments.antecedent(token)
        if antecedent is not None:
            return self.denoted(antecedent, depth + 1)
        if self.parse.pos[token] in ("NOUN", "PROPN"):
            names = self.parse.having(token, "appos", "flat:name", "flat")
            if self.parse.deps[token] == "appos":  # «Taïwan, île reconnue par …»
                names.append(self.parse.heads[token])
            for name in names:
                mention = self.mentions.by_head.get(name)
                if mention is not None and mention.actors:
                    return self.denoted(name, depth + 1)
        return []

    def _listed(self, token: int, depth: int) -> list[Filler]:
        """«les deux puissances, la France et l'Italie»: the names, not the noun."""
        parse = self.parse
        plural = parse.pos[token] == "NOUN" and "Number=Plur" in parse.morphs[token]
        if not plural or depth >= _MAX_DEPTH:
            return []
        for name in parse.having(token, "appos"):
            mention = self.mentions.by_head.get(name)
            if mention is not None and mention.kind is MentionKind.NAME:
                return self.denoted(name, depth + 1)
        return []

    def handed_over(self, token: int, depth: int = 0) -> list[Filler]:
        """Return the actor behind a thing: «la décision de la Turquie» → Turkey.

        For a noun that evokes a frame it is the one who acts: whoever condemns
        «l'invasion de l'Ukraine par la Russie» condemns Russia.
        """
        parse = self.parse
        antecedent = self.arguments.antecedent(token)
        if antecedent is not None and depth < _MAX_DEPTH:
            return self.handed_over(antecedent, depth + 1)
        if depth >= _MAX_DEPTH or parse.pos[token] not in ("NOUN", "PROPN"):
            return []
        if self.lexicon.is_cue(parse.lemmas[token], "OpaqueNoun"):
            return []
        nouns = [
            t for t in self.triggers.get(token, ()) if t.frame.category == "Noun"
        ]
        if nouns:
            return self._behind_event(nouns[0])
        for slot in (*_OWNERS, self.arguments.grammar.both):
            for owner in self._below(token, slot):
                found = self.denoted(owner) or self.handed_over(owner, depth + 1)
                if found:
                    return [_further(f) for f in found]
        return self._two_members(token)

    def _behind_event(self, trigger: Trigger) -> list[Filler]:
        frame = trigger.frame
        found = self._fill(trigger, frame.source, direct=True)
        if frame.relation.symmetric:
            known = {f.slug for f in found}
            targets = self._fill(trigger, frame.target, direct=True)
            found = found + [f for f in targets if f.slug not in known]
        return [_further(f) for f in found]

    def _two_members(self, noun: int) -> list[Filler]:
        for child in self.parse.having(noun, "amod", "acl", "nmod"):
            mention = self.mentions.by_head.get(child)
            if mention is not None and mention.kind is MentionKind.ADJECTIVE:
                return [Filler(s, child, mention, 1) for s in mention.actors]
        return []


def _further(filler: Filler) -> Filler:
    return Filler(
        filler.slug,
        filler.token,
        filler.mention,
        filler.handed_over + 1,
        filler.group,
    )


def relation_key(frame: Frame, source: str, target: str) -> tuple[str, str, str]:
    """Return what makes two relations the same, whatever the order if symmetric."""
    if frame.relation.symmetric:
        source, target = min(source, target), max(source, target)
    return frame.relation.name, source, target
