// The panel beside the map: what is chosen with its evidence, or one of the lists.
kg.panel = (() => {
  const { state, view, t, make, nodeById, edgeById, edgesOf } = kg;
  const { kindSwatch, quadSwatch, nameOf, countOf, byCount, phrase, group, legend, none } = kg.evidence;
  const panel = kg.byId("panel");

  function heading(swatch, title, subtitle) {
    return make("div", { class: "panel-head" },
      make("h2", {}, swatch, make("span", {}, title)),
      subtitle && make("p", { class: "hint" }, subtitle),
      make("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => kg.page.select(null) }, "×"));
  }
  function ofEdge(id) {
    const edge = edgeById.get(id);
    const pair = (one) => [one.from, one.to].sort().join(" ");
    const others = edgesOf.get(edge.from)
      .filter((one) => one !== edge && pair(one) === pair(edge) && view.shown.has(one.id)).sort(byCount);
    return [
      heading(quadSwatch(edge.quad), `${nameOf(edge.from)} ${edge.symmetric ? "↔" : "→"} ${nameOf(edge.to)}`,
        `${edge.name} · ${t("values")[edge.quad || "noQuad"]}`),
      legend(),
      view.shown.has(id) ? group(edge, true) : none(),
      ...(others.length ? [make("h3", {}, t("others")), ...others.map((one) => group(one, false))] : []),
    ];
  }

  function ofActor(id) {
    const node = nodeById.get(id);
    const near = edgesOf.get(id).filter((one) => view.shown.has(one.id)).sort(byCount);
    const part = (title, some) => (some.length
      ? [make("h3", {}, t(title)), ...some.map((one) => group(one, near.length === 1))] : []);
    const kind = kg.valueName("kind", node.kind);
    const camp = kg.camps.campOf.get(id);
    return [
      heading(kindSwatch(node.kind), node.label,
        node.aliases.length ? `${kind} · ${t("aliases")} : ${node.aliases.join(", ")}` : kind),
      make("p", { class: "actions" },
        make("button", { type: "button", onclick: () => kg.page.ego(id) }, t("egoShow")),
        make("button", { type: "button", onclick: () => kg.page.askPath(id) }, t("pathFrom")),
        camp === undefined ? null
          : make("button", { type: "button", onclick: () => kg.page.select({ camp }, true) }, kg.camps.title(camp))),
      ...(near.length ? [legend()] : [none()]),
      ...part("outgoing", near.filter((one) => !one.symmetric && one.from === id)),
      ...part("incoming", near.filter((one) => !one.symmetric && one.from !== id)),
      ...part("mutual", near.filter((one) => one.symmetric)),
    ];
  }

  function ofPath(ends) {
    const { found: ways, all } = kg.paths(ends);
    const title = ends.map(nameOf).join(" … ");
    if (!ways.length) return [heading(null, title, t("noPath"))];
    const step = (from, to, place) => [
      make("h4", {}, `${place}. ${nameOf(from)} – ${nameOf(to)}`),
      ...kg.between(from, to).sort(byCount).map((edge, index) => group(edge, index === 0 && ways.length === 1)),
    ];
    return [
      heading(null, title, kg.counted("paths", all) + (all > ways.length ? t("somePaths", { shown: kg.number(ways.length) }) : "")),
      legend(),
      ...ways.flatMap((ids) => [
        make("h3", {}, ids.map(nameOf).join(" – ")),
        ...ids.slice(1).flatMap((to, index) => step(ids[index], to, index + 1)),
      ]),
    ];
  }

  let listed = 12;
  const item = (selected, count, ...children) => make("li", {},
    make("button", { type: "button", class: "item", onclick: () => kg.page.select(selected, true) },
      ...children, make("span", { class: "count" }, kg.number(count))));
  const edgeItem = (edge) => item({ edge: edge.id }, countOf(edge), kg.compare.badge(edge.id), ...phrase(edge));
  const tabHead = (title, hint) => make("div", { class: "panel-head" }, make("h2", {}, t(title)),
    hint && make("p", { class: "hint" }, hint),
    make("button", { type: "button", class: "close narrow", "aria-label": t("close"), onclick: () => toggle(false) }, "×"));
  function overview() {
    const weight = new Map();
    for (const [id, rows] of view.shown) {
      const edge = edgeById.get(id);
      for (const end of [edge.from, edge.to]) weight.set(end, (weight.get(end) || 0) + rows.length);
    }
    const actors = [...view.actors].sort((a, b) => (weight.get(b) || 0) - (weight.get(a) || 0) || (a < b ? -1 : 1));
    const shown = [...view.shown.keys()].map((id) => edgeById.get(id)).sort(byCount);
    return [
      tabHead("overview", `${t("intro")} ${t("keys")}`),
      ...(actors.length ? [] : [none()]),
      make("h3", {}, t("topActors")),
      make("ul", { class: "list" }, ...actors.slice(0, listed).map((id) => item({ actor: id }, weight.get(id) || 0,
        kindSwatch(nodeById.get(id).kind), make("span", { class: "phrase" }, nameOf(id))))),
      make("h3", {}, t("topEdges")),
      make("ul", { class: "list" }, ...shown.slice(0, listed).map(edgeItem)),
      actors.length > listed || shown.length > listed
        ? make("button", { type: "button", onclick: () => { listed *= 4; render(); } }, t("more")) : null,
    ];
  }

  function toggle(open) {
    document.body.classList.toggle("panel-open", open);
  }
  function ofTab() {
    return { overview, camps: kg.camps.panel, compare: kg.compare.panel }[state.tab]();
  }
  function ofSelected({ path, edge, actor, camp }) {
    if (path) return ofPath(path);
    if (edge) return ofEdge(edge);
    return camp === undefined ? ofActor(actor) : kg.camps.panelOf(camp);
  }
  let subject = null;
  function render() {
    if (!state.selected && state.tab === "compare" && kg.compare.update()) return;
    const within = panel.contains(document.activeElement);
    // A filter changes what is written here, not what the reader had opened.
    const same = subject === (state.selected || state.tab);
    const opened = new Set(same ? [...panel.querySelectorAll("details[open]")].map((one) => one.dataset.edge) : []);
    const scrolled = same ? panel.scrollTop : 0;
    subject = state.selected || state.tab;
    panel.replaceChildren(...(state.selected ? ofSelected(state.selected) : ofTab()).filter(Boolean));
    for (const details of panel.querySelectorAll("details")) if (opened.has(details.dataset.edge)) details.open = true;
    panel.scrollTop = scrolled;
    // Who works with the keyboard stays where the pressed button was.
    if (within) panel.focus({ preventScroll: true });
  }

  return { render, toggle, heading, tabHead, item, edgeItem };
})();
