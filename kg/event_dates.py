"""When what a trigger evokes took place: the date that belongs to its clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.lang.calendar import Base, Calendar, Unit
from kg.model import DateBasis
from kg.periods import Direction, Period, resolve, unit_of
from kg.syntax import Parse
from kg.time_expressions import TimeExpression, find_times

_NOMINAL = {"NOUN", "PROPN", "PRON"}
_LEADING = {"PUNCT", "CCONJ", "ADP", "DET", "ADV", "SYM"}  # may stand before «mardi, …»
_BELOW_VERBS = ("xcomp", "acl")  # of a trigger, if they are not finite
_BEFORE_NOUNS = ("nummod", "compound", "amod")  # "left the 1993 pact"
_SENTENCES_BACK = 3  # where «trois jours plus tard» looks for its anchor
_MAX_CLIMB = 12


def event_date(
    parse: Parse,
    trigger: int,
    sentence: tuple[int, int],
    published: date | None,
    calendar: Calendar,
) -> tuple[str, DateBasis] | None:
    """Return the date of what a trigger evokes, as precise as the text tells.

    Args:
        parse: Where the trigger stands.
        trigger: Its head.
        sentence: The tokens of its sentence, half-open.
        published: The document's date.
        calendar: That of the document's language.

    Returns:
        An ISO 8601 date, year-month or year with what it rests on; None if the clause
        names no date, or none of these would hold it.
    """
    times = find_times(parse, sentence, calendar)
    if not times:
        return None
    dating = _Dating(parse, sentence, published, calendar)
    for time in dating.candidates(trigger, times):
        period = dating.period(time, times)
        iso = None if period is None else period.iso
        if iso is not None:
            explicit = time.explicit
            basis = DateBasis.EXPLICIT if explicit else DateBasis.RELATIVE_EXPRESSION
            return iso, basis
    return None


@dataclass(frozen=True, slots=True)
class _Dating:
    """The dates of one sentence in its document."""

    parse: Parse
    sentence: tuple[int, int]
    published: date | None
    calendar: Calendar

    def candidates(
        self, trigger: int, times: list[TimeExpression]
    ) -> Iterator[TimeExpression]:
        """Yield the expressions that date a trigger, the closest tie first."""
        nearest = sorted(times, key=lambda time: abs(time.head - trigger))
        governors = [(self._governor(time), time) for time in nearest]
        own = self._own(trigger)
        yield from (time for governor, time in governors if governor in own)
        carriers, clause = self._carriers(trigger)
        for carrier in carriers:
            yield from (time for governor, time in governors if governor == carrier)
        if clause is not None and self._leads(clause):
            yield from (time for time in times if self._fronted(time))

    def _own(self, trigger: int) -> set[int]:
        """The trigger with the participles and infinitives below it."""
        own = [trigger]
        for token in own:
            own += [
                child
                for child in self.parse.having(token, *_BELOW_VERBS)
                if not self._finite(child)
            ]
        return set(own)

    def _governor(self, time: TimeExpression) -> int:
        """Find the verb or noun that an expression dates.

        What the parser hangs on a name («a envahi l'Ukraine le 24 février»), and what
        is near the publication («condamne l'attaque mardi»), dates the verb.
        """
        parse = self.parse
        before = time.first - 1
        if (
            before >= self.sentence[0]
            and parse.pos[before] == "VERB"
            and not time.of_noun
            and parse.deps[time.head] not in _BEFORE_NOUNS
        ):
            return before  # «que la France critique aujourd'hui», whatever the tree
        token = time.head
        for _ in range(_MAX_CLIMB):
            governor = parse.heads[token]
            if governor == token:
                return token
            if self._verbal(governor) or (
                parse.pos[governor] in _NOMINAL and self._dates_noun(time, governor)
            ):
                return governor
            token = governor
        return token

    def _dates_noun(self, time: TimeExpression, noun: int) -> bool:
        parse = self.parse
        if time.of_noun:
            return True
        if parse.pos[noun] == "PROPN":
            return False
        behind = noun < time.first
        subject = parse.deps[noun].startswith("nsubj")
        return not (behind and time.names_day and not subject)

    def _verbal(self, token: int) -> bool:
        parse = self.parse
        return (
            parse.pos[token] in ("VERB", "AUX")
            or "VerbForm=" in parse.morphs[token]
            or bool(parse.having(token, "cop"))
        )

    def _finite(self, token: int) -> bool:
        forms = self.parse.forms(token, copula=True)
        return self.parse.bears(forms, "VerbForm=Fin")

    def _carriers(self, trigger: int) -> tuple[list[int], int | None]:
        """Climb from a trigger to the finite verb of its clause.

        Returns:
            The verbs on the way whose dates are the trigger's too, and the head of the
            clause; None if the trigger only describes somebody in it.
        """
        parse = self.parse
        carriers: list[int] = []
        token, inside = trigger, False  # inside: below a noun that is not the trigger
        for _ in range(_MAX_CLIMB):
            governor, dep = parse.heads[token], parse.deps[token]
            if governor == token or self._finite(token):
                return carriers, token
            if dep.startswith("acl"):  # «l'accord de 1993 signé par X»
                return [*carriers, governor], None
            member = inside and dep.startswith("nsubj")
            if member or dep == "appos" or self._at_another_time(token):
                break  # «les partisans d'une alliance ont manifesté mardi»
            if self._verbal(governor):
                carriers.append(governor)
                inside = False
            elif dep != "conj":
                inside = True
            token = governor
        return carriers, None

    def _at_another_time(self, token: int) -> bool:
        """«après l'attaque», «avant de menacer»: not when the rest took place."""
        marks = self.parse.having(token, "case", "mark", "advmod")
        return any(self.parse.words[m].lower() in self.calendar.bounds for m in marks)

    def _leads(self, clause: int) -> bool:
        """Tell whether what opens the sentence bears on a clause."""
        parse = self.parse
        while parse.deps[clause] == "conj":
            clause = parse.heads[clause]
        return parse.heads[clause] == clause

    def _fronted(self, time: TimeExpression) -> bool:
        leading = range(self.sentence[0], time.first)
        return not time.of_noun and all(self.parse.pos[t] in _LEADING for t in leading)

    def period(
        self, time: TimeExpression, times: list[TimeExpression]
    ) -> Period | None:
        """Return the days that an expression of the sentence stands for."""
        base = time.expression.base
        if base is Base.PUBLICATION:
            return self._plain(time)
        anchor = self._anchor(time, times)
        if anchor is None and base is Base.EITHER:
            anchor = self.published
        return resolve(time, Direction.OPEN, anchor, self.calendar)

    def _plain(self, time: TimeExpression) -> Period | None:
        return resolve(time, self._direction(time), self.published, self.calendar)

    def _anchor(self, time: TimeExpression, times: list[TimeExpression]) -> date | None:
        """Return the date spoken of last, if it is precise enough to count from."""
        spoken = [t for t in times if t.first < time.first]
        here = self.parse.sentences.index(self.sentence)
        for back in range(1, min(_SENTENCES_BACK, here) + 1):
            sentence = self.parse.sentences[here - back]
            spoken = [*find_times(self.parse, sentence, self.calendar), *spoken]
        for earlier in reversed(spoken):
            if earlier.expression.base is Base.PUBLICATION and not earlier.of_noun:
                period = self._plain(earlier)
                if period is not None and self._precise(period, time):
                    return period.first
        return None

    def _precise(self, period: Period, time: TimeExpression) -> bool:
        unit = unit_of(time, self.calendar)
        dashes = {Unit.YEAR: 0, Unit.MONTH: 1}.get(unit, 2)
        return period.iso is not None and period.iso.count("-") >= dashes

    def _direction(self, time: TimeExpression) -> Direction:
        """Read off the tense where an incomplete date lies."""
        verb = self._governor(time)
        for _ in range(_MAX_CLIMB):
            if self._verbal(verb) or self.parse.heads[verb] == verb:
                break
            verb = self.parse.heads[verb]
        return self._tense(verb)

    def _tense(self, verb: int) -> Direction:
        parse = self.parse
        forms = parse.forms(verb, copula=True)
        features = "|".join(parse.morphs[form] for form in forms)
        lemmas = {parse.lemmas[form] for form in forms}
        if "Tense=Fut" in features or lemmas & self.calendar.future_auxiliaries:
            return Direction.FUTURE
        if "VerbForm=Inf" in parse.morphs[verb]:
            ahead = {*lemmas, parse.lemmas[parse.heads[verb]]}
            return (
                Direction.FUTURE
                if ahead & self.calendar.prospective
                else Direction.OPEN
            )
        present_passive = (
            parse.having(verb, "aux:pass")
            and not parse.having(verb, "aux", "aux:tense")
            and "Tense=Pres" in features
        )
        past = "Tense=Past" in features or "Tense=Imp" in features
        return Direction.PAST if past and not present_passive else Direction.OPEN
