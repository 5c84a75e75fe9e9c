import pytest

from kg.furniture import is_furniture

FURNITURE = [
    "Choisissez votre langue",
    "Publié dans actualités",
    "0 Commentaires",
    "Aucun commentaire",
    "Vous pouvez lire aussi...",
    "Lire aussi : Berlin hausse le ton contre Varsovie",
    "Lire la suite »",
    "Partager sur Facebook",
    "68 vues",
    "1 204 partages",
    "• by Northern Weekly, octobre 05, 2023 in Politique",
    "Par TheNorthernTimes",
    "Par Jeanne Dupuis et Paul Martin (à Bruxelles)",
    "Jeanne Dupuis avec AFP",
    "revue-du-nord.example.com",
    "https://example.org/a/b?c=d",
    "dimanche 1 novembre 2020",
    "Accueil > Monde > Europe",
    "Facebook Twitter WhatsApp",
    "#paix #diplomatie #sommet",
    "Temps de lecture : 5 min",
    "Tous droits réservés",
    "© 2022 La Revue du Nord",
    "Crédit photo : Jeanne Dupuis",
    "* * *",
    "Share this article",
    "5 min read",
    "Read more",
    "Read also: Berlin warns Warsaw",
    "By Jane Miller and Paul Smith",
    "Leave a comment",
    "3 hours ago",
    "Filed under: Politics",
    'var x = {"a": 1};',
    "</div>",
]

PROSE = [
    "Accueil glacial pour le président turc à Athènes",
    "Partager le fardeau : ce que demande l'OTAN",
    "Publié lundi, le rapport accuse la Turquie",
    "Par cette décision, Paris soutient Kiev",
    "La suite des négociations",
    "Conclusion",
    "Paris soutient Kiev",
    "Retour aux États-Unis :",
    "Moscou répond ;",
    "Recherche d'un accord entre Paris et Berlin",
    "Home front: Berlin arms Kyiv",
    "By arming Kyiv, Berlin angers Moscow",
    "Share of the burden: what NATO demands",
    "L'an prochain, Berlin livrera 50 000 obus à Kiev",
    "Suivre Washington ou négocier : le dilemme de Londres",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE)
def test_lines_of_the_article_are_not(line: str) -> None:
    assert not is_furniture(line)
