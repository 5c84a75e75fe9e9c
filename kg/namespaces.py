"""Every namespace of the graph and the IRIs minted in them, as plain strings."""

import re

BASE = "https://w3id.org/actor-kg/"

PREFIXES = {
    "kg": f"{BASE}ontology#",
    "rel": f"{BASE}relation/",
    "plover": f"{BASE}plover/",
    "actor": f"{BASE}actor/",
    "st": f"{BASE}statement/",
    "doc": f"{BASE}document/",
    "run": f"{BASE}run/",
    "pair": f"{BASE}pair/",
    "frame": f"{BASE}frame/",
    "cue": f"{BASE}cue/",
    "office": f"{BASE}office/",
    "tenure": f"{BASE}tenure/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# The graph beside the default one in which a store keeps its books. It has no prefix:
# no question and no export speaks of it.
LEDGER = f"{BASE}ledger"

_BY_IRI = {iri: prefix for prefix, iri in PREFIXES.items()}
# The local names that Turtle and SPARQL take without escapes.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def expand(name: str) -> str:
    """Write a prefixed name out; what has no known prefix is an IRI already.

    >>> expand("rel:warns")
    'https://w3id.org/actor-kg/relation/warns'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def compact(iri: str) -> str | None:
    """Shorten an IRI to a prefixed name, if a prefix fits and no escape is needed.

    >>> compact("https://w3id.org/actor-kg/actor/russia")
    'actor:russia'
    >>> compact("https://w3id.org/actor-kg/document/3fa9#char=0,12") is None
    True
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _BY_IRI.get(iri[:cut])
    if prefix is None or not _LOCAL.fullmatch(iri, cut):
        return None
    return f"{prefix}:{iri[cut:]}"


def local_name(iri: str) -> str:
    """Return what follows the last "/" or "#".

    >>> local_name("https://w3id.org/actor-kg/ontology#Affirmed")
    'Affirmed'
    """
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def span_iri(document_id: str, begin: int, end: int) -> str:
    """Name a stretch of a document's text, after RFC 5147.

    >>> span_iri("3fa9", 0, 12)
    'https://w3id.org/actor-kg/document/3fa9#char=0,12'
    """
    return f"{PREFIXES['doc']}{document_id}#char={begin},{end}"
