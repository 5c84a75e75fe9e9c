"""Frames, support verbs and cues as the ontology tells them."""

from collections.abc import Callable

import pytest

from kg.errors import OntologyError
from kg.lexicon import Lexicon, RelationType, read_lexicon, read_relation_types
from kg.model import Modality
from kg.ontology import Ontology


@pytest.fixture(scope="module")
def relations(known: Ontology) -> dict[str, RelationType]:
    return read_relation_types(known)


@pytest.fixture(scope="module")
def lexicon(known: Ontology, relations: dict[str, RelationType]) -> Lexicon:
    return read_lexicon(known, "fr", relations)


def test_a_relation_type_has_its_quad_class(relations: dict[str, RelationType]) -> None:
    assert relations["warns"].quad == "VerbalConflict"
    assert relations["memberOf"].quad is None
    assert relations["meets"].symmetric
    assert not relations["warns"].symmetric


def test_a_range_takes_in_what_is_below_it(relations: dict[str, RelationType]) -> None:
    assert relations["memberOf"].range_kinds == {"Organisation", "Alliance"}
    assert relations["warns"].range_kinds == frozenset()


def test_the_longest_trigger_comes_first(lexicon: Lexicon) -> None:
    names = [frame.name for frame in lexicon.frames["mettre"]]

    assert names == ["warns.fr.mettre-en-garde", "warns.fr.mettre"]


def test_a_frame_names_slots_in_order(lexicon: Lexicon) -> None:
    (frame,) = lexicon.frames["membre"]

    assert frame.category == "Noun"
    assert frame.source == ("predication",)
    assert frame.target == ("de", "adjective", "possessive")
    assert frame.slots == ("predication", "de", "adjective", "possessive")
    assert frame.target_kinds == {"Organisation", "Alliance"}


def test_a_reflexive_trigger_is_filed_under_its_verb(lexicon: Lexicon) -> None:
    (frame,) = lexicon.frames["voir"]

    assert (frame.words, frame.reflexive, frame.length) == (("voir",), True, 2)


def test_blockers_are_words(lexicon: Lexicon) -> None:
    assert lexicon.frames["mettre"][1].blocked_by == {"table", "fin"}


def test_prepositions_and_participles_are_gathered_from_frames(
    lexicon: Lexicon,
) -> None:
    assert lexicon.complex_prepositions == {
        "à": ((("à", "l'", "égard"), "à_l'égard_de"),)
    }
    assert lexicon.slot_words == {"visant"}


def test_cues_are_told_by_their_class(lexicon: Lexicon) -> None:
    assert lexicon.is_cue("refuser", "PolarityCue")
    assert not lexicon.is_cue("refuser", "ModalityCue")
    assert lexicon.modal["vouloir"] is Modality.INTENDED
    assert lexicon.modal_phrases == {("à", "condition", "que"): Modality.CONDITIONAL}
    assert lexicon.phrases["Subordinator"] == {("à", "condition", "que")}
    assert lexicon.support_verbs == {"apporter": "Source"}


def test_a_reporting_verb_takes_clauses_and_quotes_unless_it_says(
    lexicon: Lexicon,
) -> None:
    assert lexicon.reporting == {"affirmer": {"clause"}, "dire": {"clause", "quote"}}


def test_verbs_are_those_of_triggers_and_of_cues(lexicon: Lexicon) -> None:
    assert {"mettre", "voir", "refuser", "affirmer"} <= lexicon.verbs
    assert "membre" not in lexicon.verbs


def test_another_language_has_other_words(
    known: Ontology, relations: dict[str, RelationType]
) -> None:
    assert read_lexicon(known, "en", relations).frames == {}


def test_a_frame_must_evoke_a_known_relation(
    make_ontology: Callable[[str], Ontology],
) -> None:
    ontology = make_ontology('frame:x.fr a kg:Frame ; kg:trigger "x"@fr .')

    with pytest.raises(OntologyError, match=r"frame:x\.fr evokes no known relation"):
        read_lexicon(ontology, "fr", {})


def test_a_plover_type_must_have_a_quad_class(
    make_ontology: Callable[[str], Ontology],
) -> None:
    ontology = make_ontology("rel:warns a kg:RelationType ; kg:plover plover:WARN .")

    with pytest.raises(OntologyError, match=r"plover:WARN has no kg:quadClass"):
        read_relation_types(ontology)
