"""How sentences parsed by hand commit themselves to what their trigger evokes."""

from collections.abc import Callable

import pytest

from kg.arguments import Arguments
from kg.attribution import Attribution
from kg.claims import ClaimReader
from kg.lang.fr import FRENCH
from kg.lexicon import Lexicon, read_lexicon, read_relation_types
from kg.model import Claim, Modality, Polarity
from kg.ontology import Ontology
from kg.quotes import find_quotes
from kg.syntax import Parse

MakeParse = Callable[..., Parse]
Read = Callable[[str, str], Claim]

CUES = """
cue:fr.refuser a kg:PolarityCue ; kg:category kg:Verb ; kg:trigger "refuser"@fr .
cue:fr.sans a kg:PolarityCue ; kg:trigger "sans"@fr .
cue:fr.se-garder a kg:PolarityCue ; kg:category kg:Verb ; kg:trigger "se garder"@fr .
cue:fr.pouvoir a kg:ModalityCue ; kg:trigger "pouvoir"@fr ; kg:sets kg:Possible .
cue:fr.vouloir a kg:ModalityCue ; kg:trigger "vouloir"@fr ; kg:sets kg:Intended .
cue:fr.etre-pret a kg:ModalityCue ; kg:trigger "être prêt"@fr ; kg:sets kg:Intended .
cue:fr.afin a kg:Subordinator ; kg:trigger "afin de"@fr ; kg:sets kg:Intended .
cue:fr.apporter a kg:SupportVerb ; kg:trigger "apporter"@fr ; kg:subjectFills kg:Source .
cue:fr.dire a kg:ReportingVerb ; kg:category kg:Verb ; kg:trigger "dire"@fr .
cue:fr.accuser a kg:ReportingVerb ; kg:trigger "accuser"@fr ; kg:fits "object" .
cue:fr.nier a kg:ReportingVerb , kg:DenyingVerb ; kg:trigger "nier"@fr .
cue:fr.selon a kg:SourcePreposition ; kg:trigger "selon"@fr .
cue:fr.d-apres a kg:SourcePreposition ; kg:trigger "d'après"@fr .
cue:fr.rapport a kg:SourceNoun ; kg:trigger "rapport"@fr .
"""


@pytest.fixture(scope="module")
def lexicon(make_ontology: Callable[[str], Ontology]) -> Lexicon:
    ontology = make_ontology(CUES)
    return read_lexicon(ontology, "fr", read_relation_types(ontology))


@pytest.fixture
def read(make_parse: MakeParse, lexicon: Lexicon) -> Read:
    """Read the claim of a word; every proper name denotes itself in lower case."""

    def claim(table: str, trigger: str) -> Claim:
        parse = make_parse(table)

        def denoted(token: int) -> list[str]:
            return [parse.lemmas[token]] if parse.pos[token] == "PROPN" else []

        arguments = Arguments(parse, FRENCH, {})
        quotes = find_quotes(parse, FRENCH)
        attribution = Attribution(parse, arguments, denoted, lexicon, quotes)
        reader = ClaimReader(parse, arguments, lexicon, attribution)
        at = parse.words.index(trigger)
        sentence = next(s for s in parse.sentences if s[0] <= at < s[1])
        return reader.read(at, sentence)

    return claim


NOT = """
Oslo    PROPN oslo    nsubj  3
ne      ADV   ne      advmod 3
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
{0}     ADV   {0}     advmod 3
Lima    PROPN lima    obj    3
"""
NOT_ONLY = """
Oslo    PROPN oslo    nsubj  3
ne      ADV   ne      advmod 3
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
pas     ADV   pas     advmod 3
seulement ADV seulement advmod 3
Lima    PROPN lima    obj    3
"""
NOBODY = """
Aucun   DET   aucun    det   2
pays    NOUN  pays     nsubj 4
ne      ADV   ne       advmod 4
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj   4
"""
NEVER = """
Jamais  ADV   jamais   dep    5
,       PUNCT ,        punct  1
Oslo    PROPN oslo     nsubj  5
ne      ADV   ne       advmod 5
soutient VERB soutenir root   0 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj    5
"""
REFUSED = """
Oslo    PROPN oslo     nsubj 2
{0}     VERB  refuser  root  0 Mood=Ind|VerbForm=Fin
de      ADP   de       mark  4
soutenir VERB soutenir xcomp 2 VerbForm=Inf
Lima    PROPN lima     obj   4
"""
REFUSED_NOT = """
Oslo    PROPN oslo     nsubj  3
ne      ADV   ne       advmod 3
refuse  VERB  refuser  root   0 Mood=Ind|VerbForm=Fin
pas     ADV   pas      advmod 3
de      ADP   de       mark   6
soutenir VERB soutenir xcomp  3 VerbForm=Inf
"""
GUARDED = """
Oslo    PROPN oslo     nsubj   3
se      PRON  se       expl:pv 3 Reflex=Yes
garde   VERB  garder   root    0 Mood=Ind|VerbForm=Fin
de      ADP   de       mark    5
soutenir VERB soutenir xcomp   3 VerbForm=Inf
"""
CARRIED = """
Oslo    PROPN oslo     nsubj  3
ne      ADV   ne       advmod 3
apporte VERB  apporter root   0 Mood=Ind|VerbForm=Fin
aucun   DET   aucun    det    5
soutien NOUN  soutien  obj    3
"""
NOT_CARRIED = """
Oslo    PROPN oslo     nsubj  3
ne      ADV   ne       advmod 3
salue   VERB  saluer   root   0 Mood=Ind|VerbForm=Fin
pas     ADV   pas      advmod 3
le      DET   le       det    6
soutien NOUN  soutien  obj    3
"""
WITHOUT = """
Oslo    PROPN oslo     nsubj 2
agit    VERB  agir     root  0 Mood=Ind|VerbForm=Fin
sans    ADP   sans     case  4
soutien NOUN  soutien  obl   2
"""
CLEFT = """
Ce      PRON  ce       nsubj     5
n'      ADV   ne       advmod    5
est     AUX   être     cop       5
pas     ADV   pas      advmod    5
Oslo    PROPN oslo     root      0
qui     PRON  qui      nsubj     7
soutient VERB soutenir acl:relcl 5 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj       7
"""


@pytest.mark.parametrize(
    ("table", "trigger", "cue"),
    [
        pytest.param(NOT.format("pas"), "soutient", "pas", id="pas"),
        pytest.param(NOT.format("guère"), "soutient", "guère", id="guère"),
        pytest.param(NOT.format("que"), "soutient", "", id="ne-que"),
        pytest.param(NOT.format("demain"), "soutient", "", id="lone-ne"),
        pytest.param(NOT_ONLY, "soutient", "", id="pas-seulement"),
        pytest.param(NOBODY, "soutient", "Aucun", id="negative-subject"),
        pytest.param(NEVER, "soutient", "Jamais", id="fronted"),
        pytest.param(REFUSED.format("refuse"), "soutenir", "refuse", id="refusal"),
        pytest.param(REFUSED_NOT, "soutenir", "", id="two-negations"),
        pytest.param(GUARDED, "soutenir", "garde", id="reflexive-cue"),
        pytest.param(CARRIED, "soutien", "aucun", id="carried-noun"),
        pytest.param(NOT_CARRIED, "soutien", "", id="noun-not-carried"),
        pytest.param(WITHOUT, "soutien", "sans", id="preposition"),
        pytest.param(CLEFT, "soutient", "pas", id="cleft"),
    ],
)
def test_a_negation_bears_on_what_it_governs(
    read: Read, table: str, trigger: str, cue: str
) -> None:
    claim = read(table, trigger)

    assert claim.polarity is (Polarity.NEGATED if cue else Polarity.AFFIRMED)
    assert claim.polarity_cue == cue


MODAL = """
Oslo    PROPN oslo     nsubj 2
{0}     VERB  {1}      root  0 Mood=Ind|VerbForm=Fin
soutenir VERB soutenir xcomp 2 VerbForm=Inf
Lima    PROPN lima     obj   3
"""
READY = """
Oslo    PROPN oslo     nsubj 3
est     AUX   être     cop   3
prêt    ADJ   prêt     root  0
à       ADP   à        mark  5
soutenir VERB soutenir xcomp 3 VerbForm=Inf
"""
IF = """
Si      SCONJ si       mark  3
Oslo    PROPN oslo     nsubj 3
soutient VERB soutenir advcl 6 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj   3
Riga    PROPN riga     nsubj 6
part    VERB  partir   root  0 Mood=Ind|VerbForm=Fin
"""
PRESS = """
Oslo    PROPN oslo     nsubj     3
aurait  AUX   avoir    aux:tense 3 Mood=Cnd|VerbForm=Fin
soutenu VERB  soutenir root      0 Tense=Past|VerbForm=Part
Lima    PROPN lima     obj       3
"""
QUESTION = """
Oslo    PROPN oslo     nsubj 2
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj   2
?       PUNCT ?        punct 2
"""
IN_ORDER_TO = """
Oslo    PROPN oslo     nsubj 2
agit    VERB  agir     root  0 Mood=Ind|VerbForm=Fin
afin    ADP   afin     mark  5
de      ADP   de       mark  5
soutenir VERB soutenir advcl 2 VerbForm=Inf
"""


@pytest.mark.parametrize(
    ("table", "trigger", "modality", "cue"),
    [
        pytest.param(
            MODAL.format("peut", "pouvoir"), "soutenir", "Possible", "peut", id="peut"
        ),
        pytest.param(
            MODAL.format("veut", "vouloir"), "soutenir", "Intended", "veut", id="veut"
        ),
        pytest.param(
            MODAL.format("sait", "savoir"), "soutenir", "Asserted", "", id="sait"
        ),
        pytest.param(READY, "soutenir", "Intended", "prêt", id="copula"),
        pytest.param(IF, "soutient", "Conditional", "Si", id="condition"),
        pytest.param(IF, "part", "Asserted", "", id="consequence"),
        pytest.param(PRESS, "soutenu", "Possible", "aurait", id="press-conditional"),
        pytest.param(QUESTION, "soutient", "Possible", "?", id="question"),
        pytest.param(IN_ORDER_TO, "soutenir", "Intended", "afin de", id="aim"),
    ],
)
def test_a_modality_is_that_of_the_nearest_cue(
    read: Read, table: str, trigger: str, modality: str, cue: str
) -> None:
    claim = read(table, trigger)

    assert (claim.modality, claim.modality_cue) == (Modality(modality), cue)


SAID = """
Oslo    PROPN oslo     nsubj 2
dit     VERB  dire     root  0 Mood=Ind|VerbForm=Fin
que     SCONJ que      mark  5
Lima    PROPN lima     nsubj 5
soutient VERB soutenir ccomp 2 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   5
"""
ACCORDING = """
Selon   ADP   selon    case  2
Oslo    PROPN oslo     obl   5
,       PUNCT ,        punct 2
Lima    PROPN lima     nsubj 5
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   5
"""
REPORT = """
Lima    PROPN lima     nsubj 2
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   2
,       PUNCT ,        punct 2
d'      ADP   de       case  8
après   ADP   après    fixed 5
un      DET   un       det   8
rapport NOUN  rapport  obl   2
d'      ADP   de       case  10
Oslo    PROPN oslo     nmod  8
"""
INVERTED = """
Lima    PROPN lima     nsubj 2
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   2
,       PUNCT ,        punct 6
a       AUX   avoir    aux   6
dit     VERB  dire     parataxis 2
Oslo    PROPN oslo     nsubj 6
"""
QUOTED = """
«       PUNCT «        punct 3
Lima    PROPN lima     nsubj 3
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   3
»       PUNCT »        punct 3
.       PUNCT .        punct 3

Oslo    PROPN oslo     nsubj 3
l'      PRON  le       obj   3
dit     VERB  dire     root  0 Mood=Ind|VerbForm=Fin
.       PUNCT .        punct 3
"""
COLON = """
Oslo    PROPN oslo     dep   5
:       PUNCT :        punct 5
«       PUNCT «        punct 5
Lima    PROPN lima     nsubj 5
soutient VERB soutenir root  0 Mood=Ind|VerbForm=Fin
Riga    PROPN riga     obj   5
»       PUNCT »        punct 5
"""
BLAMED = """
Oslo    PROPN oslo     nsubj 2
accuse  VERB  accuser  root  0 Mood=Ind|VerbForm=Fin
Lima    PROPN lima     obj   2
de      ADP   de       mark  5
soutenir VERB soutenir xcomp 2 VerbForm=Inf
Riga    PROPN riga     obj   5
"""
SAID_ACCORDING = """
Lomé    PROPN lomé     nsubj 2
dit     VERB  dire     root  0 Mood=Ind|VerbForm=Fin
que     SCONJ que      mark  8
,       PUNCT ,        punct 6
selon   ADP   selon    case  6
Oslo    PROPN oslo     obl   8
,       PUNCT ,        punct 6
soutient VERB soutenir ccomp 2 Mood=Ind|VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("table", "trigger", "speaker", "cue"),
    [
        pytest.param(SAID, "soutient", "oslo", "dit", id="clause"),
        pytest.param(ACCORDING, "soutient", "oslo", "Selon", id="source-phrase"),
        pytest.param(REPORT, "soutient", "oslo", "d' après", id="report"),
        pytest.param(INVERTED, "soutient", "oslo", "dit", id="inverted"),
        pytest.param(QUOTED, "soutient", "oslo", "dit", id="quote"),
        pytest.param(COLON, "soutient", "oslo", ":", id="colon"),
        pytest.param(BLAMED, "soutenir", "oslo", "accuse", id="blame"),
        pytest.param(SAID_ACCORDING, "soutient", "oslo", "selon", id="nearest"),
        pytest.param(QUESTION, "soutient", None, "", id="nobody"),
    ],
)
def test_a_claim_is_that_of_whoever_makes_it(
    read: Read, table: str, trigger: str, speaker: str | None, cue: str
) -> None:
    claim = read(table, trigger)

    assert (claim.speaker, claim.attribution_cue) == (speaker, cue)


def test_who_denies_says_so_and_negates(read: Read) -> None:
    claim = read(SAID.replace("dit     VERB  dire", "nie     VERB  nier"), "soutient")

    assert (claim.polarity, claim.polarity_cue) == (Polarity.NEGATED, "nie")
    assert (claim.speaker, claim.attribution_cue) == ("oslo", "nie")


def test_a_source_answers_for_the_conditional(read: Read) -> None:
    # Selon Riga, Oslo aurait soutenu Lima
    table = """
Selon   ADP   selon    case      2
Riga    PROPN riga     obl       6
,       PUNCT ,        punct     2
Oslo    PROPN oslo     nsubj     6
aurait  AUX   avoir    aux:tense 6 Mood=Cnd|VerbForm=Fin
soutenu VERB  soutenir root      0 Tense=Past|VerbForm=Part
Lima    PROPN lima     obj       6
"""

    claim = read(table, "soutenu")

    assert (claim.speaker, claim.modality) == ("riga", Modality.ASSERTED)
