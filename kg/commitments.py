"""What bears on a trigger, gathered before it is summed up as a claim."""

from dataclasses import dataclass, field

from kg.model import Claim, Modality, Polarity
from kg.sources import Source


@dataclass(slots=True)
class Commitment:
    """What has been gathered on the way up from a trigger.

    Attributes:
        negations: Words that deny, by token; two of them cancel each other.
        ended: A word that says it is over: «l'accord rompu n'a pas été renoué».
    """

    negations: dict[int, str] = field(default_factory=dict)
    ended: str = ""
    modality: Modality = Modality.ASSERTED
    modality_cue: str = ""
    source: Source | None = None
    press_conditional: str = ""

    def set_modality(self, modality: Modality, cue: str) -> None:
        """Note a modality; the one nearest to the trigger stays."""
        if self.modality is Modality.ASSERTED:
            self.modality, self.modality_cue = modality, cue

    def question(self) -> None:
        """Take what is asked for possible, a plan too: «Oslo aidera-t-elle Riga ?»."""
        if self.modality in (Modality.ASSERTED, Modality.INTENDED):
            self.modality, self.modality_cue = Modality.POSSIBLE, "?"

    def claim(self) -> Claim:
        """Sum up; two negations cancel each other."""
        cues = list(self.negations.values()) or [self.ended] * bool(self.ended)
        negated = len(cues) % 2 == 1
        source = self.source
        return Claim(
            Polarity.NEGATED if negated else Polarity.AFFIRMED,
            self.modality,
            None if source is None else source.speaker,
            " ".join(cues) if negated else "",
            self.modality_cue,
            "" if source is None else source.cue,
        )
