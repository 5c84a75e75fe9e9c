"""Score a pipeline: syntax, names, speed and size, as one table.

Run ``python -m training.evaluate MODEL --corpora CORPORA --work WORK``.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from training.plain import open_text

WIKINEURAL = "wikineural-eval-only/{lang}.test.conllu.gz"
# Of the sets of names the recipes keep for choice and test, by language.
KEPT_NAMES = {"fr": "sequoia", "en": "uner"}
SYNTAX = (
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_uas",
    "dep_las",
    "sents_f",
    "token_f",
)
GIVEN = ("pos_acc", "lemma_acc", "dep_uas", "dep_las")
NAME_TYPES = ("PER", "ORG", "LOC")
INVENTED = {
    "fr": Path(__file__).parent / "dev_names.txt",
    "en": Path(__file__).parent / "dev_names_en.txt",
}
_MARKED = re.compile(r"([^\[]+|)(?:\[([^|]+)\|(\w+)\]|$)")
_TIMED_WORDS = 60_000
_NO_BLANK_BEFORE = tuple(".,)]…»")
_ELIDING = {
    "l",
    "d",
    "c",
    "j",
    "m",
    "n",
    "s",
    "t",
    "qu",
    "jusqu",
    "lorsqu",
    "puisqu",
    "aujourd",
    "quelqu",
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F of one type of name, in [0, 1]."""

    precision: float
    recall: float
    f: float


def syntax(nlp: Language, docbin: Path, *, given: bool = False) -> dict[str, float]:
    """Score tagging, lemmas, dependencies and sentence borders.

    Args:
        nlp: The pipeline.
        docbin: Annotated documents.
        given: Whether tokens and sentence starts are handed over, as many publications do.
    """
    golds = list(DocBin().from_disk(docbin).get_docs(nlp.vocab))
    inputs = [_given(gold) if given else gold.text for gold in golds]
    examples = [
        Example(doc, gold) for doc, gold in zip(nlp.pipe(inputs), golds, strict=True)
    ]
    scores = nlp.evaluate(examples) | Scorer().score(examples)
    return {name: scores[name] for name in SYNTAX}


def _given(gold: Doc) -> Doc:
    """Return the bare tokens of a document with its sentence starts."""
    return Doc(
        gold.vocab,
        words=[token.text for token in gold],
        spaces=[bool(token.whitespace_) for token in gold],
        sent_starts=[bool(token.is_sent_start) for token in gold],
    )


def names(nlp: Language, golds: Iterable[Doc]) -> dict[str, Score]:
    """Score names of persons, organisations and places; works (MISC) are left out."""
    golds = [_keep_types(gold) for gold in golds]
    with nlp.select_pipes(enable=["tok2vec", "ner"]):
        predicted = [
            _keep_types(doc) for doc in nlp.pipe([gold.text for gold in golds])
        ]
    examples = [Example(doc, gold) for doc, gold in zip(predicted, golds, strict=True)]
    scores = Scorer.score_spans(examples, "ents")
    result = {"all": Score(scores["ents_p"], scores["ents_r"], scores["ents_f"])}
    for label, values in sorted(scores["ents_per_type"].items()):
        result[label] = Score(values["p"], values["r"], values["f"])
    return result


def wikineural(path: Path, nlp: Language) -> Iterator[Doc]:
    """Yield the annotated sentences of the WikiNEuRal test set; for scoring only."""
    rows: list[list[str]] = []
    with open_text(path) as stream:
        for line in stream:
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _from_rows(rows, nlp)
                rows = []
    if rows:
        yield _from_rows(rows, nlp)


def invented(path: Path, nlp: Language) -> Iterator[Doc]:
    """Yield the sentences of a file in which names are marked: ``[Paris|LOC]``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, spans = "", []
            for before, name, label in _MARKED.findall(line):
                text += before
                if name:
                    spans.append((len(text), len(text) + len(name), label))
                    text += name
            doc = nlp.make_doc(text)
            found = (doc.char_span(*span, alignment_mode="expand") for span in spans)
            doc.ents = [span for span in found if span is not None]
            yield doc


def speed(nlp: Language, texts: list[str]) -> float:
    """Return words per second of processor time, all components: the speed on one idle core."""
    words = sum(len(nlp.make_doc(text)) for text in texts)
    texts = texts * (_TIMED_WORDS // words + 1)
    list(nlp.pipe(texts[:5]))
    start = time.process_time()
    total = sum(len(doc) for doc in nlp.pipe(texts))
    return total / (time.process_time() - start)


def size(folder: Path) -> float:
    """Return the size of a folder in MB (10^6 bytes)."""
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    )


def _from_rows(rows: list[list[str]], nlp: Language) -> Doc:
    words: list[str] = []
    tags: list[str] = []
    for row in rows:
        if row[1] in {"'", "’"} and words and words[-1].lower() in _ELIDING:
            words[-1] += "'"
        else:
            words.append(row[1])
            tags.append(row[2])
    spaces = [
        not (
            word.endswith("'")
            or word in "([«"
            or following.startswith(_NO_BLANK_BEFORE)
        )
        for word, following in zip(words, [*words[1:], "."], strict=True)
    ]
    return Doc(nlp.vocab, words=words, spaces=spaces, ents=tags)


def _keep_types(doc: Doc) -> Doc:
    doc.ents = tuple(ent for ent in doc.ents if ent.label_ in NAME_TYPES)
    return doc


def report(model: Path, corpora: Path, work: Path) -> dict[str, float]:
    """Measure everything; return the figures by name."""
    start = time.perf_counter()
    nlp = spacy.load(model)
    figures = {"load_seconds": time.perf_counter() - start, "megabytes": size(model)}
    if (work / "syntax" / "test.spacy").exists() and "parser" in nlp.pipe_names:
        treebank = work / "syntax" / "test.spacy"
        figures |= syntax(nlp, treebank)
        given = syntax(nlp, treebank, given=True)
        figures |= {f"{name}_given": given[name] for name in GIVEN}
    language = str(nlp.lang)
    never_seen = corpora / WIKINEURAL.format(lang=language)
    sets = {
        "wikineural": list(wikineural(never_seen, nlp)),
        "invented": list(invented(INVENTED[language], nlp)),
    }
    for part in ("dev", "test"):
        path = work / "names" / f"{part}.spacy"
        sets[f"{KEPT_NAMES[language]}_{part}"] = list(
            DocBin().from_disk(path).get_docs(nlp.vocab)
        )
    for name, golds in sets.items():
        for label, score in names(nlp, golds).items():
            figures[f"{name}_{label}_p"] = score.precision
            figures[f"{name}_{label}_r"] = score.recall
            figures[f"{name}_{label}_f"] = score.f
    texts = [
        gold.text
        for gold in DocBin()
        .from_disk(work / "syntax" / "test.spacy")
        .get_docs(nlp.vocab)
    ]
    figures["words_per_second"] = speed(nlp, texts)
    return figures


def main() -> None:
    """Print the figures of a model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    arguments = parser.parse_args()
    for name, value in report(
        arguments.model, arguments.corpora, arguments.work
    ).items():
        sys.stdout.write(f"{name:28} {value:10.4f}\n")


if __name__ == "__main__":
    main()
