"""How a text commits itself to a relation: polarity, modality and who says so."""

from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.attribution import Attribution
from kg.commitments import Commitment
from kg.cues import Cues
from kg.lexicon import Lexicon
from kg.model import Claim, Modality
from kg.moods import Moods
from kg.negation import Negation
from kg.reports import Reports
from kg.syntax import Parse

_GOVERNED = ("xcomp", "ccomp", "csubj", "acl", "obl", "obl:arg", "obj", "advcl")
_INDEPENDENT = ("acl:relcl", "parataxis", "conj", "advcl")
_SAID_OF = ("acl", "amod")
_CARRIED = ("obj", "nsubj:pass", "obl:arg", "nsubj")


@dataclass(slots=True)
class ClaimReader:
    """Reads claims off one parse."""

    parse: Parse
    arguments: Arguments
    lexicon: Lexicon
    attribution: Attribution
    negation: Negation = field(init=False)
    moods: Moods = field(init=False)
    cues: Cues = field(init=False)
    reports: Reports = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the search for negators, tenses and cues."""
        grammar = self.arguments.grammar
        self.negation = Negation(self.parse, grammar)
        self.moods = Moods(self.parse, grammar)
        self.cues = self.attribution.cues
        self.reports = Reports(
            self.parse, self.arguments, self.lexicon, self.attribution, self.moods
        )

    def read(self, trigger: int, sentence: tuple[int, int]) -> Claim:
        """Return how the text commits itself to what a trigger evokes."""
        found = Commitment()
        self._climb(trigger, found)
        for source in self.attribution.phrases(trigger, sentence):
            if found.source is None or source.at > found.source.at:
                found.source = source  # «X dit que, selon Y, …»: Y answers for it
        if found.source is None:
            found.source = self.attribution.quoted(trigger)
        if found.source is None:
            found.source = self.attribution.inverted(trigger, sentence)
        if found.source is None:
            predicates = self._predicates(trigger)
            if self.moods.asked(trigger, sentence, predicates=predicates):
                found.question()
            if found.press_conditional:
                found.set_modality(Modality.POSSIBLE, found.press_conditional)
        return found.claim()

    def _climb(self, trigger: int, found: Commitment) -> None:
        """Gather what bears on a trigger from it up to the root."""
        parse = self.parse
        token, bound = trigger, True  # bound: what governs bears on the trigger
        if not self._predicates(trigger):
            token, bound = self._carrier(trigger, found)
        timed = bound  # whether the tense of a verb is that of the trigger
        for _ in range(len(parse.heads)):
            if bound:
                self._own(token, found, timed=timed)
            timed = timed and "VerbForm=Inf" in parse.morphs[token]
            if parse.deps[token] == "conj":
                token = self._past_conjuncts(token)
            governor, dep = parse.heads[token], parse.deps[token]
            if governor == token:
                if bound and self.reports.opens_with_that(token):  # «Que X aide Y !»
                    found.set_modality(Modality.REQUESTED, self.parse.words[token])
                return
            bound = bound and self._governs(token, dep)
            if self._predicates(token):
                self._governor(token, found, bound=bound)
            token = governor

    def _predicates(self, token: int) -> bool:
        return self.arguments.is_verb(token) or bool(self.parse.having(token, "cop"))

    def _past_conjuncts(self, token: int) -> int:
        """Go to the first conjunct: what governs it governs all of them."""
        parse = self.parse
        while parse.deps[token] == "conj" and parse.heads[token] != token:
            token = parse.heads[token]
        return token

    def _carrier(self, noun: int, found: Commitment) -> tuple[int, bool]:
        """Find the verb that carries a noun trigger: negation bears on it alone.

        «n'apporte pas son soutien»: no support. «n'a pas salué l'attaque»: an attack.
        """
        self._beside_noun(noun, found)
        first = self._past_conjuncts(noun)
        governor, dep = self.parse.heads[first], self.parse.deps[first]
        if governor == first:
            return noun, False
        carried = dep in _CARRIED and self._carries(governor, dep)
        if dep.startswith("nmod"):  # «le refus d'une alliance»
            if not self._presupposed(governor):
                self._governing_word(governor, self.parse.lemmas[governor], found)
        elif carried:
            self._governing_word(governor, self.parse.lemmas[governor], found)
        self.reports.blamed(noun, found)
        if dep != "nsubj" and self.cues.reports_noun(governor, first):
            self.reports.told(governor, found)
        return (governor if carried else noun), carried

    def _presupposed(self, ending: int) -> bool:
        """«réclame la levée des sanctions»: they are in force."""
        verb = self.parse.heads[ending]
        if not self.cues.is_a(ending, "EndingCue") or verb == ending:
            return False
        return (
            self.parse.deps[ending] in (*_CARRIED, "obl", "obl:mod")
            and self.arguments.is_verb(verb)
            and (
                self.cues.lemma(verb) in self.lexicon.modal
                or self.cues.is_a(verb, "PolarityCue")
                or self.negation.negator(verb) is not None
            )
        )

    def _beside_noun(self, noun: int, found: Commitment) -> None:
        """«aucun accord», «un possible accord», «sans l'aide»."""
        parse = self.parse
        negators = self.arguments.grammar.negators
        for child in parse.children[noun]:
            dep, word = parse.deps[child], parse.words[child]
            if dep in ("det", "advmod") and word.lower() in negators:
                found.negations[child] = word
            elif parse.lemmas[child] in self.lexicon.modal:
                # «remercie X pour son aide» tells why; «agit pour une trêve», what for
                if dep != "case" or not self.arguments.possessives(noun):
                    self._modal(child, parse.lemmas[child], found)
            elif dep == "case" and self.cues.is_a(child, "PolarityCue"):
                found.negations[child] = word
            elif dep in _SAID_OF and self.cues.is_a(child, "EndingCue"):
                found.ended = word  # «l'accord rompu entre X et Y»
        self._opening(noun, found)

    def _carries(self, verb: int, dep: str) -> bool:
        """«apporter un soutien», «refuser un accord», «il existe une alliance».

        “The attack failed”: what fails or ends has been, unless it «est gelé».
        """
        acts = dep == "nsubj" and not self.parse.having(verb, "cop")
        lemma = self.parse.lemmas[verb]
        modality = self.lexicon.modal.get(lemma)
        return (
            lemma in self.lexicon.support_verbs
            or (modality is not None and (not acts or modality is Modality.POSSIBLE))
            or lemma in self.arguments.grammar.existential
            or (not acts and self.cues.is_a(verb, "PolarityCue"))
        )

    def _modal(self, token: int, lemma: str, found: Commitment) -> None:
        modality = self.lexicon.modal.get(lemma)
        if self.moods.unrealised(token):
            found.negations[token] = self.parse.words[token]
        elif modality is not None and not self.moods.came_true(token):
            found.set_modality(modality, self.parse.words[token])

    def _own(self, verb: int, found: Commitment, *, timed: bool) -> None:
        """Read negation, marks, adverbs, tense and mood of a verb itself."""
        parse, grammar = self.parse, self.arguments.grammar
        negator = self.negation.negator(verb)
        if negator is not None:
            found.negations[negator] = parse.words[negator]
        for child in parse.having(verb, "mark", "case", "advmod", "aux"):
            word, opens = parse.words[child], parse.deps[child] in ("mark", "case")
            if parse.deps[child] == "mark" and word.lower() in grammar.if_words:
                if parse.words[child - 1].lower() not in grammar.conceding:
                    found.set_modality(Modality.CONDITIONAL, word)
            elif opens and self.cues.is_a(child, "PolarityCue"):
                found.negations[child] = word
            elif parse.deps[child] == "mark" and word.lower() in grammar.dissuading:
                found.set_modality(Modality.POSSIBLE, word)
            else:
                self._modal(child, parse.lemmas[child], found)
        self._opening(verb, found)
        if timed:
            self._tense(verb, found)

    def _tense(self, verb: int, found: Commitment) -> None:
        """«imposera» is a plan, «aurait rompu» hearsay, unless a condition is set."""
        self._condition(verb, found)
        future = self.moods.future(verb)
        if future is not None:
            found.set_modality(Modality.INTENDED, self.parse.words[future])
        unsure = self.moods.conditional(verb)
        if unsure is not None and self.parse.lemmas[verb] not in self.lexicon.modal:
            found.press_conditional = self.parse.words[unsure]

    def _condition(self, verb: int, found: Commitment) -> None:
        """«négociera si», «ne soutient X que si», «accepte à condition que»."""
        parse, grammar = self.parse, self.arguments.grammar
        ahead = self.moods.future(verb) or self.moods.conditional(verb)
        for clause in parse.having(verb, "advcl"):
            marks = [parse.words[m].lower() for m in parse.having(clause, "mark")]
            only = not grammar.restriction.isdisjoint(marks[:-1])
            plain = bool(marks) and marks[-1] in grammar.if_words
            if plain and (only or ahead is not None):
                found.set_modality(Modality.CONDITIONAL, marks[-1])
            elif not plain:
                phrase = self._opened(clause, Modality.CONDITIONAL)
                if phrase:
                    found.set_modality(Modality.CONDITIONAL, phrase)

    def _opened(self, head: int, modality: Modality) -> str:
        """Return the opening of several words that sets a modality."""
        marks = self.parse.having(head, "mark", "case")
        for phrase, sets in self.lexicon.modal_phrases.items():
            found = marks and sets is modality
            if found and self.cues.phrase_before(marks[-1] + 1, phrase):
                return " ".join(phrase)
        return ""

    def _opening(self, head: int, found: Commitment) -> None:
        """Read openings of several words («à condition que», «loin de»)."""
        marks = self.parse.having(head, "mark", "case")
        if not marks:
            return
        last = marks[-1] + 1
        for phrase, modality in self.lexicon.modal_phrases.items():
            if self.cues.phrase_before(last, phrase):
                words = self.parse.words[last - len(phrase) : last]
                found.set_modality(modality, " ".join(words).lower())
        for phrase in self.lexicon.phrases.get("PolarityCue", ()):
            if self.cues.phrase_before(last, phrase):
                words = self.parse.words[last - len(phrase) : last]
                found.negations[last - 1] = " ".join(words).lower()

    def _governs(self, token: int, dep: str) -> bool:
        """Tell whether what stands above a clause bears on what it says."""
        if self.reports.opens_with_that(token):  # «a réclamé, ce matin, que …»
            return dep != "acl:relcl"
        if dep not in _GOVERNED:
            return False
        return dep not in _INDEPENDENT or "VerbForm=Inf" in self.parse.morphs[token]

    def _governor(self, content: int, found: Commitment, *, bound: bool) -> None:
        """Read the verb or noun above a clause; `bound` if it governs the trigger."""
        governor, dep = self.parse.heads[content], self.parse.deps[content]
        if self.reports.claimed(governor, content):
            self.reports.noun_said(governor, found)
            return
        lemma = self.cues.lemma(governor)
        if bound:
            self._of_clause(governor, content, lemma, found)
            if self.reports.denies(governor):
                self.reports.told(self.parse.heads[governor], found)
        elif self._cleft(governor, dep):  # «ce n'est pas X qui …»
            negator = self.negation.negator(governor)
            if negator is not None:
                found.negations[negator] = self.parse.words[negator]
        if self.reports.reports(governor, content):
            self.reports.reported(governor, content, found)

    def _of_clause(
        self, governor: int, content: int, lemma: str, found: Commitment
    ) -> None:
        """Read what governs the clause or infinitive of a trigger."""
        if self.reports.opens_with_that(content):  # but «accepte de soutenir» does
            for that in self.arguments.grammar.that:
                self._modal(governor, f"{lemma} {that}", found)
        elif self.moods.goes_to(governor, content):
            found.set_modality(Modality.INTENDED, self.parse.words[governor])
        elif self.arguments.preposition(content) == self.arguments.grammar.to:
            modality = self.cues.adjective(governor)
            if modality is not None:  # «prête à», whatever its lemma
                found.set_modality(modality, self.parse.words[governor])
        self._governing_word(governor, lemma, found)

    def _governing_word(self, governor: int, lemma: str, found: Commitment) -> None:
        negator = self.negation.negator(governor)
        if negator is not None:  # «n'exclut pas de quitter l'OTAN»: may leave it
            negated = f"{self.parse.words[negator].lower()} {lemma}"
            lemma = negated if negated in self.lexicon.modal else lemma
            if self.lexicon.modal.get(lemma) is Modality.ASSERTED:
                found.negations[governor] = negated  # «n'a pas hésité à»: did
        self._modal(governor, lemma, found)
        denies = self.cues.is_a(governor, "PolarityCue")
        if denies and not self.negation.lone_mark(governor):
            found.negations[governor] = self.parse.words[governor]

    def _cleft(self, governor: int, dep: str) -> bool:
        pointing = self.arguments.grammar.cleft_subjects
        below = (self.parse.words[c].lower() for c in self.parse.children[governor])
        relative = dep == "acl:relcl" and not pointing.isdisjoint(below)
        return relative or dep == "advcl:cleft"
