"""A parsed text as plain lists: fast to walk, and built by hand in tests."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

# Labels by which a broken tree is mended; what a verb's subject is, `kg.subjects` tells.
PLAIN_SUBJECTS = ("nsubj", "nsubj:pass")
HYPHENS = {"-", "–"}
AUXILIARIES = ("aux", "aux:tense", "aux:pass")


@dataclass(slots=True)
class Parse:
    """Tokens, dependencies and names of one stretch of text, in Universal Dependencies.

    All lists run over tokens. Contracted forms are one token ("du": ADP, lemma "de").

    Attributes:
        lemmas: Lemmas in lower case.
        morphs: UD features, such as "Gender=Fem|Number=Sing".
        heads: Index of the governor; a root governs itself.
        begins: Offset of the first code point in the document's text.
        ends: Offset behind the last code point in the document's text.
        sentences: Half-open token ranges, in order.
        names: Recognised names as (first token, token behind the last, label), label
            one of PER, ORG, LOC.
        children: Dependents of each token, in order.
    """

    words: list[str]
    lemmas: list[str]
    pos: list[str]
    morphs: list[str]
    deps: list[str]
    heads: list[int]
    begins: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    names: list[tuple[int, int, str]] = field(default_factory=list)
    children: list[list[int]] = field(init=False)
    _sound: tuple[list[int], list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Derive the lists of dependents."""
        self._sound = list(self.heads), list(self.deps)
        self.relink()

    def relink(self) -> None:
        """Derive the lists of dependents anew, once heads have changed.

        A change that would tie words into a circle is undone, with all since the last
        call: no search through the tree would end.
        """
        heads, deps = self._sound
        moved = [t for t, head in enumerate(self.heads) if head != heads[t]]
        if any(self._circular(token) for token in moved):
            self.heads[:], self.deps[:] = heads, deps
        self._sound = list(self.heads), list(self.deps)
        self.children = [[] for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)

    def _circular(self, token: int) -> bool:
        above, seen = token, {token}
        while self.heads[above] != above:
            above = self.heads[above]
            if above in seen:
                return True
            seen.add(above)
        return False

    def plain(self, token: int) -> str:
        """Return a word in lower case, its apostrophe straight."""
        return self.words[token].lower().replace("’", "'")

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the sentence of a token as a half-open token range."""
        behind = bisect_right(self.sentences, token, key=itemgetter(0))
        return self.sentences[behind - 1]

    def up_to_verb(self, token: int, steps: int) -> int:
        """Climb from a token to a verb, or to the root, in so many steps at most."""
        for _ in range(steps):
            if self.pos[token] == "VERB" or self.heads[token] == token:
                break
            token = self.heads[token]
        return token

    def having(self, token: int, *deps: str) -> list[int]:
        """Return the dependents of a token that bear one of the labels."""
        labels = self.deps
        return [child for child in self.children[token] if labels[child] in deps]

    def forms(self, verb: int, *, copula: bool = False) -> list[int]:
        """Return a verb and its auxiliaries, its copula too if wanted."""
        labels = (*AUXILIARIES, "cop") if copula else AUXILIARIES
        return [verb, *self.having(verb, *labels)]

    def bears(self, tokens: Iterable[int], *features: str) -> bool:
        """Tell whether one of some tokens bears all of the features."""
        return any(all(f in self.morphs[t] for f in features) for t in tokens)

    def subtree(self, token: int) -> list[int]:
        """Return a token and all below it, in text order."""
        found = [token]
        for member in found:
            found.extend(self.children[member])
        return sorted(found)

    def conjuncts(self, token: int) -> list[int]:
        """Return a token and what is coordinated with it ("la Russie et la Chine")."""
        found = [token]
        for member in found:
            found.extend(self.having(member, "conj"))
        return found

    def text(self, document_text: str, first: int, last: int) -> str:
        """Return the document's words from one token to another, both included."""
        return document_text[self.begins[first] : self.ends[last]]
