// Where a choice of the reader reaches everything that shows it.
kg.page = (() => {
  const { state, view, t, nodeById, edgeById } = kg;
  const { drawing } = kg;
  const box = kg.byId("network");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function summary() {
    const counts = {
      actors: kg.counted("actors", view.actors.size),
      edges: kg.counted("edges", view.shown.size),
      statements: kg.counted("statements", view.total),
    };
    kg.byId("summary").textContent = t("shown", counts);
    const { whole } = kg.data;
    const notice = kg.byId("notice");
    notice.hidden = whole.actors === kg.nodes.length && whole.edges === kg.edges.length;
    notice.textContent = t("core", {
      actors: kg.counted("actors", kg.nodes.length), allActors: kg.number(whole.actors),
      edges: kg.counted("edges", kg.edges.length), allEdges: kg.number(whole.edges),
    });
    kg.byId("ego").hidden = !state.ego;
    if (state.ego) kg.byId("ego-name").textContent = nodeById.get(state.ego.center).label;
  }

  function changed() {
    kg.refresh();
    drawing.apply();
    kg.filters.sync();
    kg.panel.render();
    summary();
    kg.share.write();
  }

  function select(wanted, bring = false) {
    const from = state.pathFrom;
    const second = wanted && wanted.actor && from && wanted.actor !== from;
    const selected = second ? { path: [from, wanted.actor] } : wanted;
    if (second) state.pathFrom = null;
    kg.byId("path").hidden = !state.pathFrom;
    state.selected = selected;
    pressed();
    drawing.select(selected);
    if (selected) drawing.reveal(selected, bring);
    kg.panel.render();
    kg.panel.toggle(selected !== null);
    kg.share.write();
    if (bring) kg.byId("panel").focus({ preventScroll: true });
  }
  // A found actor must be seen, even if a filter hid it.
  function find(id) {
    if (!view.actors.has(id)) {
      kg.reset();
      changed();
    }
    select({ actor: id }, true);
  }

  // The next actor chosen, on the map, in the list or by search, is the other end.
  function askPath(id) {
    state.pathFrom = id;
    kg.byId("path-name").textContent = t("pathAsk", { name: nodeById.get(id).label });
    kg.byId("path").hidden = false;
    if (matchMedia("(max-width: 720px)").matches) kg.panel.toggle(false);
    kg.byId("search").focus();
  }
  function dropPath() {
    state.pathFrom = null;
    kg.byId("path").hidden = true;
  }

  // Neighbourhoods that the reader came through; null is the whole network.
  let trail = [];
  function go(where) {
    state.ego = where;
    changed();
    drawing.fit();
  }
  function ego(id) {
    dropPath();
    select({ actor: id });
    const same = state.ego && state.ego.center === id && state.ego.depth === 1;
    if (!same) trail.push(state.ego);
    go({ center: id, depth: 1 });
  }
  function widen() {
    trail.push(state.ego);
    go({ ...state.ego, depth: state.ego.depth + 1 });
  }
  const back = () => go(trail.pop() || null);
  function whole() {
    trail = [];
    go(null);
  }

  function hit({ pointer, nodes, edges }) {
    if (nodes.length) return { actor: nodes[0] };
    const name = kg.labels.under(pointer.DOM.x, pointer.DOM.y);
    if (name) return name.actor ? { actor: name.actor } : name.edge ? { edge: name.edge } : { camp: name.camp };
    if (edges.length) return { edge: edges[0] };
    // On a small map a line is thinner than a hand is steady.
    for (const [x, y] of [[4, 0], [-4, 0], [0, 4], [0, -4]]) {
      const edge = drawing.network.getEdgeAt({ x: pointer.DOM.x + x, y: pointer.DOM.y + y });
      if (edge !== undefined) return { edge };
    }
    return null;
  }
  drawing.network.on("click", (event) => {
    box.focus({ preventScroll: true });
    select(hit(event));
  });
  drawing.network.on("doubleClick", (event) => {
    const found = hit(event);
    if (found && found.actor) ego(found.actor);
  });

  function show(tab) {
    state.tab = tab;
    select(null);
    kg.panel.toggle(true);
    kg.byId("panel").focus();
  }
  function tint(on) {
    state.camps = on;
    drawing.redraw();
    kg.share.write();
  }
  function pressed() {
    for (const tab of ["overview", "camps", "compare"]) {
      kg.byId(`open-${tab}`).setAttribute("aria-pressed", String(!state.selected && state.tab === tab));
    }
  }

  function speak() {
    kg.name();
    document.documentElement.lang = state.language;
    const title = kg.data.title || t("title");
    document.title = title;
    kg.byId("title").textContent = title;
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", t(element.dataset.label));
    for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = t(element.dataset.placeholder);
    kg.byId("language").textContent = state.language === "fr" ? "EN" : "FR";
    kg.byId("language").setAttribute("aria-label", t("other"));
    kg.byId("language").lang = state.language === "fr" ? "en" : "fr";
    colour();
    dress();
    summary();
  }
  function dress() {
    kg.filters.build();
    kg.panel.render();
  }
  function isDark() {
    return state.theme ? state.theme === "dark" : dark.matches;
  }
  function colour() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    kg.byId("theme").textContent = isDark() ? "☀" : "☾";
    kg.byId("theme").setAttribute("aria-label", t(isDark() ? "light" : "dark"));
    drawing.recolour();
  }

  const KEYS = {
    ArrowLeft: () => drawing.pan(-1, 0), ArrowRight: () => drawing.pan(1, 0),
    ArrowUp: () => drawing.pan(0, -1), ArrowDown: () => drawing.pan(0, 1),
    "+": () => drawing.zoom(1.25), "=": () => drawing.zoom(1.25), "-": () => drawing.zoom(0.8),
    0: () => drawing.fit(), n: () => step(1), p: () => step(-1),
    Enter: () => kg.byId("panel").focus(),
  };
  function step(by) {
    const shown = kg.nodes.filter((node) => view.actors.has(node.id))
      .sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label));
    if (!shown.length) return;
    const now = shown.findIndex((node) => state.selected && node.id === state.selected.actor);
    const next = shown[(now < 0 ? (by > 0 ? 0 : shown.length - 1) : now + by + shown.length) % shown.length];
    select({ actor: next.id });
    kg.byId("spoken").textContent = `${next.label}, ${kg.valueName("kind", next.kind)}`;
  }
  box.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (kg.byId("sparql").open) return;
    if (event.key === "Escape") {
      if (document.body.classList.contains("filters-open")) showFilters(false);
      else if (state.pathFrom) dropPath();
      else if (state.selected) {
        select(null);
        box.focus({ preventScroll: true });
      }
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      kg.byId("search").focus();
    }
  });

  function showFilters(open) {
    document.body.classList.toggle("filters-open", open);
    kg.byId("open-filters").setAttribute("aria-expanded", String(open));
  }
  const onClick = (id, act) => kg.byId(id).addEventListener("click", act);
  onClick("open-filters", () => showFilters(!document.body.classList.contains("filters-open")));
  onClick("close-filters", () => showFilters(false));
  kg.byId("stage").addEventListener("pointerdown", () => showFilters(false));
  for (const tab of ["overview", "camps", "compare"]) onClick(`open-${tab}`, () => show(tab));
  onClick("language", () => {
    state.language = state.language === "fr" ? "en" : "fr";
    speak();
    kg.share.write();
  });
  onClick("theme", () => {
    state.theme = isDark() ? "light" : "dark";
    colour();
    dress();
    kg.share.write();
  });
  dark.addEventListener("change", () => {
    colour();
    dress();
  });
  onClick("zoom-in", () => drawing.zoom(1.25));
  onClick("zoom-out", () => drawing.zoom(0.8));
  onClick("fit", drawing.fit);
  onClick("path-drop", dropPath);
  onClick("ego-more", widen);
  onClick("ego-back", back);
  onClick("ego-whole", whole);
  onClick("reset", () => {
    kg.reset();
    changed();
  });
  onClick("csv", () => kg.share.save(new Blob(["\ufeff", kg.share.csv()], { type: "text/csv" }), "statements.csv"));
  onClick("png", kg.share.png);
  onClick("svg", () => kg.share.save(new Blob([kg.svg.draw()], { type: "image/svg+xml" }), "network.svg"));

  function start() {
    kg.share.read();
    kg.refresh();
    speak();
    pressed();
    drawing.fit();
    if (state.selected) select(state.selected);
    else kg.panel.toggle(state.tab !== "overview");
  }

  return { changed, select, find, ego, askPath, whole, tint, start };
})();
kg.page.start();
