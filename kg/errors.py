"""Errors that a user can mend, one kind per remedy.

KgError
├── InputError      a document or file cannot be read or written
├── PipelineError   a language pipeline is missing or unfit
├── StoreError      a store cannot be read or written
├── QueryError      a question is unknown or malformed
└── OntologyError   the ontology contradicts itself
"""


class KgError(Exception):
    """What went wrong, where, and what to do about it; the command line prints it."""


class InputError(KgError):
    """A document, folder or output file cannot be read or written."""


class PipelineError(KgError):
    """A language pipeline is missing or lacks what the extraction needs."""


class StoreError(KgError):
    """A store on disk is missing, busy, full or not readable."""


class QueryError(KgError):
    """A saved question is unknown or a SPARQL text is malformed."""


class OntologyError(KgError):
    """The ontology contradicts itself or lacks what rule 5 of the vocabulary asks for."""
