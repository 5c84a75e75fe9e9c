"""What tense and mood of a verb say: «livrera», «aurait livré», «dut capituler»."""

from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.syntax import Parse

_TENSED = ("aux", "aux:tense", "aux:pass", "cop")
_PAST = ("Tense=Past", "Tense=Imp")


@dataclass(frozen=True, slots=True)
class Moods:
    """The tenses and moods of the verbs of one parse."""

    parse: Parse
    grammar: Grammar

    def _forms(self, verb: int) -> tuple[int, ...]:
        return (verb, *self.parse.having(verb, *_TENSED))

    def future(self, verb: int) -> int | None:
        """Return the form that puts a verb in the future: «sera soutenu»."""
        morphs = self.parse.morphs
        forms = self._forms(verb)
        found = next((form for form in forms if "Tense=Fut" in morphs[form]), None)
        return self._to_do(verb) if found is None else found

    def _to_do(self, verb: int) -> int | None:
        """“Oslo to arm Riga”: a headline tells of a plan by the infinitive alone."""
        parse = self.parse
        main = parse.heads[verb] == verb and "VerbForm=Inf" in parse.morphs[verb]
        if not main or not parse.having(verb, "nsubj", "nsubj:pass"):
            return None
        marks = parse.having(verb, "mark")
        to = self.grammar.to
        return next((m for m in marks if parse.lemmas[m] == to and m < verb), None)

    def goes_to(self, governor: int, infinitive: int) -> bool:
        """«va sanctionner», not «est allé soutenir» nor «va jusqu'à menacer»."""
        parse = self.parse
        if parse.lemmas[governor] not in self.grammar.near_future:
            return False
        tenses = ("Tense=Pres", "Tense=Imp")
        now = any(tense in parse.morphs[governor] for tense in tenses)
        marks = {parse.lemmas[m] for m in parse.having(infinitive, "mark", "case")}
        return now and marks <= {self.grammar.to}

    def conditional(self, verb: int) -> int | None:
        """Return the form in the conditional: «aurait rompu»."""
        mood = self.grammar.conditional
        forms = self._forms(verb)
        return next((form for form in forms if mood in self.parse.morphs[form]), None)

    def future_in_past(self, verb: int, told_by: int) -> int | None:
        """Return the conditional of what was still to come: «a dit qu'il livrerait».

        «a dit que X aurait livré» is hearsay instead, as is «dit que X livrerait».
        """
        form = self.conditional(verb)
        perfect = form is not None and self.parse.deps[form] == "aux:tense"
        return form if not perfect and self.past(told_by) else None

    def past(self, verb: int) -> bool:
        """Tell whether a verb is in a past tense."""
        forms = self._forms(verb)
        return any(mark in self.parse.morphs[f] for f in forms for mark in _PAST)

    def unrealised(self, modal: int) -> bool:
        """«aurait dû condamner»: it did not."""
        parse = self.parse
        if parse.lemmas[modal] not in self.grammar.achieved:
            return False
        verb = parse.heads[modal]
        forms = (*parse.having(modal, *_TENSED), *parse.having(verb, *_TENSED))
        past = "VerbForm=Part" in parse.morphs[modal]
        mood = self.grammar.conditional
        return past and any(mood in parse.morphs[form] for form in forms)

    def came_true(self, verb: int) -> bool:
        """«dut capituler», «a dû capituler»: what had to be came to be."""
        parse = self.parse
        if parse.lemmas[verb] not in self.grammar.achieved:
            return False
        auxiliaries = parse.having(verb, "aux", "aux:tense")
        if not auxiliaries:
            finite = "VerbForm=Fin" in parse.morphs[verb]
            return finite and "Tense=Past" in parse.morphs[verb]
        return "Tense=Past" in parse.morphs[verb] and all(
            "Mood=Ind" in parse.morphs[form] and "Tense=Pres" in parse.morphs[form]
            for form in auxiliaries
        )

    def asked(
        self, trigger: int, sentence: tuple[int, int], *, predicates: bool
    ) -> bool:
        """Tell what is asked from what is taken for granted: «quand eut lieu la guerre»."""
        parse, asking = self.parse, self.grammar.asking
        if parse.words[sentence[1] - 1] != "?":
            return False
        own = {parse.words[child].lower() for child in parse.children[trigger]}
        given = parse.words[sentence[0]].lower() in asking and own.isdisjoint(asking)
        root = trigger
        while parse.heads[root] != root:
            root = parse.heads[root]
        return predicates or not (given and self.past(root))
