"""Pronouns and nouns that point back, in sentences parsed by hand."""

from collections.abc import Callable

import pytest

from kg.actors import Register
from kg.coreference import resolve_pronouns
from kg.discourse import Discourse
from kg.lang.fr import FRENCH
from kg.mentions import Mentions
from kg.proper_names import find_names
from kg.syntax import Parse

MakeParse = Callable[..., Parse]
Resolve = Callable[[str, str], tuple[str, ...]]


@pytest.fixture
def resolve(make_parse: MakeParse, register: Register) -> Resolve:
    """Resolve one word of a text whose names are known: Norvège, Pérou, Kari Dahl."""

    def resolved(table: str, word: str) -> tuple[str, ...]:
        parse = make_parse(table)
        mentions = Mentions()
        for mention in find_names(parse, register):
            mentions.add(mention)
        resolve_pronouns(Discourse(parse, mentions, register, FRENCH))
        found = mentions.by_head.get(parse.words.index(word))
        return () if found is None else found.actors

    return resolved


# La Norvège agit .
NORWAY = """
La      DET   le      det   2
Norvège PROPN norvège nsubj 3 Gender=Fem|Number=Sing
agit    VERB  agir    root  0
.       PUNCT .       punct 3
"""
# La Norvège salue le Pérou .
NORWAY_AND_PERU = """
La      DET   le      det   2
Norvège PROPN norvège nsubj 3 Gender=Fem|Number=Sing
salue   VERB  saluer  root  0
le      DET   le      det   5
Pérou   PROPN pérou   obj   3 Gender=Masc|Number=Sing
.       PUNCT .       punct 3
"""
# Pérou et Norvège agissent .
BOTH = """
Pérou    PROPN pérou   nsubj 4
et       CCONJ et      cc    3
Norvège  PROPN norvège conj  1
agissent VERB  agir    root  0
.        PUNCT .       punct 4
"""
# On agit en Norvège .
PLACED = """
On      PRON  on      nsubj 2
agit    VERB  agir    root  0
en      ADP   en      case  4
Norvège PROPN norvège obl   2
"""
# Le traité lie Pérou .
TREATY = """
Le      DET   le     det   2
traité  NOUN  traité nsubj 3 Gender=Masc|Number=Sing
lie     VERB  lier   root  0
Pérou   PROPN pérou  obj   3
"""
KARI = """
Kari    PROPN kari   nsubj     3
Dahl    PROPN dahl   flat:name 1
agit    VERB  agir   root      0
"""
SHE = "\nelle PRON elle nsubj 2\npart VERB partir root 0\n"
HE = "\nil PRON il nsubj 2\npart VERB partir root 0\n"
THEY = "\nils PRON il nsubj 2\npartent VERB partir root 0\n"
ITS = "\nson DET son det 2\nsouci NOUN souci root 0\n"
THE = "\n{0} DET {0} det 2\n{1} NOUN {1} root 0 Number=Sing\n"
THE_TWO = """
les DET le det 3
deux NUM deux nummod 3
pays NOUN pays root 0 Number=Plur
"""
THE_OTHER = """
le DET le det 2
pays NOUN pays root 0 Number=Sing
voisin ADJ voisin amod 2
"""
IT_MUST = "\nil PRON il expl:subj 2\nfaut VERB falloir root 0\n"


@pytest.mark.parametrize(
    ("table", "word", "actors"),
    [
        pytest.param(NORWAY + SHE, "elle", ["norway"], id="gender-agrees"),
        pytest.param(NORWAY + HE, "il", [], id="gender-differs"),
        pytest.param(NORWAY_AND_PERU + HE, "il", ["peru"], id="gender-chooses"),
        pytest.param(NORWAY + IT_MUST, "il", [], id="impersonal"),
        pytest.param(BOTH + THEY, "ils", ["norway", "peru"], id="group"),
        pytest.param(NORWAY + THEY, "ils", [], id="number-differs"),
        pytest.param(PLACED + SHE, "elle", [], id="mere-place"),
        pytest.param(TREATY + HE, "il", [], id="a-thing-is-the-rival"),
        pytest.param(KARI + SHE, "elle", ["kari-dahl"], id="woman"),
        pytest.param(NORWAY + NORWAY + SHE, "elle", ["norway"], id="named-twice"),
        pytest.param(NORWAY + "\nOui INTJ oui root 0\n" + SHE, "elle", [], id="far"),
        pytest.param(NORWAY + ITS, "son", ["norway"], id="possessive"),
        pytest.param(NORWAY_AND_PERU + ITS, "son", ["norway"], id="owner-is-subject"),
        pytest.param(NORWAY + THE.format("le", "pays"), "pays", ["norway"], id="noun"),
        pytest.param(
            NORWAY + THE.format("ce", "pays"), "pays", ["norway"], id="demonstrative"
        ),
        pytest.param(NORWAY + THE.format("un", "pays"), "pays", [], id="indefinite"),
        pytest.param(NORWAY + THE.format("l'", "alliance"), "alliance", [], id="class"),
        pytest.param(NORWAY + THE_OTHER, "pays", [], id="described-anew"),
        pytest.param(
            NORWAY_AND_PERU + THE.format("le", "pays"),
            "pays",
            [],
            id="two-may-be-meant",
        ),
        pytest.param(
            NORWAY_AND_PERU + THE.format("ce", "dernier"),
            "dernier",
            ["peru"],
            id="last",
        ),
        pytest.param(
            NORWAY_AND_PERU + THE_TWO, "pays", ["norway", "peru"], id="the-two"
        ),
        pytest.param(NORWAY + THE_TWO, "pays", [], id="two-of-one"),
        pytest.param(
            KARI + THE.format("son", "pays"), "pays", ["norway"], id="own-country"
        ),
    ],
)
def test_what_points_back_denotes_one_or_none(
    resolve: Resolve, table: str, word: str, actors: list[str]
) -> None:
    assert sorted(resolve(table, word)) == actors


def test_the_object_is_not_the_subject(resolve: Resolve) -> None:
    # Norvège la salue: whoever «la» is, it is not Norway
    table = (
        NORWAY
        + "\nNorvège PROPN norvège nsubj 3\nla PRON le obj 3\nsalue VERB x root 0"
    )

    assert resolve(table, "la") == ()


def test_who_is_thanked_owns_what_for(resolve: Resolve) -> None:
    # La Norvège remercie le Pérou pour son aide
    table = """
La       DET   le        det   2
Norvège  PROPN norvège   nsubj 3
remercie VERB  remercier root  0
le       DET   le        det   5
Pérou    PROPN pérou     obj   3
pour     ADP   pour      case  8
son      DET   son       det   8
aide     NOUN  aide      obl   3
"""

    assert resolve(table, "son") == ("peru",)
