"""French and English in one graph."""

import json

import pytest

import kg
from kg.knowledge import KnowledgeGraph

TEXTS = {
    "fr": "Le président français Emmanuel Macron a rencontré Olaf Scholz. "
    "L'Allemagne soutient la Moldavie. Selon le Kremlin, l'ONU critique la Turquie.",
    "en": "Russian Foreign Minister Sergey Lavrov met German Chancellor Olaf Scholz. "
    "Germany supports Moldova. The Kremlin condemned Turkey.",
}
NAMED = """
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?actor ?language WHERE {
  ?phrase itsrdf:taIdentRef ?actor ; nif:referenceContext/schema:inLanguage ?language
}"""
ONE = {"germany", "moldova", "olaf-scholz", "kremlin", "turkey"}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A graph of one document in each language."""
    source = tmp_path_factory.mktemp("mixed") / "both.jsonl"
    lines = [
        json.dumps({"id": code, "text": text, "lang": code, "date": "2023-05-01"})
        for code, text in TEXTS.items()
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    return kg.build(source)


@pytest.mark.model
def test_an_actor_is_one_whatever_the_language(mixed: KnowledgeGraph) -> None:
    table = mixed.query(NAMED, lang=None)
    named: dict[str, set[str]] = {}
    for actor, language in table.rows:
        named.setdefault(str(actor).rpartition("/")[2], set()).add(str(language))

    both = {slug for slug, languages in named.items() if len(languages) > 1}
    assert {slug.rpartition(":")[2].strip("<>") for slug in both} == ONE


@pytest.mark.model
def test_both_languages_stand_side_by_side(mixed: KnowledgeGraph) -> None:
    table = mixed.query("both-languages", lang="en")

    assert [row[:3] for row in table.rows] == [("Germany", "supports", "Moldova")]


@pytest.mark.model
def test_labels_come_in_the_language_asked_for(mixed: KnowledgeGraph) -> None:
    french = mixed.query("supports", lang="fr").rows
    english = mixed.query("supports", lang="en").rows

    assert {row[:3] for row in french} == {("Allemagne", "soutient", "Moldavie")}
    assert {row[:3] for row in english} == {("Germany", "supports", "Moldova")}
