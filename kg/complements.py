"""Prepositions and what they introduce: «contre l'Iran», «auprès de l'ONU», «lui»."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_OBLIQUES = ("obl", "obl:arg", "obl:mod", "obl:agent", "iobj", "nmod", "dislocated")
_VERBAL = {"VERB", "AUX"}


@dataclass(slots=True)
class Complements:
    """Complements of the verbs, nouns and adjectives of one parse.

    Attributes:
        complex_prepositions: First word → (words but the last, slot name) of the
            prepositions of several words.
        slot_words: Participles that introduce a slot («visant», «concernant»).
    """

    parse: Parse
    grammar: Grammar
    complex_prepositions: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    slot_words: frozenset[str] = frozenset()
    _complex: dict[int, list[tuple[str, int]]] = field(default_factory=dict, init=False)
    _inner: set[int] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        """Find the complex prepositions («auprès de», «à l'égard de») once."""
        starts = self.complex_prepositions
        words = [self.parse.plain(t) for t in range(len(self.parse.words))]
        for token, word in enumerate(words):
            for phrase, name in starts.get(word, ()):
                last = token + len(phrase)
                if tuple(words[token:last]) == phrase and last < len(words):
                    mark = self.grammar.prepositions.get(words[last])
                    closed = mark == name.rpartition("_")[2]
                    if closed and self._file(token, last, name):
                        break

    def _file(self, first: int, last: int, name: str) -> bool:
        """File the complement of a complex preposition under its governor."""
        heads = self.parse.heads
        complement = heads[last]
        if first <= complement <= last:
            inside = [t for t in range(first, last) if self.parse.deps[t] == "case"]
            complement = next((heads[t] for t in inside if heads[t] > last), -1)
        governor = heads[complement]
        while first <= governor <= last and heads[governor] != governor:
            governor = heads[governor]
        if complement < 0 or first <= governor <= last or governor == complement:
            return False
        self._complex.setdefault(governor, []).append((name, complement))
        self._inner.update(range(first, last))
        return True

    def in_preposition(self, token: int) -> bool:
        """Tell whether a word is part of a complex preposition: «en direction de»."""
        return token in self._inner

    def is_verb(self, token: int) -> bool:
        """Tell whether a token is a verb form, participles tagged ADJ included."""
        parse = self.parse
        return parse.pos[token] in _VERBAL or "VerbForm=" in parse.morphs[token]

    def preposition(self, token: int) -> str:
        """Return the preposition that introduces a nominal, "" if none does."""
        for case in self.parse.having(token, "case", "mark"):
            word = self.parse.plain(case)
            lemma = self.parse.lemmas[case]
            return self.grammar.prepositions.get(word, lemma)
        return ""

    def obliques(self, token: int, preposition: str) -> list[int]:
        """Return the complements that a preposition or dative clitic introduces."""
        parse = self.parse
        found = [c for name, c in self._complex.get(token, ()) if name == preposition]
        for child in parse.children[token]:
            dep = parse.deps[child]
            if dep in _OBLIQUES or dep.startswith("nmod") or dep == "conj":
                # «un accord avec X ainsi qu'avec Y»: Y is a conjunct of the noun
                slot = self.preposition(child) if dep == "conj" else self._slot(child)
                # «aux côtés de X» tells of no addressee
                inner = slot == self.grammar.to and child in self._inner
                idle = inner or self._own_side(child, slot)
                if slot == preposition and not idle and child not in found:
                    found.append(child)
            elif dep in ("obj", "expl:comp", "expl"):
                word = parse.words[child].lower()
                clitic = parse.pos[child] == "PRON" and child < token
                if clitic and self.grammar.clitic_slots.get(word) == preposition:
                    found.append(child)
        return found

    def owned_by(self, noun: int) -> list[int]:
        """Return what a noun belongs to: «l'armée de la Norvège», “Norway's army”."""
        marks = self.grammar.owning
        return [owner for mark in marks for owner in self.obliques(noun, mark)]

    def _own_side(self, noun: int, preposition: str) -> bool:
        """«de son côté», «pour sa part»: an adverb, whoever is meant."""
        parse, known = self.parse, self.grammar.possessives
        if (preposition, parse.lemmas[noun]) not in self.grammar.own_adverbials:
            return False
        dets = parse.having(noun, "det")
        return any(parse.words[det].lower() in known for det in dets)

    def _slot(self, child: int) -> str:
        """Return the preposition of a complement, or the one in its pronoun («dont»)."""
        preposition = self.preposition(child)
        if not preposition and self.parse.pos[child] == "PRON":
            word = self.parse.words[child].lower()
            clitic = self.grammar.clitic_slots.get(word, "")
            preposition = clitic or self.grammar.relatives.get(word, "")
        if not preposition and self.parse.deps[child] == "iobj":
            return self.grammar.to  # "sold Oslo tanks"
        return preposition
