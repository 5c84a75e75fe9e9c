"""Names of Universal NER, and what is doubtful in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training.conllu import Sentence
from training.tagged import Tagged, join

LABELS = {"PER", "ORG", "LOC"}
_STRAY = "B-O"
_NO_NAMES = set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Mon Tue Wed Thu Fri Sat Sun "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr "
    "President Senator General Christmas Easter Internet English".split()
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its names.

    Attributes:
        others: Extents of spans with other marks.
        tokens: Extents of the tokens it was annotated on.
    """

    key: str
    tagged: Tagged
    others: list[tuple[int, int]]
    tokens: list[tuple[int, int]]

    def to_doc(self, vocab: Vocab) -> Doc:
        """Build the document to measure with, on the tokens of the annotation."""
        text = self.tagged.text
        starts = {start: at for at, (start, _) in enumerate(self.tokens)}
        ends = {end: at for at, (_, end) in enumerate(self.tokens)}
        doc = Doc(
            vocab,
            words=[text[start:end] for start, end in self.tokens],
            spaces=[text[end : end + 1] == " " for _, end in self.tokens],
        )
        doc.ents = [
            Span(doc, starts[start], ends[end] + 1, label)
            for start, end, label in self.tagged.spans
        ]
        return doc


def read(path: Path, sentences: Iterable[Sentence] = ()) -> Iterator[Annotated]:
    """Yield the sentences of an IOB file with their names.

    A stray «B-O», which stands on last words only, goes on with the name before it
    where it is a word with a capital; else it is no name.

    Args:
        path: The file.
        sentences: The same sentences in the treebank; their text counts, for that of
            the file has blanks before «'s».
    """
    texts = {sentence.key: _text(sentence) for sentence in sentences}
    key = text = ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# sent_id"):
                key = line.partition("=")[2].strip()
            elif line.startswith("# text"):
                text = texts.get(key, line.partition("=")[2].strip())
            elif line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _annotated(key, text, rows)
                rows = []
    if rows:
        yield _annotated(key, text, rows)


def _text(sentence: Sentence) -> str:
    words = sentence.words
    return join([word.form for word in words], [word.space for word in words])[0]


def _annotated(key: str, text: str, rows: list[list[str]]) -> Annotated:
    text = text.replace("’", "'")
    spans: list[tuple[int, int, str]] = []
    tokens: list[tuple[int, int]] = []
    at = 0
    going = ""
    for _, word, tag, *_ in rows:
        form = word.replace("’", "'")
        found = text.find(form, at)
        start = found if found >= 0 else at
        at = start + len(form) if found >= 0 else at
        tokens.append((start, at))
        mark, _, label = tag.partition("-")
        if tag == _STRAY and going and form[0].isupper():
            mark, label = "I", going
        if mark == "I" and going == label:
            spans[-1] = (spans[-1][0], at, label)
        elif mark != "O" and tag != _STRAY:
            spans.append((start, at, label))
        going = label if mark != "O" and tag != _STRAY else ""
    names = [span for span in spans if span[2] in LABELS]
    others = [(start, end) for start, end, label in spans if label not in LABELS]
    return Annotated(key, Tagged(text, names), others, tokens)


def doubt(
    items: Iterable[Annotated], sentences: Iterable[Sentence]
) -> Iterator[Tagged]:
    """Yield the sentences; proper nouns that bear no mark at all are unknown.

    Args:
        items: Annotation that leaves out many names.
        sentences: The same sentences in the treebank, with parts of speech.
    """
    proper = {sentence.key: list(_proper(sentence)) for sentence in sentences}
    for item in items:
        text = item.tagged.text
        known = [*item.others, *((start, end) for start, end, _ in item.tagged.spans)]
        unknown = []
        at = 0
        for form in proper.get(item.key, ()):
            start = text.find(form, at)
            if start < 0:
                continue
            at = start + len(form)
            if not any(low < at and start < high for low, high in known):
                unknown.append((start, at))
        yield Tagged(text, item.tagged.spans, unknown)


def _proper(sentence: Sentence) -> Iterator[str]:
    for word in sentence.words:
        if word.pos == "PROPN" and word.form not in _NO_NAMES:
            yield word.form


def relabel(
    items: Iterable[Annotated], labels: Mapping[str, str]
) -> Iterator[Annotated]:
    """Yield the sentences with the names of a list brought to its label."""
    for item in items:
        text = item.tagged.text
        spans = [
            (start, end, labels.get(text[start:end].removeprefix("the "), label))
            for start, end, label in item.tagged.spans
        ]
        yield replace(item, tagged=Tagged(text, spans))
