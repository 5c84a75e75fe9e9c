"""The whole way of the text: paths → documents → parses → readings."""

import gc
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg.analysis import Knowledge
from kg.documents import Skipped, read_documents
from kg.extraction import read_document
from kg.gazetteer import read_gazetteer
from kg.lang import GRAMMARS, grammar_of
from kg.lang.calendars import CALENDARS
from kg.lexicon import read_lexicon, read_relation_types
from kg.model import Document, Reading
from kg.ontology import Ontology, ontology_folder, read_ontology
from kg.parsing import describe, load_pipeline, parse_documents, pipelines

_BATCH = 64  # documents


@cache
def default_ontology() -> Ontology:
    """Read the shipped ontology, once."""
    return read_ontology(ontology_folder())


def read_knowledge(ontology: Ontology, language: str) -> Knowledge:
    """Gather what extraction in one language rests on."""
    relations = read_relation_types(ontology)
    return Knowledge(
        read_gazetteer(ontology, language),
        read_lexicon(ontology, language, relations),
        grammar_of(language),
        CALENDARS[language],
    )


class Reader:
    """Loaded pipelines and knowledge: reads any number of documents.

    Attributes:
        languages: ISO 639-1 codes of the languages it reads.
    """

    def __init__(self, ontology: Ontology, models: Iterable[str] = ()) -> None:
        """Load the pipelines.

        Args:
            ontology: Actors, relation types and triggers.
            models: spaCy pipelines that take the place of the shipped ones of their
                languages: names of packages, or folders.

        Raises:
            PipelineError: A pipeline is missing or unfit.
        """
        self._pipelines: dict[str, Language] = {}
        for name in models:
            pipeline = load_pipeline(name)
            language: str = pipeline.meta["lang"]
            grammar_of(language)
            self._pipelines[language] = pipeline
        for language, name in pipelines().items():
            if language in GRAMMARS and language not in self._pipelines:
                self._pipelines[language] = load_pipeline(name)
        self._knowledge = {
            language: read_knowledge(ontology, language) for language in self.languages
        }
        # What is loaded stays for good: the garbage collector need not walk it.
        gc.freeze()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has a pipeline for."""
        return tuple(sorted(self._pipelines))

    @property
    def versions(self) -> tuple[str, ...]:
        """Names and versions of the pipelines, for provenance."""
        return tuple(describe(self._pipelines[code]) for code in self.languages)

    def knowledge(self, language: str) -> Knowledge:
        """Return what extraction in a language rests on."""
        return self._knowledge[language]

    def pipeline(self, language: str) -> Language:
        """Return the spaCy pipeline of a language."""
        return self._pipelines[language]

    def read(self, paths: Iterable[str | Path]) -> Iterator[Reading | Skipped]:
        """Yield what every document says, and what was left out.

        Documents stream: a few are in memory at a time.

        Raises:
            InputError: A path is missing or a file cannot be understood.
        """
        found = read_documents(paths, languages=self.languages)
        while batch := list(islice(found, _BATCH)):
            yield from (item for item in batch if isinstance(item, Skipped))
            yield from self.read_all(d for d in batch if isinstance(d, Document))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield what documents of its languages say, some out of their order."""
        waiting = iter(documents)
        while batch := list(islice(waiting, _BATCH)):
            for language in self.languages:
                pipeline = self._pipelines[language]
                alike = [d for d in batch if d.language == language]
                for document, parses in parse_documents(pipeline, alike):
                    yield read_document(document, parses, self._knowledge[language])
