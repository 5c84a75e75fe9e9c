"""Dates in English prose."""

from kg.lang.calendar import Base, Calendar, Expression, Unit, after
from kg.lang.press_en import ENGLISH_PRESS

_PART = (
    r"(?:(?:very )?(?:early|late)(?: in)?|mid-|(?:the )?(?:beginning|middle|end) of)"
)
_DAYTIME = r"(?: (?:morning|afternoon|evening|night))?"
_LED = after("in ", "of ", "during ")
_OWNER = r"(?:the|its|their|his|her)"
_ONLY = r"(?= ?(?:[,.;:)”\"]|$))"  # “two days after”, not “two days after the attack”
_FROM_TO = (
    r"(?:from|between) (?:the )?{point}"
    r" (?:to|and|until|till|through) (?:the )?(?:{point}|today)"
)

ENGLISH_CALENDAR = Calendar(
    months=ENGLISH_PRESS.months,
    weekdays=(
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ),
    seasons={"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12)},
    counts={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
    },
    units={
        "day": Unit.DAY,
        "days": Unit.DAY,
        "week": Unit.WEEK,
        "weeks": Unit.WEEK,
        "month": Unit.MONTH,
        "months": Unit.MONTH,
        "year": Unit.YEAR,
        "years": Unit.YEAR,
    },
    ordinal="st|nd|rd|th",
    last=("last", "past"),
    this=("this",),
    next=("next",),
    expressions=(
        Expression(r"(?:{weekday},? )?{short} {day},? {year}"),
        Expression(r"(?:{weekday},? )?(?:the )?{day} (?:of )?{short},? {year}"),
        Expression(r"{year}-{number}-{day}"),
        Expression(r"(?:{weekday},? )?{short} {day}(?! ?%)"),
        Expression(r"(?:{weekday},? )?(?:the )?{day} (?:of )?{short}"),
        Expression(
            r"(?<!\bevery )(?<!\beach )(?:(?:{last}|{this}|{next}) )?{weekday}"
            + _DAYTIME
        ),
        Expression(rf"(?:{_PART} ?)?{{month}},? (?:of )?{{year}}"),
        Expression(rf"(?:{_LED}|{_PART} ?){{month}}(?! \d)"),
        Expression(r"(?:{last}|{this}|{next}) {month}(?! \d)"),
        Expression(
            rf"(?:{_LED}|{_PART} ?|the year |{_OWNER} (?=\d\d\d\d [a-z])){{year}}"
        ),
        Expression(r"(?:the )?{season} (?:of )?{year}"),
        Expression(r"(?:{last}|{this}|{next}) {season}"),
        Expression(r"yesterday" + _DAYTIME, -1),
        Expression(r"the day before yesterday", -2),
        Expression(r"last night", -1),
        Expression(r"today|tonight|this (?:morning|afternoon|evening)", 0),
        Expression(r"tomorrow" + _DAYTIME, 1),
        Expression(r"the day after tomorrow", 2),
        Expression(r"{this} week", 0, Unit.WEEK),
        Expression(r"{this} month", 0, Unit.MONTH),
        Expression(r"{this} year", 0, Unit.YEAR),
        Expression(r"last (?:week|weekend)", -1, Unit.WEEK),
        Expression(r"last month", -1, Unit.MONTH),
        Expression(r"last year", -1, Unit.YEAR),
        Expression(r"next week", 1, Unit.WEEK),
        Expression(r"next month", 1, Unit.MONTH),
        Expression(r"next year", 1, Unit.YEAR),
        Expression(r"{count} {unit} ago", -1),
        Expression(r"in {count} {unit}'s?(?: time)", 1),
        Expression(r"{count} {unit} (?:earlier|previously)", -1, base=Base.EITHER),
        Expression(r"{count} {unit} before" + _ONLY, -1, base=Base.EITHER),
        Expression(r"{count} {unit} later", 1, base=Base.ANCHOR),
        Expression(r"{count} {unit} after" + _ONLY, 1, base=Base.ANCHOR),
        Expression(r"the previous day|the day before" + _ONLY, -1, base=Base.EITHER),
        Expression(r"the (?:following|next) day", 1, base=Base.ANCHOR),
        Expression(r"the day after" + _ONLY, 1, base=Base.ANCHOR),
        Expression(r"(?:the|that) same day|that day", 0, base=Base.ANCHOR),
        Expression(r"(?:the|that) same month|that month", 0, Unit.MONTH, Base.ANCHOR),
        Expression(r"(?:the|that) same year|that year", 0, Unit.YEAR, Base.ANCHOR),
        Expression(r"the (?:following|next) month", 1, Unit.MONTH, Base.ANCHOR),
        Expression(r"the (?:following|next) year", 1, Unit.YEAR, Base.ANCHOR),
        Expression(r"the previous month", -1, Unit.MONTH, Base.ANCHOR),
        Expression(r"the previous year", -1, Unit.YEAR, Base.ANCHOR),
    ),
    ranges=(
        _FROM_TO,
        r"{year} ?[-–/] ?(?:{year}|\d\d(?![\d-]))",
        r"{short} {day} ?[-–] ?(?:{month} )?{day}(?:,? {year})?",
        r"{point} (?:and|or|to|through) {point}",
    ),
    bounds=(
        "since",
        "until",
        "till",
        "before",
        "after",
        "by",
        "from",
        "as of",
        "prior to",
        "through",
        "around",
        "up to",
        "starting",
        "starting in",
        "starting on",
    ),
    articles=("the", "on", "in"),
    genitives=("of", "dated"),
    genitive_marks=("'s", "'"),
    year_before_noun=True,
    future_auxiliaries=frozenset({"will", "shall", "'ll"}),
    prospective=frozenset("go plan expect schedule set due may must should".split()),
)
