"""Documents → parses."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.errors import PipelineError
from kg.model import Document, Span
from kg.parsing import describe, load_pipeline, parse_documents, pipelines
from kg.syntax import Parse


def document(text: str, *spans: tuple[int, int], name: str = "001.txt") -> Document:
    """A document with one block, or those that are named."""
    blocks = tuple(Span(*span) for span in spans or ((0, len(text)),))
    return Document(name, text, "fr", name, blocks=blocks)


@pytest.fixture(scope="module")
def blank() -> Language:
    """A pipeline that only tokenises."""
    return spacy.blank("fr")


def pieces(nlp: Language, one: Document) -> list[Parse]:
    ((_, parses),) = parse_documents(nlp, [one])
    return parses


def only(nlp: Language, one: Document) -> Parse:
    (parse,) = pieces(nlp, one)
    return parse


def test_every_word_slices_back_to_the_text(blank: Language) -> None:
    text = "  La Norvège — «\u00a0petite\u00a0» — dort… \n\n Oslo\u202f! 🙂 veille."
    parse = only(blank, document(text))

    cut = [text[b:e] for b, e in zip(parse.begins, parse.ends, strict=True)]
    assert cut == parse.words
    assert {"Norvège", "petite", "Oslo", "veille"} <= set(parse.words)


def test_offsets_count_from_the_beginning_of_the_text(blank: Language) -> None:
    text = "Menu | Oslo dort | Pérou rêve"
    parse = only(blank, document(text, (7, 16), (19, 29)))

    assert parse.words == ["Oslo", "dort", "Pérou", "rêve"]
    assert parse.begins == [7, 12, 19, 25]
    assert parse.ends == [11, 16, 24, 29]


def test_every_block_begins_a_sentence(blank: Language) -> None:
    parse = only(blank, document("Oslo dort Pérou rêve", (0, 9), (10, 20)))

    assert parse.sentences == [(0, 2), (2, 4)]


def test_documents_come_in_order_with_their_own_parses(blank: Language) -> None:
    given = [document(f"texte {n}", name=f"{n}.txt") for n in range(70)]
    parsed = list(parse_documents(blank, given))

    assert [one for one, _ in parsed] == given
    assert [parse.words[1] for _, (parse,) in parsed] == [str(n) for n in range(70)]


def test_a_document_without_words_has_no_parse(blank: Language) -> None:
    empty = [document(""), document(" \n ", name="002.txt")]

    assert [parses for _, parses in parse_documents(blank, empty)] == [[], []]


def test_a_long_document_is_parsed_in_pieces_without_loss(blank: Language) -> None:
    text = "Oslo dort encore . " * 3000
    blocks = [(begin, begin + 19_000) for begin in (0, 19_000, 38_000)]
    parses = pieces(blank, document(text, *blocks))

    assert len(parses) == 2
    assert [w for parse in parses for w in parse.words] == text.split()
    begins = [begin for parse in parses for begin in parse.begins]
    assert begins == sorted(set(begins))


@pytest.mark.parametrize(
    ("text", "last"),
    [("Oslo dort. " * 2200, "."), ("Oslo dort " * 2400, "dort"), ("é" * 25_000, "é")],
)
def test_a_monstrous_block_is_cut_behind_a_sentence_or_a_word(
    blank: Language, text: str, last: str
) -> None:
    parses = pieces(blank, document(text))
    first_sentence = parses[0].sentences[0][1] - 1

    assert parses[0].words[first_sentence][-len(last) :] == last
    assert parses[0].ends[first_sentence] <= 20_000
    assert "".join(w for p in parses for w in p.words) == text.replace(" ", "")


def test_an_unknown_pipeline_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PipelineError, match="no spaCy pipeline 'fr_nulle_part'"):
        load_pipeline("fr_nulle_part")


@pytest.mark.parametrize("name", ["spacy", "os.path", "click"])
def test_a_package_that_is_no_pipeline_is_refused(name: str) -> None:
    with pytest.raises(PipelineError, match="no spaCy pipeline"):
        load_pipeline(name)


def test_a_folder_without_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no spaCy pipeline"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_without_parser_is_refused(tmp_path: Path, blank: Language) -> None:
    blank.to_disk(tmp_path)

    with pytest.raises(PipelineError, match="has no dependency parser"):
        load_pipeline(str(tmp_path))


@pytest.mark.model
def test_shipped_pipelines_parse_in_universal_dependencies() -> None:
    for language, name in pipelines().items():
        nlp = load_pipeline(name)

        assert describe(nlp).startswith(f"{language}_")
    parse = only(load_pipeline(pipelines()["fr"]), document("Le Pérou remercie Oslo."))

    assert parse.words == ["Le", "Pérou", "remercie", "Oslo", "."]
    assert parse.pos[2] == "VERB"
    assert parse.lemmas[2] == "remercier"
    assert [parse.deps[child] for child in parse.children[2]] == [
        "nsubj",
        "obj",
        "punct",
    ]
    assert "Number=Sing" in parse.morphs[1]
    assert parse.sentences == [(0, 5)]
