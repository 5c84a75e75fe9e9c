"""The article in a page of HTML and what the page's metadata say of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import trafilatura

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{1,40}$")
HEAD = 4_096  # bytes in which the page must declare its encoding
FIRST_LINES = 4  # the headline stands among them, if the article repeats it

PUBLISHED = ("article:published_time", "datepublished", "dc.date.issued", "dc.date")
TITLE = ("og:title", "twitter:title", "dc.title")
PUBLISHER = ("og:site_name",)
CAPTURED = ("title", "h1", "script")


@dataclass(frozen=True, slots=True)
class Webpage:
    """What is worth keeping of a page.

    Attributes:
        text: Plain text of the article, headline first; "" if none was found.
        published: Date as the metadata write it.
    """

    text: str
    headline: str | None
    published: str | None
    url: str | None
    publisher: str | None


class _Metadata(HTMLParser):
    """Collects the metadata while the standard parser walks the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, str] = {}
        self.times: list[str] = []
        self.linked_data: list[str] = []
        self._capturing = ""
        self._captured: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an opening tag tells; start capturing titles and linked data."""
        given = {name: value.strip() for name, value in attrs if value}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop")
            if name and given.get("content"):
                self.values.setdefault(name.lower(), given["content"])
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.values.setdefault("canonical", given.get("href", ""))
        elif tag == "time" and "datetime" in given:
            self.times.append(given["datetime"])
        elif tag in CAPTURED:
            linked = given.get("type", "").lower() == "application/ld+json"
            self._capturing = tag if tag != "script" or linked else ""
            self._captured = []

    def handle_data(self, data: str) -> None:
        """Keep the text of an element that is being captured."""
        if self._capturing:
            self._captured.append(data)

    def handle_endtag(self, tag: str) -> None:
        """File what was captured."""
        if not self._capturing or tag != self._capturing:
            return
        content = "".join(self._captured)
        if tag == "script":
            self.linked_data.append(content)
        elif words := " ".join(content.split()):
            self.values.setdefault(tag, words)
        self._capturing = ""

    def first(self, *names: str) -> str | None:
        """Return the first of several metadata that the page gives."""
        return next(
            (self.values[name] for name in names if self.values.get(name)), None
        )


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page names for itself.

    >>> declared_charset(b'<html><head><meta charset="iso-8859-1">')
    'iso-8859-1'
    """
    match = _CHARSET.search(data[:HEAD])
    return match[1].decode("ascii").lower() if match else None


def read_webpage(markup: str) -> Webpage:
    """Find the article, its headline, date, address and publisher."""
    metadata = _Metadata()
    metadata.feed(markup)
    body = trafilatura.extract(markup, include_comments=False, include_tables=False)
    linked = dict(_linked_data(metadata.linked_data))
    headline = _headline(metadata)
    times = set(metadata.times)
    return Webpage(
        text=_with_headline(body or "", headline),
        headline=headline,
        published=metadata.first(*PUBLISHED)
        or linked.get("datePublished")
        or (times.pop() if len(times) == 1 else None),
        url=metadata.first("canonical", "og:url"),
        publisher=metadata.first(*PUBLISHER) or linked.get("publisher"),
    )


def _headline(metadata: _Metadata) -> str | None:
    if headline := metadata.first("h1", *TITLE):
        return headline
    title = metadata.first("title")
    return _SITE_SUFFIX.sub("", title) if title else None


def _with_headline(body: str, headline: str | None) -> str:
    if not body or not headline:
        return body
    first_lines = [" ".join(line.split()) for line in body.split("\n", FIRST_LINES)]
    if headline in first_lines[:FIRST_LINES]:
        return body
    return f"{headline}\n\n{body}"


def _linked_data(scripts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what JSON-LD says of the date and the publisher; broken JSON says nothing."""
    for script in scripts:
        try:
            waiting: list[object] = [json.loads(script)]
        except ValueError:
            continue
        for node in waiting:
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                waiting.append(node.get("@graph"))
                yield from _article_facts(node)


def _article_facts(node: dict[str, object]) -> Iterator[tuple[str, str]]:
    published, publisher = node.get("datePublished"), node.get("publisher")
    if isinstance(published, str):
        yield "datePublished", published
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "publisher", publisher["name"]
