"""A browser for tests: opens pages offline and notes whatever they complain about."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypedDict, Unpack

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from kg.view import write_page

CHROMIUM = shutil.which("chromium")
Scheme = Literal["light", "dark"]

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Chromium: apt-get install chromium"
)


@dataclass
class Visit:
    """An open page and what a browser complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def wait_until(self, condition: str) -> None:
        """Wait for JavaScript to hold.

        The page's policy forbids what Playwright's own wait would evaluate there.
        """
        for _ in range(100):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never came true: {condition}")

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).inner_text())

    def click_map(self, spot: dict[str, float], clicks: int = 1) -> None:
        room = self.page.locator("#network").bounding_box()
        assert room is not None
        x, y = room["x"] + spot["x"], room["y"] + spot["y"]
        self.page.mouse.click(x, y, click_count=clicks)
        self.page.wait_for_timeout(400)  # vis-network waits for a second click

    def click_actor(self, slug: str, clicks: int = 1) -> None:
        network = "kg.drawing.network"
        spot = f"{network}.canvasToDOM({network}.getPosition('{slug}'))"
        self.click_map(self.page.evaluate(spot), clicks)

    def click_edge(self, edge: str) -> None:
        """Click the point of an edge that is farthest from actors and other names."""
        spot = self.page.evaluate(
            """edge => {
              const { network } = kg.drawing;
              const line = network.body.edges[edge];
              const actors = network.body.nodeIndices.map(id => network.body.nodes[id]);
              const free = p => Math.min(...actors.map(a => Math.hypot(a.x - p.x, a.y - p.y)));
              const parts = [...Array(31).keys()].map(i => 0.2 + i * 0.02)
                .map(t => line.edgeType.getPoint(t)).sort((a, b) => free(b) - free(a));
              const at = parts.find(p => {
                const dom = network.canvasToDOM(p);
                const name = kg.labels.under(dom.x, dom.y);
                const around = [[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]];
                return !network.getNodeAt(dom)
                  && around.every(([x, y]) => network.getEdgeAt({ x: dom.x + x, y: dom.y + y }) === edge)
                  && (!name || name.edge === edge);
              });
              return network.canvasToDOM(at || parts[0]);
            }""",
            edge,
        )
        self.click_map(spot)

    def visible(self, what: str) -> int:
        return int(self.page.evaluate(f"kg.drawing.network.body.{what}Indices.length"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


class Window(TypedDict, total=False):
    """What a browser window can be told."""

    viewport: ViewportSize
    color_scheme: Scheme
    permissions: list[str]
    reduced_motion: Literal["no-preference", "reduce"]
    has_touch: bool


@dataclass
class Visitor:
    """Opens networks in fresh, offline browser windows."""

    browser: Browser
    folder: Path
    visits: list[Visit] = field(default_factory=list)

    def open(
        self,
        network: "nx.MultiDiGraph[str]",
        *,
        address: str = "",
        title: str = "Caucase",
        top: int | None = None,
        named: bool = True,
        **window: Unpack[Window],
    ) -> Visit:
        """Write a network's page and open it; wait for names unless there are none."""
        path = self.folder / "réseau.html"
        write_page(network, path, title=title, top=top)
        return self.visit(path, address, named=named, **window)

    def visit(
        self,
        path: Path,
        address: str = "",
        *,
        named: bool = True,
        **window: Unpack[Window],
    ) -> Visit:
        """Open a page that is there already."""
        options: Window = {"viewport": {"width": 1440, "height": 900}, **window}
        context = self.browser.new_context(offline=True, **options)
        visit = Visit(context.new_page())
        page = visit.page
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: (
                visit.complaints.append(said.text)
                if said.type in {"error", "warning"}
                else None
            ),
        )
        page.on("request", lambda request: visit.requests.append(request.url))
        self.visits.append(visit)
        page.goto(path.as_uri() + address)
        visit.wait_until(f"kg.labels.written().length >= {int(named)}")
        return visit


@pytest.fixture
def visitor(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """A visitor; whatever was done, no page may complain or call outside."""
    visitor = Visitor(browser, tmp_path)
    yield visitor
    for visit in visitor.visits:
        assert visit.complaints == []
        assert [url for url in visit.requests if not url.startswith("file:")] == []
        assert visit.page.evaluate("window.pwned") is None
        visit.page.context.close()
