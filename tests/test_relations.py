"""From triggers in sentences parsed by hand to who does what to whom."""

from collections.abc import Callable

import pytest

from kg.actors import Register
from kg.analysis import Knowledge, analyse
from kg.ontology import Ontology
from kg.pipeline import read_knowledge
from kg.relations import Relation
from kg.syntax import Parse

MakeParse = Callable[..., Parse]
Find = Callable[[str], list[Relation]]

WORLD = """
actor:norway a kg:State ; skos:prefLabel "Norvège"@fr ; kg:adjective "norvégien"@fr ,
    "norvégienne"@fr ; kg:prefixForm "norvégo"@fr ; kg:gender kg:Feminine .
actor:peru a kg:State ; skos:prefLabel "Pérou"@fr ; kg:adjective "péruvien"@fr ,
    "péruvienne"@fr .
actor:latvia a kg:State ; skos:prefLabel "Lettonie"@fr .
rel:attacks a kg:RelationType ; kg:sign -1 .
rel:warns a kg:RelationType ; kg:sign -1 .
rel:aids a kg:RelationType ; kg:sign 1 .
rel:meets a kg:RelationType ; kg:symmetric true ; kg:sign 1 .
rel:isAllyOf a kg:RelationType ; kg:symmetric true ; kg:sign 1 .
rel:fights a kg:RelationType ; kg:symmetric true ; kg:sign -1 .
frame:attacks.fr.attaquer a kg:Frame ; kg:evokes rel:attacks ; kg:category kg:Verb ;
    kg:trigger "attaquer"@fr ; kg:source "subject" ; kg:target "object" .
frame:attacks.fr.attaque a kg:Frame ; kg:evokes rel:attacks ; kg:category kg:Noun ;
    kg:trigger "attaque"@fr ; kg:source "par genitive" ; kg:target "contre" .
frame:warns.fr.blamer a kg:Frame ; kg:evokes rel:warns ; kg:category kg:Verb ;
    kg:trigger "blâmer"@fr ; kg:source "subject" ; kg:target "object" .
frame:warns.fr.mettre-en-garde a kg:Frame ; kg:evokes rel:warns ; kg:category kg:Verb ;
    kg:trigger "mettre en garde"@fr ; kg:source "subject" ; kg:target "object" ;
    kg:reach kg:Direct ; kg:topic "contre" .
frame:aids.fr.aide a kg:Frame ; kg:evokes rel:aids ; kg:category kg:Noun ;
    kg:trigger "aide"@fr ; kg:source "genitive" ; kg:target "à" .
frame:meets.fr.negocier a kg:Frame ; kg:evokes rel:meets ; kg:category kg:Verb ;
    kg:trigger "négocier"@fr ; kg:source "subject" ; kg:target "avec" .
frame:isAllyOf.fr.allie a kg:Frame ; kg:evokes rel:isAllyOf ; kg:category kg:Noun ;
    kg:trigger "allié"@fr ; kg:source "predication" ; kg:target "genitive" .
frame:fights.fr.guerre a kg:Frame ; kg:evokes rel:fights ; kg:category kg:Noun ;
    kg:trigger "guerre"@fr ; kg:source "compound entre genitive" ;
    kg:target "compound entre contre" .
cue:fr.apporter a kg:SupportVerb ; kg:category kg:Verb ; kg:trigger "apporter"@fr ;
    kg:subjectFills kg:Source .
cue:fr.recevoir a kg:SupportVerb ; kg:category kg:Verb ; kg:trigger "recevoir"@fr ;
    kg:subjectFills kg:Target .
cue:fr.match a kg:SportCue ; kg:trigger "match"@fr .
cue:fr.texte a kg:OpaqueNoun ; kg:trigger "texte"@fr .
"""


@pytest.fixture(scope="module")
def knowledge(make_ontology: Callable[[str], Ontology]) -> Knowledge:
    return read_knowledge(make_ontology(WORLD), "fr")


@pytest.fixture
def find(make_parse: MakeParse, knowledge: Knowledge) -> Find:
    """Find the relations of one sentence."""

    def found(table: str) -> list[Relation]:
        parse = make_parse(table)
        register = Register(knowledge.gazetteer, "fr", None)
        finder = analyse(parse, register, knowledge).finder
        return list(finder.find(*parse.sentences[0]))

    return found


def triples(relations: list[Relation]) -> list[str]:
    return [
        f"{r.source.slug} {r.trigger.frame.relation.name} {r.target.slug}"
        for r in relations
    ]


# Norvège attaque Pérou
PLAIN = """
Norvège PROPN norvège  nsubj 2
attaque VERB  attaquer root  0 Mood=Ind|VerbForm=Fin
Pérou   PROPN pérou    obj   2
"""
# Norvège attaque Pérou et Lettonie
TWO_TARGETS = (
    PLAIN
    + """\
et       CCONJ et       cc   5
Lettonie PROPN lettonie conj 3
"""
)
# Norvège attaque Pérou, non Lettonie
EXCLUDED = (
    PLAIN
    + """\
non      ADV   non      advmod 5
Lettonie PROPN lettonie conj   3
"""
)
# Norvège attaque match Pérou
SPORT = PLAIN + "match NOUN match obl 2\n"
# Norvège attaque Pérou 2-1
PLAYED = PLAIN + "2-1 NUM 2-1 obl 2\n"
# l'attaque norvégienne contre le Pérou
NOUN = """
l'          DET  le        det  2
attaque     NOUN attaque   root 0
norvégienne ADJ  norvégien amod 2
contre      ADP  contre    case 6
le          DET  le        det  6
Pérou       PROPN pérou    nmod 2
"""
# Lettonie blâme l'attaque norvégienne contre le Pérou
BLAMED = """
Lettonie    PROPN lettonie  nsubj 2
blâme       VERB  blâmer    root  0 Mood=Ind|VerbForm=Fin
l'          DET   le        det   4
attaque     NOUN  attaque   obj   2
norvégienne ADJ   norvégien amod  4
contre      ADP   contre    case  8
le          DET   le        det   8
Pérou       PROPN pérou     nmod  4
"""
# Lettonie blâme la décision de Pérou
HANDED_OVER = """
Lettonie PROPN lettonie nsubj 2
blâme    VERB  blâmer   root  0 Mood=Ind|VerbForm=Fin
la       DET   le       det   4
décision NOUN  décision obj   2
de       ADP   de       case  6
Pérou    PROPN pérou    nmod  4
"""
OPAQUE = HANDED_OVER.replace("décision", "texte")
# Lettonie met en garde Pérou contre l'attaque
LONG = """
Lettonie PROPN lettonie nsubj   2
met      VERB  mettre   root    0 Mood=Ind|VerbForm=Fin
en       ADP   en       case    4
garde    NOUN  garde    obl:arg 2
Pérou    PROPN pérou    obj     2
contre   ADP   contre   case    7
Norvège  PROPN norvège  obl     2
"""
# Lettonie met en garde l'ami de Pérou
DIRECT = """
Lettonie PROPN lettonie nsubj   2
met      VERB  mettre   root    0 Mood=Ind|VerbForm=Fin
en       ADP   en       case    4
garde    NOUN  garde    obl:arg 2
l'       DET   le       det     6
avis     NOUN  avis     obj     2
de       ADP   de       case    8
Pérou    PROPN pérou    nmod    6
"""
# Norvège apporte son aide à Pérou
CARRIED = """
Norvège PROPN norvège  nsubj   2
apporte VERB  apporter root    0 Mood=Ind|VerbForm=Fin
une     DET   un       det     4
aide    NOUN  aide     obj     2
à       ADP   à        case    6
Pérou   PROPN pérou    obl:arg 2
"""
# Norvège reçoit l'aide de Pérou
RECEIVED = """
Norvège PROPN norvège  nsubj 2
reçoit  VERB  recevoir root  0 Mood=Ind|VerbForm=Fin
l'      DET   le       det   4
aide    NOUN  aide     obj   2
de      ADP   de       case  6
Pérou   PROPN pérou    nmod  4
"""
# Norvège et Pérou négocient
PAIRED = """
Norvège   PROPN norvège  nsubj 4
et        CCONJ et       cc    3
Pérou     PROPN pérou    conj  1
négocient VERB  négocier root  0 Mood=Ind|VerbForm=Fin
"""
# Norvège et Pérou négocient avec Lettonie
WITH_THIRD = (
    PAIRED
    + """\
avec      ADP   avec     case  6
Lettonie  PROPN lettonie obl   4
"""
)
# Norvège et Pérou négocient avec un voisin
WITH_UNKNOWN = (
    PAIRED
    + """\
avec      ADP   avec     case  7
un        DET   un       det   7
voisin    NOUN  voisin   obl   4
"""
)
# Norvège, alliée de Pérou
APPOSED = """
Norvège PROPN norvège root  0
,       PUNCT ,       punct 3
alliée  NOUN  allié   appos 1
de      ADP   de      case  5
Pérou   PROPN pérou   nmod  3
"""
# la guerre norvégo-péruvienne
COMPOUND = """
la                 DET  le                det  2
guerre             NOUN guerre            root 0
norvégo-péruvienne ADJ  norvégo-péruvien  amod 2
"""
# la guerre entre Norvège et Pérou
BETWEEN = """
la      DET   le      det  2
guerre  NOUN  guerre  root 0
entre   ADP   entre   case 4
Norvège PROPN norvège nmod 2
et      CCONJ et      cc   6
Pérou   PROPN pérou   conj 4
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(PLAIN, ["norway attacks peru"], id="verb"),
        pytest.param(
            TWO_TARGETS,
            ["norway attacks peru", "norway attacks latvia"],
            id="two-targets",
        ),
        pytest.param(EXCLUDED, ["norway attacks peru"], id="excluded"),
        pytest.param(SPORT, [], id="sport"),
        pytest.param(PLAYED, [], id="score"),
        pytest.param(NOUN, ["norway attacks peru"], id="noun"),
        pytest.param(
            BLAMED, ["latvia warns norway", "norway attacks peru"], id="behind-an-event"
        ),
        pytest.param(HANDED_OVER, ["latvia warns peru"], id="handed-over"),
        pytest.param(OPAQUE, [], id="opaque-noun"),
        pytest.param(LONG, ["latvia warns peru"], id="several-words"),
        pytest.param(DIRECT, [], id="direct"),
        pytest.param(CARRIED, ["norway aids peru"], id="carried"),
        pytest.param(RECEIVED, ["peru aids norway"], id="received"),
        pytest.param(PAIRED, ["norway meets peru"], id="paired"),
        pytest.param(
            WITH_THIRD, ["norway meets latvia", "peru meets latvia"], id="with-a-third"
        ),
        pytest.param(WITH_UNKNOWN, [], id="with-an-unknown-third"),
        pytest.param(APPOSED, ["norway isAllyOf peru"], id="apposition"),
        pytest.param(COMPOUND, ["norway fights peru"], id="compound"),
        pytest.param(BETWEEN, ["norway fights peru"], id="between"),
    ],
)
def test_a_sentence_says_who_does_what_to_whom(
    find: Find, table: str, expected: list[str]
) -> None:
    assert sorted(triples(find(table))) == sorted(expected)


def test_a_relation_knows_its_topic(find: Find) -> None:
    (relation,) = find(LONG)

    assert relation.trigger.words == (1, 2, 3)
    assert (relation.topic, relation.topic_actor) == (6, "norway")


def test_what_was_taken_out_of_a_phrase_is_counted(find: Find) -> None:
    (handed_over,) = find(HANDED_OVER)
    (plain,) = find(PLAIN)

    assert (handed_over.target.handed_over, plain.target.handed_over) == (1, 0)


def test_one_of_several_is_told_as_group(find: Find) -> None:
    relations = find(TWO_TARGETS)

    assert [r.target.group for r in relations] == [True, True]
    assert [r.source.group for r in relations] == [False, False]
