"""Parses mended by lexicon and morphology."""

from collections.abc import Callable

import pytest

from kg.lang.fr import FRENCH
from kg.lemmas import Lemmas
from kg.repairs import repair_parse
from kg.syntax import Parse

MakeParse = Callable[..., Parse]

LEMMAS = Lemmas(
    frozenset({"railler", "coopérer", "démentir", "protester", "menacer", "condamner"}),
    frozenset({"protecteur", "allié", "ami"}),
    FRENCH,
)


def tree(parse: Parse) -> dict[str, tuple[str, str]]:
    """Return governor and label of every word; roots govern themselves."""
    return {
        word: (parse.words[parse.heads[token]], parse.deps[token])
        for token, word in enumerate(parse.words)
    }


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("raillait", "railler"),
        ("coopère", "coopérer"),
        ("démentent", "démentir"),
        ("menacée", "menacer"),
        ("dort", None),
    ],
)
def test_a_form_leads_back_to_a_known_verb(form: str, infinitive: str | None) -> None:
    assert LEMMAS.infinitive(form) == infinitive


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("protectrices", "protecteur"),
        ("alliées", "allié"),
        ("amie", "ami"),
        ("table", None),
    ],
)
def test_a_noun_is_put_in_its_lexical_form(word: str, noun: str | None) -> None:
    assert LEMMAS.noun(word) == noun


@pytest.mark.parametrize(
    ("row", "pos", "lemma"),
    [
        ("raille VERB raill root 0", "VERB", "railler"),
        ("menaces VERB menacer root 0", "VERB", "menacer"),
        ("protectrice NOUN protectrice root 0", "NOUN", "protecteur"),
        ("dort VERB dor root 0", "VERB", "dor"),
    ],
)
def test_only_a_known_word_mends_a_lemma(
    make_parse: MakeParse, row: str, pos: str, lemma: str
) -> None:
    parse = make_parse(row)

    repair_parse(parse, LEMMAS)

    assert (parse.pos[0], parse.lemmas[0]) == (pos, lemma)


def test_a_participle_with_a_subject_is_finite(make_parse: MakeParse) -> None:
    # Oslo proteste
    parse = make_parse("""
Oslo     PROPN oslo      nsubj:pass 2
proteste ADJ   protester root       0 Tense=Past|VerbForm=Part
""")

    repair_parse(parse, LEMMAS)

    assert (parse.pos[1], parse.morphs[1]) == ("VERB", "Mood=Ind|VerbForm=Fin")
    assert tree(parse)["Oslo"] == ("proteste", "nsubj")


def test_a_denial_before_an_infinitive_governs_it(make_parse: MakeParse) -> None:
    # Oslo dément menacer Lima: with «dément» an adverb, Oslo would threaten
    parse = make_parse("""
Oslo    PROPN oslo    nsubj  3
dément  ADV   dément  advmod 3
menacer VERB  menacer root   0 VerbForm=Inf
Lima    PROPN lima    obj    3
""")

    repair_parse(parse, LEMMAS)

    assert parse.lemmas[1] == "démentir"
    assert tree(parse) == {
        "Oslo": ("dément", "nsubj"),
        "dément": ("dément", "root"),
        "menacer": ("dément", "xcomp"),
        "Lima": ("menacer", "obj"),
    }


def test_a_denial_before_a_clause_governs_it(make_parse: MakeParse) -> None:
    # Oslo dément que Lima menace Riga: parsed as a name with a relative clause
    parse = make_parse("""
Oslo   PROPN oslo    root      0
dément ADJ   dément  amod      1
que    SCONJ que     mark      5
Lima   PROPN lima    nsubj     5
menace VERB  menacer acl:relcl 1 Mood=Ind|VerbForm=Fin
Riga   PROPN riga    obj       5
""")

    repair_parse(parse, LEMMAS)

    assert tree(parse)["Oslo"] == ("dément", "nsubj")
    assert tree(parse)["menace"] == ("dément", "ccomp")
    assert parse.children[1] == [0, 4]


def test_two_names_before_a_verb_are_its_subjects(make_parse: MakeParse) -> None:
    # Oslo et Lima condamnent Riga: parsed as «Oslo, and Lima condemns Riga»
    parse = make_parse("""
Oslo       PROPN oslo      root  0
et         CCONJ et        cc    4
Lima       PROPN lima      nsubj 4
condamnent VERB  condamner conj  1 Mood=Ind|VerbForm=Fin
Riga       PROPN riga      obj   4
""")

    repair_parse(parse, LEMMAS)

    assert tree(parse) == {
        "Oslo": ("condamnent", "nsubj"),
        "et": ("Lima", "cc"),
        "Lima": ("Oslo", "conj"),
        "condamnent": ("condamnent", "root"),
        "Riga": ("condamnent", "obj"),
    }


def test_the_blamed_one_does_not_govern_the_infinitive(make_parse: MakeParse) -> None:
    # Oslo accuse Lima de menacer Riga
    parse = make_parse("""
Oslo    PROPN oslo    nsubj 2
accuse  VERB  accuser root  0 Mood=Ind|VerbForm=Fin
Lima    PROPN lima    obj   2
de      ADP   de      mark  5
menacer VERB  menacer acl   3 VerbForm=Inf
Riga    PROPN riga    obj   5
""")

    repair_parse(parse, LEMMAS)

    assert tree(parse)["menacer"] == ("accuse", "xcomp")


def test_an_eve_is_no_object(make_parse: MakeParse) -> None:
    # Oslo menaçait la veille de condamner Lima
    parse = make_parse("""
Oslo      PROPN oslo      nsubj 2
menaçait  VERB  menacer   root  0 Mood=Ind|VerbForm=Fin
la        DET   le        det   4
veille    NOUN  veille    obj   2
de        ADP   de        mark  6
condamner VERB  condamner acl   4 VerbForm=Inf
""")

    repair_parse(parse, LEMMAS)

    assert tree(parse)["veille"] == ("menaçait", "obl:mod")
    assert tree(parse)["condamner"] == ("menaçait", "xcomp")


def test_a_subject_before_a_colon_is_none(make_parse: MakeParse) -> None:
    # Dahl : Lima menace Riga
    parse = make_parse("""
Dahl   PROPN dahl    nsubj 4
:      PUNCT :       punct 4
Lima   PROPN lima    nsubj 4
menace VERB  menacer root  0 Mood=Ind|VerbForm=Fin
Riga   PROPN riga    obj   4
""")

    repair_parse(parse, LEMMAS)

    assert parse.deps[0] == "dislocated"
    assert parse.deps[2] == "nsubj"


def test_a_later_name_joins_the_name_before_it(make_parse: MakeParse) -> None:
    # Oslo coopère avec Lima et Riga: parsed with Riga on the verb
    parse = make_parse("""
Oslo    PROPN oslo     nsubj   2
coopère VERB  coopérer root    0 Mood=Ind|VerbForm=Fin
avec    ADP   avec     case    4
Lima    PROPN lima     obl:arg 2
et      CCONJ et       cc      6
Riga    PROPN riga     conj    2
""")

    repair_parse(parse, LEMMAS)

    assert tree(parse)["Riga"] == ("Lima", "conj")


def test_a_verb_at_the_head_of_a_sentence_names_nobody(make_parse: MakeParse) -> None:
    # Menacée, Oslo …
    parse = make_parse(
        """
Menacée VERB  menacer acl  2 Tense=Past|VerbForm=Part
Oslo    PROPN oslo    root 0
""",
        ("Menacée", "PER"),
        ("Oslo", "LOC"),
    )

    repair_parse(parse, LEMMAS)

    assert parse.names == [(1, 2, "LOC")]
