"""N-Triples lines → readable Turtle in one fixed order: same triples, same bytes.

rdflib's serialiser is as steady but takes seconds where this takes tenths, and
Oxigraph's is fast but follows the order in which its store happens to yield.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.namespaces import PREFIXES, compact

_TITLES = (
    "Relation types and qualifiers",
    "How this graph was made",
    "Documents",
    "Actors",
    "Direct relations: affirmed, asserted, in the outlet's or the actor's own voice",
    "Pairs of actors: how often they cooperate and oppose each other",
    "Statements",
    "Evidence: sentences and mentions",
    "Others",
)
_DIRECT, _PAIRS, _STATEMENTS, _OTHERS = 4, 5, 6, 8
_SECTIONS = {  # by prefix of the subject
    "kg": 0,
    "rel": 0,
    "plover": 0,
    "run": 1,
    "doc": 2,
    "actor": 3,
    "pair": _PAIRS,
    "st": _STATEMENTS,
}
_OFFSETS = "#char="  # in the IRIs of evidence

# Literals that Turtle takes without quotes and datatype, as they stand.
_BARE = {
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:boolean": re.compile("true|false"),
}
_NOTHING = re.compile(r"(?!)")

# Predicates that come first, in this order; the others follow by name.
_RANKS = {
    name: rank
    for rank, name in enumerate(
        (
            "a",
            "rdf:subject",
            "rdf:predicate",
            "rdf:object",
            "schema:identifier",
            "rdfs:label",
            "skos:prefLabel",
            "skos:altLabel",
            "nif:anchorOf",
            "nif:beginIndex",
            "nif:endIndex",
            "kg:polarity",
            "kg:polarityCue",
            "kg:modality",
            "kg:modalityCue",
            "kg:attributedTo",
            "kg:attributionCue",
        )
    )
}

_Block = defaultdict[str, list[str]]  # predicate → objects
_Key = tuple[str, int, int, str]


class _Shortener:
    """Terms of N-Triples → terms of Turtle, remembering those already met."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._known: dict[str, str] = {f"<{PREFIXES['rdf']}type>": "a"}

    def __call__(self, term: str) -> str:
        short = self._known.get(term)
        if short is None:
            short = self._known[term] = self._shorten(term)
        return short

    def _shorten(self, term: str) -> str:
        if term.startswith("<"):
            return self._name(term)
        if not term.endswith(">"):  # plain or with a language tag
            return term
        lexical, _, datatype = term.rpartition("^^")
        kind = self._name(datatype)
        bare = _BARE.get(kind, _NOTHING).fullmatch(lexical[1:-1])
        return lexical[1:-1] if bare else f"{lexical}^^{kind}"

    def _name(self, iri: str) -> str:
        name = compact(iri[1:-1])
        if name is None:
            return iri
        self.used.add(name.partition(":")[0])
        return name


def to_turtle(lines: Iterable[str]) -> str:
    """Write N-Triples lines as Turtle, grouped by subject under commented headings.

    >>> warns = "<https://w3id.org/actor-kg/relation/warns>"
    >>> actors = [f"<https://w3id.org/actor-kg/actor/{a}>" for a in ("a", "b")]
    >>> print(to_turtle([f"{actors[0]} {warns} {actors[1]} ."]).splitlines()[-1])
    actor:a rel:warns actor:b .
    """
    shorten = _Shortener()
    sections: list[dict[str, _Block]] = [{} for _ in _TITLES]
    relation = f"<{PREFIXES['rel']}"
    triples = (line.removesuffix(" .").split(" ", 2) for line in sorted(lines))
    for subject, group in groupby(triples, key=itemgetter(0)):
        short = shorten(subject)
        own, direct = _Block(list), _Block(list)
        for _, predicate, value in group:
            block = direct if predicate.startswith(relation) else own
            block[shorten(predicate)].append(shorten(value))
        for number, block in ((_section(short), own), (_DIRECT, direct)):
            if block:
                sections[number][short] = block
    body = "".join(_write(sections))
    head = (f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in sorted(shorten.used))
    return "".join(head) + body


def _section(subject: str) -> int:
    if subject.startswith("<"):
        return _OTHERS - 1 if _OFFSETS in subject else _OTHERS
    return _SECTIONS.get(subject.partition(":")[0], _OTHERS)


def _write(sections: list[dict[str, _Block]]) -> Iterator[str]:
    for number, title in enumerate(_TITLES):
        blocks = sections[number]
        if blocks:
            yield f"\n# {title}\n"
        for subject, block in sorted(blocks.items(), key=_place):
            pairs = (
                f"{p} {' , '.join(sorted(block[p]))}" for p in sorted(block, key=_rank)
            )
            yield "\n" if number != _DIRECT else ""
            yield f"{subject} " + " ;\n    ".join(pairs) + " .\n"


def _rank(predicate: str) -> tuple[int, str]:
    return (_RANKS.get(predicate, len(_RANKS)), predicate)


def _place(item: tuple[str, _Block]) -> _Key:
    """Sort evidence by its place in the document, and statements as their evidence."""
    subject, block = item
    rests_on = block.get("prov:wasDerivedFrom", [subject])[0]
    iri, is_evidence, offsets = rests_on.rpartition(_OFFSETS)
    if not is_evidence:
        return ("", 0, 0, subject)
    begin, _, end = offsets.removesuffix(">").partition(",")
    return (iri, int(begin), int(end), subject)
