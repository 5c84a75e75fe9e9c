import pytest

from kg.cleaning import clean

CASES = [
    ("L’#Arménie et les #États-Unis", "L'Arménie et les États-Unis"),
    ("Le mot #StandWithPeace reste", "Le mot #StandWithPeace reste"),
    ("Un accord[1] signé [2]", "Un accord signé"),
    ("« nos relations [avec Paris] »", "« nos relations [avec Paris] »"),
    ("« la paix […] demain »", "« la paix […] demain »"),
    ("co\xadopéra\u200btion", "coopération"),
    ("la  Russie\xa0: \n la  paix", "la Russie : la paix"),
    ("**Paris** soutient *Kiev* et __Berlin__", "Paris soutient Kiev et Berlin"),
    ("voir nom_de_fichier et 5 * 3", "voir nom_de_fichier et 5 * 3"),
    ("un [accord](https://example.org/a_(b)) signé", "un accord signé"),
    ("une ![carte](carte.png) ici", "une ici"),
    ("le Haut-\nKarabakh", "le Haut-Karabakh"),
    ("elle dit\r\n> oui", "elle dit oui"),
    ("l'alli\u0065\u0301 russe", "l'allié russe"),
    ("la <b>paix</b>", "la paix"),
    ("page.html#section", "page.html#section"),
    ("“ oui ”", "“ oui ”"),
]


@pytest.mark.parametrize(("raw", "expected"), CASES, ids=[c[1] for c in CASES])
def test_disturbing_signs_are_removed(raw: str, expected: str) -> None:
    assert clean(raw)[0] == expected


@pytest.mark.parametrize("raw", [c[0] for c in CASES])
def test_every_code_point_is_traced_to_the_block(raw: str) -> None:
    cleaned, offsets = clean(raw)
    origins = range(len(raw)) if offsets is None else offsets

    assert len(origins) == len(cleaned)
    assert list(origins) == sorted(set(origins))
    for char, origin in zip(cleaned, origins, strict=True):
        assert char == raw[origin] or not char.isascii() or char in " '"


def test_a_long_stretch_of_odd_signs_takes_no_time() -> None:
    for signs in ("[", "*", "#", "<a ", " ", "_", "](", "\n>"):
        assert clean(signs * 100_000) is not None
