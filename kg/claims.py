"""How a text commits itself to a relation: polarity, modality and who says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.arguments import SUBJECTS, Arguments
from kg.lexicon import Frame, Lexicon
from kg.model import Claim, Modality, Polarity
from kg.quotes import Quote
from kg.syntax import Parse

_GOVERNED = ("xcomp", "ccomp", "csubj", "acl", "obl", "obl:arg", "obj", "advcl")
_INDEPENDENT = ("acl:relcl", "parataxis", "conj", "advcl")
_NEAR = 14  # tokens between a quote and the verb that reports it
_FRONTED = 3  # tokens at the head of a sentence that may negate all of it
_INVERTED = 5  # tokens between an inverted verb and its subject
_NOMINAL = ("PROPN", "NOUN", "PRON")
_COMPLEMENT = 10  # tokens of «selon X» looked through for X


@dataclass(slots=True)
class _Commitment:
    """What has been gathered on the way up from a trigger."""

    negations: dict[int, str] = field(default_factory=dict)  # by token
    modality: Modality = Modality.ASSERTED
    modality_cue: str = ""
    speaker: str | None = None
    attribution_cue: str = ""
    attributed_at: int = -1
    press_conditional: str = ""

    def set_modality(self, modality: Modality, cue: str) -> None:
        if self.modality is Modality.ASSERTED:
            self.modality, self.modality_cue = modality, cue

    def attribute(self, speaker: str | None, cue: str, at: int) -> None:
        if not self.attribution_cue:
            self.speaker, self.attribution_cue = speaker, cue
            self.attributed_at = at


@dataclass(slots=True)
class ClaimReader:
    """Reads claims off one parse."""

    parse: Parse
    arguments: Arguments
    denoted: Callable[[int], list[str]]
    lexicon: Lexicon
    quotes: list[Quote]

    def read(self, trigger: int, sentence: tuple[int, int]) -> Claim:
        """Return how the text commits itself to what a trigger evokes."""
        found = _Commitment()
        self._climb(trigger, found)
        self._source_phrase(trigger, sentence, found)
        self._quoted(trigger, found)
        self._inverted(trigger, sentence, found)
        if self.parse.words[sentence[1] - 1] == "?" and not found.attribution_cue:
            found.set_modality(Modality.POSSIBLE, "?")
        if found.press_conditional and not found.attribution_cue:
            found.set_modality(Modality.POSSIBLE, found.press_conditional)
        negated = len(found.negations) % 2 == 1
        return Claim(
            Polarity.NEGATED if negated else Polarity.AFFIRMED,
            found.modality,
            found.speaker,
            " ".join(found.negations.values()) if negated else "",
            found.modality_cue,
            found.attribution_cue,
        )

    def _climb(self, trigger: int, found: _Commitment) -> None:
        parse = self.parse
        token, bound = trigger, True  # bound: what governs bears on the trigger
        if not self.arguments.is_verb(trigger) and not parse.having(trigger, "cop"):
            token, bound = self._carrier(trigger, found)
        for _ in range(len(parse.heads)):
            if bound:
                self._own(token, found)
            governor, dep = parse.heads[token], parse.deps[token]
            if governor == token:
                return
            if dep == "conj":
                token = self._past_conjuncts(token)
                governor, dep = parse.heads[token], parse.deps[token]
                if governor == token:
                    return
            bound = bound and self._governs(token, dep)
            if self.arguments.is_verb(token) or parse.having(token, "cop"):
                self._governor(token, found, bound=bound)
            token = governor

    def _past_conjuncts(self, token: int) -> int:
        """Go to the first conjunct: what governs it governs all of them."""
        parse = self.parse
        while parse.deps[token] == "conj" and parse.heads[token] != token:
            token = parse.heads[token]
        return token

    def _carrier(self, noun: int, found: _Commitment) -> tuple[int, bool]:
        """Find the verb that carries a noun trigger: negation bears on it alone."""
        parse = self.parse
        for child in parse.children[noun]:
            lemma, word = parse.lemmas[child], parse.words[child].lower()
            if parse.deps[child] in ("det", "advmod") and (
                word in self.arguments.grammar.negators
            ):
                found.negations[child] = parse.words[child]
            elif lemma in self.lexicon.modal:
                found.set_modality(self.lexicon.modal[lemma], parse.words[child])
            elif parse.deps[child] == "case" and self._cue(child, "PolarityCue"):
                found.negations[child] = parse.words[child]
        governor, dep = parse.heads[noun], parse.deps[noun]
        if governor == noun:
            return noun, False
        carried = dep in ("obj", "nsubj:pass", "obl:arg", "nsubj") and (
            parse.lemmas[governor] in self.lexicon.support_verbs
            or parse.lemmas[governor] in self.lexicon.modal
            or self._cue(governor, "PolarityCue")
            or self._exists(governor)
        )
        if dep.startswith("nmod") and self._cue(governor, "PolarityCue"):
            found.negations[governor] = parse.words[governor]
        if dep.startswith("nmod") and parse.lemmas[governor] in self.lexicon.modal:
            modality = self.lexicon.modal[parse.lemmas[governor]]
            found.set_modality(modality, parse.words[governor])
        if carried and self._cue(governor, "PolarityCue"):
            found.negations[governor] = parse.words[governor]
        if carried and parse.lemmas[governor] in self.lexicon.modal:
            modality = self.lexicon.modal[parse.lemmas[governor]]
            found.set_modality(modality, parse.words[governor])
        return (governor if carried else noun), carried

    def _exists(self, verb: int) -> bool:
        return self.parse.lemmas[verb] in self.arguments.grammar.existential

    def _own(self, verb: int, found: _Commitment) -> None:
        """Read negation, mood, marks and adverbs of a verb itself."""
        parse, grammar = self.parse, self.arguments.grammar
        negator = self._negator(verb)
        if negator is not None:
            found.negations[negator] = parse.words[negator]
        for child in parse.children[verb]:
            word, lemma = parse.words[child].lower(), parse.lemmas[child]
            dep = parse.deps[child]
            if dep == "mark" and word in grammar.if_words:
                found.set_modality(Modality.CONDITIONAL, parse.words[child])
            elif dep in ("mark", "case") and self._cue(child, "PolarityCue"):
                found.negations[child] = parse.words[child]
            elif dep in ("mark", "advmod", "aux", "case") and lemma in (
                self.lexicon.modal
            ):
                found.set_modality(self.lexicon.modal[lemma], parse.words[child])
        self._phrases(verb, found)
        conditional = [
            t
            for t in (verb, *parse.having(verb, "aux", "aux:tense", "aux:pass", "cop"))
            if grammar.conditional in parse.morphs[t]
        ]
        if conditional and parse.lemmas[verb] not in self.lexicon.modal:
            found.press_conditional = parse.words[conditional[0]]

    def _phrases(self, verb: int, found: _Commitment) -> None:
        """Read subordinators of several words («à condition que», «afin de»)."""
        parse = self.parse
        marks = parse.having(verb, "mark", "case")
        if not marks:
            return
        last = marks[-1] + 1
        for phrase, modality in self.lexicon.modal_phrases.items():
            first = last - len(phrase)
            words = [w.lower() for w in parse.words[max(first, 0) : last]]
            lemmas = parse.lemmas[max(first, 0) : last]
            if tuple(words) == phrase or tuple(lemmas) == phrase:
                found.set_modality(modality, " ".join(words))

    def _negator(self, verb: int) -> int | None:
        """Return the negator of a verb; «ne … que» and a lone «ne» are none."""
        parse, grammar = self.parse, self.arguments.grammar
        children = parse.children[verb]
        auxiliaries = parse.having(verb, "aux", "aux:tense", "aux:pass", "cop")
        below = [c for t in (verb, *auxiliaries) for c in parse.children[t]]
        marked = any(parse.words[c].lower() in grammar.negation_mark for c in below)
        near = [
            *below,
            *(
                d
                for c in children
                if parse.deps[c] in (*SUBJECTS, "obj", "obl", "obl:arg")
                for d in parse.children[c]
            ),
            *(d for c in below if parse.deps[c] == "advmod" for d in parse.children[c]),
        ]
        for token in near:
            word = parse.words[token].lower()
            if word in grammar.negators and (marked or word in grammar.strong_negators):
                return None if self._only(token) else token
        return self._negator_before(verb) if marked else None

    def _only(self, negator: int) -> bool:
        """«n'a pas seulement salué X»: X was praised."""
        behind = negator + 1
        words = self.parse.words
        only = self.arguments.grammar.only
        return behind < len(words) and words[behind].lower() in only

    def _negator_before(self, verb: int) -> int | None:
        """«Jamais, a dit X, la Hongrie ne …»: a negator at the head of the sentence."""
        first = max(f for f, _ in self.parse.sentences if f <= verb)
        fronted = self.arguments.grammar.fronted_negators
        for token in range(first, min(first + _FRONTED, verb)):
            if self.parse.words[token].lower() in fronted:
                return token
        return None

    def _marked(self, verb: int) -> bool:
        """Tell whether a lone «ne» stands before a verb: «ne cesse de»."""
        words = (self.parse.words[c].lower() for c in self.parse.children[verb])
        return any(word in self.arguments.grammar.negation_mark for word in words)

    def _governs(self, token: int, dep: str) -> bool:
        """Tell whether what stands above a clause bears on what it says."""
        if dep not in _GOVERNED:
            return False
        finite = "VerbForm=Fin" in self.parse.morphs[token]
        return not (dep in _INDEPENDENT and (finite or not self._infinitive(token)))

    def _infinitive(self, token: int) -> bool:
        return "VerbForm=Inf" in self.parse.morphs[token]

    def _governor(
        self, content_at: int, found: _Commitment, *, bound: bool
    ) -> None:
        parse, lexicon = self.parse, self.lexicon
        governor, dep = parse.heads[content_at], parse.deps[content_at]
        lemma = self._lemma(governor)
        if bound:
            if lemma in lexicon.modal:
                found.set_modality(lexicon.modal[lemma], parse.words[governor])
            lone = self._marked(governor) and self._negator(governor) is None
            if self._cue(governor, "PolarityCue") and not lone:
                found.negations[governor] = parse.words[governor]
        elif self._cleft(governor, dep):  # «ce n'est pas X qui …»
            negator = self._negator(governor)
            if negator is not None:
                found.negations[negator] = parse.words[negator]
        takes = lexicon.reporting.get(lemma, frozenset())
        blamed = dep == "xcomp" and lemma in self.arguments.grammar.object_control
        content = dep in ("ccomp", "obj", "parataxis") or (
            dep == "xcomp" and lemma not in lexicon.modal
        )
        if content and ("clause" in takes or (blamed and takes)):
            if self._cue(governor, "DenyingVerb"):
                found.negations[governor] = parse.words[governor]
            self._attribute(governor, found, said_before=content_at < governor)

    def _cleft(self, governor: int, dep: str) -> bool:
        if dep == "advcl:cleft":
            return True
        pointing = self.arguments.grammar.cleft_subjects
        below = self.parse.children[governor]
        return dep == "acl:relcl" and any(
            self.parse.words[child].lower() in pointing for child in below
        )

    def _attribute(
        self, verb: int, found: _Commitment, *, said_before: bool
    ) -> None:
        if not found.attribution_cue:
            subjects = self.arguments.subject(verb)
            if not subjects and said_before:  # «…, a annoncé Caracas» read as object
                subjects = [o for o in self.parse.having(verb, "obj") if o > verb]
            speakers = [slug for t in subjects for slug in self.denoted(t)]
            speaker = speakers[0] if speakers else None
            found.attribute(speaker, self.parse.words[verb], verb)

    def _lemma(self, token: int) -> str:
        """Return a verb's lemma as cues write it: reflexives with their «se»."""
        lemma = self.parse.lemmas[token]
        reflexive = any(
            "Reflex=Yes" in self.parse.morphs[c] for c in self.parse.children[token]
        )
        with_clitic = f"se {lemma}"
        for copula in self.parse.having(token, "cop", "aux:pass"):
            phrase = f"{self.parse.lemmas[copula]} {lemma}"  # «être prêt à»
            if phrase in self.lexicon.modal:
                return phrase
        known = self.lexicon.modal.keys() | self.lexicon.reporting.keys()
        return with_clitic if reflexive and with_clitic in known else lemma

    def _cue(self, token: int, kind: str) -> bool:
        lemma = self.parse.lemmas[token]
        if self.lexicon.is_cue(lemma, kind):
            return True
        return ("se", lemma) in self.lexicon.phrases.get(kind, ()) and any(
            "Reflex=Yes" in self.parse.morphs[c] for c in self.parse.children[token]
        )


    def _source_phrase(
        self, trigger: int, sentence: tuple[int, int], found: _Commitment
    ) -> None:
        """Find «selon X», «d'après X», «à en croire X» around the trigger."""
        for first, behind in self._phrases_of("SourcePreposition", sentence):
            complement = range(behind, min(behind + _COMPLEMENT, sentence[1]))
            between = range(min(first, trigger), max(first, trigger))
            if any(self.parse.words[t] in (":", ";") for t in between):
                continue
            inside = [t for t in complement if t <= trigger]
            if first <= trigger < behind or not complement:
                continue
            if inside and "," not in self.parse.words[behind:trigger]:
                continue
            self._attribute_to(complement, first, behind, found)

    def _attribute_to(
        self, complement: range, first: int, behind: int, found: _Commitment
    ) -> None:
        parse = self.parse
        for token in complement:
            if parse.words[token] in (",", ";", ":", "(") and token > behind:
                return
            actors = list(self.denoted(token))
            if not actors and self._cue(token, "SourceNoun"):  # «un rapport de l'ONU»
                owners = self.arguments.obliques(token, "de")
                actors = [slug for owner in owners for slug in self.denoted(owner)]
            noun = parse.pos[token] in ("NOUN", "PROPN")
            if actors or (noun and self._cue(token, "SourceNoun")):
                cue = " ".join(parse.words[first:behind])
                adjective = actors and parse.pos[token] == "ADJ"
                if first > found.attributed_at >= 0:  # «X dit que, selon Y, …»
                    found.attribution_cue = ""
                speaker = actors[0] if actors and not adjective else None
                found.attribute(speaker, cue, first)
                return
            if noun:
                return

    def _phrases_of(
        self, kind: str, sentence: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        words = [w.lower().replace("’", "'") for w in self.parse.words]
        single = self.lexicon.cues.get(kind, frozenset())
        several = self.lexicon.phrases.get(kind, frozenset())
        for token in range(*sentence):
            if words[token] in single:
                yield token, token + 1
            for phrase in several:
                if tuple(words[token : token + len(phrase)]) == phrase:
                    yield token, token + len(phrase)

    def _quoted(self, trigger: int, found: _Commitment) -> None:
        quote = next((q for q in self.quotes if q.first < trigger < q.last), None)
        if quote is None:
            return
        speaker, cue = self.speaker(quote)
        if cue:
            found.attribute(speaker, cue, quote.last)

    def _inverted(
        self, trigger: int, sentence: tuple[int, int], found: _Commitment
    ) -> None:
        """Find «…, a déclaré X» behind what is said, whatever the tree makes of it."""
        parse = self.parse
        for verb in range(sentence[0] + 1, sentence[1]):
            takes = self.lexicon.reporting.get(parse.lemmas[verb])
            if takes is None or parse.pos[verb] not in ("VERB", "AUX"):
                continue
            first = verb
            relatives = self.arguments.grammar.relatives
            while (
                first > sentence[0]
                and parse.pos[first - 1] in ("AUX", "ADV", "PRON")
                and parse.words[first - 1].lower() not in relatives
            ):
                first -= 1
            if parse.words[first - 1] not in (",", "»", "”", '"'):
                continue
            behind = range(verb + 1, min(verb + _INVERTED, sentence[1]))
            own = parse.having(verb, *SUBJECTS)
            acts = any("object" in f.target for f in self._frames_of(verb))
            if (own and own[-1] < verb) or (not own and acts):
                continue  # «X, menacé, rappelle ses troupes»
            said = next((t for t in behind if parse.pos[t] in _NOMINAL), None)
            inserted = verb < trigger and "," not in parse.words[verb:trigger]
            if inserted or verb == trigger:
                continue  # «« Jamais, a martelé X, Paris ne … »» has two commas
            clause = {parse.words[t].lower() for t in range(verb, said or verb)}
            if said is not None and trigger in parse.subtree(said):
                continue  # «, a lancé la députée, que Tallinn n'a pas soutenue»
            if said is not None and not clause & self.arguments.grammar.restriction:
                speakers = self.denoted(said)
                cue = parse.words[verb]
                found.attribute(speakers[0] if speakers else None, cue, verb)
                return

    def _frames_of(self, verb: int) -> tuple[Frame, ...]:
        return self.lexicon.frames.get(self.parse.lemmas[verb], ())

    def speaker(self, quote: Quote) -> tuple[str | None, str]:
        """Return who is quoted and the word that says so, "" if none does.

        It is the subject of the nearest reporting verb outside the quote.
        """
        verbs = [
            t
            for t in range(
                max(quote.first - _NEAR, 0),
                min(quote.last + _NEAR, len(self.parse.words)),
            )
            if not quote.first <= t <= quote.last
            and self.parse.lemmas[t] in self.lexicon.reporting
            and self.arguments.is_verb(t)
        ]
        if verbs:
            nearest = min(verbs, key=quote.distance)
            subjects = self.arguments.subject(nearest)
            speakers = [slug for t in subjects for slug in self.denoted(t)]
            return (speakers[0] if speakers else None), self.parse.words[nearest]
        if quote.speaker is not None:
            speakers = self.denoted(quote.speaker)
            return (speakers[0] if speakers else None), ":"
        return None, ""
