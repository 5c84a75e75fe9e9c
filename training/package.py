"""Join the trained parts into the folder the program ships."""

import json
import re
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import cast

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

from training.cards import Card

VERSION = "1.0.0"


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


def save(nlp: Language, target: Path, card: Card, figures: dict[str, float]) -> None:
    """Write the pipeline with its description; replace what is there in one move."""
    nlp.meta.update(
        name="kg_news",
        version=VERSION,
        description=card.description,
        author="actor-kg",
        email="",
        url="",
        license=card.license,
        sources=[asdict(source) for source in card.sources],
        performance={name: round(value, 4) for name, value in figures.items()},
    )
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    if card.page.exists():
        shutil.copy(card.page, fresh / "README.md")
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
        path, sorted((needed & known) | set(spacy.blank(str(nlp.lang)).vocab.strings))
    )


def _keep_meta(path: Path) -> None:
    """Drop the label lists, which the components store themselves."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("labels", None)
    path.write_text(
        json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
