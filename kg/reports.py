"""What is said and not shown: clauses and nouns that someone answers for."""

from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.attribution import Attribution
from kg.commitments import Commitment
from kg.cues import Cues
from kg.lexicon import Lexicon
from kg.model import Modality
from kg.moods import Moods
from kg.syntax import Parse

_SAID = ("acl", "acl:relcl", "ccomp", "xcomp", "dep")
_DENIED = ("obj", "nsubj:pass", "obl:arg")


@dataclass(slots=True)
class Reports:
    """Reads off one parse who says a clause, or denies it."""

    parse: Parse
    arguments: Arguments
    lexicon: Lexicon
    attribution: Attribution
    moods: Moods
    cues: Cues = field(init=False)

    def __post_init__(self) -> None:
        """Share the cues."""
        self.cues = self.attribution.cues

    def told(self, verb: int, found: Commitment) -> None:
        """Let the subject of a verb answer for what it says, or denies."""
        self._denied(verb, found)
        if found.source is None:
            found.source = self.attribution.teller(verb)

    def blamed(self, noun: int, found: Commitment) -> None:
        """«l'attaque imputée à X», «tient X pour responsable de l'attaque»."""
        parse, grammar = self.parse, self.arguments.grammar
        verbs = [
            v for v in parse.having(noun, "acl") if parse.lemmas[v] in grammar.imputing
        ]
        if parse.lemmas[parse.heads[noun]] in grammar.answerable:
            verbs.append(parse.heads[parse.heads[noun]])
        for verb in verbs:
            self.told(verb, found)

    def _denied(self, verb: int, found: Commitment) -> None:
        if not self.cues.is_a(verb, "DenyingVerb"):
            return
        found.negations[verb] = self.parse.words[verb]
        joined = self.parse.having(verb, "cc")
        if any(
            self.parse.words[c].lower() in self.arguments.grammar.neither
            for c in joined
        ):
            found.set_modality(Modality.POSSIBLE, self.parse.words[joined[-1]])

    def denies(self, noun: int) -> bool:
        """«nie toute intention de frapper X»: what hangs on the noun is denied."""
        verb = self.parse.heads[noun]
        return self.parse.deps[noun] in _DENIED and self.cues.is_a(verb, "DenyingVerb")

    def reported(self, verb: int, content: int, found: Commitment) -> None:
        """Note who says a clause, or denies it, and what was still to come."""
        self._denied(verb, found)
        if found.source is None:
            before = content < verb
            found.source = self.attribution.teller(verb, said_before=before)
            ahead = self.moods.future_in_past(content, verb)
            if found.press_conditional and ahead is not None:
                found.set_modality(Modality.INTENDED, self.parse.words[ahead])

    def claimed(self, noun: int, content: int) -> bool:
        """«l'idée que», «l'accusation de», «les accusations selon lesquelles»."""
        said = self.parse.deps[content] in _SAID
        noun_cue = self.cues.is_a(noun, "ReportingNoun")
        if not (said and noun_cue) or self.parse.pos[noun] == "VERB":
            return False
        by_it = self.attribution.according_to_it(noun, content)
        if by_it or self.opens_with_that(content):
            return True
        if self.parse.lemmas[noun] in self.lexicon.modal:
            return False  # «la promesse de», «la menace de»
        return "VerbForm=Inf" in self.parse.morphs[content]

    def noun_said(self, noun: int, found: Commitment) -> None:
        """«X récuse l'idée que», «les accusations de X selon lesquelles»."""
        verb = self.parse.heads[noun]
        if self.denies(noun):
            self.told(verb, found)
        elif found.source is None:
            found.source = self.attribution.owner(noun)
            carried = self.parse.lemmas[verb] in self.lexicon.support_verbs
            if found.source.speaker is None and carried:  # «fait grief à X de»
                found.source = self.attribution.teller(verb)

    def reports(self, verb: int, content: int) -> bool:
        """Tell whether a clause is what a verb reports, or blames someone for."""
        lemma, dep = self.cues.lemma(verb), self.parse.deps[content]
        takes = self.cues.reports(verb)
        grammar = self.arguments.grammar
        if dep == "xcomp" and lemma in grammar.half_negated | grammar.acting:
            return False  # «ne saurait reconnaître»: is able to
        if dep == "xcomp":  # «accuse X de soutenir Y»
            modality = self.lexicon.modal.get(lemma, Modality.POSSIBLE)
            blamed = bool(takes) and lemma in self.arguments.grammar.object_control
            return ("clause" in takes or blamed) and modality is Modality.POSSIBLE
        told = dep in ("ccomp", "obj", "parataxis") or self.opens_with_that(content)
        return "clause" in takes and told

    def opens_with_that(self, clause: int) -> bool:
        """Tell whether a clause opens with a lone «que», or the sentence does."""
        parse, that = self.parse, self.arguments.grammar.that
        marks = [parse.words[mark].lower() for mark in parse.having(clause, "mark")]
        if marks:
            return that.issuperset(marks)
        first = parse.subtree(clause)[0]
        opens = any(first == start for start, _ in parse.sentences)
        return opens and parse.words[first].lower() in that
