// Who stands with whom: the camps that were computed ahead, on the map and in words.
kg.camps = (() => {
  const { state, view, t, make, nodeById, edges } = kg;
  const found = kg.data.camps;
  const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#aa3377", "#b8860b", "#56b4e9", "#7b5ea7", "#8a8350"];
  const BREADTH = 76;
  const colour = (place) => COLOURS[place % COLOURS.length];
  const campOf = new Map(found.members.flatMap((members, place) => members.map((id) => [id, place])));
  const title = (place) => t("camp", { number: place + 1, name: nodeById.get(found.members[place][0]).label });

  // The shortest lines that hold the members together, so that the tint covers them and little else.
  function tree(members) {
    const spots = kg.drawing.network.getPositions(members);
    const lines = [];
    const far = new Map(members.slice(1).map((id) => [id, { to: members[0], gap: Infinity }]));
    let last = members[0];
    while (far.size) {
      let next = null;
      for (const [id, best] of far) {
        const gap = Math.hypot(spots[id].x - spots[last].x, spots[id].y - spots[last].y);
        if (gap < best.gap) Object.assign(best, { to: last, gap });
        if (next === null || best.gap < far.get(next).gap) next = id;
      }
      lines.push([spots[next], spots[far.get(next).to]]);
      far.delete(next);
      last = next;
    }
    return lines;
  }
  // Places change only when the reader drags an actor.
  let known = { actors: null, lines: [] };
  function outlines() {
    if (!state.camps) return [];
    if (known.actors !== view.actors) known = { actors: view.actors, lines: all() };
    return known.lines;
  }
  function moved() {
    known.actors = null;
  }
  function all() {
    return found.members.map((members, place) => ({ place, members: members.filter((id) => view.actors.has(id)) }))
      .filter(({ members }) => members.length > 1)
      .map(({ place, members }) => ({ place, lines: tree(members) }));
  }
  function draw(context) {
    context.save();
    context.lineCap = "round";
    context.lineJoin = "round";
    context.lineWidth = BREADTH;
    context.globalAlpha = document.documentElement.dataset.theme === "dark" ? 0.24 : 0.15;
    for (const { place, lines } of outlines()) {
      context.strokeStyle = colour(place);
      context.beginPath();
      for (const [from, to] of lines) {
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      }
      context.stroke();
    }
    context.restore();
  }

  const pairs = (count) => kg.counted("pairs", count);
  function balance() {
    const [inner, outer] = [found.inner.length, found.outer.length];
    const all = found.kept + inner + outer;
    if (!all) return [make("p", { class: "hint nothing" }, t("noBalance"))];
    const share = Math.round((100 * (inner + outer)) / all);
    const verdict = share <= 5 ? "balanced" : share <= 20 ? "strained" : "torn";
    return [
      make("p", { class: "balance" }, t("balance", {
        all: pairs(all), kept: kg.number(found.kept), inner: pairs(inner), outer: pairs(outer) })),
      make("p", { class: "balance" }, make("strong", {}, t("frustration", { share: kg.number(share) })), ` ${t(verdict)}`,
        found.mixed ? ` ${t("mixed", { mixed: pairs(found.mixed) })}` : ""),
    ];
  }
  // The strongest edge between two actors; the panel of an edge shows the others too.
  function exception([one, two], sign) {
    const between = kg.between(one, two).filter((edge) => edge.sign === sign).sort(kg.evidence.byCount);
    return between.length ? kg.panel.edgeItem(between[0]) : null;
  }
  const exceptions = (name, list, sign) => {
    const items = list.map((pair) => exception(pair, sign)).filter(Boolean);
    return items.length ? [make("h3", {}, t(name)), make("ul", { class: "list" }, ...items)] : [];
  };
  function line(members, place) {
    const names = members.slice(0, 6).map((id) => nodeById.get(id).label).join(", ");
    return kg.panel.item({ camp: place }, members.length, kg.evidence.campSwatch(place),
      make("span", { class: "phrase" }, make("b", {}, title(place)), make("br"),
        make("em", {}, members.length > 6 ? `${names}…` : names)));
  }
  function panel() {
    const tint = make("input", { type: "checkbox", role: "switch", id: "tint" });
    tint.checked = state.camps;
    tint.addEventListener("change", () => kg.page.tint(tint.checked));
    return [
      kg.panel.tabHead("camps", t("campsHint")),
      found.members.length ? make("label", { class: "switch" }, tint, ` ${t("tint")}`) : null,
      ...balance(),
      make("ul", { class: "list" }, ...found.members.map(line)),
      ...exceptions("inner", found.inner, -1),
      ...exceptions("outer", found.outer, 1),
    ];
  }
  function panelOf(place) {
    const members = new Set(found.members[place]);
    const shown = edges.filter((edge) => view.shown.has(edge.id)).sort(kg.evidence.byCount);
    const inside = shown.filter((edge) => members.has(edge.from) && members.has(edge.to));
    const against = shown.filter((edge) => edge.sign < 0 && members.has(edge.from) !== members.has(edge.to));
    const fronts = found.fronts.filter(({ camps }) => camps.includes(place)).map(({ camps, conflicts, cooperations }) => {
      const other = camps[0] === place ? camps[1] : camps[0];
      return make("li", {}, make("button", { type: "button", class: "item", onclick: () => kg.page.select({ camp: other }, true) },
        kg.evidence.campSwatch(other), make("span", { class: "phrase" }, make("b", {}, title(other)), make("br"),
          make("em", {}, t("front", { conflicts: kg.counted("conflicts", conflicts), cooperations: kg.counted("cooperations", cooperations) })))));
    });
    const part = (name, items) => (items.length ? [make("h3", {}, t(name)), make("ul", { class: "list" }, ...items)] : []);
    return [
      kg.panel.heading(kg.evidence.campSwatch(place), title(place), kg.counted("actors", members.size)),
      ...part("members", [...members].map((id) => kg.panel.item({ actor: id }, nodeById.get(id).weight,
        kg.evidence.kindSwatch(nodeById.get(id).kind), make("span", { class: "phrase" }, nodeById.get(id).label)))),
      ...part("fronts", fronts),
      ...part("against", against.slice(0, 30).map(kg.panel.edgeItem)),
      ...part("inside", inside.slice(0, 30).map(kg.panel.edgeItem)),
    ];
  }

  return { found, campOf, title, BREADTH, colour, moved, outlines, draw, panel, panelOf };
})();
