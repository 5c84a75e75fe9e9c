import re
from datetime import date

import pytest

from kg.event_dates import event_date
from kg.lang.calendars import CALENDARS
from kg.model import DateBasis, Document, Span
from kg.parsing import load_pipeline, parse_documents
from kg.syntax import Parse

FRENCH, ENGLISH = CALENDARS["fr"], CALENDARS["en"]
THURSDAY = date(2023, 9, 14)
TOKEN = re.compile(
    r"aujourd['’]hui|\d[\d/.-]*\d|\d*(?:er|th)?\b(?<=\w)|['’]s\b|\w+(?:-\w+)*['’]?|\S"
)
BASES = {
    "=": DateBasis.EXPLICIT,
    "~": DateBasis.RELATIVE_EXPRESSION,
}
TENSES = {
    "past": "Tense=Past|VerbForm=Fin",
    "present": "Tense=Pres|VerbForm=Fin",
    "future": "Tense=Fut|VerbForm=Fin",
}


def flat(text: str, tense: str = "past") -> tuple[Parse, int]:
    """A sentence whose words all hang on its verb, which is written in capitals."""
    spans = [match.span() for match in TOKEN.finditer(text) if match[0]]
    words = [text[begin:end] for begin, end in spans]
    verb = next(i for i, word in enumerate(words) if word.isupper() and len(word) > 2)
    count = len(words)
    parse = Parse(
        words=words,
        lemmas=[word.lower() for word in words],
        pos=["VERB" if i == verb else "NOUN" for i in range(count)],
        morphs=[TENSES[tense] if i == verb else "" for i in range(count)],
        deps=["ROOT" if i == verb else "obl" for i in range(count)],
        heads=[verb] * count,
        begins=[begin for begin, _ in spans],
        ends=[end for _, end in spans],
        sentences=[(0, count)],
    )
    return parse, verb


def tree(*sentences: str) -> Parse:
    """A parse from words written "word/POS/dep>head", perhaps with "/feature"s.

    Heads count from the start of their sentence.
    """
    parse = Parse([], [], [], [], [], [], [], [], [])
    for sentence in sentences:
        start = len(parse.words)
        for written in sentence.split():
            word, pos, link, *features = written.split("/")
            dep, _, head = link.partition(">")
            glued = word.startswith("'") or (parse.words and parse.words[-1][-1] == "'")
            begin = parse.ends[-1] + (not glued) if parse.ends else 0
            parse.words.append(word)
            parse.lemmas.append(word.lower())
            parse.pos.append(pos)
            parse.morphs.append("|".join(features))
            parse.deps.append(dep)
            parse.heads.append(start + int(head))
            parse.begins.append(begin)
            parse.ends.append(begin + len(word))
        parse.sentences.append((start, len(parse.words)))
    parse.__post_init__()
    return parse


def dated(
    parse: Parse,
    trigger: str,
    *,
    published: date | None = THURSDAY,
    language: str = "fr",
) -> str:
    """The date of a trigger, behind "=" if it is explicit and "~" if it is relative."""
    token = parse.words.index(trigger)
    sentence = next(s for s in parse.sentences if s[0] <= token < s[1])
    found = event_date(parse, token, sentence, published, CALENDARS[language])
    if found is None:
        return ""
    return next(sign for sign, basis in BASES.items() if basis is found[1]) + found[0]


FRENCH_PAST = [
    ("Paris ACCUSA Moscou le 24 février 2022", "=2022-02-24"),
    ("Le 1er mars 1993, Paris ACCUSA Moscou", "=1993-03-01"),
    ("Paris ACCUSA Moscou le jeudi 24 février 2022", "=2022-02-24"),
    ("Paris ACCUSA Moscou le 24 févr. 2022", "=2022-02-24"),
    ("Paris ACCUSA Moscou le 24/02/2022", "=2022-02-24"),
    ("Paris ACCUSA Moscou le 2022-02-24", "=2022-02-24"),
    ("Paris ACCUSA Moscou le 30 février 2022", ""),
    ("En septembre 2022, Paris ACCUSA Moscou", "=2022-09"),
    ("Paris ACCUSA Moscou fin août 2021", "=2021-08"),
    ("Paris ACCUSA Moscou à la mi-mars 2021", "=2021-03"),
    ("Paris ACCUSA Moscou au mois de mai 2021", "=2021-05"),
    ("Paris ACCUSA Moscou en 2014", "=2014"),
    ("Paris ACCUSA Moscou dès 2014", "=2014"),
    ("Paris ACCUSA Moscou début 2016", "=2016"),
    ("Paris ACCUSA Moscou au début de l’année 2016", "=2016"),
    ("Paris ACCUSA Moscou à l'automne 2020", "=2020"),
    ("Paris ACCUSA Moscou hier", "~2023-09-13"),
    ("Hier soir, Paris ACCUSA Moscou", "~2023-09-13"),
    ("Paris ACCUSA Moscou avant-hier", "~2023-09-12"),
    ("Paris ACCUSA Moscou aujourd’hui", "~2023-09-14"),
    ("Paris ACCUSA Moscou ce matin", "~2023-09-14"),
    ("Paris ACCUSA Moscou mardi", "~2023-09-12"),
    ("Paris ACCUSA Moscou ce mardi matin", "~2023-09-12"),
    ("Paris ACCUSA Moscou jeudi", "~2023-09-14"),
    ("Paris ACCUSA Moscou vendredi", "~2023-09-08"),
    ("Paris ACCUSA Moscou jeudi dernier", "~2023-09-07"),
    ("Paris ACCUSA Moscou lundi dernier", "~2023-09-11"),
    ("Paris ACCUSA Moscou mercredi 13", "~2023-09-13"),
    ("Mardi 12 septembre, Paris ACCUSA Moscou", "~2023-09-12"),
    ("Le 14 octobre dernier, Paris ACCUSA Moscou", "~2022-10-14"),
    ("Le 14 septembre, Paris ACCUSA Moscou", "~2023-09-14"),
    ("Le 14 septembre dernier, Paris ACCUSA Moscou", "~2022-09-14"),
    ("Le 14 octobre, Paris ACCUSA Moscou", "~2022-10-14"),
    ("Paris ACCUSA Moscou en juin", "~2023-06"),
    ("Paris ACCUSA Moscou en décembre", "~2022-12"),
    ("Paris ACCUSA Moscou en septembre", "~2023-09"),
    ("Paris ACCUSA Moscou en septembre dernier", "~2022-09"),
    ("Paris ACCUSA Moscou en mars dernier", "~2023-03"),
    ("Paris ACCUSA Moscou cette semaine", "~2023-09"),
    ("Paris ACCUSA Moscou la semaine dernière", "~2023-09"),
    ("Paris ACCUSA Moscou la semaine passée", "~2023-09"),
    ("Paris ACCUSA Moscou ce mois-ci", "~2023-09"),
    ("Paris ACCUSA Moscou le mois dernier", "~2023-08"),
    ("Paris ACCUSA Moscou cette année", "~2023"),
    ("Paris ACCUSA Moscou l'an dernier", "~2022"),
    ("L’année dernière, Paris ACCUSA Moscou", "~2022"),
    ("Paris ACCUSA Moscou l'été dernier", "~2022"),
    ("Paris ACCUSA Moscou au printemps dernier", "~2023"),
    ("Paris ACCUSA Moscou l'hiver dernier", ""),
    ("Il y a trois jours, Paris ACCUSA Moscou", "~2023-09-11"),
    ("Il y a une semaine, Paris ACCUSA Moscou", "~2023-09"),
    ("Il y a dix jours, Paris ACCUSA Moscou", "~2023-09"),
    ("Il y a quatre mois, Paris ACCUSA Moscou", "~2023-05"),
    ("Il y a neuf mois, Paris ACCUSA Moscou", "~2022-12"),
    ("Il y a trois ans, Paris ACCUSA Moscou", "~2020"),
    ("Il y a 30 ans, Paris ACCUSA Moscou", "~1993"),
    ("Voilà deux ans, Paris ACCUSA Moscou", "~2021"),
    ("Il y a trois ans et demi, Paris ACCUSA Moscou", ""),
    ("Il y a quelques jours, Paris ACCUSA Moscou", ""),
    ("Il y a près de vingt ans, Paris ACCUSA Moscou", ""),
    ("La veille, Paris ACCUSA Moscou", "~2023-09-13"),
    ("Deux jours plus tôt, Paris ACCUSA Moscou", "~2023-09-12"),
    ("Le lendemain, Paris ACCUSA Moscou", ""),
    ("Trois jours plus tard, Paris ACCUSA Moscou", ""),
    ("Paris ACCUSA Moscou la veille du sommet", ""),
    ("Paris ACCUSA Moscou deux jours après l'attaque", ""),
    ("Depuis 2020, Paris ACCUSA Moscou", ""),
    ("Depuis le 3 mai 2022, Paris ACCUSA Moscou", ""),
    ("Depuis mardi, Paris ACCUSA Moscou", ""),
    ("Jusqu'en 2014, Paris ACCUSA Moscou", ""),
    ("Jusqu’au 3 mai, Paris ACCUSA Moscou", ""),
    ("D'ici la fin de l'année 2024, Paris ACCUSA Moscou", ""),
    ("Avant mardi, Paris ACCUSA Moscou", ""),
    ("Après 2014, Paris ACCUSA Moscou", ""),
    ("À partir du 3 mai 2022, Paris ACCUSA Moscou", ""),
    ("Entre 2014 et 2016, Paris ACCUSA Moscou", ""),
    ("De 2014 à 2016, Paris ACCUSA Moscou", ""),
    ("Du 3 au 5 mai 2022, Paris ACCUSA Moscou", ""),
    ("De lundi à mercredi, Paris ACCUSA Moscou", ""),
    ("Les 3 et 4 mai 2022, Paris ACCUSA Moscou", ""),
    ("En 2014-2015, Paris ACCUSA Moscou", ""),
    ("Paris ACCUSA Moscou chaque mardi", ""),
    ("Le mardi, Paris ACCUSA Moscou", ""),
    ("Paris ACCUSA Moscou en sept jours", ""),
    ("Paris ACCUSA Moscou en 2014 et en 2015", ""),
    ("Paris ACCUSA Moscou à 18h30 devant 300 personnes", ""),
]

FRENCH_AHEAD = [
    ("Paris ACCUSERA Moscou vendredi", "~2023-09-15"),
    ("Paris ACCUSERA Moscou jeudi", "~2023-09-14"),
    ("Paris ACCUSERA Moscou jeudi prochain", "~2023-09-21"),
    ("Paris ACCUSERA Moscou demain", "~2023-09-15"),
    ("Paris ACCUSERA Moscou après-demain", "~2023-09-16"),
    ("Paris ACCUSERA Moscou le 14 octobre", "~2023-10-14"),
    ("Paris ACCUSERA Moscou le 3 mai prochain", "~2024-05-03"),
    ("Paris ACCUSERA Moscou en juin", "~2024-06"),
    ("Paris ACCUSERA Moscou la semaine prochaine", "~2023-09"),
    ("Paris ACCUSERA Moscou le mois prochain", "~2023-10"),
    ("Paris ACCUSERA Moscou l'an prochain", "~2024"),
    ("Paris ACCUSERA Moscou dans trois jours", "~2023-09-17"),
    ("Paris ACCUSERA Moscou l'été prochain", "~2024"),
    ("Paris ACCUSERA Moscou en 2025", "=2025"),
]

FRENCH_PRESENT = [
    ("Paris ACCUSE Moscou mardi", "~2023-09-12"),
    ("Paris ACCUSE Moscou ce jeudi", "~2023-09-14"),
    ("Paris ACCUSE Moscou le 20 septembre", "~2023-09-20"),
    ("Paris ACCUSE Moscou le 3 juillet", "~2023-07-03"),
    ("Paris ACCUSE Moscou en octobre", "~2023-10"),
]

ENGLISH_PAST = [
    ("Paris ACCUSED Moscow on February 24, 2022", "=2022-02-24"),
    ("Paris ACCUSED Moscow on Feb. 24, 2022", "=2022-02-24"),
    ("Paris ACCUSED Moscow on 24 February 2022", "=2022-02-24"),
    ("Paris ACCUSED Moscow on the 24th of February 2022", "=2022-02-24"),
    ("Paris ACCUSED Moscow on Thursday, February 24, 2022", "=2022-02-24"),
    ("In March 2021, Paris ACCUSED Moscow", "=2021-03"),
    ("In late March 2021, Paris ACCUSED Moscow", "=2021-03"),
    ("In 1993, Paris ACCUSED Moscow", "=1993"),
    ("Paris ACCUSED Moscow in early 1993", "=1993"),
    ("Paris ACCUSED Moscow in the summer of 2020", "=2020"),
    ("Paris ACCUSED Moscow yesterday", "~2023-09-13"),
    ("Paris ACCUSED Moscow today", "~2023-09-14"),
    ("Paris ACCUSED Moscow on Tuesday", "~2023-09-12"),
    ("Paris ACCUSED Moscow Tuesday evening", "~2023-09-12"),
    ("Paris ACCUSED Moscow last Thursday", "~2023-09-07"),
    ("Paris ACCUSED Moscow on Oct. 7", "~2022-10-07"),
    ("Paris ACCUSED Moscow on 3 May", "~2023-05-03"),
    ("Paris ACCUSED Moscow in May", "~2023-05"),
    ("Paris ACCUSED Moscow last December", "~2022-12"),
    ("Paris ACCUSED Moscow last week", "~2023-09"),
    ("Paris ACCUSED Moscow this month", "~2023-09"),
    ("Paris ACCUSED Moscow last month", "~2023-08"),
    ("Paris ACCUSED Moscow last year", "~2022"),
    ("Paris ACCUSED Moscow last summer", "~2022"),
    ("Paris ACCUSED Moscow three days ago", "~2023-09-11"),
    ("Paris ACCUSED Moscow two years ago", "~2021"),
    ("The day before, Paris ACCUSED Moscow", "~2023-09-13"),
    ("Two months earlier, Paris ACCUSED Moscow", "~2023-07"),
    ("Three days later, Paris ACCUSED Moscow", ""),
    ("Since 2020, Paris ACCUSED Moscow", ""),
    ("Paris ACCUSED Moscow until last year", ""),
    ("Paris ACCUSED Moscow before Tuesday", ""),
    ("From 2014 to 2016, Paris ACCUSED Moscow", ""),
    ("Between March and May 2020, Paris ACCUSED Moscow", ""),
    ("Paris ACCUSED Moscow every Tuesday", ""),
    ("Paris ACCUSED Moscow of what it may march for", ""),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH_PAST)
def test_a_french_past_is_dated(text: str, expected: str) -> None:
    parse, _ = flat(text)

    assert dated(parse, "ACCUSA") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH_AHEAD)
def test_a_french_future_lies_ahead(text: str, expected: str) -> None:
    parse, _ = flat(text, "future")

    assert dated(parse, "ACCUSERA") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH_PRESENT)
def test_a_present_is_near_and_a_weekday_behind(text: str, expected: str) -> None:
    parse, _ = flat(text, "present")

    assert dated(parse, "ACCUSE") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH_PAST)
def test_an_english_past_is_dated(text: str, expected: str) -> None:
    parse, _ = flat(text)

    assert dated(parse, "ACCUSED", language="en") == expected


def test_without_a_publication_date_only_the_text_dates() -> None:
    explicit, _ = flat("Paris ACCUSA Moscou en 2014")
    relative, _ = flat("Paris ACCUSA Moscou hier")

    assert dated(explicit, "ACCUSA", published=None) == "=2014"
    assert dated(relative, "ACCUSA", published=None) == ""


PACT = (  # the pact of 1993 that Paris criticises today was signed by Rome
    "Le/DET/det>1 pacte/NOUN/nsubj:pass>9 de/ADP/case>3 1993/NUM/nmod>1"
    " que/PRON/obj>6 Paris/PROPN/nsubj>6"
    " critique/VERB/acl:relcl>1/Tense=Pres/VerbForm=Fin aujourd'hui/ADV/advmod>6"
    " fut/AUX/aux:pass>9/Tense=Past/VerbForm=Fin"
    " signé/VERB/ROOT>9/VerbForm=Part/Tense=Past Rome/PROPN/obl:agent>9"
)
HOSTS = "Mardi/NOUN/obl>2 Paris/PROPN/nsubj>2 reçut/VERB/ROOT>2/Tense=Past/VerbForm=Fin"
TREES = [
    # a noun has its own date, a relative clause its own, the main verb none
    (PACT, "pacte", "=1993"),
    (PACT, "critique", "~2023-09-14"),
    (PACT, "signé", ""),
    # «a condamné l'attaque mardi», hung on the noun by the parser, dates the verb
    (
        (
            "Paris/PROPN/nsubj>1 condamna/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
            " l'/DET/det>3 attaque/NOUN/obj>1 russe/ADJ/amod>3 mardi/NOUN/nmod>3"
        ),
        "condamna",
        "~2023-09-12",
    ),
    # «l'attaque du 3 mai» dates the noun alone
    (
        (
            "Paris/PROPN/nsubj>1 condamna/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
            " l'/DET/det>3 attaque/NOUN/obj>1 du/ADP/case>5 3/NUM/nmod>3 mai/NOUN/nmod>5"
        ),
        "condamna",
        "",
    ),
    # «a envahi l'Ukraine le 24 février 2022», hung on the name, dates the verb
    (
        (
            "Moscou/PROPN/nsubj>1 envahit/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
            " l'/DET/det>3 Ukraine/PROPN/obj>1 le/DET/det>5 24/NUM/nmod>3"
            " février/NOUN/nmod>5 2022/NUM/nmod>6"
        ),
        "envahit",
        "=2022-02-24",
    ),
    # a support verb carries the noun: «Paris apporta mardi son soutien»
    (
        (
            "Paris/PROPN/nsubj>1 apporta/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
            " mardi/NOUN/obl>1 son/DET/det>4 soutien/NOUN/obj>1 à/ADP/case>6"
            " Rome/PROPN/nmod>4"
        ),
        "soutien",
        "~2023-09-12",
    ),
    # the date of a reporting verb is not that of what it reports
    (
        (
            "Paris/PROPN/nsubj>1 déclara/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
            " mardi/NOUN/obl>1 que/SCONJ/mark>5 Rome/PROPN/nsubj>5"
            " soutient/VERB/ccomp>1/Tense=Pres/VerbForm=Fin Oslo/PROPN/obj>5"
        ),
        "soutient",
        "",
    ),
    # nor is the front of the main clause
    (
        HOSTS + " Rome/PROPN/obj>2 qui/PRON/nsubj>5"
        " soutient/VERB/acl:relcl>3/Tense=Pres/VerbForm=Fin Oslo/PROPN/obj>5",
        "soutient",
        "",
    ),
    # but it is shared by a coordinated verb
    (
        HOSTS + " Rome/PROPN/obj>2 et/CCONJ/cc>5"
        " accusa/VERB/conj>2/Tense=Past/VerbForm=Fin Oslo/PROPN/obj>5",
        "accusa",
        "~2023-09-12",
    ),
    # «l'attaque menée mardi par Rome»: the participle dates its noun, not the verb
    (
        (
            "Paris/PROPN/nsubj>1 condamne/VERB/ROOT>1/Tense=Pres/VerbForm=Fin"
            " l'/DET/det>3 attaque/NOUN/obj>1 menée/VERB/acl>3/Tense=Past/VerbForm=Part"
            " mardi/NOUN/obl>4 par/ADP/case>7 Rome/PROPN/obl:agent>4"
        ),
        "attaque",
        "~2023-09-12",
    ),
    (
        (
            "Paris/PROPN/nsubj>1 condamne/VERB/ROOT>1/Tense=Pres/VerbForm=Fin"
            " l'/DET/det>3 attaque/NOUN/obj>1 menée/VERB/acl>3/Tense=Past/VerbForm=Part"
            " mardi/NOUN/obl>4 par/ADP/case>7 Rome/PROPN/obl:agent>4"
        ),
        "condamne",
        "",
    ),
    # «Paris doit recevoir Rome vendredi» lies ahead
    (
        (
            "Paris/PROPN/nsubj>1 devoir/VERB/ROOT>1/Tense=Pres/VerbForm=Fin"
            " recevoir/VERB/xcomp>1/VerbForm=Inf Rome/PROPN/obj>2 vendredi/NOUN/obl>2"
        ),
        "recevoir",
        "~2023-09-15",
    ),
    # «après avoir menacé Oslo» was before
    (
        (
            "Mardi/NOUN/obl>2 Paris/PROPN/nsubj>2"
            " reçut/VERB/ROOT>2/Tense=Past/VerbForm=Fin Rome/PROPN/obj>2"
            " après/ADP/mark>5 menacer/VERB/advcl>2/VerbForm=Inf Oslo/PROPN/obj>5"
        ),
        "menacer",
        "",
    ),
    # «les partisans d'une alliance manifestèrent mardi» dates no alliance
    (
        (
            "Les/DET/det>1 partisans/NOUN/nsubj>5 d'/ADP/case>4 une/DET/det>4"
            " alliance/NOUN/nmod>1 manifestèrent/VERB/ROOT>5/Tense=Past/VerbForm=Fin"
            " mardi/NOUN/obl>5"
        ),
        "alliance",
        "",
    ),
    # «Moscou, allié d'Oslo, attaqua mardi» dates no alliance either
    (
        (
            "Moscou/PROPN/nsubj>4 allié/NOUN/appos>0 d'/ADP/case>3 Oslo/PROPN/nmod>1"
            " attaqua/VERB/ROOT>4/Tense=Past/VerbForm=Fin mardi/NOUN/obl>4"
        ),
        "allié",
        "",
    ),
    # soldiers are counted, not dated
    (
        (
            "Plus/ADV/advmod>2 de/ADP/case>3 2000/NUM/nummod>3 soldats/NOUN/nsubj>4"
            " attaquèrent/VERB/ROOT>4/Tense=Past/VerbForm=Fin Rome/PROPN/obj>4"
        ),
        "attaquèrent",
        "",
    ),
]


@pytest.mark.parametrize(("words", "trigger", "expected"), TREES)
def test_a_date_belongs_to_its_clause(words: str, trigger: str, expected: str) -> None:
    assert dated(tree(words), trigger) == expected


def test_an_english_possessive_dates_its_noun() -> None:
    words = (
        "Paris/PROPN/nsubj>1 condemned/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
        " Tuesday/PROPN/nmod:poss>4 's/PART/case>2 attack/NOUN/obj>1"
    )

    assert dated(tree(words), "attack", language="en") == "~2023-09-12"
    assert dated(tree(words), "condemned", language="en") == ""


def test_an_english_year_dates_the_noun_behind() -> None:
    words = (
        "Paris/PROPN/nsubj>1 left/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
        " the/DET/det>4 1993/NUM/nummod>4 pact/NOUN/obj>1"
    )

    assert dated(tree(words), "pact", language="en") == "=1993"
    assert dated(tree(words), "left", language="en") == ""


FIRST = (
    "Le/DET/det>1 3/NUM/obl>5 mai/NOUN/nmod>1 2020/NUM/nmod>2 Paris/PROPN/nsubj>5"
    " reçut/VERB/ROOT>5/Tense=Past/VerbForm=Fin Rome/PROPN/obj>5"
)
OF_A_NOUN = (
    "Le/DET/det>1 pacte/NOUN/nsubj>5 du/ADP/case>3 3/NUM/nmod>1 mai/NOUN/nmod>3"
    " tint/VERB/ROOT>5/Tense=Past/VerbForm=Fin"
)
UNDATED = "Oslo/PROPN/nsubj>1 hésita/VERB/ROOT>1/Tense=Past/VerbForm=Fin"
REPLY = " Moscou/PROPN/nsubj>{0} accusa/VERB/ROOT>{0}/Tense=Past/VerbForm=Fin"
LATER = "Trois/NUM/nummod>1 jours/NOUN/obl>2 plus/ADV/advmod>3 tard/ADV/advmod>5"
NEXT_YEAR = "L'/DET/det>1 année/NOUN/obl>4 suivante/ADJ/amod>1"
NEXT_DAY = "Le/DET/det>1 lendemain/NOUN/obl>3"
LAST_NIGHT = "La/DET/det>1 veille/NOUN/obl>3"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ((FIRST, LATER + REPLY.format(5)), "~2020-05-06"),
        ((FIRST, NEXT_DAY + REPLY.format(3)), "~2020-05-04"),
        ((FIRST, LAST_NIGHT + REPLY.format(3)), "~2020-05-02"),
        ((FIRST, NEXT_YEAR + REPLY.format(4)), "~2021"),
        ((FIRST, UNDATED, NEXT_DAY + REPLY.format(3)), "~2020-05-04"),
        ((FIRST, *[UNDATED] * 3, NEXT_DAY + REPLY.format(3)), ""),
        ((OF_A_NOUN, NEXT_DAY + REPLY.format(3)), ""),
        ((OF_A_NOUN, LAST_NIGHT + REPLY.format(3)), "~2023-09-13"),
    ],
)
def test_some_expressions_count_from_the_date_spoken_of_before(
    sentences: tuple[str, ...], expected: str
) -> None:
    assert dated(tree(*sentences), "accusa") == expected


REAL = [
    (
        "La Turquie a condamné mardi l'attaque menée par la Russie.",
        "condamné",
        "~2023-09-12",
    ),
    ("Le 14 octobre dernier, la France a signé un pacte.", "signé", "~2022-10-14"),
    ("La Russie a envahi l'Ukraine le 24 février 2022.", "envahi", "=2022-02-24"),
    ("En septembre 2022, Bakou a attaqué l'Arménie.", "attaqué", "=2022-09"),
    ("Emmanuel Macron rencontrera vendredi Olaf Scholz.", "rencontrera", "~2023-09-15"),
    ("Depuis 2020, la Chine sanctionne l'Australie.", "sanctionne", ""),
    ("La France, qui avait soutenu l'Irak en 1980, critique l'Iran.", "critique", ""),
    ("La France, qui avait soutenu l'Irak en 1980, a hésité.", "soutenu", "=1980"),
    ("L’accord du 10 novembre 2020 a été violé par Bakou.", "violé", ""),
    ("L’invasion de l’Ukraine en février 2022 a choqué Oslo.", "invasion", "=2022-02"),
    (
        "Ils se sont vus le 12 septembre. Trois jours plus tôt, Oslo avait averti Rome.",
        "averti",
        "~2023-09-09",
    ),
    (
        "Le ministre a déclaré jeudi que Paris soutiendra Rome en 2025.",
        "soutiendra",
        "=2025",
    ),
]


@pytest.mark.model
def test_dates_are_found_in_parsed_french() -> None:
    documents = [
        Document(str(i), text, "fr", "-", blocks=(Span(0, len(text)),))
        for i, (text, _, _) in enumerate(REAL)
    ]
    parsed = parse_documents(load_pipeline("fr_kg_news"), documents)

    found = [
        dated(parses[0], trigger)
        for (_, parses), (_, trigger, _) in zip(parsed, REAL, strict=True)
    ]

    assert found == [expected for _, _, expected in REAL]
