"""What a reader of news pages may ask about the press of a language."""

from collections.abc import Mapping
from dataclasses import dataclass

AGENCIES = frozenset(
    "AFP AP APA ANSA ATS Anadolu Armenpress Belga Bloomberg DPA EFE IRNA Interfax"
    " Reuters RIA SPA TASS UPI Ukrinform WAM Xinhua".split()
)

SHARING_SITES = frozenset(
    "bluesky e-mail email facebook flipboard instagram linkedin mail mastodon"
    " messenger pinterest reddit rss snapchat telegram threads tiktok tumblr twitter"
    " viber vk whatsapp x youtube".split()
)


@dataclass(frozen=True, slots=True)
class Press:
    """How the press of one language dates and signs its articles and frames its pages.

    In `labels` and `openings`, "#" stands for a number and "*" for up to six words;
    all else is a regular expression.

    Attributes:
        months: Month name or abbreviation without its dot → number.
        weekdays: Names and abbreviations of the days of the week.
        published: What announces the date of publication.
        updated: What announces the date of a later change.
        date_words: Small words around a date in a header ("le", "à").
        day_first: Whether 03/04/2021 is the third of April; None if both are usual.
        by: What announces the author.
        labels: Lines that belong to the page and not to the article.
        openings: Beginnings of such lines, whatever short text follows.
        abbreviations: Words whose dot ends no sentence.
        common_words: Frequent words that few other languages share.
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    date_words: frozenset[str]
    day_first: bool | None
    by: tuple[str, ...]
    labels: tuple[str, ...]
    openings: tuple[str, ...]
    abbreviations: frozenset[str]
    common_words: frozenset[str]
