"""The press in English."""

from kg.lang.press import Press

ENGLISH_PRESS = Press(
    months={
        "january": 1,
        "jan": 1,
        "february": 2,
        "feb": 2,
        "march": 3,
        "mar": 3,
        "april": 4,
        "apr": 4,
        "may": 5,
        "june": 6,
        "jun": 6,
        "july": 7,
        "jul": 7,
        "august": 8,
        "aug": 8,
        "september": 9,
        "sept": 9,
        "sep": 9,
        "october": 10,
        "oct": 10,
        "november": 11,
        "nov": 11,
        "december": 12,
        "dec": 12,
    },
    weekdays=frozenset(
        "monday tuesday wednesday thursday friday saturday sunday"
        " mon tue tues wed thu thurs fri sat sun".split()
    ),
    published=(
        r"(?:article )?(?:first )?published(?: on| at)?",
        r"(?:publication |release )?date",
        r"posted(?: on| at)?",
        r"(?:issued|released|written|created|filed) on",
    ),
    updated=(
        r"(?:last )?(?:updated|modified|changed|revised|edited)(?: on| at)?",
        r"(?:last )?(?:update|modification)",
    ),
    date_words=frozenset("on the at of in a.m p.m am pm".split()),
    day_first=None,
    by=("by", "written by", "reporting by", "from our correspondent"),
    labels=(
        r"(?:choose|select|change) (?:your|a|the) language",
        r"languages?(?: \w+)?",
        r"(?:published|posted|filed|listed|archived) (?:in|under)(?: [\w’'&-]+){1,4}",
        r"(?:no|#) (?:comments?|replies|reply|responses?)(?: yet)?",
        r"# (?:views?|shares?|likes?|reads?|votes?|subscribers?|followers?)",
        r"# (?:min|mins|minutes?)(?: read)?",
        r"(?:reading time|time to read) *",
        r"(?:#|an?|a few) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago",
        r"(?:read|see|view|show|load|find out|learn) (?:more|all|less|the full (?:story|article)|full (?:story|article)|next)(?: \W*)?",
        r"continue reading *",
        r"click (?:here|on) *",
        r"(?:share|tweet|print|email|e-mail|save|copy link|like|reply|follow|subscribe|comment|report)",
        r"share (?:on|this|via|with|the) *",
        r"(?:print|email|save|listen to|download) (?:this|the) (?:article|page|story|pdf)",
        r"(?:menu|home|search|log ?in|sign ?in|sign ?up|register|my account|newsletters?|advertisement|sponsored|archives?|contact(?: us)?|about(?: us)?|site ?map|navigation|sections?|close|next|previous|back|top|skip to (?:main )?content)",
        r"back to (?:top|home|the list|news)",
        r"(?:related|similar|previous|next|recent|recommended|more) (?:articles?|stories|story|posts?|news|content)",
        r"(?:you (?:may|might) also like|you can also read|more on this (?:story|topic)|most (?:read|popular)|trending(?: now)?|latest (?:news|stories)|breaking news|top stories)",
        r"(?:leave|add|write|post|view) (?:a|your|all) (?:comments?|reply|replies)",
        r"(?:subscribers only|for subscribers|premium content)",
        r"all rights reserved *",
        r"(?:terms (?:of use|of service|and conditions)|privacy policy|cookie (?:policy|settings)|legal notice)(?: *)?",
        r"page #(?: of #)?",
        r"loading",
        r"(?:staff writers?|news desk|editorial board)",
        r"translated (?:by|from) *",
        r"# of #",
    ),
    openings=(
        r"(?:read|see|watch|listen) (?:also|too)\b",
        r"(?:also read|read more|see also|more)\s?:",
        r"(?:source|sources|via|photo|photos|image|caption|credit|photo credit|author|category|categories|tags?|keywords|topics?|filed under|video|file photo)\s?:",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the)\b",
        r"follow us\b",
        r"join us (?:on|at)\b",
        r"your email address will not\b",
        r"required fields are\b",
        r"(?:this (?:site|website)|we) uses? cookies\b",
        r"reporting by [A-Z][\w.-]+ [A-Z][\w.-]+;? ",
    ),
    abbreviations=frozenset(
        "mr mrs ms dr st gen col capt lt sen rep gov prof no vs inc ltd co jr sr".split()
    ),
    common_words=frozenset(
        "the of and to in that for is was with as has have had by at from his her its"
        " their are were be been which who will would not but this they it said".split()
    ),
)
