// The canvas: vis-network draws shapes and lines; labels.js writes the names.
kg.drawing = (() => {
  const { state, view, nodes, edges, nodeById, edgeById, edgesOf } = kg;
  const box = kg.byId("network");
  const DASHES = [16, 11];  // long enough to be told from a line when the map is small
  const colours = {};
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["paper", "ink", "faint"]) {
      colours[name] = style.getPropertyValue(`--${name}`).trim();
    }
  }
  readColours();
  const themed = ([light, dark]) => (document.documentElement.dataset.theme === "dark" ? dark : light);

  const chosenColour = (node) => ({ background: node.color.background, border: "#2f80c3" });
  // The map takes the shape of the screen: on its side where that is higher than wide, and
  // stretched, never squeezed, for names need the room they were given.
  const reach = (axis) => 1 + nodes.reduce((most, node) => Math.max(most, 2 * Math.abs(node[axis])), 0);
  const upright = box.clientHeight > 1.2 * box.clientWidth;
  const [wide, high] = upright ? [reach("y"), reach("x")] : [reach("x"), reach("y")];
  const margin = { x: Math.min(170, box.clientWidth * 0.34), y: 110 };
  const taller = ((box.clientHeight - margin.y) / high) / ((box.clientWidth - margin.x) / wide);
  const stretch = Math.min(Math.max(taller, 1 / 1.6), 1.8);
  const [acrossBy, downBy] = [Math.max(1 / stretch, 1), Math.max(stretch, 1)];
  const spot = ({ x, y }) => (upright ? { x: -y * acrossBy, y: x * downBy } : { x: x * acrossBy, y: y * downBy });
  // vis-network gets no labels: its own overlap each other when the map is small.
  const drawnNodes = new vis.DataSet(nodes.map((node) => ({
    id: node.id, shape: node.shape, size: node.size, ...spot(node),
    color: { ...node.color, highlight: chosenColour(node), hover: chosenColour(node) },
  })));
  const large = edges.length > 1500;
  // Where lines lie over each other, their number must show through.
  const ink = (colour) => (large ? `${colour}80` : colour);
  const paint = (colour) => ({ color: ink(colour), highlight: colour, hover: colour });
  const drawnEdges = new vis.DataSet(edges.map(({ id, from, to, width, dashes, arrows, smooth }) => (
    { id, from, to, width, dashes, arrows, smooth, color: paint("#888888") })));
  const network = new vis.Network(box, { nodes: drawnNodes, edges: drawnEdges }, {
    ...kg.options,
    interaction: { ...kg.options.interaction, hideEdgesOnDrag: large, hideEdgesOnZoom: large },
  });

  box.querySelector(".vis-network").tabIndex = -1;  // the map itself is the stop for Tab

  function title(edge) {
    const arrow = edge.symmetric ? "↔" : "→";
    const count = kg.counted("statements", (view.shown.get(edge.id) || []).length);
    return `${nodeById.get(edge.from).label} ${arrow} ${nodeById.get(edge.to).label}\n${edge.name} · ${count}`;
  }
  function nodeTitle(node) {
    return [node.label, kg.valueName("kind", node.kind), ...node.aliases.slice(0, 3)].join("\n");
  }
  network.on("hoverEdge", ({ edge }) => tell(title(edgeById.get(edge))));
  network.on("hoverNode", ({ node }) => tell(nodeTitle(nodeById.get(node))));
  for (const end of ["blurEdge", "blurNode", "dragStart", "zoom"]) network.on(end, () => tell(""));
  const tip = kg.make("div", { id: "tip", "aria-hidden": "true", hidden: true });
  kg.byId("stage").append(tip);
  function tell(text) {
    tip.textContent = text;
    tip.hidden = !text;
  }
  box.addEventListener("pointermove", (event) => {
    const room = box.getBoundingClientRect();
    const left = Math.min(event.clientX - room.left + 14, room.width - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(left, 4)}px`;
    tip.style.top = `${event.clientY - room.top + 18}px`;
  });

  // Straight into the drawn things: through the data sets, 5,000 edges take
  // half a second to follow a filter.
  function apply() {
    for (const node of nodes) network.body.nodes[node.id].options.hidden = !view.actors.has(node.id);
    for (const edge of edges) {
      const rows = view.shown.get(edge.id);
      const { options } = network.body.edges[edge.id];
      options.hidden = !rows;
      if (!rows) continue;
      const change = kg.compare.KINDS[view.changes.get(edge.id)];
      Object.assign(options.color, paint(themed(change ? change.colour : kg.data.quads[edge.quad])));
      const broken = change ? view.changes.get(edge.id) === "gone" : !rows.some((row) => kg.statements[row].firm);
      options.dashes = broken && DASHES;
    }
    network._updateVisibleIndices();
    redraw();
  }
  // At the next frame, however often it is asked for until then.
  function redraw() {
    network.body.emitter.emit("_requestRedraw");
  }

  // What is chosen stays strong; the rest steps back.
  function chosen() {
    if (!state.selected) return null;
    const { actor, edge, path, camp } = state.selected;
    if (path) {
      const { found: ways } = kg.paths(path);
      const lines = ways.flatMap((ids) => ids.slice(1).flatMap((to, index) => kg.between(ids[index], to)));
      return { actors: new Set([...path, ...ways.flat()]), edges: new Set(lines.map((one) => one.id)) };
    }
    if (camp !== undefined) {
      const actors = new Set(kg.camps.found.members[camp]);
      const inside = edges.filter((one) => view.shown.has(one.id) && actors.has(one.from) && actors.has(one.to));
      return { actors, edges: new Set(inside.map((one) => one.id)) };
    }
    if (edge) {
      const { from, to } = edgeById.get(edge);
      return { actors: new Set([from, to]), edges: new Set([edge]) };
    }
    const near = edgesOf.get(actor).filter((one) => view.shown.has(one.id));
    return {
      actors: new Set([actor, ...near.flatMap((one) => [one.from, one.to])]),
      edges: new Set(near.map((one) => one.id)),
    };
  }

  // On a small map a line of few stays a pixel wide; on a crowded one, arrowheads that
  // nobody could see would cost half of the drawing.
  let suited = 0;
  function suit() {
    const scale = network.getScale();
    if (Math.abs(scale / suited - 1) < 0.1) return;
    suited = scale;
    for (const edge of edges) {
      const { options } = network.body.edges[edge.id];
      if (!large) options.width = Math.max(edge.width, 1.2 / scale);
      else if (!edge.symmetric) options.arrows.to.enabled = scale > 0.3;
    }
  }
  network.on("dragEnd", () => kg.camps.moved());
  network.on("beforeDrawing", (context) => {
    suit();
    kg.camps.draw(context);
  });
  network.on("afterDrawing", (context) => {
    const strong = chosen();
    if (strong) {
      const low = network.DOMtoCanvas({ x: 0, y: 0 });
      const high = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
      context.save();
      context.globalAlpha = 0.78;
      context.fillStyle = colours.paper;
      context.fillRect(low.x, low.y, high.x - low.x, high.y - low.y);
      context.restore();
      for (const id of strong.edges) {
        if (!view.shown.has(id)) continue;
        network.body.edges[id].draw(context);
        network.body.edges[id].drawArrows(context);
      }
      for (const id of strong.actors) {
        if (view.actors.has(id)) network.body.nodes[id].draw(context);
      }
    }
    kg.labels.write(context, network, strong, colours);
  });

  function select(selected) {
    network.unselectAll();
    if (selected && selected.actor) network.selectNodes([selected.actor], false);
    if (selected && selected.edge) network.selectEdges([selected.edge]);
    redraw();
  }

  // On a telephone the panel covers the lower part: what is chosen moves above it.
  function reveal({ actor, edge, path, camp }, closer) {
    const ends = path || camp !== undefined ? [...chosen().actors] : actor ? [actor] : [edgeById.get(edge).from, edgeById.get(edge).to];
    const spots = ends.map((id) => network.getPosition(id));
    const covered = matchMedia("(max-width: 720px)").matches ? 0.6 * box.clientHeight : 0;
    if (!covered && !closer && spots.every(onScreen)) return;
    const wanted = Math.max(network.getScale(), closer ? 0.7 : covered ? 0.45 : 0);
    show(spots, wanted, covered);
  }
  function onScreen(spot) {
    const { x, y } = network.canvasToDOM(spot);
    return x > 0 && y > 0 && x < box.clientWidth && y < box.clientHeight;
  }

  // Names keep their size at any scale, so the margin is in pixels of the page.
  function show(spots, most, covered = 0) {
    if (!spots.length) return;
    const range = (axis) => {
      const values = spots.map((one) => one[axis]);
      return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    };
    const [[left, right], [top, bottom]] = [range("x"), range("y")];
    const scale = Math.min((box.clientWidth - margin.x) / (right - left + 1), (box.clientHeight - covered - margin.y) / (bottom - top + 1), most);
    network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 }, offset: { x: 0, y: -covered / 2 }, scale, animation: false });
  }
  const fit = () => show([...view.actors].map((id) => network.getPosition(id)), 1.4);

  function zoom(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, 0.01), 6);
    network.moveTo({ scale, animation: false });
  }

  function pan(right, down) {
    const at = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: at.x + right * step, y: at.y + down * step }, animation: false });
  }

  function recolour() {
    readColours();
    apply();
  }

  return { network, themed, chosen, title, apply, redraw, select, reveal, fit, zoom, pan, recolour, colours };
})();
