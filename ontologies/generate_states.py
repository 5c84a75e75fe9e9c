"""Writes states.ttl from states.tsv and from the names that Babel and pycountry know.

A cell of states.tsv holds several values separated by "; ". Before a value, "~" says
that it may also denote something else, "!" that an official name is not wanted. An
adjective is its masculine singular, or its four forms separated by "/" where they are
irregular. A prefix form is French unless it ends in "@en". Gender is "m" or "f", with
"p" for a plural name; "s" where usage wavers between the genders.

    python ontologies/generate_states.py
"""

# ruff: noqa: INP001 - a script beside its data, not a package

import csv
import gettext
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycountry
from babel import Locale

TABLE = Path(__file__).with_name("states.tsv")
OUTPUT = Path(__file__).with_name("states.ttl")

HEADER = """\
@prefix actor: <https://w3id.org/actor-kg/actor/> .
@prefix kg: <https://w3id.org/actor-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Written by generate_states.py from states.tsv, Babel and pycountry: edit these, not this.
"""

Row = dict[str, str]
Property = tuple[str, list[str]]  # predicate, objects as they stand in Turtle


def feminine(adjective: str) -> str:
    """Inflect a regular French adjective.

    >>> [feminine(a) for a in ("arménien", "coréen", "letton", "russe", "afghan")]
    ['arménienne', 'coréenne', 'lettonne', 'russe', 'afghane']
    """
    if adjective.endswith("e"):
        return adjective
    if adjective.endswith(("ien", "éen", "yen", "ïen", "on")):
        return adjective + "ne"
    return adjective + "e"


def plural(adjective: str) -> str:
    """Put a regular French adjective in the plural.

    >>> plural("français"), plural("turque")
    ('français', 'turques')
    """
    return adjective if adjective.endswith(("s", "x")) else adjective + "s"


def forms(adjective: str) -> list[str]:
    """List the forms of a French adjective, masculine singular first."""
    if "/" in adjective:
        return adjective.split("/")
    other = feminine(adjective)
    return [adjective, other, plural(adjective), plural(other)]


def demonyms(adjective: str) -> list[str]:
    """List an English adjective and the plural noun that it makes, if it makes one.

    >>> demonyms("Armenian"), demonyms("Iraqi"), demonyms("Chinese")
    (['Armenian', 'Armenians'], ['Iraqi', 'Iraqis'], ['Chinese'])
    """
    makes_noun = adjective.endswith(("an", "i")) and adjective != "Ni-Vanuatu"
    return [adjective, adjective + "s"] if makes_noun else [adjective]


def without_capital_accents(name: str) -> str:
    """Write capitals bare, as much of the press does.

    >>> without_capital_accents("Émirats arabes unis"), without_capital_accents("Bénin")
    ('Emirats arabes unis', 'Bénin')
    """
    return "".join(
        unicodedata.normalize("NFD", c)[0] if c.isupper() else c for c in name
    )


def values(cell: str) -> list[str]:
    """Split a cell of the table."""
    return [value.strip() for value in cell.split(";") if value.strip()]


def sure(found: Iterable[str]) -> list[str]:
    """Keep the values that denote one actor only."""
    return [value for value in found if not value.startswith(("~", "!"))]


def doubtful(found: Iterable[str]) -> list[str]:
    """Keep the values that may also denote something else."""
    return [value[1:] for value in found if value.startswith("~")]


def official_names(iso: str, language: str) -> Iterator[str]:
    """Yield the names of ISO 3166-1, as far as they can stand in a text."""
    country = pycountry.countries.get(alpha_2=iso)
    if country is None:
        return
    official: str = getattr(country, "official_name", "")
    if language == "fr":
        french = gettext.translation(
            "iso3166-1", pycountry.LOCALES_DIR, languages=["fr"]
        )
        translated = french.gettext(official) if official else ""
        names = [translated] if translated != official else []
    else:
        names = [country.name, getattr(country, "common_name", ""), official]
    for name in names:
        if name and not set(name) & set(",("):
            yield name.removeprefix("the ").replace("’", "'")


def common_name(row: Row, language: str) -> str:
    """Return the preferred name: the table's, else CLDR's."""
    if row[f"name_{language}"]:
        return row[f"name_{language}"]
    name: str = Locale(language).territories[row["iso"]]
    return name.replace("’", "'").replace(" & ", " and ")


def literals(found: Iterable[str], language: str) -> list[str]:
    """Write distinct texts as Turtle literals."""
    return [f'"{text}"@{language}' for text in dict.fromkeys(found)]


def names(row: Row, language: str) -> list[Property]:
    """Return the labels, aliases and ambiguous names in one language."""
    preferred = common_name(row, language)
    listed = values(row[f"alias_{language}"])
    unwanted = {value[1:] for value in listed if value.startswith(("!", "~"))}
    official = [n for n in official_names(row["iso"], language) if n not in unwanted]
    aliases = sure(listed) + official
    ambiguous = doubtful(listed)
    if language == "fr":
        bare = [without_capital_accents(name) for name in (preferred, *aliases)]
        aliases += [name for name in bare if name not in unwanted]
        ambiguous += [without_capital_accents(name) for name in ambiguous]
    aliases = [name for name in aliases if name != preferred]
    return [
        ("skos:prefLabel", literals([preferred], language)),
        ("skos:altLabel", literals(aliases, language)),
        ("kg:ambiguousLabel", literals(ambiguous, language)),
    ]


def grammar(row: Row) -> list[Property]:
    """Return gender and number of the French name."""
    code = row["gender"]
    gender = {"m": ["kg:Masculine"], "f": ["kg:Feminine"]}.get(code[0], [])
    number = "kg:Plural" if code.endswith("p") else "kg:Singular"
    return [("kg:gender", gender), ("kg:number", [number])]


def adjectives(row: Row) -> list[Property]:
    """Return adjectives and prefix forms in both languages."""
    french, english = values(row["adjective_fr"]), values(row["adjective_en"])
    clear = [form for word in sure(french) for form in forms(word)]
    unclear = [form for word in doubtful(french) for form in forms(word)]
    prefixes = [form.partition("@") for form in values(row["prefix"])]
    return [
        ("kg:adjective", literals(clear, "fr")),
        (
            "kg:adjective",
            literals(
                [form for word in sure(english) for form in demonyms(word)]
                + values(row["demonym_en"]),
                "en",
            ),
        ),
        ("kg:ambiguousAdjective", literals(unclear, "fr")),
        (
            "kg:ambiguousAdjective",
            literals(
                [form for word in doubtful(english) for form in demonyms(word)], "en"
            ),
        ),
        *(
            ("kg:prefixForm", literals([form], language or "fr"))
            for form, _, language in prefixes
        ),
    ]


def capitals(row: Row) -> list[Property]:
    """Return the cities that stand for the state."""
    return [
        (predicate, literals(keep(values(row[f"capital_{language}"])), language))
        for language in ("fr", "en")
        for predicate, keep in (("kg:capital", sure), ("kg:ambiguousCapital", doubtful))
    ]


def entry(row: Row) -> str:
    """Write one actor in Turtle."""
    found = [
        *names(row, "fr"),
        *names(row, "en"),
        *grammar(row),
        *adjectives(row),
        *capitals(row),
    ]
    if row["dissolved"]:
        found.append(("kg:dissolved", [f'"{row["dissolved"]}"^^xsd:gYear']))
    if row["wikidata"]:
        found.append(("skos:exactMatch", [f"wd:{row['wikidata']}"]))
    merged: dict[str, list[str]] = {}
    for predicate, objects in found:
        if objects:
            merged.setdefault(predicate, []).extend(objects)
    lines = [f"    {name} {' , '.join(texts)}" for name, texts in merged.items()]
    body = " ;\n".join([f"actor:{row['slug']} a kg:{row['kind']}", *lines])
    return f"{body} .\n"


def turtle(table: Path) -> str:
    """Write the whole table in Turtle, by slug."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows.sort(key=lambda row: row["slug"])
    return "\n".join([HEADER, *map(entry, rows)])


if __name__ == "__main__":
    OUTPUT.write_text(turtle(TABLE), encoding="utf-8", newline="\n")
