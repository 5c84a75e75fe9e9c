"""Dates in French prose."""

from kg.lang.calendar import Base, Calendar, Expression, Unit, after
from kg.lang.press_fr import FRENCH_PRESS

_PART = (
    r"(?:(?:au |en |dès le )?(?:tout )?début(?: d[eu]| d')?"
    r"|(?:à la |en )?(?:toute )?fin(?: d[eu]| d')?"
    r"|au milieu d[eu]|courant|mi-|à la mi-)"
)
_DAYTIME = (
    r"(?: (?:au )?(?:matin|midi|soir|après-midi)| dans la (?:matinée|soirée|nuit))?"
)
_LED = after("en ", "dès ", "de ", "d'")
_ONLY = r"(?= ?(?:[,.;:)»]|$))"  # «deux jours après», not «deux jours après l'attaque»
_FROM_TO = (
    r"(?:d[eu]|des|entre)(?: les?| la| l'an| l'année)? {point}"
    r" (?:à|au|et|jusqu'(?:à|au|en))(?: les?| la| l'an| l'année)? ?"
    r"(?:{point}|aujourd'hui)"
)

FRENCH_CALENDAR = Calendar(
    months=FRENCH_PRESS.months,
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    seasons={"printemps": (3, 6), "été": (6, 9), "automne": (9, 12)},
    counts={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "quinze": 15,
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
    },
    units={
        "jour": Unit.DAY,
        "jours": Unit.DAY,
        "semaine": Unit.WEEK,
        "semaines": Unit.WEEK,
        "mois": Unit.MONTH,
        "an": Unit.YEAR,
        "ans": Unit.YEAR,
        "année": Unit.YEAR,
        "années": Unit.YEAR,
    },
    ordinal="er|ᵉʳ",
    last=("dernier", "dernière", "passé", "passée"),
    this=("ce", "cet", "cette"),
    next=("prochain", "prochaine"),
    expressions=(
        Expression(r"(?:{weekday},? (?:le )?)?{day} {short},? {year}"),
        Expression(r"{day}[/.]{number}[/.]{year}"),
        Expression(r"{year}-{number}-{day}"),
        Expression(
            r"(?:{weekday},? (?:le )?)?{day} {month}(?: (?:{last}|{next}))?" + _DAYTIME
        ),
        Expression(r"{weekday} {day}" + _DAYTIME),
        Expression(
            r"(?<!\ble )(?<!\bun )(?<!\bchaque )(?:{this} )?{weekday}(?! gras| saint)"
            + _DAYTIME
        ),
        Expression(r"{weekday}" + _DAYTIME + r" (?:{last}|{next})"),
        Expression(rf"(?:{_PART} ?)?(?:mois de )?{{month}},? {{year}}"),
        Expression(
            rf"(?:{_LED}|{_PART} ?|au mois d(?:e |'))"
            r"{month}(?: (?:{last}|{next}))?(?! \d)"
        ),
        Expression(r"{month} (?:{last}|{next})"),
        Expression(rf"(?:{_PART} ?)?(?:l'année|l'an) {{year}}"),
        Expression(rf"(?:{_LED}|{_PART} ?){{year}}"),
        Expression(r"(?:à )?(?:l'|au )?{season} (?:de (?:l'année )?)?{year}"),
        Expression(r"(?:l'|le |au ){season} (?:{last}|{next})"),
        Expression(r"{this} {season}"),
        Expression(r"hier" + _DAYTIME, -1),
        Expression(r"avant-hier" + _DAYTIME, -2),
        Expression(
            r"aujourd'hui|ce jour|ce (?:matin|midi|soir)|cet(?:te)? après-midi", 0
        ),
        Expression(r"demain" + _DAYTIME, 1),
        Expression(r"après-demain" + _DAYTIME, 2),
        Expression(r"(?:{this} semaine)(?:-ci)?", 0, Unit.WEEK),
        Expression(r"(?:{this} mois)(?:-ci)?", 0, Unit.MONTH),
        Expression(r"(?:{this} année)(?:-ci)?", 0, Unit.YEAR),
        Expression(r"la semaine {last}|le week-?end {last}", -1, Unit.WEEK),
        Expression(r"(?:le|au) mois {last}", -1, Unit.MONTH),
        Expression(r"l'(?:an|année) {last}", -1, Unit.YEAR),
        Expression(r"la semaine {next}", 1, Unit.WEEK),
        Expression(r"le mois {next}", 1, Unit.MONTH),
        Expression(r"l'(?:an|année) {next}", 1, Unit.YEAR),
        Expression(r"il y a {count} {unit}(?! et demi)", -1),
        Expression(r"voi(?:ci|là) {count} {unit}(?! et demi| que)", -1),
        Expression(r"dans {count} {unit}(?! et demi)", 1),
        Expression(r"{count} {unit} (?:plus tôt|auparavant)", -1, base=Base.EITHER),
        Expression(r"{count} {unit} avant" + _ONLY, -1, base=Base.EITHER),
        Expression(r"{count} {unit} plus tard", 1, base=Base.ANCHOR),
        Expression(r"{count} {unit} après" + _ONLY, 1, base=Base.ANCHOR),
        Expression(
            r"la veille(?: au soir)?(?! (?:d[eu]s?|au) | d')", -1, base=Base.EITHER
        ),
        Expression(r"l'avant-veille(?! d[eu]s? | d')", -2, base=Base.EITHER),
        Expression(r"le lendemain(?! d[eu]s? | d')", 1, base=Base.ANCHOR),
        Expression(r"le surlendemain(?! d[eu]s? | d')", 2, base=Base.ANCHOR),
        Expression(r"(?:le|ce) même jour|ce jour-là", 0, base=Base.ANCHOR),
        Expression(r"la même semaine", 0, Unit.WEEK, Base.ANCHOR),
        Expression(r"le même mois|ce mois-là", 0, Unit.MONTH, Base.ANCHOR),
        Expression(r"la même année|cette année-là", 0, Unit.YEAR, Base.ANCHOR),
        Expression(r"le mois suivant", 1, Unit.MONTH, Base.ANCHOR),
        Expression(r"l'année suivante", 1, Unit.YEAR, Base.ANCHOR),
        Expression(r"le mois précédent", -1, Unit.MONTH, Base.ANCHOR),
        Expression(r"l'année précédente", -1, Unit.YEAR, Base.ANCHOR),
    ),
    ranges=(
        _FROM_TO,
        r"les {point}(?:, {point})* (?:et|-) {point}",
        r"{year} ?[-–/] ?(?:{year}|\d\d(?![\d-]))",
        r"{day}(?: {month})? ?[-–] ?{day} {month}(?: {year})?",
        r"{weekday}(?: {day})? (?:et|ou) {weekday}(?: {day})?(?: {month})?(?: {year})?",
        r"en {point}(?:, (?:en )?{point})* (?:et|ou|puis) (?:en )?{point}",
    ),
    bounds=(
        "depuis",
        "jusqu'à",
        "jusqu'au",
        "jusqu'en",
        "jusque",
        "d'ici",
        "d'ici à",
        "d'ici au",
        "avant",
        "après",
        "à partir de",
        "à partir du",
        "à partir d'",
        "à compter de",
        "à compter du",
        "au-delà de",
        "au-delà du",
        "vers",
        "autour de",
        "autour du",
        "aux alentours de",
        "aux environs de",
    ),
    articles=("le", "la", "l'", "en", "ce"),
    genitives=("de", "du", "d'", "des", "datant de", "daté de", "datée de"),
    genitive_marks=(),
    year_before_noun=False,
    future_auxiliaries=frozenset(),
    prospective=frozenset(
        "aller devoir pouvoir prévoir envisager compter espérer".split()
    ),
)
