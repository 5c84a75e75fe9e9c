"""Pictures of the seeds' page, kept in output/pictures for people to look at."""

from itertools import product
from pathlib import Path

import pytest

from kg.knowledge import KnowledgeGraph
from kg.view import write_page
from tests.browsing import Scheme, Visitor, needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.model, needs_chromium]

SIZES = {"desktop": (1440, 900), "telephone": (390, 844)}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
STATES = {
    "whole": "",
    "actor": "#actor=iran",
    "edge": "#edge=saudi-arabia+accuses+iran",
    "neighbours": "#ego=1+iran",
    "path": "#path=iran+turkey",
    "camps": "#tab=camps",
    "periods": "#tab=compare&compare=period&a=2016-01-01+2022-12-31&b=2023-01-01+2025-12-31",
    "english": "#language=en&firm=1",
}
# Names that lie over each other, or beyond the map.
BADLY_PLACED = """
() => {
  const map = document.getElementById('network');
  const names = kg.labels.written().map(({ rect, text }) => ({ rect, text }));
  const over = ([a, b, c, d], [e, f, g, h]) => a < g && e < c && b < h && f < d;
  const beyond = ([a, b, c, d]) => a < -1 || b < -1 || c > map.clientWidth + 1 || d > map.clientHeight + 1;
  return [
    ...names.filter((name) => beyond(name.rect)).map(({ text }) => text),
    ...names.flatMap((one, place) => names.slice(place + 1)
      .filter((other) => over(one.rect, other.rect)).map((other) => `${one.text} / ${other.text}`)),
  ];
}
"""


@pytest.fixture(scope="session")
def seed_page(seed_graph: Path) -> Path:
    """The page of the seeds."""
    page = seed_graph.with_name("network.html")
    write_page(KnowledgeGraph.load(seed_graph).network(), page)
    return page


@pytest.mark.parametrize("look", [*product(SIZES, SCHEMES)], ids="-".join)
@pytest.mark.parametrize("state", STATES)
def test_a_picture_is_kept_and_its_names_can_be_read(
    visitor: Visitor, seed_page: Path, root: Path, state: str, look: tuple[str, Scheme]
) -> None:
    size, scheme = look
    width, height = SIZES[size]
    visit = visitor.visit(
        seed_page,
        STATES[state],
        viewport={"width": width, "height": height},
        color_scheme=scheme,
    )
    picture = root / "output" / "pictures" / f"{state}-{size}-{scheme}.png"
    visit.page.screenshot(path=picture)

    assert picture.stat().st_size > 20_000
    assert visit.page.evaluate(BADLY_PLACED) == []
    names = visit.page.evaluate("kg.labels.written().filter(one => one.actor).length")
    assert names >= (2 if state in {"edge", "path"} else 4)
