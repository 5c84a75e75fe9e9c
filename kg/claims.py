"""How a text commits itself to a relation: polarity, modality and who says so."""

from dataclasses import dataclass, field

from kg.arguments import Arguments
from kg.attribution import Attribution, Source
from kg.lexicon import Lexicon
from kg.model import Claim, Modality, Polarity
from kg.negation import Negation
from kg.syntax import Parse

_GOVERNED = ("xcomp", "ccomp", "csubj", "acl", "obl", "obl:arg", "obj", "advcl")
_INDEPENDENT = ("acl:relcl", "parataxis", "conj", "advcl")
_CARRIED = ("obj", "nsubj:pass", "obl:arg", "nsubj")
_TENSED = ("aux", "aux:tense", "aux:pass", "cop")


@dataclass(slots=True)
class _Commitment:
    """What has been gathered on the way up from a trigger."""

    negations: dict[int, str] = field(default_factory=dict)  # by token
    modality: Modality = Modality.ASSERTED
    modality_cue: str = ""
    source: Source | None = None
    press_conditional: str = ""

    def set_modality(self, modality: Modality, cue: str) -> None:
        """Note a modality; the one nearest to the trigger stays."""
        if self.modality is Modality.ASSERTED:
            self.modality, self.modality_cue = modality, cue

    def claim(self) -> Claim:
        """Sum up; two negations cancel each other."""
        negated = len(self.negations) % 2 == 1
        source = self.source
        return Claim(
            Polarity.NEGATED if negated else Polarity.AFFIRMED,
            self.modality,
            None if source is None else source.speaker,
            " ".join(self.negations.values()) if negated else "",
            self.modality_cue,
            "" if source is None else source.cue,
        )


@dataclass(slots=True)
class ClaimReader:
    """Reads claims off one parse."""

    parse: Parse
    arguments: Arguments
    lexicon: Lexicon
    attribution: Attribution
    negation: Negation = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the search for negators."""
        self.negation = Negation(self.parse, self.arguments.grammar)

    def read(self, trigger: int, sentence: tuple[int, int]) -> Claim:
        """Return how the text commits itself to what a trigger evokes."""
        found = _Commitment()
        self._climb(trigger, found)
        for source in self.attribution.phrases(trigger, sentence):
            if found.source is None or source.at > found.source.at:
                found.source = source  # «X dit que, selon Y, …»: Y answers for it
        if found.source is None:
            found.source = self.attribution.quoted(trigger)
        if found.source is None:
            found.source = self.attribution.inverted(trigger, sentence)
        if found.source is None:
            if self.parse.words[sentence[1] - 1] == "?":
                found.set_modality(Modality.POSSIBLE, "?")
            if found.press_conditional:
                found.set_modality(Modality.POSSIBLE, found.press_conditional)
        return found.claim()

    def _climb(self, trigger: int, found: _Commitment) -> None:
        """Gather what bears on a trigger from it up to the root."""
        parse = self.parse
        token, bound = trigger, True  # bound: what governs bears on the trigger
        if not self._predicates(trigger):
            token, bound = self._carrier(trigger, found)
        for _ in range(len(parse.heads)):
            if bound:
                self._own(token, found)
            if parse.deps[token] == "conj":
                token = self._past_conjuncts(token)
            governor, dep = parse.heads[token], parse.deps[token]
            if governor == token:
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

    def _carrier(self, noun: int, found: _Commitment) -> tuple[int, bool]:
        """Find the verb that carries a noun trigger: negation bears on it alone.

        «n'apporte pas son soutien»: no support. «n'a pas salué l'attaque»: an attack.
        """
        self._beside_noun(noun, found)
        governor, dep = self.parse.heads[noun], self.parse.deps[noun]
        if governor == noun:
            return noun, False
        carried = dep in _CARRIED and self._carries(governor)
        if carried or dep.startswith("nmod"):  # «le refus d'une alliance»
            self._governing_word(governor, self.parse.lemmas[governor], found)
        return (governor if carried else noun), carried

    def _beside_noun(self, noun: int, found: _Commitment) -> None:
        """«aucun accord», «un possible accord», «sans l'aide»."""
        parse = self.parse
        negators = self.arguments.grammar.negators
        for child in parse.children[noun]:
            dep, word = parse.deps[child], parse.words[child]
            if dep in ("det", "advmod") and word.lower() in negators:
                found.negations[child] = word
            elif parse.lemmas[child] in self.lexicon.modal:
                self._modal(child, parse.lemmas[child], found)
            elif dep == "case" and self._cue(child, "PolarityCue"):
                found.negations[child] = word

    def _carries(self, verb: int) -> bool:
        """«apporter un soutien», «refuser un accord», «il existe une alliance»."""
        lemma = self.parse.lemmas[verb]
        return (
            lemma in self.lexicon.support_verbs
            or lemma in self.lexicon.modal
            or lemma in self.arguments.grammar.existential
            or self._cue(verb, "PolarityCue")
        )

    def _modal(self, token: int, lemma: str, found: _Commitment) -> None:
        modality = self.lexicon.modal.get(lemma)
        if modality is not None:
            found.set_modality(modality, self.parse.words[token])

    def _own(self, verb: int, found: _Commitment) -> None:
        """Read negation, mood, marks and adverbs of a verb itself."""
        parse, grammar = self.parse, self.arguments.grammar
        negator = self.negation.negator(verb)
        if negator is not None:
            found.negations[negator] = parse.words[negator]
        for child in parse.having(verb, "mark", "case", "advmod", "aux"):
            word, opens = parse.words[child], parse.deps[child] in ("mark", "case")
            if parse.deps[child] == "mark" and word.lower() in grammar.if_words:
                found.set_modality(Modality.CONDITIONAL, word)
            elif opens and self._cue(child, "PolarityCue"):
                found.negations[child] = word
            else:
                self._modal(child, parse.lemmas[child], found)
        self._subordinator(verb, found)
        if parse.lemmas[verb] not in self.lexicon.modal:
            tensed = (verb, *parse.having(verb, *_TENSED))
            unsure = [t for t in tensed if grammar.conditional in parse.morphs[t]]
            if unsure:  # «la Norvège aurait rompu»
                found.press_conditional = parse.words[unsure[0]]

    def _subordinator(self, verb: int, found: _Commitment) -> None:
        """Read subordinators of several words («à condition que», «afin de»)."""
        parse = self.parse
        marks = parse.having(verb, "mark", "case")
        if not marks:
            return
        last = marks[-1] + 1
        for phrase, modality in self.lexicon.modal_phrases.items():
            first = max(last - len(phrase), 0)
            words = [word.lower() for word in parse.words[first:last]]
            if phrase in (tuple(words), tuple(parse.lemmas[first:last])):
                found.set_modality(modality, " ".join(words))

    def _governs(self, token: int, dep: str) -> bool:
        """Tell whether what stands above a clause bears on what it says."""
        if dep not in _GOVERNED:
            return False
        return dep not in _INDEPENDENT or "VerbForm=Inf" in self.parse.morphs[token]

    def _governor(self, content: int, found: _Commitment, *, bound: bool) -> None:
        """Read the verb or noun above a clause; `bound` if it governs the trigger."""
        governor, dep = self.parse.heads[content], self.parse.deps[content]
        lemma = self._lemma(governor)
        if bound:
            self._governing_word(governor, lemma, found)
        elif self._cleft(governor, dep):  # «ce n'est pas X qui …»
            negator = self.negation.negator(governor)
            if negator is not None:
                found.negations[negator] = self.parse.words[negator]
        if self._reports(lemma, dep):
            if self._cue(governor, "DenyingVerb"):
                found.negations[governor] = self.parse.words[governor]
            if found.source is None:
                before = content < governor
                found.source = self.attribution.teller(governor, said_before=before)

    def _governing_word(self, governor: int, lemma: str, found: _Commitment) -> None:
        self._modal(governor, lemma, found)
        negator = self.negation.negator(governor)
        if negator is not None:  # «n'exclut pas de quitter l'OTAN»: may leave it
            self._modal(governor, f"{self.parse.words[negator].lower()} {lemma}", found)
        denies = self._cue(governor, "PolarityCue")
        if denies and not self.negation.lone_mark(governor):
            found.negations[governor] = self.parse.words[governor]

    def _reports(self, lemma: str, dep: str) -> bool:
        """Tell whether a clause is what a verb reports, or blames someone for."""
        takes = self.lexicon.reporting.get(lemma, frozenset())
        if dep == "xcomp":  # «accuse X de soutenir Y»
            blamed = bool(takes) and lemma in self.arguments.grammar.object_control
            return ("clause" in takes or blamed) and lemma not in self.lexicon.modal
        return dep in ("ccomp", "obj", "parataxis") and "clause" in takes

    def _cleft(self, governor: int, dep: str) -> bool:
        if dep == "advcl:cleft":
            return True
        pointing = self.arguments.grammar.cleft_subjects
        below = self.parse.children[governor]
        return dep == "acl:relcl" and any(
            self.parse.words[child].lower() in pointing for child in below
        )

    def _lemma(self, token: int) -> str:
        """Return a verb's lemma as cues write it: «être prêt», «se dire»."""
        lemma = self.parse.lemmas[token]
        modal, reporting = self.lexicon.modal, self.lexicon.reporting
        for copula in self.parse.having(token, "cop", "aux:pass"):
            phrase = f"{self.parse.lemmas[copula]} {lemma}"
            if phrase in modal:
                return phrase
        with_clitic = f"{self.arguments.grammar.reflexive} {lemma}"
        known = with_clitic in modal or with_clitic in reporting
        return with_clitic if known and self._reflexive(token) else lemma

    def _cue(self, token: int, kind: str) -> bool:
        lemma = self.parse.lemmas[token]
        if self.lexicon.is_cue(lemma, kind):
            return True
        phrases = self.lexicon.phrases.get(kind, ())
        with_clitic = (self.arguments.grammar.reflexive, lemma)
        return with_clitic in phrases and self._reflexive(token)

    def _reflexive(self, token: int) -> bool:
        morphs = self.parse.morphs
        return any("Reflex=Yes" in morphs[c] for c in self.parse.children[token])
