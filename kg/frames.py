"""Which frames the words of a sentence evoke."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.arguments import Arguments
from kg.lexicon import Frame, Lexicon
from kg.syntax import Parse

_REACH = 8  # tokens between the head of a trigger and its farthest word
_CORE_REACH = 24  # the same for a subject or object, past what stands between
_CORE = ("nsubj", "nsubj:pass", "obj")
_DEPTH = 3  # dependency steps between them
_OTHER_CLAUSES = ("acl:relcl", "advcl", "ccomp", "parataxis", "advcl:cleft")
_NOMINAL = {"NOUN", "PROPN"}
_ADJECTIVAL = {"ADJ", "NOUN", "VERB"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame with the words that evoke it.

    Attributes:
        head: First word of the trigger; `words` are all its tokens, head included.
    """

    frame: Frame
    head: int
    words: tuple[int, ...]


def find_triggers(
    arguments: Arguments, lexicon: Lexicon, tokens: Sequence[int]
) -> list[Trigger]:
    """Return the triggers among some tokens, longer ones first, then in text order.

    Args:
        arguments: Knows the parse.
        lexicon: The frames.
        tokens: Those of a sentence: all the words of a trigger are among them.
    """
    parse = arguments.parse
    present = {parse.lemmas[token] for token in tokens}
    present |= {parse.words[token].lower() for token in tokens}
    found = [
        trigger
        for token in tokens
        for trigger in _evoked(arguments, lexicon, token, present)
    ]
    return sorted(found, key=lambda trigger: (-len(trigger.words), trigger.head))


def _evoked(
    arguments: Arguments, lexicon: Lexicon, token: int, present: set[str]
) -> Iterator[Trigger]:
    parse = arguments.parse
    longest: Trigger | None = None
    for frame in _frames(arguments, lexicon, token):  # they come longest first
        if not present.issuperset(frame.words[1:]):  # spares the tree most frames
            continue
        if longest is not None and not _stands_by(parse, frame, longest):
            continue
        if not _fits(arguments, frame, token):
            continue
        words = _rest(parse, frame, token)
        if words is not None and not _blocked(parse, frame, token, words):
            if frame.category == "Verb" and not _particles_fit(parse, token, words):
                continue
            trigger = Trigger(frame, token, (token, *words))
            longest = longest or trigger
            yield trigger


def _stands_by(parse: Parse, frame: Frame, longest: Trigger) -> bool:
    """Tell whether a frame may be tried beside a longer one at the same head.

    It counts where the longer one finds no actors, if it is of the same kind and its
    object is no word of the longer: «diriger la délégation» leads nobody.
    """
    if frame.length == longest.frame.length:
        return True
    alike = frame.relation.quad == longest.frame.relation.quad
    taken = any(parse.deps[word] == "obj" for word in longest.words)
    return alike and not ("object" in frame.target and taken)


def _frames(arguments: Arguments, lexicon: Lexicon, token: int) -> list[Frame]:
    """Return the frames of a lemma, of a participle also as adjective («alliés»)."""
    parse = arguments.parse
    found = list(lexicon.frames.get(parse.lemmas[token], ()))
    if "VerbForm=Part" not in parse.morphs[token]:
        return found
    word = parse.words[token].lower()
    for ending, lexical in arguments.grammar.noun_endings:
        form = word[: len(word) - len(ending)] + lexical
        if word.endswith(ending) and form != parse.lemmas[token]:
            frames = lexicon.frames.get(form, ())
            named = [frame for frame in frames if frame.category == "Adjective"]
            if named:
                return named + found
    return found


def _fits(arguments: Arguments, frame: Frame, token: int) -> bool:
    """Tell whether a token is of the category that a frame asks for."""
    if frame.category == "Noun":
        return arguments.parse.pos[token] in _NOMINAL
    if frame.category == "Adjective":
        return arguments.parse.pos[token] in _ADJECTIVAL
    word = arguments.parse.words[token].lower()
    # «des sanctions visant Moscou»: a slot of «sanctions»
    return (
        arguments.is_verb(token)
        and word not in arguments.slot_words
        and not _auxiliary(arguments, token)
        and _clitics_fit(arguments, frame, token)
    )


def _auxiliary(arguments: Arguments, verb: int) -> bool:
    """«des négociations vont s'ouvrir à Minsk»: nobody goes there."""
    parse = arguments.parse
    return parse.lemmas[verb] in arguments.grammar.near_future and any(
        "VerbForm=Inf" in parse.morphs[c] and not parse.having(c, "mark", "case")
        for c in parse.having(verb, "xcomp")
    )


def _clitics_fit(arguments: Arguments, frame: Frame, verb: int) -> bool:
    """Tell «se rapprocher» from «rapprocher», but let «ils se menacent» pass."""
    parse = arguments.parse
    reflexive = arguments.grammar.reflexive
    clitics = [c for c in parse.children[verb] if parse.lemmas[c] == reflexive]
    if frame.reflexive:
        return bool(clitics)
    if all(parse.deps[c] == "expl:pass" for c in clitics):
        return True
    reciprocal = "object" in frame.target and "Number=Plur" in parse.morphs[verb]
    return reciprocal and len(frame.words) == 1


def _rest(parse: Parse, frame: Frame, token: int) -> tuple[int, ...] | None:
    """Find the other words of a trigger below its head."""
    if len(frame.words) == 1:
        return ()
    below = [token]
    layer = [token]
    acts = "subject" in frame.source  # then the subject is a slot, no trigger word
    for _ in range(_DEPTH):
        layer = [
            child
            for member in layer
            for child in parse.children[member]
            if parse.deps[child] not in _OTHER_CLAUSES
            and (parse.deps[child] != "nsubj" or not acts)
            and (parse.deps[child] != "obl:agent" or frame.category != "Noun")
        ]
        below += [child for child in layer if _near(parse, child, token)]
    acting = any(parse.pos[c] == "PRON" for c in parse.having(token, "nsubj"))
    if parse.deps[token].startswith("acl") and not acting:  # «des drones acquis à …»
        below.append(parse.heads[token])
    found: list[int] = []
    for word in frame.words[1:]:
        match = next(
            (
                t
                for t in below
                if t not in found
                and t != token
                and parse.pos[t] != "AUX"
                and (parse.lemmas[t] == word or parse.words[t].lower() == word)
            ),
            None,
        )
        if match is None:
            return None
        found.append(match)
    return tuple(sorted(found))


def _particles_fit(parse: Parse, verb: int, words: tuple[int, ...]) -> bool:
    """“Oslo backs down” backs nobody: a particle belongs to the trigger."""
    return set(parse.having(verb, "compound:prt")) <= set(words)


def _near(parse: Parse, child: int, head: int) -> bool:
    """«les relations entre X et Y, qui …, se sont dégradées»: far, but its subject."""
    core = parse.heads[child] == head and parse.deps[child] in _CORE
    return abs(child - head) <= (_CORE_REACH if core else _REACH)


def _blocked(parse: Parse, frame: Frame, token: int, words: tuple[int, ...]) -> bool:
    if not frame.blocked_by:
        return False
    near = [c for t in (token, *words) for c in parse.children[t] if c not in words]
    if parse.deps[token].startswith("acl"):  # «la guerre que Moscou livre à Kiev»
        near.append(parse.heads[token])
    return any(parse.lemmas[child] in frame.blocked_by for child in near)
