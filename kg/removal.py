"""Documents leave a store, with all that they alone say."""

import re
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg.collection import Collection
from kg.editions import is_store, writing
from kg.encoding import term
from kg.errors import StoreError
from kg.lookups import EVERYTHING
from kg.namespaces import local_name

_WILD = {"*": ".*", "?": "."}


def withdraw(folder: Path, wanted: str) -> list[str]:
    """Withdraw documents from a store.

    Args:
        folder: The store.
        wanted: Identifier of a document, or a pattern with * and ?.

    Returns:
        The identifiers of those that left, sorted.

    Raises:
        StoreError: No document is called so, or the store cannot be written.
    """
    if not is_store(folder):
        raise StoreError(f"{folder}: not a store; name the folder given to --store")
    with writing(folder) as work:
        leaving = _named(work.store, wanted)
        if not leaving:
            raise StoreError(
                f"{folder}: no document {wanted!r}; "
                f"`kg query documents -g {folder}` lists those there are"
            )
        collection = Collection(work.store, None)
        with work.guard():
            for document in leaving:
                collection.withdraw(document)
        work.commit()
        del collection
    return sorted(leaving.values())


def _named(store: Store, wanted: str) -> dict[str, str]:
    """Return identifiers by document: of the one of that name, or of all that fit."""
    predicate = term("schema:identifier")
    name: Literal | None = Literal(wanted)
    exact = store.quads_for_pattern(None, predicate, name, EVERYTHING)
    if next(exact, None) is not None:
        fits = re.compile(re.escape(wanted))
    else:
        name = None
        fits = re.compile("".join(_WILD.get(sign, re.escape(sign)) for sign in wanted))
    return {
        local_name(quad.subject.value): quad.object.value
        for quad in store.quads_for_pattern(None, predicate, name, EVERYTHING)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and fits.fullmatch(quad.object.value)
    }
