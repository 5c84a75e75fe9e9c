import io
import json
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kg.documents import Skipped, count_documents, read_documents
from kg.errors import InputError
from kg.model import Document

FRENCH = (
    "La Turquie a averti la Grèce mardi à Ankara. Athènes a rejeté ces accusations.\n"
)
GERMAN = "Die Türkei hat Griechenland am Dienstag gewarnt. Athen wies das zurück.\n"
ENGLISH = "Turkey warned Greece on Tuesday. Athens has rejected the accusations.\n"


def read(*paths: Path | str, languages: str = "fr en") -> list[Document | Skipped]:
    return list(read_documents(paths, languages=languages.split()))


def read_one(path: Path | str) -> Document:
    (document,) = read(path)
    assert isinstance(document, Document)
    return document


def words(document: Document) -> list[str]:
    return [document.text[b.begin : b.end] for b in document.blocks]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_is_kept_unchanged(tmp_path: Path) -> None:
    text = f"Un titre\u00a0sans fin\r\n\r\n  {FRENCH}\r\n"

    document = read_one(write(tmp_path / "a.txt", text))

    assert document.text == text
    assert document.identifier == document.file_name == "a.txt"
    assert document.language == "fr"
    assert words(document) == ["Un titre\u00a0sans fin", FRENCH.strip()]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"]
)
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    document = read_one(write(tmp_path / "a.txt", FRENCH.encode(encoding)))

    assert document.text == FRENCH


def test_documents_are_counted_without_being_read(tmp_path: Path) -> None:
    write(tmp_path / "a/b.txt", FRENCH)
    write(tmp_path / "a/.hidden.txt", FRENCH)
    lines = [json.dumps({"id": str(n), "text": FRENCH}) for n in range(5)]
    write(tmp_path / "wire.jsonl", "\n".join(lines))

    paths = [tmp_path / "a", tmp_path / "wire.jsonl", tmp_path / "a/b.txt"]
    assert count_documents(paths) == len(read(*paths)) == 7
    assert count_documents([*paths, "-"]) is None
    assert count_documents([tmp_path / "none.jsonl"]) == 1


def test_a_folder_is_read_sorted_and_with_paths_as_identifiers(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", FRENCH)
    write(tmp_path / "a/c.md", FRENCH)
    write(tmp_path / ".hidden.txt", FRENCH)
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "blank.txt", " \n\n")
    write(tmp_path / "table.xlsx", b"PK\x03\x04")
    write(tmp_path / "z.txt", GERMAN)

    assert [
        d.identifier
        if isinstance(d, Document)
        else (d.identifier, d.language, d.reason)
        for d in read(tmp_path)
    ] == [
        "a/c.md",
        "b.txt",
        ("blank.txt", "", "no text"),
        ("empty.txt", "", "empty"),
        ("table.xlsx", "", "format not supported"),
        ("z.txt", "de", "language de"),
    ]


def test_only_the_languages_asked_for_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ENGLISH)

    assert read(path, languages="fr") == [Skipped("a.txt", "en", "language en")]
    assert read_one(path).language == "en"


def test_json_lines(tmp_path: Path) -> None:
    full = {
        "id": "mars-1",
        "text": FRENCH,
        "lang": "fr-FR",
        "date": "2023-01-20",
        "title": "Ankara avertit Athènes",
        "url": "https://example.org/1",
        "publisher": "La Revue du Nord",
    }
    lines = [json.dumps(full), "", json.dumps({"id": 2, "text": ENGLISH})]
    path = write(tmp_path / "mars.jsonl", "\n".join(lines))

    first, second = read(path)

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.identifier, first.language, first.text) == ("mars-1", "fr", FRENCH)
    assert first.published == date(2023, 1, 20)
    assert first.headline == "Ankara avertit Athènes"
    assert first.url == "https://example.org/1"
    assert first.publisher == "La Revue du Nord"
    assert first.file_name == "mars.jsonl"
    assert (second.identifier, second.language) == ("2", "en")


PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>Ankara avertit Athènes | La Revue du Nord</title>
<link rel="canonical" href="https://example.org/ankara">
<meta property="og:site_name" content="La Revue du Nord">
<meta property="article:published_time" content="2022-05-03T10:00:00+02:00">
</head><body><nav><a href="/">Accueil</a> <a href="/m">Monde</a></nav>
<article><h1>Ankara avertit Athènes</h1><p>Par Jeanne Dupuis</p>
<p>La Turquie a averti mardi la Grèce contre toute militarisation des îles&nbsp;:
Ankara y voit une <b>menace</b> pour sa sécurité, selon un communiqué.</p>
<ul><li>La Grèce rejette ces accusations et demande une réunion.</li></ul></article>
<footer>Tous droits réservés</footer></body></html>"""


def test_a_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    document = read_one(write(tmp_path / "page.html", PAGE))

    assert document.published == date(2022, 5, 3)
    assert document.headline == "Ankara avertit Athènes"
    assert document.url == "https://example.org/ankara"
    assert document.publisher == "La Revue du Nord"
    assert [" ".join(block.split()) for block in words(document)] == [
        "Ankara avertit Athènes",
        (
            "La Turquie a averti mardi la Grèce contre toute militarisation des îles :"
            " Ankara y voit une menace pour sa sécurité, selon un communiqué."
        ),
        "La Grèce rejette ces accusations et demande une réunion.",
    ]


@pytest.mark.parametrize(
    "tag",
    [
        '<script type="application/ld+json">[{"datePublished":"2022-05-03"}]</script>',
        '<time datetime="2022-05-03T08:00">mardi</time>',
    ],
)
def test_other_ways_to_date_a_page(tmp_path: Path, tag: str) -> None:
    page = PAGE.replace('"article:published_time"', '"other"').replace(
        "</ul>", f"</ul>{tag}"
    )

    assert read_one(write(tmp_path / "p.html", page)).published == date(2022, 5, 3)


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    data = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1")

    assert (
        read_one(write(tmp_path / "p.htm", data)).headline == "Ankara avertit Athènes"
    )


def test_front_matter_of_markdown(tmp_path: Path) -> None:
    text = f"---\ntitle: Ankara avertit\ndate: 2022-05-03\nauthor: X\n---\n\n{FRENCH}"

    document = read_one(write(tmp_path / "a.md", text))

    assert (document.headline, document.published) == (
        "Ankara avertit",
        date(2022, 5, 3),
    )
    assert words(document) == [FRENCH.strip()]


@pytest.mark.parametrize(
    ("content", "identifier"),
    [(FRENCH, "-"), (f'\n {{"id": "x", "text": "{FRENCH.strip()}"}}\n', "x")],
    ids=["text", "json lines"],
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: str, identifier: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))

    document = read_one("-")

    assert (document.identifier, document.file_name) == (identifier, "-")


BROKEN = [
    ("a.txt", b"", "a.txt: no text in it"),
    ("a.txt", b" \n\t\n", "a.txt: no text in it"),
    ("a.txt", b"%PDF-1.7 \xe2\xe3", "a.txt: not a text but binary data"),
    ("a.txt", bytes(range(256)), "a.txt: not a text but binary data"),
    ("a.txt", "é\né\n".encode() + b"\xe9", "a.txt:3: a byte that is not UTF-8"),
    ("a.pdf", b"%PDF-1.7", "format .pdf is not supported; there are: .txt"),
    ("a.jsonl", b"", "a.jsonl: no text in it"),
    ("a.jsonl", b'{"id": "1", "text": "Un mot"}\n\n{"id": ', "a.jsonl:3: broken JSON"),
    ("a.jsonl", b'["a"]', "a.jsonl:1: not an object"),
    ("a.jsonl", b'{"id": "1"}', 'a.jsonl:1: no "text"'),
    ("a.jsonl", b'{"text": "Un mot"}', 'a.jsonl:1: no "id"'),
    ("a.jsonl", b'{"id": "1", "text": 3}', 'a.jsonl:1: "text" is no string'),
    ("a.jsonl", b'{"id": "1", "text": "\xe9"}', "a.jsonl:1: not UTF-8"),
    ("a.jsonl", b'{"id": "1", "text": "\\ud800"}', 'a.jsonl:1: "text" holds half'),
    (
        "a.jsonl",
        b'{"id": "1", "text": "Un mot", "date": "hier"}',
        "a.jsonl:1: \"date\" 'hier' is no date",
    ),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN)
def test_errors_say_where_what_and_what_to_do(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = write(tmp_path / name, content)

    with pytest.raises(InputError) as caught:
        read(path)

    assert message in str(caught.value)


def test_a_missing_path_and_a_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file or folder"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="no documents in it; supported are"):
        read(tmp_path)


def test_five_megabytes_in_one_line_are_read_at_once(tmp_path: Path) -> None:
    text = "La France a soutenu la Pologne hier à Varsovie. " * 105_000
    path = write(tmp_path / "long.txt", text)
    read(write(tmp_path / "short.txt", FRENCH))  # loads the model of languages
    begin = time.perf_counter()

    document = read_one(path)

    assert time.perf_counter() - begin < 2
    assert len(document.blocks) > 200
