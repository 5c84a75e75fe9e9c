"""From triggers to relations between actors, one sentence at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.denotation import Denotation, Filler
from kg.frames import Trigger, find_triggers
from kg.lexicon import Frame, Lexicon
from kg.mentions import MentionKind, Mentions
from kg.prospects import promising
from kg.slots import Slots
from kg.support import Support
from kg.syntax import Parse

_MAX_DEPTH = 3
_VERBAL = ("VerbalConflict", "VerbalCooperation")


@dataclass(frozen=True, slots=True)
class Relation:
    """A trigger with both actors found.

    Attributes:
        topic: Head of what it is about, if anything.
    """

    trigger: Trigger
    source: Filler
    target: Filler
    topic: int | None = None
    topic_actor: str | None = None


@dataclass(slots=True)
class RelationFinder:
    """Finds relations in the sentences of one parse.

    Attributes:
        triggers: Triggers of the sentence at hand by their heads.
    """

    parse: Parse
    arguments: Arguments
    mentions: Mentions
    lexicon: Lexicon
    denotation: Denotation
    triggers: dict[int, list[Trigger]] = field(default_factory=dict)
    slots: Slots = field(init=False)
    support: Support = field(init=False)

    def __post_init__(self) -> None:
        """Put the finders of slots and of carrying verbs together."""
        self.slots = Slots(self.parse, self.arguments, self.mentions)
        self.support = Support(
            self.parse, self.arguments, self.lexicon, self.slots, self.denotation
        )

    def find(self, first: int, last: int) -> Iterator[Relation]:
        """Yield the relations of a sentence given as a half-open token range."""
        if not promising(self.parse, self.mentions, self.lexicon, range(first, last)):
            return
        found = find_triggers(self.arguments, self.lexicon, range(first, last))
        triggers = [t for t in found if not self._titled(t.head)]
        self.triggers = {}
        for trigger in triggers:
            self.triggers.setdefault(trigger.head, []).append(trigger)
        self.slots.nouns = {t.head for t in triggers if t.frame.category == "Noun"}
        spent: dict[int, tuple[Frame, tuple[int, ...]]] = {}
        for trigger in triggers:
            # In «prendre le contrôle de X», «contrôle» evokes nothing of its own, but
            # it may where the longer trigger finds no actors.
            if self._free(trigger, spent):
                relations = list(self._relations(trigger))
                if relations:
                    use = trigger.frame, trigger.words
                    spent |= dict.fromkeys(self._used_up(trigger), use)
                yield from relations

    def _used_up(self, trigger: Trigger) -> tuple[int, ...]:
        """«attribue à X l'attaque contre Y»: the attack has its own target."""
        imputes = self.parse.lemmas[trigger.head] in self.arguments.grammar.imputing
        return trigger.words[:1] if imputes else trigger.words

    def _free(
        self, trigger: Trigger, spent: dict[int, tuple[Frame, tuple[int, ...]]]
    ) -> bool:
        """Tell whether no other frame of a relation type has used the words up."""
        uses = [spent[word] for word in trigger.words if word in spent]
        return all(
            words == trigger.words and frame.relation != trigger.frame.relation
            for frame, words in uses
        )

    def _titled(self, token: int) -> bool:
        """«le président russe» names a person; the title is a role, no trigger.

        It is one where it is said of somebody: «Ikeda est président du Japon».
        """
        mention = self.mentions.by_head.get(token)
        title = mention is not None and mention.kind is MentionKind.TITLE
        return title and not self.parse.having(token, "cop")

    def _relations(self, trigger: Trigger) -> Iterator[Relation]:
        frame = trigger.frame
        sources = self._fill(trigger, "Source") or self._behind_agent(trigger)
        sources = [source for source in sources if source.mention.acts]
        targets = self._fill(trigger, "Target", direct=frame.direct)
        if frame.target_kinds:
            kind = self.denotation.kind
            targets = [t for t in targets if kind(t.slug) in frame.target_kinds]
        if frame.relation.symmetric and not (sources and targets):
            sources = targets = self._paired(trigger)
        targets = [t for t in targets if not _among(t, sources)]
        topic = self._topic(trigger)
        about = [] if topic is None else self.denotation.slugs(topic)
        seen = set()
        for source in sources:
            for target in targets:
                key = relation_key(frame, source.slug, target.slug)
                if source.slug != target.slug and key not in seen:
                    seen.add(key)
                    yield Relation(
                        trigger, source, target, topic, about[0] if about else None
                    )

    def _fill(
        self, trigger: Trigger, role: str, *, direct: bool = True
    ) -> list[Filler]:
        """Return the actors of the first slot of a role that holds any.

        Args:
            trigger: What evokes the relation.
            role: "Source" or "Target".
            direct: Whether only words that denote an actor themselves count.
        """
        slots = trigger.frame.source if role == "Source" else trigger.frame.target
        found = self._first(trigger, slots, role, direct=direct)
        return found or self.support.fillers(trigger, role, set(self.triggers))

    def _first(
        self, trigger: Trigger, slots: Iterable[str], role: str, *, direct: bool
    ) -> list[Filler]:
        """Return the actors of the first slot that holds any."""
        for slot in slots:
            found = self._in_slot(trigger, slot, role, direct=direct)
            if found:
                return found
        return []

    def _in_slot(
        self, trigger: Trigger, slot: str, role: str, *, direct: bool
    ) -> list[Filler]:
        if slot == "compound":
            both = trigger.frame.relation.symmetric
            return self.denotation.compound(trigger.head, role, symmetric=both)
        tokens = [t for t in self.slots.tokens(trigger, slot) if t != trigger.head]
        found = [
            filler
            for token in tokens
            for filler in self.denotation.of(token)
            if not self._behind(trigger.head, token, filler.token)
            and not self._delivered(trigger, filler)
        ]
        if found:
            return found
        things = [t for t in tokens if t not in trigger.words]
        if direct:  # «une part de son pays» is the country
            parts = self.lexicon.cues.get("PartNoun", frozenset())
            things = [t for t in things if self.parse.lemmas[t] in parts]
        return [f for thing in things for f in self.handed_over(thing)]

    def _delivered(self, trigger: Trigger, filler: Filler) -> bool:
        """«livraison de chars Leopard»: the name of a thing is no actor of it."""
        token = filler.token
        named = filler.mention.kind is MentionKind.NAME
        within = {token, self.parse.heads[token]} & set(trigger.words[1:])
        bare = not self.arguments.preposition(token) or token in within
        noun = trigger.frame.category == "Noun"
        named = named and not filler.mention.attributive  # “NATO air strikes”
        return noun and named and bare and bool(within)

    def _behind(self, head: int, token: int, member: int) -> bool:
        """«l'Arménie, alliée de Moscou, et Bakou»: not said of the name behind."""
        modifies = self.parse.heads[head] == token < head < member
        return modifies and self.parse.deps[head] in ("appos", "acl", "amod")

    def _paired(self, trigger: Trigger) -> list[Filler]:
        """Return the parties that one slot holds: «X et Y négocient»."""
        frame = trigger.frame
        if "object" in frame.target and self.slots.tokens(trigger, "object"):
            return []  # «X et Y reçoivent des millions de visiteurs»
        joint = {self.arguments.grammar.both, "compound"}
        for slot in (*frame.source, *frame.target):
            found = slot in joint and self._in_slot(
                trigger, slot, "Source", direct=True
            )
            if found and len(found) > 1:
                return found
        if self._partnered(trigger, joint):
            return []
        own = [slot for slot in frame.source if slot not in joint]
        found = self._first(trigger, own, "Source", direct=True)
        return found or self.support.fillers(trigger, "Source", set(self.triggers))

    def _partnered(self, trigger: Trigger, joint: set[str]) -> bool:
        """«X et Y se rapprochent de l'accord»: another slot tells with whom."""
        frame = trigger.frame
        others = (s for s in frame.target if s not in joint and s not in frame.source)
        words = set(trigger.words)
        return any(set(self.slots.tokens(trigger, slot)) - words for slot in others)

    def _behind_agent(self, trigger: Trigger) -> list[Filler]:
        """«des frappes russes ont visé Kiev»: the event's own source acts."""
        frame = trigger.frame
        if frame.category != "Verb" or "subject" not in frame.source:
            return []
        subjects = self.arguments.subject(trigger.head)
        return [
            filler
            for token in subjects
            for event in self.triggers.get(token, ())
            if event.frame.relation.quad == frame.relation.quad
            for filler in self._behind_event(event)
        ] or [f for token in subjects for f in self._behind_text(trigger, token)]

    def _behind_text(self, trigger: Trigger, noun: int) -> list[Filler]:
        """«un rapport de l'ONU critique Oslo»: the UN does."""
        verbal = trigger.frame.relation.quad in _VERBAL
        told = self.lexicon.is_cue(self.parse.lemmas[noun], "ReportingNoun")
        return self.handed_over(noun) if verbal and told else []

    def _topic(self, trigger: Trigger) -> int | None:
        for slot in trigger.frame.topic:
            tokens = self.slots.tokens(trigger, slot)
            if tokens:
                return tokens[0]
        return None

    def handed_over(self, token: int, depth: int = 0) -> list[Filler]:
        """Return the actor behind a thing: «la décision de la Turquie» → Turkey.

        For a noun that evokes a frame it is the one who acts: whoever condemns
        «l'invasion de l'Ukraine par la Russie» condemns Russia.
        """
        if depth >= _MAX_DEPTH:
            return []
        antecedent = self.arguments.antecedent(token)
        if antecedent is not None:
            # «X a perdu, ce que Y salue» praises nobody: only acts have a doer
            acts = self.parse.heads[antecedent] in self.triggers
            doers = self.arguments.doers(antecedent) if acts else []
            found = [f.further() for doer in doers for f in self.denotation.of(doer)]
            return found or self.handed_over(antecedent, depth + 1)
        opaque = self.lexicon.is_cue(self.parse.lemmas[token], "OpaqueNoun")
        if opaque or self.parse.pos[token] not in ("NOUN", "PROPN"):
            return []
        return self._behind_noun(token, depth)

    def _behind_noun(self, noun: int, depth: int) -> list[Filler]:
        events = [e for e in self.triggers.get(noun, ()) if e.frame.category == "Noun"]
        if events:
            doers = (self._behind_event(event) for event in events)
            return next(filter(None, doers), [])
        for slot in (*self.slots.owners, self.arguments.grammar.both):
            for owner in self.slots.below(noun, slot):
                found = self.denotation.of(owner) or self.handed_over(owner, depth + 1)
                if found:
                    return [filler.further() for filler in found]
        whose = self.arguments.relative_owners(noun)
        return self.denotation.two_members(noun) or [
            filler.further() for owner in whose for filler in self.denotation.of(owner)
        ]

    def _behind_event(self, trigger: Trigger) -> list[Filler]:
        found = self._fill(trigger, "Source")
        if trigger.frame.relation.symmetric:
            known = {f.slug for f in found}
            found += [f for f in self._fill(trigger, "Target") if f.slug not in known]
        return [filler.further() for filler in found]


def _among(target: Filler, sources: list[Filler]) -> bool:
    """«exhorte X et Y à livrer des chars à son pays»: not to X, who is to act."""
    same = [source for source in sources if source.slug == target.slug]
    return bool(same) and all(source.token != target.token for source in same)


def relation_key(frame: Frame, source: str, target: str) -> tuple[str, str, str]:
    """Return what makes two relations the same, whatever the order if symmetric."""
    if frame.relation.symmetric:
        source, target = min(source, target), max(source, target)
    return frame.relation.name, source, target
