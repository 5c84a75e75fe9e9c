"""Triples by pattern, with the kinds of terms that this project writes."""

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

Place = NamedNode | DefaultGraph
EVERYTHING = DefaultGraph()  # the graph that questions and exports see


def about(store: Store, subject: NamedNode, place: Place = EVERYTHING) -> list[Quad]:
    """Return all that is said of a subject."""
    return list(store.quads_for_pattern(subject, None, None, place))


def subjects(
    store: Store, predicate: NamedNode, value: NamedNode | Literal, place: Place
) -> list[NamedNode]:
    """Return the subjects that bear a value."""
    found = store.quads_for_pattern(None, predicate, value, place)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]


def links(
    store: Store, subject: NamedNode, predicate: NamedNode, place: Place
) -> list[NamedNode]:
    """Return the nodes that a subject points at."""
    found = store.quads_for_pattern(subject, predicate, None, place)
    return [quad.object for quad in found if isinstance(quad.object, NamedNode)]


def literals(
    store: Store,
    subject: NamedNode,
    predicate: NamedNode,
    place: Place = EVERYTHING,
) -> list[Literal]:
    """Return the literals that a subject bears."""
    found = store.quads_for_pattern(subject, predicate, None, place)
    return [quad.object for quad in found if isinstance(quad.object, Literal)]


def occurs(store: Store, value: NamedNode, place: Place = EVERYTHING) -> bool:
    """Tell whether anything points at a node."""
    found = store.quads_for_pattern(None, None, value, place)
    return next(found, None) is not None


def remove(store: Store, quads: set[Quad] | list[Quad]) -> None:
    """Remove quads one by one: where an undisturbed whole matters, see `editions`."""
    for quad in quads:
        store.remove(quad)
