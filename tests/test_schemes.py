"""Trees of both schemes of labels say the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.extraction import read_document
from kg.lang.schemes import CLEAR_NLP, UNIVERSAL, Scheme
from kg.model import Document
from kg.pipeline import default_ontology, read_knowledge
from kg.schemes import scheme_of, translate
from kg.syntax import Parse

FORMS = {
    "past": "Tense=Past|VerbForm=Fin",
    "part": "Tense=Past|VerbForm=Part",
    "inf": "VerbForm=Inf",
    "ger": "VerbForm=Ger",
    "poss": "Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "-": "",
}

# Word, lemma, part of speech, features; then head and label in Universal Dependencies,
# and in those of ClearNLP.
TREES = {
    "active": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        praised praise VERB past 0 root 0 ROOT
        Peru peru PROPN - 2 obj 2 dobj""",
    "passive": """
        Peru peru PROPN - 3 nsubj:pass 3 nsubjpass
        was be AUX past 3 aux:pass 3 auxpass
        condemned condemn VERB part 0 root 0 ROOT
        by by ADP - 5 case 3 agent
        Norway norway PROPN - 3 obl:agent 4 pobj""",
    "oblique": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        apologised apologise VERB past 0 root 0 ROOT
        to to ADP - 4 case 2 prep
        Peru peru PROPN - 2 obl 3 pobj""",
    "noun": """
        Norway norway PROPN - 3 nmod:poss 3 poss
        's 's PART - 1 case 1 case
        attack attack NOUN - 6 nsubj 6 nsubj
        on on ADP - 5 case 3 prep
        Peru peru PROPN - 3 nmod 4 pobj
        failed fail VERB past 0 root 0 ROOT""",
    "gerund": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        accused accuse VERB past 0 root 0 ROOT
        Peru peru PROPN - 2 obj 2 dobj
        of of ADP - 5 mark 2 prep
        arming arm VERB ger 2 advcl 4 pcomp
        Iceland iceland PROPN - 5 obj 5 dobj""",
    "infinitive": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        refused refuse VERB past 0 root 0 ROOT
        to to PART - 4 mark 4 aux
        support support VERB inf 2 xcomp 2 xcomp
        Peru peru PROPN - 4 obj 4 dobj""",
    "copula": """
        Norway norway PROPN - 4 nsubj 2 nsubj
        is be AUX past 4 cop 0 ROOT
        an a DET - 4 det 4 det
        ally ally NOUN - 0 root 2 attr
        of of ADP - 6 case 4 prep
        Peru peru PROPN - 4 nmod 5 pobj""",
    "dative": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        sold sell VERB past 0 root 0 ROOT
        Peru peru PROPN - 2 iobj 2 dative
        weapons weapon NOUN - 2 obj 2 dobj""",
    "relative": """
        Norway norway PROPN - 6 nsubj 6 nsubj
        which which PRON - 3 nsubj 3 nsubj
        supports support VERB past 1 acl:relcl 1 relcl
        Peru peru PROPN - 3 obj 3 dobj
        never never ADV - 6 advmod 6 neg
        condemned condemn VERB past 0 root 0 ROOT
        Iceland iceland PROPN - 6 obj 6 dobj""",
    "coordination": """
        Norway norway PROPN - 4 nsubj 4 nsubj
        and and CCONJ - 3 cc 1 cc
        Iceland iceland PROPN - 1 conj 1 conj
        thanked thank VERB past 0 root 0 ROOT
        Peru peru PROPN - 4 obj 4 dobj""",
    "possessive": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        withdrew withdraw VERB past 0 root 0 ROOT
        its its PRON poss 4 nmod:poss 4 poss
        troops troops NOUN - 2 obj 2 dobj
        from from ADP - 6 case 2 prep
        Peru peru PROPN - 2 obl 5 pobj""",
    "particle": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        hit hit VERB past 0 root 0 ROOT
        back back ADP - 2 compound:prt 2 prt
        at at ADP - 5 case 2 prep
        Peru peru PROPN - 2 obl 4 pobj""",
    "stacked prepositions": """
        Norway norway PROPN - 2 nsubj 2 nsubj
        pulled pull VERB past 0 root 0 ROOT
        its its PRON poss 4 nmod:poss 4 poss
        troops troops NOUN - 2 obj 2 dobj
        out out ADP - 7 case 2 prep
        of of ADP - 7 case 5 prep
        Peru peru PROPN - 2 obl 6 pobj""",
}
SAID = {
    "active": {"norway praises peru"},
    "passive": {"norway condemns peru"},
    "oblique": {"norway apologisesTo peru"},
    "noun": {"norway attacks peru"},
    "gerund": {"norway accuses peru", "peru aidsMilitarily iceland"},
    "infinitive": {"norway supports peru"},
    "copula": {"norway isAllyOf peru"},
    "dative": {"norway aidsMilitarily peru"},
    "relative": {"norway supports peru", "norway condemns iceland"},
    "coordination": {"norway thanks peru", "iceland thanks peru"},
    "possessive": {"norway withdrawsFrom peru"},
    "particle": {"norway criticises peru"},
    "stacked prepositions": {"norway withdrawsFrom peru"},
}


def parse_of(table: str, scheme: Scheme) -> Parse:
    """Read a tree in one scheme of labels and translate it."""
    rows = [line.split() for line in table.strip().splitlines()]
    place = 4 if scheme is UNIVERSAL else 6
    heads = [int(row[place]) - 1 for row in rows]
    ends = [sum(len(row[0]) + 1 for row in rows[: i + 1]) - 1 for i in range(len(rows))]
    parse = Parse(
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        morphs=[FORMS[row[3]] for row in rows],
        deps=[row[place + 1] for row in rows],
        heads=[i if head < 0 else head for i, head in enumerate(heads)],
        begins=[end - len(row[0]) for end, row in zip(ends, rows, strict=True)],
        ends=ends,
        sentences=[(0, len(rows))],
    )
    translate(parse, scheme)
    return parse


def test_the_labels_of_a_parser_tell_its_scheme() -> None:
    assert scheme_of({"nsubj", "dobj", "pobj", "prep"}) is CLEAR_NLP
    assert scheme_of({"nsubj", "obj", "obl", "case"}) is UNIVERSAL


@pytest.fixture(scope="module")
def say() -> Callable[[Parse], list[tuple[str, str, str]]]:
    """Read a parse of English; give triple, polarity and speaker of its statements."""
    knowledge = read_knowledge(default_ontology(), "en")

    def said(parse: Parse) -> list[tuple[str, str, str]]:
        document = Document("a", " ".join(parse.words), "en", "a")
        document = replace(document, published=date(2023, 5, 1))
        statements = read_document(document, [parse], knowledge).statements
        return sorted(
            (
                f"{s.subject} {s.predicate} {s.object}",
                s.claim.polarity,
                s.claim.speaker or "",
            )
            for s in statements
        )

    return said


@pytest.mark.parametrize("name", TREES)
def test_a_sentence_says_the_same_in_either_scheme(
    name: str, say: Callable[[Parse], list[tuple[str, str, str]]]
) -> None:
    universal = say(parse_of(TREES[name], UNIVERSAL))

    assert say(parse_of(TREES[name], CLEAR_NLP)) == universal
    assert {triple for triple, _, _ in universal} == SAID[name]


def test_names_of_pipelines_get_our_kinds() -> None:
    parse = parse_of(TREES["active"], CLEAR_NLP)
    parse.names = [(0, 1, "GPE"), (1, 2, "DATE"), (2, 3, "PERSON")]
    translate(parse, CLEAR_NLP)

    assert parse.names == [(0, 1, "LOC"), (2, 3, "PER")]
