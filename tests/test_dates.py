from datetime import date

import pytest

from kg.dates import publication_date

HEADERS = [
    ("dimanche 1 novembre 2020", "2020-11-01"),
    ("by Northern Weekly, octobre 05, 2023 in Politique", "2023-10-05"),
    ("Publié le 12/03/2021 à 10h", "2021-03-12"),
    ("Publié le 12/03/2021 à 10h30", "2021-03-12"),
    ("3 mai 2022", "2022-05-03"),
    ("2023-01-20", "2023-01-20"),
    ("2023-01-20T10:30:00+01:00", "2023-01-20"),
    ("1er mars 2019", "2019-03-01"),
    ("Mis à jour le 4 août 2022", "2022-08-04"),
    ("Publié le 3 mai 2022 - Mis à jour le 4 mai 2022 à 11h02", "2022-05-03"),
    ("PARIS, 20 jan 2023 (AFP) - Le ministre a réagi à la décision.", "2023-01-20"),
    ("12 novembre 2012. - Le ministre a réagi à la décision.", "2012-11-12"),
    ("Politique | 12/03/2021", "2021-03-12"),
    ("Erevan, le 3 févr. 2022", "2022-02-03"),
    ("Par Jeanne Dupuis | Publié le 3 mai 2022", "2022-05-03"),
    ("Posté le 2 février 2021 par admin", "2021-02-02"),
    ("02.02.2021 14:30", "2021-02-02"),
    ("January 20, 2023", "2023-01-20"),
    ("20 January 2023", "2023-01-20"),
    ("Published: Jan. 20, 2023", "2023-01-20"),
    ("Friday, January 20th, 2023 at 10:30 am", "2023-01-20"),
    ("Last updated on 20 January 2023", "2023-01-20"),
]

NO_HEADERS = [
    "Le 22 février 2022, les deux présidents ont signé un accord",
    "Accord du 10 novembre 2020 : ce que Paris demande",
    "L'accord du 10 novembre 2020 en cinq points",
    "Un accord signé à Moscou, le 10 novembre 2020",
    "lundi 30 février 2022",
    "20 janvier",
    "Que s'est-il passé le 3 mai 2022 ?",
    "Tél. 01/02/20213",
]


@pytest.mark.parametrize(("line", "expected"), HEADERS, ids=[h[0] for h in HEADERS])
def test_a_header_line_dates_the_document(line: str, expected: str) -> None:
    lines = ["Paris avertit Londres", line, "La France a averti le Royaume-Uni."]

    assert publication_date(lines, "fr") == date.fromisoformat(expected)


@pytest.mark.parametrize("line", NO_HEADERS)
def test_a_date_in_prose_does_not(line: str) -> None:
    assert publication_date([line, "La France a averti Londres."], "fr") is None


def test_two_equally_good_dates_are_none() -> None:
    assert publication_date(["3 mai 2022", "4 mai 2022"], "fr") is None


def test_the_announced_date_counts_more_than_a_bare_one() -> None:
    lines = ["4 mai 2022", "Publié le 3 mai 2022", "Mis à jour le 5 mai 2022"]

    assert publication_date(lines, "fr") == date(2022, 5, 3)


def test_the_footer_is_read_where_the_header_is_silent() -> None:
    lines = [f"La phrase numéro {n} ne dit rien." for n in range(30)]

    assert publication_date([*lines, "3 mai 2022"], "fr") == date(2022, 5, 3)
    assert publication_date([*lines, "3 mai 2022", *lines], "fr") is None


def test_day_and_month_are_not_guessed_in_english() -> None:
    assert publication_date(["03/04/2021"], "en") is None
    assert publication_date(["03/24/2021"], "en") == date(2021, 3, 24)
    assert publication_date(["03/04/2021"], "fr") == date(2021, 4, 3)
