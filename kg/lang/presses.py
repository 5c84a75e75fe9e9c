"""The press of every language that is read."""

from collections.abc import Mapping

from kg.lang.press import Press
from kg.lang.press_en import ENGLISH_PRESS
from kg.lang.press_fr import FRENCH_PRESS

PRESSES: Mapping[str, Press] = {"fr": FRENCH_PRESS, "en": ENGLISH_PRESS}
