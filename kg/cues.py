"""Which cues of claims the words of a parse are, whatever their form."""

from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.lexicon import Lexicon
from kg.model import Modality
from kg.syntax import Parse


@dataclass(slots=True)
class Cues:
    """The cues of one parse."""

    parse: Parse
    grammar: Grammar
    lexicon: Lexicon

    def lemma(self, token: int) -> str:
        """Return a lemma as cues write it: «être prêt», «se dire», «faire savoir»."""
        parse, lemma = self.parse, self.parse.lemmas[token]
        modal, reporting = self.lexicon.modal, self.lexicon.reporting
        for copula in parse.having(token, "cop", "aux:pass"):
            phrase = f"{parse.lemmas[copula]} {lemma}"
            if phrase in modal:
                return phrase
        with_clitic = f"{self.grammar.reflexive} {lemma}"
        if (with_clitic in modal or with_clitic in reporting) and self._reflexive(
            token
        ):
            return with_clitic
        span = self._span(token)
        return lemma if span is None else " ".join(parse.lemmas[span[0] : span[1]])

    def first(self, token: int) -> int:
        """Return the first word of a verb: «fait» of «fait savoir»."""
        span = self._span(token)
        return token if span is None else span[0]

    def last(self, token: int) -> int:
        """Return the last word of a verb: «savoir» of «fait savoir»."""
        span = self._span(token)
        return token if span is None else span[1] - 1

    def _span(self, token: int) -> tuple[int, int] | None:
        """Return the tokens of the reporting verb of several words that one is in."""
        lemmas = self.parse.lemmas
        for last in (token, token + 1):
            lemma = lemmas[last] if last < len(lemmas) else ""
            for words in self.lexicon.reporting_phrases.get(lemma, ()):
                first = last + 1 - len(words)
                if 0 <= first <= token and tuple(lemmas[first : last + 1]) == words:
                    return first, last + 1
        return None

    def reports(self, token: int) -> frozenset[str]:
        """Return how a word takes what it reports: "clause", "quote", "noun", "act"."""
        return self.lexicon.reporting.get(self.lemma(token), frozenset())

    def reports_noun(self, governor: int, noun: int) -> bool:
        """Tell whether a verb reports a noun: «dénonce l'appui», «tient X pour».

        Who denounces an accord tells nobody of it: it is in force between its parties.
        """
        reporting, lemma = self.lexicon.reporting, self.lemma(governor)
        cases = self.parse.having(noun, "case")
        with_case = {f"{lemma} {self.parse.lemmas[case]}" for case in cases}
        found = [reporting.get(phrase, ()) for phrase in (lemma, *with_case)]
        if any("noun" in takes for takes in found):
            return True
        frames = self.lexicon.frames.get(self.parse.lemmas[noun], ())
        mutual = any(f.relation.symmetric for f in frames if f.category == "Noun")
        return not mutual and any("act" in takes for takes in found)

    def adjective(self, token: int) -> Modality | None:
        """Return what an adjective puts on an infinitive, whatever its lemma: «prête»."""
        if self.parse.pos[token] not in ("ADJ", "VERB"):
            return None
        word = self.parse.words[token].lower()
        for ending, lexical in self.grammar.noun_endings:
            form = word.removesuffix(ending) + lexical
            if word.endswith(ending) and form in self.lexicon.modal:
                return self.lexicon.modal[form]
        return None

    def phrase_before(self, behind: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the words of a phrase end before a token: «loin de»."""
        parse = self.parse
        first = behind - len(phrase)
        if first < 0:
            return False
        words = tuple(word.lower() for word in parse.words[first:behind])
        return phrase in (words, tuple(parse.lemmas[first:behind]))

    def is_a(self, token: int, kind: str) -> bool:
        """Tell whether a word is a cue of a class."""
        lemma = self.parse.lemmas[token]
        if self.lexicon.is_cue(lemma, kind):
            return True
        phrases = self.lexicon.phrases.get(kind, ())
        with_clitic = (self.grammar.reflexive, lemma)
        return with_clitic in phrases and self._reflexive(token)

    def _reflexive(self, token: int) -> bool:
        morphs = self.parse.morphs
        return any("Reflex=Yes" in morphs[c] for c in self.parse.children[token])
