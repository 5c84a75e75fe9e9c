"""What words evoke in one language: frames, support verbs and cues of claims."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.lang import grammar_of
from kg.model import Modality
from kg.ontology import Entry, Ontology

_ELIDED = re.compile(r"\b((?:[dlsnjmtc]|qu)')(?=\w)")
REFLEXIVE = {"se", "s'"}  # a trigger "se rapprocher" asks for the reflexive clitic


@dataclass(frozen=True, slots=True)
class RelationType:
    """One predicate between actors.

    Attributes:
        quad: Local name of its quad class, such as "VerbalConflict"; None if neither
            cooperation nor conflict.
        sign: +1 cooperative, -1 conflictual, 0 neither.
        range_kinds: Classes that its target must be one of; empty if any will do.
    """

    name: str
    quad: str | None
    sign: int
    symmetric: bool
    range_kinds: frozenset[str] = frozenset()


_Types = Mapping[str, RelationType]
_Groups = Mapping[str, tuple[str, ...]]  # slot that frames name → slots it stands for


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger of a relation type with the slots that its arguments fill.

    Attributes:
        name: Local name of its IRI, such as "warns.fr.mettre-en-garde".
        category: "Verb", "Noun" or "Adjective".
        words: Lemmas of the trigger; the first is the head.
        reflexive: Whether a verb must bear the reflexive clitic.
        source: Slots of the source in order of preference; likewise target, topic.
        direct: Whether the target must itself be an actor, not hidden in a phrase.
        blocked_by: Lemmas of an object or dependent under which it does not fire.
        target_kinds: Classes that the target must be one of; empty if any will do.
        negated: Whether the trigger itself denies the relation.
        modality: How firmly the trigger itself commits, such as Intended for «adhésion».
    """

    name: str
    relation: RelationType
    category: str
    words: tuple[str, ...]
    reflexive: bool
    source: tuple[str, ...]
    target: tuple[str, ...]
    topic: tuple[str, ...]
    direct: bool
    blocked_by: frozenset[str]
    target_kinds: frozenset[str]
    negated: bool
    modality: Modality

    @property
    def length(self) -> int:
        """Words of the trigger, the reflexive clitic included."""
        return len(self.words) + self.reflexive

    @property
    def slots(self) -> tuple[str, ...]:
        """All slots that it names."""
        return (*self.source, *self.target, *self.topic)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the ontology knows about the words of one language.

    Attributes:
        frames: Frames by the head of their trigger, longest trigger first.
        verbs: Every verb that is a trigger or a cue.
        support_verbs: Verb lemma → "Source" or "Target", the role that the subject of
            a light verb plays for the noun it carries.
        modal: Lemma → modality it puts on what it governs.
        modal_phrases: The same for cues of several words («à condition que»).
        cues: Class name, such as "PolarityCue" → its one-word triggers.
        phrases: Class name → its triggers of several words.
        complex_prepositions: First word → (words but the last, slot name) of the
            prepositions of several words that frames name («à l'égard de»).
        slot_words: Participles that introduce a slot («visant», «concernant»).
        reporting: Reporting verb → ways it takes its content, "clause" or "quote".
        reporting_phrases: Last word → reporting verbs of several («faire savoir»).
    """

    frames: Mapping[str, tuple[Frame, ...]]
    verbs: frozenset[str]
    support_verbs: Mapping[str, str]
    modal: Mapping[str, Modality]
    modal_phrases: Mapping[tuple[str, ...], Modality]
    cues: Mapping[str, frozenset[str]]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]
    complex_prepositions: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    slot_words: frozenset[str]
    reporting: Mapping[str, frozenset[str]]
    reporting_phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def is_cue(self, lemma: str, kind: str) -> bool:
        """Tell whether a lemma is a cue of a class."""
        return lemma in self.cues.get(kind, ())


def read_relation_types(ontology: Ontology) -> dict[str, RelationType]:
    """Read every relation type, by local name.

    Raises:
        OntologyError: A PLOVER type has no quad class.
    """
    quads = {e.name: e.local("kg:quadClass") for e in ontology.of("skos:Concept")}
    types = {}
    for entry in ontology.of("kg:RelationType"):
        plover = entry.local("kg:plover")
        if plover is not None and quads.get(plover) is None:
            raise OntologyError(f"plover:{plover} has no kg:quadClass; give it one")
        types[entry.name] = RelationType(
            entry.name,
            None if plover is None else quads[plover],
            int(entry.value("kg:sign") or 0),
            entry.value("kg:symmetric") == "true",
            _subclasses(ontology, entry.value("rdfs:range") or "kg:Actor"),
        )
    return types


def _subclasses(ontology: Ontology, kind: str) -> frozenset[str]:
    """Return the classes below one; none for the class of all actors."""
    if kind == "kg:Actor":
        return frozenset()
    below = {
        entry.name
        for entry in ontology.of("owl:Class")
        if kind in entry.values("rdfs:subClassOf")
    }
    return frozenset(below | {kind.partition(":")[2]})


def read_lexicon(
    ontology: Ontology, language: str, relations: Mapping[str, RelationType]
) -> Lexicon:
    """Read the words of one language.

    Raises:
        OntologyError: A frame lacks its trigger or names an unknown relation type.
    """
    grammar = grammar_of(language)
    frames = [
        _frame(entry, trigger, relations, grammar.slot_groups)
        for entry, trigger in _triggers(ontology.of("kg:Frame"), language)
    ]
    modal = {
        trigger: Modality(entry.local("kg:sets") or "Possible")
        for entry, trigger in _triggers(
            ontology.of("kg:ModalityCue", "kg:Subordinator"), language
        )
    }
    words, phrases = _cues(ontology, language)
    reporting = {
        trigger: frozenset(entry.words("kg:fits") or ("clause", "quote"))
        for entry, trigger in _triggers(ontology.of("kg:ReportingVerb"), language)
    }
    return Lexicon(
        frames=_by_head(frames),
        verbs=_verbs(ontology, language, frames),
        support_verbs={
            trigger: entry.local("kg:subjectFills") or "Source"
            for entry, trigger in _triggers(ontology.of("kg:SupportVerb"), language)
        },
        modal=modal,
        modal_phrases={tuple(c.split()): m for c, m in modal.items() if " " in c},
        cues=words,
        phrases=phrases,
        complex_prepositions=_complex_prepositions(frames),
        slot_words=_ending(frames, grammar.slot_ending),
        reporting=reporting,
        reporting_phrases=_by_last_word(reporting),
    )


def _ending(frames: Iterable[Frame], ending: str) -> frozenset[str]:
    return frozenset(s for frame in frames for s in frame.slots if s.endswith(ending))


def _by_last_word(verbs: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """File the verbs of several words, but for reflexive ones."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(verb.split()) for verb in verbs):
        if len(words) > 1 and words[0] not in REFLEXIVE:
            found[words[-1]] = (*found.get(words[-1], ()), words)
    return found


def _triggers(entries: Iterable[Entry], language: str) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        for trigger in entry.values("kg:trigger", language):
            yield entry, trigger


def _by_head(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        found[frame.words[0]].append(frame)
    return {
        head: tuple(sorted(members, key=lambda f: (-f.length, f.name)))
        for head, members in found.items()
    }


def _verbs(
    ontology: Ontology, language: str, frames: Iterable[Frame]
) -> frozenset[str]:
    cues = {
        trigger.removeprefix("se ")
        for entry, trigger in _triggers(_cue_entries(ontology), language)
        if "kg:Verb" in entry.values("kg:category")
    }
    return frozenset(cues | {f.words[0] for f in frames if f.category == "Verb"})


def _frame(entry: Entry, trigger: str, relations: _Types, groups: _Groups) -> Frame:
    name = entry.local("kg:evokes") or ""
    if name not in relations:
        raise OntologyError(f"frame:{entry.name} evokes no known relation: {name!r}")
    words = tuple(trigger.replace("œ", "oe").split())
    reflexive = words[0] in REFLEXIVE
    kinds = frozenset(entry.locals("kg:targetClass"))
    return Frame(
        name=entry.name,
        relation=relations[name],
        category=entry.local("kg:category") or "Verb",
        words=words[reflexive:],
        reflexive=reflexive,
        source=_slots(entry, "kg:source", groups),
        target=_slots(entry, "kg:target", groups),
        topic=_slots(entry, "kg:topic", groups),
        direct=entry.local("kg:reach") == "Direct",
        blocked_by=frozenset(entry.words("kg:blockedBy")),
        target_kinds=kinds or relations[name].range_kinds,
        negated=entry.local("kg:polarity") == "Negated",
        modality=Modality(entry.local("kg:modality") or "Asserted"),
    )


def _slots(entry: Entry, predicate: str, groups: _Groups) -> tuple[str, ...]:
    named = entry.words(predicate)
    return tuple(dict.fromkeys(s for name in named for s in groups.get(name, (name,))))


def _complex_prepositions(
    frames: Iterable[Frame],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for frame in frames:
        for slot in frame.slots:
            words = slot.replace("'", "'_").split("_")
            if len(words) > 1:
                found[words[0]].add((tuple(words[:-1]), slot))
    return {
        first: tuple(sorted(phrases, key=lambda p: (-len(p[0]), p[1])))
        for first, phrases in found.items()
    }


def _cues(
    ontology: Ontology, language: str
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[tuple[str, ...]]]]:
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry, trigger in _triggers(_cue_entries(ontology), language):
        parts = tuple(_ELIDED.sub(r"\1 ", trigger).split())  # «d' après»
        for kind in (kind.partition(":")[2] for kind in entry.types):
            if len(parts) == 1:
                words[kind].add(trigger)
            else:
                phrases[kind].add(parts)
    singles = {kind: frozenset(found) for kind, found in words.items()}
    return singles, {kind: frozenset(found) for kind, found in phrases.items()}


def _cue_entries(ontology: Ontology) -> Iterator[Entry]:
    kinds = [kind for kind in ontology.entries if kind.startswith("kg:")]
    seen = set()
    for entry in ontology.of(*kinds):
        if entry.name not in seen and "kg:Frame" not in entry.types:
            seen.add(entry.name)
            yield entry
