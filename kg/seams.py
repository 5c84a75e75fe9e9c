"""Names run together: «a promis à Oslo Jonas Støre» has a place and a subject."""

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
        if not apart or parse.pos[verb] != "VERB" or not verb < place:
            continue
        if not parse.having(place, "case"):
            continue
        for token in range(name.first, name.last + 1):
            if parse.heads[token] == place and token != name.head:
                parse.heads[token] = name.head
        parse.heads[name.head] = verb
        parse.deps[name.head] = "obj" if parse.having(verb, *_SUBJECTS) else "nsubj"
        name.place = False
        parse.relink()
