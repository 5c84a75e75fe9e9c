"""The recipe of the French pipeline: reading treebanks, tokens, lemmas, inflection, typography."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from training.conllu import Sentence, Word, read_sentences
from training.docs import as_news, to_doc
from training.harmonise import house_lemma, to_house
from training.tokenizer import patch_tokenizer
from training.typography import vary
from training.verbs import regular, verbs

CONLLU = """\
# sent_id = s1
# text = Il parle du retrait des 10 000 soldats.
1\tIl\tlui\tPRON\t_\tEmph=No|Gender=Masc|PronType=Prs\t2\tnsubj\t_\t_
2\tparle\tparler\tVERB\t_\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def\t5\tdet\t_\t_
5\tretrait\tretrait\tNOUN\t_\tGender=Masc\t2\tobl:arg\t_\t_
6-7\tdes\t_\t_\t_\t_\t_\t_\t_\t_
6\tde\tde\tADP\t_\t_\t9\tcase\t_\t_
7\tles\tle\tDET\t_\tDefinite=Def\t9\tdet\t_\t_
8\t10 000\t10 000\tNUM\t_\t_\t9\tnummod\t_\t_
9\tsoldats\tsoldat\tNOUN\t_\tNumber=Plur\t5\tnmod\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> Sentence:
    path = tmp_path / "sample.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (sentence,) = read_sentences(path)
    return to_house(sentence)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("fr")
    patch_tokenizer(nlp)
    return nlp


def test_contractions_are_one_word_with_a_plain_lemma(sentence: Sentence) -> None:
    """«du» hangs on the noun as its preposition; a number is cut at its blank."""
    lemmas = [(word.form, word.lemma) for word in sentence.words]
    heads = [sentence.words[word.head].form for word in sentence.words]

    assert lemmas[:5] == [
        ("Il", "il"), ("parle", "parler"), ("du", "de"), ("retrait", "retrait"), ("des", "de"),
    ]  # fmt: skip
    assert heads == [
        "parle", "parle", "retrait", "parle", "soldats", "soldats", "10", "retrait", "parle",
    ]  # fmt: skip
    assert sentence.words[6].dep == "flat"


def test_documents_can_be_built_from_varied_sentences(
    sentence: Sentence, blank: Language
) -> None:
    """Whatever the typography, heads stay inside their sentence."""
    dice = random.Random(3)
    varied = [vary(sentence, dice) for _ in range(40)]

    for words in as_news(varied, dice):
        doc = to_doc(words, blank.vocab)
        assert all(token.head.sent == token.sent for token in doc)


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "expected"),
    [
        ("s'", "soi", "PRON", "se"),
        ("-t-elle", "lui", "PRON", "elle"),
        ("l’", "lui", "PRON", "le"),
        ("jusqu'", "jusqu'", "ADP", "jusque"),
        ("des", "un", "DET", "un"),
        ("partir", "à_partir_de", "VERB", "partir"),
    ],
)
def test_lemmas_read_well(form: str, lemma: str, pos: str, expected: str) -> None:
    """Pronouns keep their form, elisions are written out, idioms are taken apart."""
    assert house_lemma(Word(form, lemma=lemma, pos=pos)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d'Arménie", "d' Arménie"),
        ("qu’Ilham", "qu’ Ilham"),
        ("« L’Azerbaïdjan »", "« L’ Azerbaïdjan »"),
        ("l'“axe” d'Xi", "l' “ axe ” d' Xi"),
        ("dit-il a-t-elle Est-ce", "dit -il a -t-elle Est -ce"),
        ("turco-azerbaïdjanaise", "turco-azerbaïdjanaise"),
        ("Haut-Karabakh, États-Unis", "Haut-Karabakh , États-Unis"),
        ("aujourd’hui c'est-à-dire", "aujourd’hui c'est-à-dire"),
        ("N’Djamena O'Brien", "N’Djamena O'Brien"),
        ("le 7-8 mai 2010-2012", "le 7-8 mai 2010-2012"),
        ("-Bonjour", "- Bonjour"),
    ],
)
def test_tokens(text: str, expected: str, blank: Language) -> None:
    """Elisions and clitics come off, compounds stay whole, with either apostrophe."""
    assert [token.text for token in blank(text)] == expected.split()


def test_both_apostrophes_have_one_norm(blank: Language) -> None:
    """«L’» and «l'» look alike to the model."""
    assert [token.norm_ for token in blank("L’Iran et l'Irak")][::3] == ["l'", "l'"]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("accuser", "accuse accusent accusera accusait accusé"),
        ("rejeter", "rejette rejettent rejettera rejetait rejeté"),
        ("assiéger", "assiège assiègent assiégera assiégeait assiégé"),
        ("dénoncer", "dénonce dénoncent dénoncera dénonçait dénoncé"),
        ("appuyer", "appuie appuient appuiera appuyait appuyé"),
    ],
)
def test_regular_verbs(lemma: str, forms: str) -> None:
    """Stems change their spelling under stress and before «a»."""
    verb = regular(lemma)

    assert [
        *verb.present,
        verb.future,
        verb.imperfect,
        verb.participle,
    ] == forms.split()


def test_verbs_agree() -> None:
    """Participles take gender and number; a form outside the table is empty."""
    soutenir = next(verb for verb in verbs()["transitive"] if verb.lemma == "soutenir")

    past = {"VerbForm": "Part", "Tense": "Past", "Gender": "Fem", "Number": "Plur"}
    assert soutenir.form(past) == "soutenues"
    assert soutenir.form({"VerbForm": "Fin", "Mood": "Sub", "Person": "3"}) == ""
