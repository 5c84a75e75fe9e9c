"""Who does what to whom in a gold tree, by rules that owe nothing to the extraction.

The control cases rest on a hand-made table: who acts in an infinitive, no tree tells.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.syntax import Parse
from training.conllu import Sentence, format_feats

CONTROL = Path(__file__).with_name("gold_control.tsv")
_COLUMNS = ("infinitive", "source", "target")
_NOMINAL = {"NOUN", "PROPN", "PRON"}
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBLIQUES = ("obl", "obl:arg", "obl:mod", "iobj")
_MODALS = {"pouvoir", "devoir", "vouloir", "aller", "venir"}
_REFLEXIVES = {"se", "s'", "me", "m'", "te", "t'"}
_DATIVES = {"lui", "leur"}
# Treebanks disagree on which obliques are arguments; these nearly always name a party.
_PARTY = {"contre", "avec", "envers", "auprès_de", "face_à", "vis-à-vis_de"}
_PARTY |= {"à_l'égard_de", "à_l'encontre_de", "en_faveur_de"}
_CASES = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
_CASES |= {"auquel": "à", "auxquels": "à", "auxquelles": "à", "dont": "de"}
_CASES |= {"duquel": "de", "desquels": "de", "desquelles": "de"}


@dataclass(frozen=True, slots=True)
class Case:
    """A verb with the tokens that act and are acted upon, and the slot of the latter."""

    kind: str
    verb: int
    source: int
    target: int
    slot: str = "object"


def gold_parse(sentence: Sentence) -> Parse:
    """Turn a treebank sentence into a parse without names."""
    words = sentence.words
    begins, ends, offset = [], [], 0
    for word in words:
        begins.append(offset)
        ends.append(offset + len(word.form))
        offset = ends[-1] + word.space
    return Parse(
        words=[word.form for word in words],
        lemmas=[word.lemma.lower().replace("œ", "oe") for word in words],
        pos=[word.pos for word in words],
        morphs=[format_feats(word.feats) for word in words],
        deps=[word.dep for word in words],
        heads=[word.head for word in words],
        begins=begins,
        ends=ends,
        sentences=[(0, len(words))],
    )


def read_control() -> dict[str, list[Case]]:
    """Read the control cases by sentence; tokens count surface words from 0."""
    cases: dict[str, list[Case]] = {}
    with CONTROL.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            verb, source, target = (int(row[c]) for c in _COLUMNS)
            case = Case("control", verb, source, target)
            cases.setdefault(row["sentence"], []).append(case)
    return cases


def find_cases(
    key: str, parse: Parse, control: Mapping[str, list[Case]]
) -> Iterator[Case]:
    """Yield the cases of one sentence."""
    yield from control.get(key, ())
    for verb, tag in enumerate(parse.pos):
        if tag != "VERB" or parse.having(verb, "aux:caus"):
            continue
        yield from _passive(parse, verb)
        yield from _shared(parse, verb)
        yield from _modal(parse, verb)
        for source in _nominal(parse, verb, "nsubj")[:1]:
            yield from _active(parse, verb, source)


def relative(parse: Parse, token: int) -> bool:
    """Tell whether a token is a relative pronoun."""
    return parse.pos[token] == "PRON" and "PronType=Rel" in parse.morphs[token]


def reflexive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb bears a reflexive clitic that is no passive."""
    return any(
        parse.words[c].lower() in _REFLEXIVES and parse.deps[c] != "expl:pass"
        for c in parse.children[verb]
    )


def _active(parse: Parse, verb: int, source: int) -> Iterator[Case]:
    actor = _referent(parse, source)
    if actor is None:
        return
    for thing in _nominal(parse, verb, "obj", "obj:lvc"):
        target = _referent(parse, thing)
        if target is not None:
            kind = _kind(parse, source, thing, ("active", "qui", "que", "que"))
            yield Case(kind, verb, actor, target)
    for thing in _nominal(parse, verb, *_OBLIQUES):
        target, slot = _referent(parse, thing), _slot(parse, thing)
        argument = parse.deps[thing] in ("obl:arg", "iobj") or slot in _PARTY
        if target is not None and slot and (argument or relative(parse, thing)):
            kinds = ("oblique", "qui", "relative oblique", "relative oblique")
            yield Case(_kind(parse, source, thing, kinds), verb, actor, target, slot)


def _kind(
    parse: Parse, source: int, target: int, kinds: tuple[str, str, str, str]
) -> str:
    """Choose by whether source and target are relative pronouns."""
    return kinds[relative(parse, source) + 2 * relative(parse, target)]


def _passive(parse: Parse, verb: int) -> Iterator[Case]:
    agents = [
        token
        for token in _nominal(parse, verb, "obl:agent", "obl", "obl:mod")
        if _slot(parse, token) == "par"
        and (parse.deps[token] == "obl:agent" or parse.having(verb, "aux:pass"))
    ]
    things = _nominal(parse, verb, *_SUBJECTS)
    participle = "VerbForm=Part" in parse.morphs[verb]
    governor = parse.heads[verb]
    if not things and participle and parse.deps[verb] == "acl":
        things = [governor] if parse.pos[governor] in _NOMINAL else []
    if agents and things:
        target = _referent(parse, things[0])
        source = _referent(parse, agents[0])
        if target is not None and source is not None:
            yield Case("passive", verb, source, target)


def _shared(parse: Parse, verb: int) -> Iterator[Case]:
    """Find «X menace Y et attaque Z»: nothing but the first verb names the subject."""
    first = parse.heads[verb]
    own = parse.having(verb, *_SUBJECTS, "expl:subj", "csubj", "aux:pass", "expl:pass")
    predicate = parse.pos[first] == "VERB" or parse.having(first, "cop")
    if parse.deps[verb] != "conj" or own or not predicate:
        return
    moods = [parse.morphs[v] for v in (first, verb)]  # the infinitives are controlled
    if any("VerbForm=Inf" in m or "Mood=Imp" in m for m in moods):
        return
    for source in _nominal(parse, first, "nsubj")[:1]:
        actor = _referent(parse, source)
        for thing in _nominal(parse, verb, "obj", "obj:lvc"):
            if actor is not None and not relative(parse, thing):
                yield Case("shared subject", verb, actor, thing)


def _modal(parse: Parse, verb: int) -> Iterator[Case]:
    modal = parse.heads[verb]
    if parse.deps[verb] != "xcomp" or parse.lemmas[modal] not in _MODALS:
        return
    for source in _nominal(parse, modal, "nsubj")[:1]:
        actor = _referent(parse, source)
        for thing in _nominal(parse, verb, "obj"):
            if actor is not None and not relative(parse, thing):
                yield Case("modal", verb, actor, thing)


def _nominal(parse: Parse, token: int, *deps: str) -> list[int]:
    """Return the nominal dependents with one of the labels, reflexives left out."""
    return [
        child
        for child in parse.having(token, *deps)
        if parse.pos[child] in _NOMINAL
        and parse.words[child].lower() not in _REFLEXIVES
        and "PronType=Int" not in parse.morphs[child]
    ]


def _referent(parse: Parse, token: int) -> int | None:
    """Return what a relative pronoun stands for; anything else stands for itself."""
    if not relative(parse, token):
        return token
    clause = token
    while not parse.deps[clause].startswith("acl:relcl"):
        if parse.heads[clause] == clause:
            return None
        clause = parse.heads[clause]
    noun = parse.heads[clause]
    return noun if parse.pos[noun] in _NOMINAL and not relative(parse, noun) else None


def _slot(parse: Parse, token: int) -> str:
    """Name the preposition of a nominal, "" if it has none; clitics have «à»."""
    word = parse.words[token].lower()
    if parse.deps[token] == "iobj" and word in _DATIVES:
        return "à"
    marks = [mark for mark in parse.having(token, "case") if mark < token]
    phrase = [word] if word in _CASES else []
    for mark in marks:
        phrase += [parse.words[t].lower() for t in parse.subtree(mark)]
    return "_".join(_CASES.get(part, part) for part in phrase).replace("'_", "'")
