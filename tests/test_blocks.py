from kg.blocks import find_blocks, find_headline, read_lines

ARTICLE = """\
Choisissez votre langue
Publié dans actualités

Berlin salue l'accord entre Paris et Varsovie

Par Jeanne Dupuis

Le ministre allemand a salué mardi l'accord entre la France et la Pologne.
Varsovie a remercié Berlin pour son soutien.

Trois points sont à retenir :
  1. La France livrera des radars à la Pologne.
  2) La Pologne formera des équipages français.
  • L'Allemagne observera les manœuvres.

> « Nous restons unis », a dit le ministre.

12 commentaires
revue-du-nord.example.com
"""

WRAPPED = """\
Le gouvernement allemand a annoncé mardi soir qu'il livrerait des blindés à la
Pologne et qu'il soutiendrait ses demandes auprès de l'Union européenne. La
France, elle, a demandé à Berlin de consulter d'abord ses alliés, comme M.
Martin l'avait fait la veille à Londres.

Varsovie a remercié Berlin. Le Premier ministre polonais a toutefois mis en
garde ses voisins contre toute précipitation.
"""


def blocks_of(text: str, language: str = "fr", *, markdown: bool = False) -> list[str]:
    lines = read_lines(text, markdown=markdown)
    return [text[b.begin : b.end] for b in find_blocks(text, lines, language)]


def test_blocks_are_prose_without_bullets_and_furniture() -> None:
    assert blocks_of(ARTICLE) == [
        "Berlin salue l'accord entre Paris et Varsovie",
        "Le ministre allemand a salué mardi l'accord entre la France et la Pologne.",
        "Varsovie a remercié Berlin pour son soutien.",
        "Trois points sont à retenir :",
        "La France livrera des radars à la Pologne.",
        "La Pologne formera des équipages français.",
        "L'Allemagne observera les manœuvres.",
        "« Nous restons unis », a dit le ministre.",
    ]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    assert blocks_of(WRAPPED) == [part.strip() for part in WRAPPED.split("\n\n")]


def test_what_a_wrapped_sentence_left_over_belongs_to_it() -> None:
    words = "toute précipitation, comme Londres le fit déjà en\n2020."
    text = WRAPPED.replace("toute précipitation.", words)

    assert blocks_of(text)[1].endswith("en\n2020.")


def test_carriage_returns_and_other_line_ends_count() -> None:
    text = WRAPPED.replace("\n", "\r\n")

    assert len(blocks_of(text)) == 2


def test_headlines_above_a_wrapped_paragraph_stay_alone() -> None:
    text = f"Berlin arme Varsovie\n{WRAPPED}"

    assert blocks_of(text)[0] == "Berlin arme Varsovie"


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    lines = [
        "Berlin avertit Moscou et Minsk après l'incident de la frontière polonaise",
        "Paris soutient Berlin dans son différend avec les autorités de Minsk",
        "Londres et Varsovie demandent une réunion du Conseil de sécurité",
    ]

    assert blocks_of("\n".join(lines)) == lines


def test_a_line_in_another_language_is_left_out() -> None:
    text = (
        "Write a long article about the summit and add some subheadings to it\n"
        "Le président a reçu son homologue polonais à Paris mardi dernier.\n"
    )

    assert blocks_of(text) == [text.splitlines()[1]]


def test_a_foreign_name_does_not_make_a_line_foreign() -> None:
    line = "Le « New York Times » accuse Boris Johnson, Keir Starmer et Joe Biden."

    assert blocks_of(line) == [line]


def test_a_dateline_stands_outside_its_block() -> None:
    text = (
        "PARIS, 20 jan 2023 (AFP) - La France soutient la Pologne, a dit le ministre."
    )

    assert blocks_of(text) == ["La France soutient la Pologne, a dit le ministre."]


def test_markdown_is_no_prose() -> None:
    text = (
        "# Berlin *avertit* Moscou #\n\n"
        "Un accord avec [Paris](https://example.org) est signé.\n\n"
        "```\nnot = prose\n```\n\n"
        "| a | b |\n|---|---|\n\n"
        "Un sous-titre\n---\n* La Pologne remercie la France.\n"
        "![carte de la région](carte.png)\n"
        "[1]: https://example.org\n"
    )

    assert blocks_of(text, markdown=True) == [
        "Berlin *avertit* Moscou",
        "Un accord avec [Paris](https://example.org) est signé.",
        "Un sous-titre",
        "La Pologne remercie la France.",
    ]


def test_blocks_are_disjoint_and_in_order() -> None:
    lines = read_lines(ARTICLE)
    blocks = find_blocks(ARTICLE, lines, "fr")

    ends = [0, *(block.end for block in blocks)]
    assert all(
        end <= block.begin < block.end for end, block in zip(ends, blocks, strict=False)
    )


def test_an_endless_line_is_cut_behind_full_stops() -> None:
    text = "La France a soutenu la Pologne hier à Varsovie. " * 20_000

    blocks = blocks_of(text)

    assert max(map(len, blocks)) <= 20_000
    assert all(block.endswith("Varsovie.") for block in blocks)
    assert " ".join(blocks) == text.strip()


def test_the_headline_is_the_first_unfinished_line() -> None:
    def headline(text: str) -> str | None:
        return find_headline(text, find_blocks(text, read_lines(text), "fr"))

    assert headline(ARTICLE) == "Berlin salue l'accord entre Paris et Varsovie"
    assert headline("Paris soutient Varsovie. Berlin hésite.") is None
    assert headline("") is None
