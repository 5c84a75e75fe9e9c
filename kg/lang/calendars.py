"""The calendar of every language that is read."""

from collections.abc import Mapping

from kg.lang.calendar import Calendar
from kg.lang.calendar_en import ENGLISH_CALENDAR
from kg.lang.calendar_fr import FRENCH_CALENDAR

CALENDARS: Mapping[str, Calendar] = {"fr": FRENCH_CALENDAR, "en": ENGLISH_CALENDAR}
