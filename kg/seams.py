"""Names run together: «à Oslo Jonas Støre a promis» has a place and a subject."""

from collections.abc import Iterable

from kg.mentions import Mention
from kg.syntax import Parse

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj")


def part_names(parse: Parse, names: Iterable[Mention]) -> None:
    """Hang a name on the verb that a parser takes for a part of the name before."""
    for name in names:
        place = parse.heads[name.head]
        verb = parse.heads[place]
        apart = parse.deps[name.head].startswith("flat") and place < name.first
        if not apart or parse.pos[verb] != "VERB" or not parse.having(place, "case"):
            continue
        if parse.deps[place] in _SUBJECTS:
            parse.deps[place] = "obl:mod"
        for token in range(name.first, name.last + 1):
            if parse.heads[token] == place and token != name.head:
                parse.heads[token] = name.head
        parse.heads[name.head] = verb
        acts = name.last < verb or not parse.having(verb, *_SUBJECTS)
        parse.deps[name.head] = "nsubj" if acts else "obj"
        name.place = False
        parse.relink()
