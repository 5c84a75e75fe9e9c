"""Names in treebanks without name annotation: only what lists and syntax make sure."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Span

from training.conllu import Sentence
from training.gazetteer import given_names, organisations, places
from training.newspapers import spaces
from training.tagged import Extent, Tagged, join


def tag(sentences: Iterable[Sentence]) -> Iterator[Tagged]:
    """Yield sentences whose doubtful names are marked as unknown."""
    for sentence in sentences:
        words = sentence.words
        text, extents = join(
            [word.form for word in words], [word.space for word in words]
        )
        tagged = Tagged(text)
        for chain in _chains(sentence):
            start, end = extents[chain[0]][0], extents[chain[-1]][1]
            label = _sure(text[start:end], [words[i].form for i in chain])
            if label:
                tagged.spans.append((start, end, label))
            else:
                low, high = max(0, chain[0] - 2), min(len(words) - 1, chain[-1] + 2)
                tagged.unknown.append((extents[low][0], extents[high][1]))
        yield tagged


def adopt(tagged: Tagged, names: Iterable[Extent]) -> Tagged:
    """Add what a first model says of unknown stretches, if it names a whole chain of capitals.

    Args:
        tagged: A sentence with unknown stretches.
        names: Names (start, end, label) a model found in its text.
    """
    spans = list(tagged.spans)
    for start, end, label in names:
        inside = any(low <= start and end <= high for low, high in tagged.unknown)
        overlaps = any(start < high and low < end for low, high, _ in spans)
        if inside and not overlaps and _whole(tagged.text, start, end):
            spans.append((start, end, label))
    return Tagged(tagged.text, spans, tagged.unknown)


def from_raw(lines: Iterable[str], nlp: Language) -> Iterator[Tagged]:
    """Yield raw sentences in which a first model and the lists agree on a name.

    Args:
        lines: Tokenized lines.
        nlp: A pipeline that recognises names.
    """
    texts = (join(line.split(), spaces(line.split()))[0] for line in lines)
    for doc in nlp.pipe(texts):
        sure = [ent for ent in doc.ents if _confirmed(ent)]
        if not sure:
            continue
        known = {token.i for ent in sure for token in ent}
        unknown = [
            (token.idx, token.idx + len(token))
            for token in doc
            if token.i not in known
            and (token.ent_iob_ != "O" or (token.i and token.text[0].isupper()))
        ]
        yield Tagged(
            doc.text, [(e.start_char, e.end_char, e.label_) for e in sure], unknown
        )


def _confirmed(ent: Span) -> bool:
    if ent.label_ == "LOC":
        return ent.text in places()
    if ent.label_ == "PER":
        return _sure(ent.text, [token.text for token in ent]) == "PER"
    return ent.label_ == "ORG" and ent.text in organisations()


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether no capitalised word stands right before or after the name."""
    before = text[:start].rstrip().rpartition(" ")[2]
    after = text[end:].lstrip()
    opens = not text[:start].rstrip() or before.endswith((".", ":", ";", ",", "(", "«"))
    return (opens or not before[:1].isupper()) and not (
        text[end : end + 1] == " " and after[:1].isupper()
    )


def _chains(sentence: Sentence) -> Iterator[list[int]]:
    """Yield runs of proper nouns, foreign words and capitals."""
    chain: list[int] = []
    for index, word in enumerate(sentence.words):
        capital = (
            index > 0 and word.form[0].isupper() and word.pos not in {"DET", "PRON"}
        )
        if word.pos in {"PROPN", "X"} or capital:
            chain.append(index)
        elif chain:
            yield chain
            chain = []
    if chain:
        yield chain


def _sure(text: str, forms: list[str]) -> str:
    if text in places():
        return "LOC"
    person = (
        len(forms) in {2, 3}
        and forms[0] in given_names()
        and all(form.istitle() for form in forms)
    )
    return "PER" if person and forms[-1] not in places() else ""
