"""Subjects, objects and obliques of verbs in trees drawn by hand."""

from collections.abc import Callable

import pytest

from kg.arguments import Arguments
from kg.lang.fr import FRENCH
from kg.syntax import Parse

MakeParse = Callable[..., Parse]

PASSIVE = """
Oslo     PROPN oslo    nsubj:pass 3
est      AUX   être    aux:pass   3
menacée  VERB  menacer root       0 Tense=Past|VerbForm=Part
par      ADP   par     case       5
Lima     PROPN lima    obl:agent  3
"""
PARTICIPLE = """
une      DET   un      det       2
Grèce    PROPN grèce   root      0
soutenue VERB  soutenir acl      2 Tense=Past|VerbForm=Part
par      ADP   par     case      5
Paris    PROPN paris   obl       3
"""
COORDINATED = """
Oslo     PROPN oslo     nsubj 2
salue    VERB  saluer   root  0 Mood=Ind|VerbForm=Fin
Lima     PROPN lima     obj   2
et       CCONJ et       cc    5
condamne VERB  condamner conj 2 Mood=Ind|VerbForm=Fin
Riga     PROPN riga     obj   5
"""
BLAMED = """
Oslo     PROPN oslo     nsubj 2
accuse   VERB  accuser  root  0 Mood=Ind|VerbForm=Fin
Lima     PROPN lima     obj   2
de       ADP   de       mark  5
menacer  VERB  menacer  xcomp 2 VerbForm=Inf
Riga     PROPN riga     obj   5
"""
ASKED = """
Oslo     PROPN oslo     nsubj   2
demande  VERB  demander root    0 Mood=Ind|VerbForm=Fin
à        ADP   à        case    4
Lima     PROPN lima     obl:arg 2
de       ADP   de       mark    6
quitter  VERB  quitter  xcomp   2 VerbForm=Inf
Riga     PROPN riga     obj     6
"""
PROMISED = """
Oslo     PROPN oslo      nsubj   2
promet   VERB  promettre root    0 Mood=Ind|VerbForm=Fin
à        ADP   à         case    4
Lima     PROPN lima      obl:arg 2
de       ADP   de        mark    6
quitter  VERB  quitter   xcomp   2 VerbForm=Inf
Riga     PROPN riga      obj     6
"""
OWNED = """
Oslo     PROPN oslo    nsubj 2
cache    VERB  cacher  root  0 Mood=Ind|VerbForm=Fin
sa       DET   son     det   4
volonté  NOUN  volonté obj   2
de       ADP   de      mark  6
quitter  VERB  quitter acl   4 VerbForm=Inf
Riga     PROPN riga    obj   6
"""
UNACCUSATIVE = """
Oslo     PROPN oslo    nsubj     3
est      AUX   être    aux:tense 3
sortie   VERB  sortir  root      0 Tense=Past|VerbForm=Part
de       ADP   de      case      5
Genève   PROPN genève  obl       3
"""
SPLIT = """
Oslo     PROPN oslo    nsubj 4
,        PUNCT ,       punct 1
Lima     PROPN lima    nsubj 4
menacent VERB  menacer root  0 Mood=Ind|VerbForm=Fin
Riga     PROPN riga    obj   4
"""
RELATIVE = """
Lima     PROPN lima    root      0
,        PUNCT ,       punct     5
que      PRON  que     obj       5
Oslo     PROPN oslo    nsubj     5
menace   VERB  menacer acl:relcl 1 Mood=Ind|VerbForm=Fin
"""
CLITIC = """
Oslo     PROPN oslo      nsubj 3
lui      PRON  lui       obj   3
promet   VERB  promettre root  0 Mood=Ind|VerbForm=Fin
dons     NOUN  don       obj   3
"""
COMPLEX = """
Oslo     PROPN oslo    nsubj 2
proteste VERB  protester root 0 Mood=Ind|VerbForm=Fin
auprès   ADV   auprès  case  5
de       ADP   de      fixed 3
Lima     PROPN lima    obl   2
"""
STRANDED = """
Oslo     PROPN oslo     nsubj 2
reçoit   VERB  recevoir root  0 Mood=Ind|VerbForm=Fin
au       ADP   à        case  4
Palais   NOUN  palais   obl   2
le       DET   le       det   6
roi      NOUN  roi      nmod  4
"""
LATE_OBJECT = """
Oslo     PROPN oslo     nsubj 2
défend   VERB  défendre root  0 Mood=Ind|VerbForm=Fin
Lima     PROPN lima     obj   2
contre   ADP   contre   case  5
Riga     PROPN riga     obl   2
Lomé     PROPN lomé     obj   2
"""


def arguments(parse: Parse) -> Arguments:
    phrases = {"auprès": ((("auprès",), "auprès_de"),)}
    return Arguments(parse, FRENCH, phrases)


def words(parse: Parse, tokens: list[int]) -> list[str]:
    return [parse.words[token] for token in tokens]


@pytest.mark.parametrize(
    ("table", "verb", "subjects", "objects"),
    [
        pytest.param(PASSIVE, "menacée", ["Lima"], ["Oslo"], id="passive"),
        pytest.param(PARTICIPLE, "soutenue", ["Paris"], ["Grèce"], id="participle"),
        pytest.param(COORDINATED, "condamne", ["Oslo"], ["Riga"], id="coordinated"),
        pytest.param(BLAMED, "menacer", ["Lima"], ["Riga"], id="object-control"),
        pytest.param(ASKED, "quitter", ["Lima"], ["Riga"], id="addressee-control"),
        pytest.param(PROMISED, "quitter", ["Oslo"], ["Riga"], id="subject-control"),
        pytest.param(OWNED, "quitter", ["sa"], ["Riga"], id="owner-of-a-noun"),
        pytest.param(UNACCUSATIVE, "sortie", ["Oslo"], [], id="unaccusative"),
        pytest.param(SPLIT, "menacent", ["Oslo", "Lima"], ["Riga"], id="split"),
        pytest.param(RELATIVE, "menace", ["Oslo"], ["que"], id="relative"),
        pytest.param(STRANDED, "reçoit", ["Oslo"], ["roi"], id="stranded-object"),
        pytest.param(LATE_OBJECT, "défend", ["Oslo"], ["Lima"], id="late-object"),
    ],
)
def test_a_verb_has_its_subjects_and_objects(
    make_parse: MakeParse,
    table: str,
    verb: str,
    subjects: list[str],
    objects: list[str],
) -> None:
    parse = make_parse(table)
    found, token = arguments(parse), parse.words.index(verb)

    assert words(parse, found.subject(token)) == subjects
    assert words(parse, found.objects(token)) == objects


@pytest.mark.parametrize(
    ("table", "verb", "preposition", "expected"),
    [
        pytest.param(UNACCUSATIVE, "sortie", "de", ["Genève"], id="plain"),
        pytest.param(ASKED, "demande", "à", ["Lima"], id="addressee"),
        pytest.param(ASKED, "demande", "de", [], id="no-mark-of-a-clause"),
        pytest.param(CLITIC, "promet", "à", ["lui"], id="dative-clitic"),
        pytest.param(COMPLEX, "proteste", "auprès_de", ["Lima"], id="complex"),
        pytest.param(STRANDED, "reçoit", "à", ["Palais"], id="contracted"),
    ],
)
def test_a_preposition_introduces_a_complement(
    make_parse: MakeParse, table: str, verb: str, preposition: str, expected: list[str]
) -> None:
    parse = make_parse(table)
    token = parse.words.index(verb)

    found = arguments(parse).obliques(token, preposition)

    assert words(parse, found) == expected


COPULA = """
Oslo   PROPN oslo   nsubj 4
est    AUX   être   cop   4
l'     DET   le     det   4
alliée NOUN  allié  root  0
"""
APPOSED = """
Oslo   PROPN oslo   nsubj 4
,      PUNCT ,      punct 3
alliée NOUN  allié  appos 1
tient  VERB  tenir  root  0
"""
LINKED = """
Oslo    PROPN oslo    nsubj 2
reste   VERB  rester  root  0
hostile ADJ   hostile xcomp 2
"""
AT_WAR = """
Oslo   PROPN oslo   root 0
en     ADP   en     case 3
guerre NOUN  guerre nmod 1
"""
SECOND = """
Oslo   PROPN oslo   nsubj 4
est    AUX   être   cop   4
un     DET   un     det   4
voisin NOUN  voisin root  0
et     CCONJ et     cc    6
allié  NOUN  allié  conj  4
"""


@pytest.mark.parametrize(
    ("table", "predicate", "expected"),
    [
        pytest.param(COPULA, "alliée", ["Oslo"], id="copula"),
        pytest.param(APPOSED, "alliée", ["Oslo"], id="apposition"),
        pytest.param(LINKED, "hostile", ["Oslo"], id="linking-verb"),
        pytest.param(AT_WAR, "guerre", ["Oslo"], id="state"),
        pytest.param(SECOND, "allié", ["Oslo"], id="second-predicate"),
        pytest.param(BLAMED, "Lima", [], id="an-object-is-no-predicate"),
    ],
)
def test_a_predicate_is_said_of_its_subject(
    make_parse: MakeParse, table: str, predicate: str, expected: list[str]
) -> None:
    parse = make_parse(table)
    token = parse.words.index(predicate)

    assert words(parse, arguments(parse).predicated_of(token)) == expected


def test_a_relative_pronoun_stands_for_its_noun(make_parse: MakeParse) -> None:
    parse = make_parse(RELATIVE)

    assert arguments(parse).antecedent(2) == 0
    assert arguments(parse).antecedent(3) is None
