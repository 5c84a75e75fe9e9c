"""Documents → parses: the only place that loads and runs a spaCy pipeline."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_installed_models
from thinc.api import NumpyOps

from kg.cleaning import clean
from kg.errors import PipelineError
from kg.lang.schemes import Scheme
from kg.model import Document
from kg.schemes import scheme_of, translate
from kg.syntax import Parse

_PACKAGED = Path(__file__).parent / "pipelines"
DEFAULT_PIPELINES = {"fr": "fr_kg_news", "en": "en_kg_news"}
_PARSERS = {"parser", "experimental_biaffine_parser"}
_MAX_TOKENS = 5000  # per parse: bounds memory, and what a pronoun may look back to
_MAX_CHARACTERS = 20_000  # of one block handed to the tokenizer at once
# What may stand before the next sentence on one line, quotes and brackets included.
_SENTENCE_END = {".", "!", "?", "…", ";", ":", "»", "”", '"', "’", "'", ")", "]", "*"}
_COLUMNS = ("LEMMA", "POS", "MORPH", "DEP", "SENT_START")


def pipelines() -> dict[str, str]:
    """Return the shipped pipelines by language."""
    return {
        language: name
        for language, name in DEFAULT_PIPELINES.items()
        if (_PACKAGED / name).is_dir()
    }


def load_pipeline(name: str) -> Language:
    """Load a shipped pipeline, an installed package or a folder.

    Raises:
        PipelineError: There is no such pipeline, or it has no dependency parser.
    """
    folders = (_PACKAGED / name, Path(name))
    place = next((f for f in folders if (f / "config.cfg").is_file()), None)
    if place is None and name not in get_installed_models():
        known = ", ".join(sorted(pipelines().values()))
        raise PipelineError(
            f"no spaCy pipeline {name!r} here; install it "
            f"(python -m spacy download {name}), name a folder, "
            f"or use a shipped one: {known}"
        )
    nlp = spacy.load(name if place is None else place)
    if not _PARSERS & set(nlp.pipe_names):
        raise PipelineError(
            f"pipeline {name!r} has no dependency parser; name one that has"
        )
    _multiply_by_numpy(nlp)
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Let NumPy's BLAS do the matrix products on the processor.

    BLIS, which thinc takes by default, has no kernels for many processors: on an AMD
    EPYC the shipped pipeline parses half as many words again without it.
    """
    numpy = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = numpy


def describe(nlp: Language) -> str:
    """Return name and version of a pipeline, for provenance."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse_documents(
    nlp: Language, documents: Iterable[Document]
) -> Iterator[tuple[Document, list[Parse]]]:
    """Yield every document with its parses, in order; long documents have several."""
    pieces = (
        (doc, (document, offsets))
        for document in documents
        for doc, offsets in _docs(nlp, document)
    )
    # One at a time: a parse must not depend, in the last bit, on its neighbours.
    parsed = nlp.pipe(pieces, as_tuples=True, batch_size=1)
    flat = ((document, doc, offsets) for doc, (document, offsets) in parsed)
    scheme = _scheme(nlp)
    for _, group in groupby(flat, key=lambda piece: id(piece[0])):
        members = list(group)
        document = members[0][0]
        parses = [_flatten(d, offsets, scheme) for _, d, offsets in members if len(d)]
        yield document, parses


def _docs(
    nlp: Language, document: Document
) -> Iterator[tuple[Doc, list[tuple[int, int]]]]:
    """Tokenise the blocks of a document; every block starts a sentence."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    offsets: list[tuple[int, int]] = []
    for first, last in _pieces(document):
        begin = len(words)
        _tokenise(nlp, document.text[first:last], first, (words, spaces, offsets))
        starts += [i == begin for i in range(begin, len(words))]
        if len(words) >= _MAX_TOKENS:
            yield _doc(nlp, words, spaces, starts), offsets
            words, spaces, starts, offsets = [], [], [], []
    yield _doc(nlp, words, spaces, starts), offsets


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the blocks, those of monstrous length cut behind a sentence."""
    for block in document.blocks:
        begin = block.begin
        while block.end - begin > _MAX_CHARACTERS:
            cut = document.text.rfind(". ", begin, begin + _MAX_CHARACTERS) + 1
            if cut <= begin:
                cut = document.text.rfind(" ", begin, begin + _MAX_CHARACTERS)
            if cut <= begin:
                cut = begin + _MAX_CHARACTERS
            yield begin, cut
            begin = cut
        yield begin, block.end


def _tokenise(
    nlp: Language,
    text: str,
    base: int,
    columns: tuple[list[str], list[bool], list[tuple[int, int]]],
) -> None:
    words, spaces, offsets = columns
    cleaned, origin = clean(text)
    for token in nlp.tokenizer(cleaned):
        if token.is_space:
            continue
        first, last = token.idx, token.idx + len(token)
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        if origin is None:
            offsets.append((base + first, base + last))
        else:
            offsets.append((base + origin[first], base + origin[last - 1] + 1))


def _doc(
    nlp: Language, words: list[str], spaces: list[bool], starts: list[bool]
) -> Doc:
    """Make a document whose sentences start at blocks and behind closing marks only."""
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for token, start in zip(doc, starts, strict=True):
        if start:
            token.is_sent_start = True
        elif words[token.i - 1][-1] not in _SENTENCE_END:
            token.is_sent_start = False
    return doc


def _scheme(nlp: Language) -> Scheme:
    labels = (nlp.pipe_labels.get(name, ()) for name in _PARSERS)
    return scheme_of({label for found in labels for label in found})


def _flatten(doc: Doc, offsets: list[tuple[int, int]], scheme: Scheme) -> Parse:
    strings = doc.vocab.strings
    columns = doc.to_array(list(_COLUMNS)).T.tolist()
    lemmas, pos, morphs, deps, starts = columns
    named = {key: strings[key] for key in {*lemmas, *pos, *morphs, *deps}}
    lowered = {key: named[key].lower().replace("œ", "oe") for key in set(lemmas)}
    firsts = [i for i, start in enumerate(starts) if start == 1 or i == 0]
    parse = Parse(
        words=[token.text for token in doc],
        lemmas=[lowered[key] for key in lemmas],
        pos=[named[key] for key in pos],
        morphs=[named[key] for key in morphs],
        deps=[named[key] for key in deps],
        heads=[token.head.i for token in doc],
        begins=[begin for begin, _ in offsets],
        ends=[end for _, end in offsets],
        sentences=list(zip(firsts, [*firsts[1:], len(doc)], strict=True)),
        names=[
            (ent.start, ent.end, ent.label_)
            for ent in doc.ents
            if ent.label_ in scheme.names
        ],
    )
    translate(parse, scheme)
    return parse
